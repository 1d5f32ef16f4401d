"""Where the header of a sheet may stand: one to three rows, merged or not, below titles and notes."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from fj_desktop.core.text import squeeze
from fj_desktop.exchange.mapping.grid import Grid
from fj_desktop.exchange.mapping.header import caption
from fj_desktop.exchange.reading.book import CellValue

DEEPEST = 3
_LONGEST = 60
_SAYS = re.compile(r"[:：].*\S")
_NUMBERS = re.compile(r"\d{5}|^[\d.,%\s/-]+$|@")


@dataclass(frozen=True)
class Block:
    """Header rows from ``top``, zero-based; ``parts`` by column from the outer header to the inner one.

    ``merged`` tells that merged regions, not a guess from blank cells, made it deeper than one row.
    """

    top: int
    depth: int
    parts: dict[int, tuple[str, ...]]
    merged: bool = False

    @property
    def body(self) -> int:
        """The first row below the header."""
        return self.top + self.depth


def blocks_at(grid: Grid, top: int, keys: Collection[str] = ()) -> Iterator[Block]:
    """The headers that can begin at a row, shallow ones first; ``keys`` are field keys a template may repeat."""
    if not _can_begin(grid, top):
        return
    merged = False
    for depth in range(1, DEEPEST + 1):
        if depth > 1:
            step = _step(grid, top, top + depth - 1, keys)
            if step is None:
                return
            merged = merged or step
        yield Block(top, depth, _parts(grid, top, depth), merged)


def forced_block(grid: Grid, top: int, depth: int) -> Block:
    """The header that a person chose, whatever its rows look like."""
    depth = max(1, min(depth, DEEPEST, grid.height - top))
    return Block(top, depth, _parts(grid, top, depth))


def looks_like_header(value: CellValue) -> bool:
    """Short words, not a number, a date, a number of a person or a sentence."""
    if not isinstance(value, str):
        return not isinstance(value, bool) and isinstance(value, int) and 1990 <= value <= 2100
    text = value.strip()
    return 0 < len(text) <= _LONGEST and (not _NUMBERS.search(text) or bool(re.fullmatch(r"(19|20)\d\d年?", text)))


def _can_begin(grid: Grid, row: int) -> bool:
    filled = grid.filled(row)
    if not filled or any(_covered(grid, row, column) for column in range(grid.width)):
        return False
    values = [grid.value(row, column) for column in filled]
    fit = [value for value in values if looks_like_header(value)]
    if len(fit) * 10 < len(values) * 6:
        return False
    if len({squeeze(str(value)) for value in fit}) > 1:
        return not _is_title(grid, row, filled)
    return grid.width == 1 or _lonely(grid, row, filled[0])


def _lonely(grid: Grid, row: int, column: int) -> bool:
    """A single header cell counts when nothing stands beside it further down."""
    if grid.region(row, column) is not None:
        return False
    return all(set(grid.filled(below)) <= {column} for below in range(row, min(grid.height, row + 50)))


def _is_title(grid: Grid, row: int, filled: list[int]) -> bool:
    """A cell over most of the sheet, or cells that say something behind a colon, are titles and notes."""
    for column in filled:
        region = grid.region(row, column)
        if region and (region[3] - region[1] + 1) * 10 > grid.width * 7:
            return True
    says = [column for column in filled if _SAYS.search(str(grid.value(row, column)))]
    return len(says) * 2 > len(filled)


def _step(grid: Grid, top: int, row: int, keys: Collection[str]) -> bool | None:
    """Whether a row continues the header above: True by merging, False by its look, None when it doesn't."""
    if row >= grid.height:
        return None
    regions = (grid.region(row, column) for column in range(grid.width))
    reaching = [one for one in regions if one and top <= one[0] < row]
    texts = {column: grid.value(row, column) for column in grid.filled(row) if not _covered(grid, row, column)}
    if not texts:
        return True if reaching else None
    if all(isinstance(value, str) and value.strip() in keys for value in texts.values()):
        return True
    if not reaching and not all(looks_like_header(value) for value in texts.values()):
        return None
    below = [_stands_below(grid, row, column, texts) for column in texts]
    if not reaching and not all(found is not None for found in below):
        return None
    return bool(reaching) or any(below)


def _covered(grid: Grid, row: int, column: int) -> bool:
    region = grid.region(row, column)
    return region is not None and region[0] < row


def _stands_below(grid: Grid, row: int, column: int, texts: dict[int, CellValue]) -> bool | None:
    """Whether a cell can be a header of the second level: True under a merged one, False by its look."""
    region = grid.region(row - 1, column)
    if region and region[3] > region[1]:
        return True
    above = grid.text(row - 1, column)
    if not above or caption(str(texts[column])).unit_only:
        return False
    beside = column + 1 in texts and not grid.text(row - 1, column + 1)
    return False if beside else None


def _parts(grid: Grid, top: int, depth: int) -> dict[int, tuple[str, ...]]:
    found = {}
    for column in range(grid.width):
        parts: list[str] = []
        for row in range(top, top + depth):
            text = grid.text(row, column) or _from_left(grid, row, column, top + depth)
            if text and text not in parts:
                parts.append(text)
        if parts:
            found[column] = tuple(parts)
    return found


def _from_left(grid: Grid, row: int, column: int, end: int) -> str:
    """The header of a group whose cells are not merged: it reaches right over blank cells with headers below."""
    if row + 1 >= end or grid.region(row, column) is not None or not grid.text(row + 1, column):
        return ""
    for left in range(column - 1, -1, -1):
        if not grid.text(row + 1, left) or _covered(grid, row + 1, left):
            return ""
        if text := grid.text(row, left):
            return text if grid.region(row, left) is None else ""
    return ""
