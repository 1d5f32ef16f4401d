"""A sheet seen as a grid: texts of header cells with merged regions resolved."""

from bisect import bisect_left
from functools import cached_property

from fj_desktop.exchange.reading.book import CellValue, Sheet, cell_text

WIDEST = 256
Region = tuple[int, int, int, int]


def is_blank(value: CellValue) -> bool:
    """Nothing a person would see."""
    return value is None or (isinstance(value, str) and not value.strip())


class Grid:
    """Read access to a sheet by zero-based row and column, as its rows lie in the list."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows = sheet.rows
        self.height = len(sheet.rows)

    @cached_property
    def width(self) -> int:
        """Columns in use, at most 256."""
        return min(WIDEST, max((len(row) for row in self.rows), default=0))

    @cached_property
    def _by_row(self) -> dict[int, list[Region]]:
        found: dict[int, list[Region]] = {}
        for region in self.sheet.merged:
            for row in range(region[0], min(region[2], region[0] + 12) + 1):
                found.setdefault(row, []).append(region)
        return found

    def region(self, row: int, column: int) -> Region | None:
        """The merged region that covers a header cell."""
        return next((one for one in self._by_row.get(row, ()) if one[1] <= column <= one[3]), None)

    def region_anywhere(self, row: int, column: int) -> Region | None:
        """The merged region whose top left is this cell."""
        return self._by_corner.get((row, column))

    @cached_property
    def _by_corner(self) -> dict[tuple[int, int], Region]:
        return {(one[0], one[1]): one for one in self.sheet.merged}

    def value(self, row: int, column: int) -> CellValue:
        """The cell itself, without merging."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def merged_value(self, row: int, column: int) -> CellValue:
        """The cell, or what stands in the top left of its merged region."""
        region = self.region(row, column)
        return self.value(region[0], region[1]) if region else self.value(row, column)

    def text(self, row: int, column: int) -> str:
        """The text of a header cell in one line, merged regions resolved."""
        value = self.merged_value(row, column)
        return "" if value is None else " ".join(cell_text(value).split())

    def filled(self, row: int) -> list[int]:
        """The columns of a row that hold something themselves."""
        return [column for column, value in enumerate(self.rows[row][:WIDEST]) if not is_blank(value)]

    def sheet_row(self, row: int) -> int:
        """The row's number as the spreadsheet program shows it."""
        return row + self.sheet.first_row

    def index(self, sheet_row: int) -> int:
        """The place in the list of a row number as the spreadsheet program shows it."""
        return sheet_row - self.sheet.first_row

    @cached_property
    def vertical(self) -> tuple[Region, ...]:
        """Merged regions of more than one row, from top to bottom."""
        return tuple(sorted(one for one in self.sheet.merged if one[2] > one[0]))

    def vertical_from(self, row: int) -> tuple[Region, ...]:
        """Merged regions of more than one row that begin at or below a row."""
        return self.vertical[bisect_left(self.vertical, (row, -1, -1, -1)) :]
