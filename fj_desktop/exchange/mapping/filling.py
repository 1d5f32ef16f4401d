"""Cells merged over several rows: every row of the region has its value."""

from fj_desktop.exchange.mapping.grid import is_blank
from fj_desktop.exchange.reading.book import CellValue, Sheet


class Filler:
    """Gives each row below a header what merged regions begun above it hold; asked for rows from top to bottom."""

    def __init__(self, sheet: Sheet, start: int) -> None:
        self._rows = sheet.rows
        tall = (one for one in sheet.merged if one[2] > one[0] >= start and one[0] < len(sheet.rows))
        self._waiting = sorted(tall, reverse=True)
        self._open: dict[int, tuple[int, CellValue]] = {}

    def filled(self, row: int) -> list[CellValue]:
        """The cells of a row, those under a merged one filled with its value."""
        while self._waiting and self._waiting[-1][0] < row:
            top, left, bottom, _ = self._waiting.pop()
            cells = self._rows[top]
            value = cells[left] if left < len(cells) else None
            if not is_blank(value):
                self._open[left] = (bottom, value)
        cells = self._rows[row]
        if not self._open:
            return cells
        self._open = {column: one for column, one in self._open.items() if one[0] >= row}
        return self._with_open(cells)

    def _with_open(self, cells: list[CellValue]) -> list[CellValue]:
        longer = cells + [None] * (max(self._open, default=-1) + 1 - len(cells))
        for column, (_, value) in self._open.items():
            if is_blank(longer[column]):
                longer[column] = value
        return longer
