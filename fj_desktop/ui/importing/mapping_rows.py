"""What the mapping step says about each column: header, samples, state."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fj_desktop.core.field import Library
from fj_desktop.core.kinds.areas import Area
from fj_desktop.core.text import fold
from fj_desktop.libraries import CATALOG
from fj_desktop.services.importing import ROW_NUMBER_KEY, Book, CellValue, ColumnMapping, SheetProposal, cell_text

_SAMPLES, _SEARCHED, _SAMPLE_WIDTH = 3, 400, 40
_SURE = 0.9
_NUMBER = re.compile(r"[\d,]+(\.\d+)?")


@dataclass(frozen=True)
class State:
    """How a column stands: words, icon, colour, why, and whether the person should look at it."""

    words: str
    icon: str
    token: str
    why: str
    is_open: bool


def shown_columns(proposal: SheetProposal) -> list[ColumnMapping]:
    """Columns that hold something or fill something."""
    return [one for one in proposal.columns if one.filled or one.targets]


def samples(book: Book, proposal: SheetProposal) -> dict[int, str]:
    """Some different values of every column, by its place."""
    found: dict[int, list[str]] = {one.index: [] for one in proposal.columns}
    for cells in _records(book, proposal):
        for index, values in found.items():
            words = " ".join(cell_text(cells[index]).split()) if index < len(cells) else ""
            if words and len(values) < _SAMPLES and words[:_SAMPLE_WIDTH] not in values:
                values.append(words[:_SAMPLE_WIDTH])
    return {index: "　|　".join(values) for index, values in found.items()}


def bare_numbers(book: Book, proposal: SheetProposal) -> frozenset[int]:
    """Columns with numbers that carry no unit in their cell."""
    found: set[int] = set()
    for cells in _records(book, proposal):
        found |= {index for index, value in enumerate(cells) if _is_bare(value)}
    return frozenset(found)


def _records(book: Book, proposal: SheetProposal) -> Iterator[list[CellValue]]:
    sheet = book.sheets[proposal.sheet_index]
    left_out = {one.row for one in proposal.left_out}
    start = proposal.first_row - sheet.first_row
    for number, cells in enumerate(sheet.rows[start : start + _SEARCHED], proposal.first_row):
        if number not in left_out:
            yield cells


def _is_bare(value: CellValue) -> bool:
    if isinstance(value, str):
        return bool(_NUMBER.fullmatch(fold(value)))
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def states(
    proposal: SheetProposal, proposed: SheetProposal, library: Library, bare: frozenset[int]
) -> dict[int, State]:
    """The state of every column, by its place; ``bare`` are the columns with numbers without a unit."""
    counts = Counter(key for one in proposal.columns for key in one.targets if one.spread is None)
    by_hand = {
        one.index
        for one, former in zip(proposal.columns, proposed.columns, strict=True)
        if one.targets != former.targets
    }
    unitless = {one.index for one in proposal.columns if one.index in bare and _lacks_unit(one, library)}
    return {
        one.index: _state(one, counts, is_by_hand=one.index in by_hand, lacks_unit=one.index in unitless)
        for one in proposal.columns
    }


def missing(proposal: SheetProposal, library: Library) -> list[str]:
    """Labels of fields without which every row would be refused, and that no column fills."""
    filled = {key for one in proposal.columns for key in one.targets}
    if any(key in filled for key in library.name_from):
        filled |= set(library.naming)
    return [
        one.label
        for one in CATALOG.surface(library)
        if one.field.needed == "save"
        and not one.field.default
        and one.key not in filled
        and (one.via is None or one.via.needed == "save")
    ]


def _state(one: ColumnMapping, counts: Counter[str], *, is_by_hand: bool, lacks_unit: bool) -> State:
    if not one.targets:
        why = "这一列不会进入台账。要导入，请在左边选字段。"
        return State("不导入", "stop", "muted", why, not is_by_hand and not one.confidence)
    if one.targets == (ROW_NUMBER_KEY,):
        return State("序号", "check", "muted", "只作为来源记录，便于回查原表。", False)
    if lacks_unit:
        why = "数字没有写单位，请在“单位”一栏选定；单元格里自带单位的仍按单元格。"
        return State("请选单位", "warning", "warning", why, True)
    if one.confidence < _SURE:
        return State("请核对", "warning", "warning", "列名与字段名不完全一样，请看样例是否相符。", True)
    if len(one.targets) == 1 and counts[one.targets[0]] > 1:
        return State("合并", "merge", "info", "有几列对应同一个字段，内容会合在一起；互相矛盾的行会退回。", is_by_hand)
    return State("已选定" if is_by_hand else "已对应", "check", "success", "", False)


def _lacks_unit(one: ColumnMapping, library: Library) -> bool:
    if len(one.targets) != 1 or one.unit:
        return False
    surface = CATALOG.by_key(library).get(one.targets[0])
    return surface is not None and isinstance(surface.field.kind, Area)
