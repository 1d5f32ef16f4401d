"""The rows below a header as typed texts by field, in the shape every form and command takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fj_desktop.core.catalog import Catalog, Surface
from fj_desktop.core.field import Library
from fj_desktop.exchange.mapping.cells import BadValueError, Convert, converter
from fj_desktop.exchange.mapping.dividing import Divided
from fj_desktop.exchange.mapping.filling import Filler
from fj_desktop.exchange.mapping.grid import is_blank
from fj_desktop.exchange.mapping.merging import Shared
from fj_desktop.exchange.mapping.proposal import ROW_NUMBER_KEY, ColumnMapping, SheetProposal
from fj_desktop.exchange.reading.book import CellValue, Sheet, cell_text


@dataclass(slots=True)
class BadCell:
    """A cell that can't be taken: its column as headed in the sheet, what stands there, and why."""

    column: str
    value: str
    reason: str


@dataclass(slots=True)
class TypedRow:
    """One record as the sheet has it.

    Attributes:
        row: sheet row, counted from 1.
        typed: text by surface key; blank cells are left out.
        bad: cells that can't be taken whatever the field would say.
        source: file, sheet, row and row number in the ledger.
        headers: the column of every key as headed in the sheet.
        derived: keys filled only by dividing another column; a reference among them may be left aside.
    """

    row: int
    typed: dict[str, str]
    bad: list[BadCell]
    source: str
    headers: Mapping[str, str]
    derived: frozenset[str] = frozenset()


@dataclass
class _Plan:
    singles: list[tuple[int, str, ColumnMapping, Convert]] = field(default_factory=list)
    shared: list[Shared] = field(default_factory=list)
    divided: list[Divided] = field(default_factory=list)
    counting: list[int] = field(default_factory=list)
    width: int = 0
    headers: dict[str, str] = field(default_factory=dict)


def typed_rows(
    sheet: Sheet, proposal: SheetProposal, library: Library, catalog: Catalog, *, file: str = ""
) -> Iterator[TypedRow]:
    """The records of a sheet in their order; nothing is checked beyond what the field alone can't see.

    Args:
        sheet: as read.
        proposal: which column fills what; rows it leaves out and blank rows are passed over.
        library: where the rows go.
        catalog: the declared libraries.
        file: the file's name, for the source of each record.
    """
    plan = _plan(proposal, library, catalog)
    left_out = {one.row for one in proposal.left_out}
    place = " ".join(part for part in (file, sheet.name) if part)
    start = proposal.first_row - sheet.first_row
    filler = Filler(sheet, start)
    for index in range(start, len(sheet.rows)):
        number = index + sheet.first_row
        if number not in left_out and _has_content(sheet.rows[index], plan.counting):
            yield _row(plan, filler.filled(index), number, place)


def _plan(proposal: SheetProposal, library: Library, catalog: Catalog) -> _Plan:
    surface = catalog.by_key(library)
    plan = _Plan(width=max((one.index for one in proposal.columns), default=-1) + 1)
    by_key: dict[str, list[ColumnMapping]] = {}
    for column in proposal.columns:
        if column.targets == (ROW_NUMBER_KEY,):
            plan.counting.append(column.index)
        elif column.divided is None:
            for key in column.targets:
                if key in surface and surface[key].field.from_sheets:
                    by_key.setdefault(key, []).append(column)
    for key, columns in by_key.items():
        kind = surface[key].field.kind
        plan.headers[key] = "、".join(one.title for one in columns)
        readers = [converter(kind, one.unit, as_fraction=one.as_fraction) for one in columns]
        if len(columns) == 1:
            plan.singles.append((columns[0].index, key, columns[0], readers[0]))
        else:
            plan.shared.append(Shared(key, kind, tuple(columns), tuple(readers)))
    _plan_divided(plan, proposal, surface, frozenset(by_key))
    return plan


def _plan_divided(plan: _Plan, proposal: SheetProposal, surface: Mapping[str, Surface], own: frozenset[str]) -> None:
    mains = frozenset(one.main for one in proposal.columns if one.main)
    for column in proposal.columns:
        if column.divided is not None:
            plan.divided.append(Divided(column, surface, own | mains))
            for key in column.targets:
                plan.headers.setdefault(key, column.title)


def _row(plan: _Plan, cells: list[CellValue], number: int, place: str) -> TypedRow:
    typed: dict[str, str] = {}
    bad: list[BadCell] = []
    derived: set[str] = set()
    if len(cells) < plan.width:
        cells = cells + [None] * (plan.width - len(cells))
    _read_singles(plan, cells, typed, bad)
    for shared in plan.shared:
        text, refusals = shared.read(cells)
        bad += [BadCell(*refusal) for refusal in refusals]
        if text:
            typed[shared.key] = text
    for divided in plan.divided:
        try:
            divided.fill(cells, typed, derived)
        except BadValueError as refused:
            bad.append(BadCell(divided.column.title, cell_text(cells[divided.column.index]), refused.reason))
    return TypedRow(number, typed, bad, _source(plan, cells, number, place), plan.headers, frozenset(derived))


def _read_singles(plan: _Plan, cells: list[CellValue], typed: dict[str, str], bad: list[BadCell]) -> None:
    for index, key, column, convert in plan.singles:
        value = cells[index]
        if value is None:
            continue
        try:
            if text := convert(value):
                typed[key] = text
        except BadValueError as refused:
            bad.append(BadCell(column.title, cell_text(value), refused.reason))


def _source(plan: _Plan, cells: list[CellValue], number: int, place: str) -> str:
    source = f"{place} 第 {number} 行"
    for index in plan.counting:
        if index < len(cells) and not is_blank(cells[index]):
            return f"{source} 序号 {cell_text(cells[index])[:20]}"
    return source


def _has_content(cells: list[CellValue], counting: list[int]) -> bool:
    empty = cells.count(None) + cells.count("")
    if len(cells) - empty > len(counting) + 3:
        return True
    return any(not is_blank(value) for index, value in enumerate(cells) if index not in counting)
