"""A block from the clipboard laid over cells of a table: read as an import reads a sheet."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.core.text import squeeze
from fj_desktop.exchange.clipboard import Block, read_block
from fj_desktop.exchange.mapping.cells import BadValueError, Convert, converter
from fj_desktop.exchange.reading.book import CellValue, cell_text
from fj_desktop.libraries import CATALOG
from fj_desktop.services.bulk import BulkService, refuse_too_many
from fj_desktop.services.bulk_plan import BulkPlan, NewRow, RefusedCell

_BEYOND = "表格右边没有更多的列"


@dataclass
class Laid:
    """What a block asks for: texts for stored records, new rows, and cells that can't be read at all."""

    changes: dict[uuid.UUID, dict[str, str]] = field(default_factory=dict)
    new: list[NewRow] = field(default_factory=list)
    refused: list[RefusedCell] = field(default_factory=list)


@dataclass(frozen=True)
class Columns:
    """Which field each column of a block fills (None for none), and how its cells are read."""

    keys: tuple[str | None, ...]
    readers: tuple[Convert, ...]


@dataclass(frozen=True)
class Onto:
    """What a block is laid over: the columns from the current cell on, and how many rows and columns are selected."""

    library: Library
    keys: Sequence[str]
    rows: int = 1
    columns: int = 1


class PasteService:
    """Plans pastes; they are applied as every change of many cells."""

    def __init__(self, bulk: BulkService) -> None:
        self._bulk = bulk

    def plan(
        self,
        onto: Onto,
        plain: str,
        html: str,
        records: Callable[[int], Sequence[uuid.UUID]],
        progress: Progress | None = None,
    ) -> BulkPlan:
        """Read the clipboard and check every cell; nothing is written.

        Args:
            onto: where the block goes.
            plain: the clipboard's text.
            html: the clipboard's HTML.
            records: gives so many rows of the table from the current cell on, fewer where the table ends.
            progress: reports and stops.

        Raises:
            UserError: the clipboard holds no cells, or too many.
        """
        block = repeated(read_block(plain, html), onto.rows, onto.columns)
        refuse_too_many(max(onto.rows, len(block.rows)) * block.width)
        laid = lay(onto, block, records)
        plan = self._bulk.plan(onto.library, laid.changes, laid.new, progress)
        plan.refused = sorted([*laid.refused, *plan.refused], key=lambda one: one.row)
        return plan


def lay(onto: Onto, block: Block, records: Callable[[int], Sequence[uuid.UUID]]) -> Laid:
    """Lay a block over a table.

    A first row that only names fields of the library by their headings maps the columns and gives their units;
    else they fill the columns one by one. A block that fits several times into the selected rows is repeated;
    rows beyond the table's end become new records.
    """
    columns = _headed(onto.library, block.rows[0]) if len(block.rows) > 1 else None
    body = block.rows if columns is None else block.rows[1:]
    columns = columns or _in_place(onto.library, onto.keys, block.width)
    if onto.rows > len(body) and onto.rows % len(body) == 0:
        body = body * (onto.rows // len(body))
    there, laid = records(len(body)), Laid()
    labels = {key: one.label for key, one in CATALOG.by_key(onto.library).items()}
    for at, cells in enumerate(body):
        record = there[at] if at < len(there) else None
        typed = dict(_read(at + 1, cells, columns, record, labels, laid))
        if record is not None:
            laid.changes[record] = typed
        elif any(text.strip() for text in typed.values()):
            laid.new.append(NewRow(at + 1, typed))
    return laid


def repeated(block: Block, rows: int, columns: int) -> Block:
    """A single row, column or cell repeated over the selection that it fits into several times."""
    width = block.width
    if columns > width and columns % width == 0 and (rows % len(block.rows) == 0 or len(block.rows) == 1):
        return Block([cells * (columns // width) for cells in block.rows])
    return block


def _read(
    row: int,
    cells: Sequence[CellValue],
    columns: Columns,
    record: uuid.UUID | None,
    labels: Mapping[str, str],
    laid: Laid,
) -> Iterable[tuple[str, str]]:
    for key, convert, value in zip(columns.keys, columns.readers, cells, strict=True):
        if key is None:
            if value is not None:
                laid.refused.append(RefusedCell(row, record, "", cell_text(value), _BEYOND))
            continue
        try:
            yield key, convert(value)
        except BadValueError as bad:
            laid.refused.append(RefusedCell(row, record, labels[key], cell_text(value), bad.reason))


def _in_place(library: Library, keys: Sequence[str], width: int) -> Columns:
    taken: list[str | None] = [*keys[:width], *([None] * (width - len(keys)))]
    surface = CATALOG.by_key(library)
    readers = [_as_it_is if key is None else converter(surface[key].field.kind) for key in taken]
    return Columns(tuple(taken), tuple(readers))


def _headed(library: Library, cells: Sequence[CellValue]) -> Columns | None:
    """The columns that a row of this library's own headings names; None when the row is no such row."""
    named = {squeeze(one.label): (one.key, "") for one in CATALOG.surface(library)}
    headed = {squeeze(one.heading): (one.key, one.field.kind.sheet_unit()) for one in CATALOG.surface(library)}
    words = [squeeze(cell_text(value)) for value in cells]
    found = [headed.get(word) or named.get(word) for word in words]
    told = [one for one in found if one is not None]
    if len(told) < len([word for word in words if word]) or len({key for key, _ in told}) < max(2, len(told)):
        return None
    surface = CATALOG.by_key(library)
    readers = [_as_it_is if one is None else converter(surface[one[0]].field.kind, one[1]) for one in found]
    return Columns(tuple(one[0] if one else None for one in found), tuple(readers))


def _as_it_is(value: CellValue) -> str:
    return cell_text(value)
