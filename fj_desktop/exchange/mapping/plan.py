"""From a file to a proposal: which sheet, which rows are its header, what each column fills."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fj_desktop.core.catalog import Catalog
from fj_desktop.core.field import Library
from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.mapping.blocks import Block, blocks_at, forced_block
from fj_desktop.exchange.mapping.body import Body
from fj_desktop.exchange.mapping.captions import Reader
from fj_desktop.exchange.mapping.columns import Assignment
from fj_desktop.exchange.mapping.grid import Grid, is_blank
from fj_desktop.exchange.mapping.header import unit_of
from fj_desktop.exchange.mapping.names import NameTable
from fj_desktop.exchange.mapping.proposal import ROW_NUMBER_KEY, ColumnMapping, LeftOut, SheetProposal, SheetScore
from fj_desktop.exchange.mapping.sniffing import SAMPLES
from fj_desktop.exchange.mapping.soundness import checked
from fj_desktop.exchange.reading.book import Book, CellError, CellValue

_SEARCHED = 200
_CANDIDATES = 6
_SAMPLED_ROWS = 300
_UNIT_LINE = re.compile(r"(?:^|[\s(（])(?:金额|面积|计量)?单位\s*[:：]\s*([^\s)）]{1,20})")
_DEPTH_COST, _MERGED_GAIN = 0.3, 0.01
_HIDDEN, _EMPTY = 0.3, 0.5


@dataclass(frozen=True)
class _Found:
    """A header with its columns, and how good it is."""

    block: Block
    columns: tuple[ColumnMapping, ...]
    notes: tuple[str, ...]
    score: float

    @property
    def mapped(self) -> int:
        return sum(1 for one in self.columns if one.targets and one.targets != (ROW_NUMBER_KEY,))


class _Finder:
    """Finds headers in the words of one library."""

    def __init__(self, library: Library, catalog: Catalog) -> None:
        self.library = library
        self.names = NameTable(catalog.surface(library))
        self._reader = Reader(self.names, library.spreads)

    def best(self, grid: Grid) -> _Found | None:
        """The best header of a sheet, or None when nothing in it looks like one."""
        ranked: list[tuple[float, Block]] = []
        for top in range(min(grid.height, _SEARCHED)):
            for block in blocks_at(grid, top, self.names.surfaces):
                likely = sum(self._reader.likely(parts) for parts in block.parts.values())
                if likely > 0.5:
                    ranked.append((likely - self._cost(block), block))
        ranked.sort(key=lambda item: (-item[0], item[1].top))
        found = [self.assigned(grid, block) for _, block in ranked[:_CANDIDATES]]
        known = [one for one in found if self._is_header(grid, one)]
        return max(known, key=lambda one: one.score, default=None)

    def assigned(self, grid: Grid, block: Block) -> _Found:
        """The columns of a header with their fields."""
        if own := self._reader.own(block.parts):
            return _Found(block, own, (), len(own) - self._cost(block))
        samples = _samples(grid, block)
        read = [self._reader.column(index, parts, samples.get(index, ())) for index, parts in block.parts.items()]
        assignment = Assignment(self.names, read, _sheet_units(grid, block.top))
        columns = assignment.mappings
        score = sum(one.confidence * (0.3 if one.targets == (ROW_NUMBER_KEY,) else 1.0) for one in columns)
        return _Found(block, columns, tuple(assignment.notes), score - self._cost(block))

    @staticmethod
    def _cost(block: Block) -> float:
        return -_MERGED_GAIN if block.merged else _DEPTH_COST * (block.depth - 1)

    @staticmethod
    def _is_header(grid: Grid, found: _Found) -> bool:
        sure = sum(1 for one in found.columns if one.confidence >= 0.84 and one.targets != (ROW_NUMBER_KEY,))
        return sure >= 2 or (sure == 1 and (len(found.columns) <= 2 or grid.width <= 2))


def propose(book: Book, library: Library, catalog: Catalog) -> SheetProposal:
    """Choose the sheet and its header, and map its columns by their names.

    Raises:
        RefusedFileError: no row of any sheet names columns of this library.
    """
    finder = _Finder(library, catalog)
    grids = [Grid(sheet) for sheet in book.sheets]
    found = [finder.best(grid) for grid in grids]
    scores = tuple(_score(index, grid, one) for index, (grid, one) in enumerate(zip(grids, found, strict=True)))
    known = [(index, one) for index, one in enumerate(found) if one is not None]
    if not known:
        raise RefusedFileError(_no_header(library, finder))

    def worth(item: tuple[int, _Found]) -> float:
        score = scores[item[0]]
        return score.mapped * (_HIDDEN if book.sheets[score.index].hidden else 1) * (1 if score.rows else _EMPTY)

    chosen, best = max(known, key=worth)
    others = [
        scores[index].name for index, one in known if index != chosen and _alike(one, best) and scores[index].rows
    ]
    return _proposal(grids[chosen], chosen, best, finder, scores, others)


def with_sheet(book: Book, sheet_index: int, library: Library, catalog: Catalog) -> SheetProposal:
    """The proposal for a sheet that the person chose.

    Raises:
        RefusedFileError: no row of it names columns of this library.
    """
    finder = _Finder(library, catalog)
    grid = Grid(book.sheets[sheet_index])
    found = finder.best(grid)
    if found is None:
        raise RefusedFileError(_no_header(library, finder, book.sheets[sheet_index].name))
    return _proposal(grid, sheet_index, found, finder, _bare_scores(book, sheet_index, grid, found), [])


def with_header(
    book: Book, sheet_index: int, header_row: int, library: Library, catalog: Catalog, *, depth: int = 0
) -> SheetProposal:
    """The proposal for a header that the person chose; columns may stay without a field.

    Args:
        book: as read.
        sheet_index: which sheet.
        header_row: sheet row, counted from 1, at which the header begins.
        library: where the rows go.
        catalog: the declared libraries.
        depth: rows of the header, 1 to 3; 0 finds out.
    """
    finder = _Finder(library, catalog)
    grid = Grid(book.sheets[sheet_index])
    top = grid.index(header_row)
    if not 0 <= top < grid.height:
        raise RefusedFileError(f"工作表“{grid.sheet.name}”没有第 {header_row} 行，请另选表头行。")
    if depth:
        blocks = [forced_block(grid, top, depth)]
    else:
        blocks = list(blocks_at(grid, top, finder.names.surfaces)) or [forced_block(grid, top, 1)]
    found = max((finder.assigned(grid, block) for block in blocks), key=lambda one: one.score)
    return _proposal(grid, sheet_index, found, finder, _bare_scores(book, sheet_index, grid, found), [])


def _proposal(
    grid: Grid, index: int, found: _Found, finder: _Finder, scores: tuple[SheetScore, ...], others: list[str]
) -> SheetProposal:
    block = found.block
    counting = [one.index for one in found.columns if one.targets == (ROW_NUMBER_KEY,)]
    left_out = tuple(Body(grid, block, counting, ours=any(one.main for one in found.columns)).left_out())
    rows = list(_body_rows(grid, block, left_out))
    columns, notes = checked(rows, (*found.columns, *_headless(grid, block)), finder.names.surfaces)
    header_rows = tuple(grid.sheet_row(row) for row in range(block.top, block.body))
    if others:
        notes.append(f"工作表“{'”“'.join(others)}”的表头相同，请逐张导入。")
    all_notes = (*found.notes, *notes)
    return SheetProposal(index, header_rows, grid.sheet_row(block.body), columns, left_out, scores, all_notes)


def _body_rows(grid: Grid, block: Block, left_out: tuple[LeftOut, ...]) -> Iterator[list[CellValue]]:
    apart = {grid.index(one.row) for one in left_out}
    for row in range(block.body, grid.height):
        if row not in apart:
            yield grid.rows[row]


def _headless(grid: Grid, block: Block) -> Iterator[ColumnMapping]:
    """Columns without a header; those that hold something are told as not imported."""
    return (ColumnMapping(index, "") for index in range(grid.width) if index not in block.parts)


def _samples(grid: Grid, block: Block) -> dict[int, list[CellValue]]:
    found: dict[int, list[CellValue]] = {index: [] for index in block.parts}
    for row in range(block.body, min(grid.height, block.body + _SAMPLED_ROWS)):
        cells = grid.rows[row]
        for index, values in found.items():
            value = cells[index] if index < len(cells) else None
            if len(values) < SAMPLES and not is_blank(value) and not isinstance(value, CellError):
                values.append(value)
    return found


def _sheet_units(grid: Grid, top: int) -> list[str]:
    """Units that a line above the header gives for the whole sheet (单位：万元、亩)."""
    found: list[str] = []
    for row in range(max(0, top - 6), top):
        for column in grid.filled(row):
            for match in _UNIT_LINE.finditer(str(grid.value(row, column))):
                parts = [unit_of(part) for part in re.split(r"[、，,;；]", match.group(1))]
                found += [unit for unit in parts if unit] if all(parts) else []
    return found


def _score(index: int, grid: Grid, found: _Found | None) -> SheetScore:
    mapped = found.mapped if found else 0
    rows = grid.height - found.block.body if found else 0
    return SheetScore(index, grid.sheet.name, mapped, rows)


def _bare_scores(book: Book, index: int, grid: Grid, found: _Found) -> tuple[SheetScore, ...]:
    return tuple(
        _score(place, grid, found) if place == index else SheetScore(place, sheet.name, 0, 0)
        for place, sheet in enumerate(book.sheets)
    )


def _alike(one: _Found, other: _Found) -> bool:
    return {column.header for column in one.columns} == {column.header for column in other.columns}


def _no_header(library: Library, finder: _Finder, sheet: str = "") -> str:
    wanted = [one.label for one in finder.names.surfaces.values() if one.in_table or one.field.needed == "save"][:10]
    where = f"工作表“{sheet}”中" if sheet else "文件中"
    return (
        f"{where}找不到“{library.title}”的表头。表头应有“{'”“'.join(wanted)}”等列名中的至少两个。"
        "请核对选的库和文件是否对应，或导出空白模板对照后再导入。"
    )
