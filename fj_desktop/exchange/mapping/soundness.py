"""Looks at whole columns below a chosen header: which are filled, which hold fractions, which lack a unit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Area, Kind, Money, Percent
from fj_desktop.exchange.mapping.cells import bare_number
from fj_desktop.exchange.mapping.grid import is_blank
from fj_desktop.exchange.mapping.header import bare
from fj_desktop.exchange.mapping.proposal import ColumnMapping
from fj_desktop.exchange.mapping.synonyms import IGNORED
from fj_desktop.exchange.reading.book import CellValue

_HUGE_WAN = 1_000_000
Rows = Sequence[list[CellValue]]


def checked(
    rows: Rows, columns: Sequence[ColumnMapping], surfaces: Mapping[str, Surface]
) -> tuple[tuple[ColumnMapping, ...], list[str]]:
    """The columns with what their cells tell, those of no interest left out, and notes for the person.

    Args:
        rows: the records' rows.
        columns: as mapped by their headers.
        surfaces: the library's fields by key.
    """
    own = any(column.main for column in columns)
    found, notes = [], []
    for column in columns:
        if bare(column.header) in IGNORED:
            continue
        filled = any(column.index < len(cells) and not is_blank(cells[column.index]) for cells in rows)
        if not filled and not column.header:
            continue
        column = replace(column, filled=filled)
        surface = surfaces.get(column.targets[0]) if len(column.targets) == 1 and column.divided is None else None
        if surface is not None and filled:
            column, told = _of_kind(column, surface, rows, own=own)
            notes += told
        found.append(column)
    return tuple(found), notes


def _of_kind(column: ColumnMapping, surface: Surface, rows: Rows, *, own: bool) -> tuple[ColumnMapping, list[str]]:
    kind = surface.field.kind
    if surface.field.computed:
        return column, [f"“{column.title}”由程序计算，表中的内容不导入。"]
    if not surface.field.from_sheets:
        return column, [f"“{column.title}”是附件，表中的文件名不导入，请在记录里添加。"]
    if isinstance(kind, Percent):
        return _of_percent(column, rows, own=own)
    if isinstance(kind, Area) and not column.unit and _has_bare_number(rows, column.index):
        return column, [f"“{column.title}”没有写单位。请在表头注明“亩”或“㎡”，或在这里选择单位，否则这些行会被退回。"]
    if isinstance(kind, Money) and not column.unit:
        return column, _of_money(column, kind, rows)
    return column, []


def _of_percent(column: ColumnMapping, rows: Rows, *, own: bool) -> tuple[ColumnMapping, list[str]]:
    numbers = _numbers(rows, column.index)
    fractions = bool(numbers) and all(0 <= one <= 1 for one in numbers) and any(0 < one < 1 for one in numbers)
    if not fractions or any("%" in text for text in _words(rows, column.index)):
        return column, []
    example = next(one for one in numbers if 0 < one < 1)
    if own:
        return column, [f"“{column.title}”的数都不大于 1，按百分数原样导入（{example} 即 {example}%），请核对。"]
    whole = format((Decimal(str(example)) * 100).normalize(), "f")
    note = f"“{column.title}”的数都不大于 1，按小数换算成百分数（{example} 即 {whole}%），请核对。"
    return replace(column, as_fraction=True), [note]


def _of_money(column: ColumnMapping, kind: Kind, rows: Rows) -> list[str]:
    numbers = _numbers(rows, column.index)
    middle = median(numbers) if numbers else 0
    if middle < _HUGE_WAN:
        return []
    told = f"“{column.title}”没有写单位，按{kind.unit}导入，但数值很大（中位数 {middle:,.0f}），请核对单位是不是元。"
    return [told]


def _numbers(rows: Rows, index: int) -> list[float]:
    found = (cells[index] for cells in rows if index < len(cells))
    return [float(value) for value in found if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)]


def _words(rows: Rows, index: int) -> list[str]:
    found = (cells[index] for cells in rows if index < len(cells))
    return [value for value in found if isinstance(value, str)]


def _has_bare_number(rows: Rows, index: int) -> bool:
    return bool(_numbers(rows, index)) or any(bare_number(text) for text in _words(rows, index))
