"""Breaks the parts of a one-page document into rows of lines, as roomy as the page allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fj_desktop.exchange.documents.fonts import Typeface, typeface
from fj_desktop.exchange.documents.installed_fonts import Role
from fj_desktop.exchange.documents.one_page import Facts, Grid, Part, Words
from fj_desktop.exchange.documents.page import Align, Paper
from fj_desktop.exchange.documents.text_flow import cut, lines_of

_LABEL_EM = 7.2
_PADDING = 3.0
_LEADING = 1.3
_GAP = 5.0
_ASCENT = 0.88  # of the type size, above the baseline
_MOST_LINES = 100
"""More than a page holds."""


@dataclass(frozen=True)
class Measures:
    """How much is shown: type size in points, lines of one text, rows of one table; the last two may be unlimited."""

    size: float
    most_lines: int = _MOST_LINES
    most_rows: int = 10_000

    @property
    def leading(self) -> float:
        return self.size * _LEADING


# From the roomiest to the barest; the first that fits is taken. The last one fits any document of the program.
MEASURES = (
    *(Measures(size) for size in (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)),
    *(Measures(8.5, lines) for lines in (14, 10, 7, 5)),
    *(Measures(8.0, lines) for lines in (5, 4, 3, 2)),
    *(Measures(8.0, lines, rows) for lines, rows in ((2, 30), (2, 20), (2, 12), (2, 8), (2, 5), (1, 5), (1, 2))),
)


@dataclass(frozen=True)
class Cell:
    """Lines of one cell, and how it looks."""

    lines: Sequence[str]
    width: float
    role: Role = Role.TABLE
    shaded: bool = False
    centred: bool = False
    at_end: bool = False


@dataclass(frozen=True)
class Row:
    """Cells side by side; ``gap`` is free space above. A row without a frame is plain text."""

    cells: Sequence[Cell]
    measures: Measures
    framed: bool = True
    gap: float = 0.0

    @property
    def height(self) -> float:
        """Without the gap."""
        lines = max(len(cell.lines) for cell in self.cells)
        return lines * self.measures.leading + (2 * _PADDING if self.framed else 1.0)


class RowMaker:
    """Makes the rows of a document; remembers in ``has_cut`` whether anything was left out."""

    def __init__(self, width: float, measures: Measures, missing: set[str]) -> None:
        self._width, self._measures, self._missing = width, measures, missing
        self.has_cut = False

    def rows(self, part: Part) -> Iterator[Row]:
        """The rows of one part, its heading first."""
        gap = _GAP
        if part.heading:
            yield self._row([(part.heading, self._width, Role.TABLE_HEAD)], framed=False, gap=_GAP + 2)
            gap = 1.0
        make = {Facts: self._facts, Grid: self._grid, Words: self._words}[type(part)]
        for row in make(part):  # type: ignore[operator]
            yield Row(row.cells, row.measures, row.framed, gap)
            gap = 0.0

    def _facts(self, part: Facts) -> Iterator[Row]:
        waiting: list[tuple[str, str]] = []
        for label, value in part.pairs:
            if self._is_long(value):
                yield from self._pairs(waiting)
                waiting = []
                yield from self._pairs([(label, value)])
                continue
            waiting.append((label, value))
            if len(waiting) == 2:
                yield from self._pairs(waiting)
                waiting = []
        yield from self._pairs(waiting)

    def _is_long(self, value: str) -> bool:
        face, narrow = typeface(Role.TABLE), self._width / 2 - self._label - 2 * _PADDING
        return "\n" in value or face.em(face.printable(value)) * self._measures.size > narrow * 1.6

    @property
    def _label(self) -> float:
        return _LABEL_EM * self._measures.size + 2 * _PADDING

    def _pairs(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Row]:
        if pairs:
            value = self._width / len(pairs) - self._label
            cells = [cell for pair in pairs for cell in self._pair(*pair, value)]
            yield Row(cells, self._measures)

    def _pair(self, label: str, value: str, width: float) -> tuple[Cell, Cell]:
        return self._cell(label, self._label, Role.TABLE_HEAD, shaded=True), self._cell(value, width, Role.TABLE)

    def _grid(self, part: Grid) -> Iterator[Row]:
        total = sum(one.share for one in part.columns)
        widths = [self._width * one.share / total for one in part.columns]
        heads = zip(part.columns, widths, strict=True)
        yield Row(
            [self._cell(one.title, width, Role.TABLE_HEAD, shaded=True, centred=True) for one, width in heads],
            self._measures,
        )
        if not part.rows:
            yield self._row([(part.nothing, self._width, Role.TABLE)])
        for row in part.rows[: self._measures.most_rows]:
            three = zip(part.columns, widths, row, strict=True)
            yield Row(
                [
                    self._cell(text, width, Role.TABLE, centred=one.centred, at_end=one.at_end)
                    for one, width, text in three
                ],
                self._measures,
            )
        yield from self._left_out(len(part.rows))

    def _words(self, part: Words) -> Iterator[Row]:
        role = Role.TABLE_HEAD if part.strong else Role.TABLE
        for line in part.lines[: self._measures.most_rows]:
            yield self._row([(line, self._width, role)], framed=False)
        yield from self._left_out(len(part.lines))

    def _left_out(self, count: int) -> Iterator[Row]:
        if count > self._measures.most_rows:
            self.has_cut = True
            words = f"……另有 {count - self._measures.most_rows} 项，本页放不下，见台账。"
            yield self._row([(words, self._width, Role.TABLE)], framed=False)

    def _row(self, texts: Sequence[tuple[str, float, Role]], *, framed: bool = True, gap: float = 0.0) -> Row:
        return Row(
            [self._cell(text, width, role, framed=framed) for text, width, role in texts], self._measures, framed, gap
        )

    def _cell(
        self, text: str, width: float, role: Role, *, shaded: bool = False, centred: bool = False,
        at_end: bool = False, framed: bool = True,
    ) -> Cell:  # fmt: skip
        room = (width - (2 * _PADDING if framed else 0)) / self._measures.size
        most, face = min(self._measures.most_lines, _MOST_LINES), typeface(role)
        # More signs than these never fit, so they need not be measured; the narrowest ones are a quarter em wide.
        begun = text[: int(most * room * 4)]
        lines = broken(begun, room, face, self._missing) + ([""] if len(begun) < len(text) else [])
        kept = cut(lines, min(most, len(lines) - (len(begun) < len(text))), room, face.em)
        self.has_cut |= len(kept) < len(lines)
        return Cell(kept, width, role, shaded, centred, at_end)


def put_row(paper: Paper, row: Row, left: float, y: float) -> float:
    """Print a row; gives the upper edge of what comes below it."""
    x, size = left, row.measures.size
    for cell in row.cells:
        if cell.shaded:
            paper.shade(x, y, cell.width, row.height)
        x += cell.width
    x = left
    for cell in row.cells:
        text_height = len(cell.lines) * row.measures.leading
        line_y = y + (row.height - text_height) / 2 + (row.measures.leading - size) / 2 + size * _ASCENT
        inside = _PADDING if row.framed else 0.0
        align: Align = "center" if cell.centred else "right" if cell.at_end else "left"
        at = x + {"center": cell.width / 2, "right": cell.width - inside, "left": inside}[align]
        for line in cell.lines:
            paper.text(cell.role, size, at, line_y, line, align)
            line_y += row.measures.leading
        if row.framed:
            paper.frame(x, y, cell.width, row.height, 0.4)
        x += cell.width
    return y + row.height


def broken(text: str, room: float, face: Typeface, missing: set[str]) -> list[str]:
    """A text in lines of ``room`` em; empty lines at its ends are left out."""
    return lines_of(face.printable(text, missing).strip(), room, face.em)
