"""Cells merged over several rows: every row of the region has its value."""

from fj_desktop.exchange.mapping.grid import is_blank
from fj_desktop.exchange.reading.book import CellValue, Sheet


def filled_down(sheet: Sheet, start: int) -> dict[int, dict[int, CellValue]]:
    """The values that merged regions give to rows below their first, by row and column; header rows left aside.

    Args:
        sheet: as read.
        start: index of the first row below the header.
    """
    found: dict[int, dict[int, CellValue]] = {}
    for top, left, bottom, _ in sheet.merged:
        if bottom <= top or top < start or top >= len(sheet.rows):
            continue
        cells = sheet.rows[top]
        value = cells[left] if left < len(cells) else None
        if is_blank(value):
            continue
        for row in range(top + 1, min(bottom + 1, len(sheet.rows))):
            found.setdefault(row, {})[left] = value
    return found
