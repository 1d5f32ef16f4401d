"""A sheet seen as a grid: texts of header cells with merged regions resolved."""

from functools import cached_property

from fj_desktop.exchange.reading.book import CellValue, Sheet, cell_text

WIDEST = 256
_TALLEST = 11
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
        self._covering: dict[int, dict[int, Region]] = {}

    @cached_property
    def width(self) -> int:
        """Columns in use, at most 256."""
        return min(WIDEST, max((len(row) for row in self.rows), default=0))

    @cached_property
    def _by_row(self) -> dict[int, list[Region]]:
        found: dict[int, list[Region]] = {}
        for region in self.sheet.merged:
            for row in range(region[0], min(region[2], region[0] + _TALLEST) + 1):
                found.setdefault(row, []).append(region)
        return found

    def region(self, row: int, column: int) -> Region | None:
        """The merged region that covers a header cell; of a tall one only the first twelve rows count."""
        found = self._covering.get(row)
        if found is None:
            found = self._covering[row] = {}
            for region in self._by_row.get(row, ()):
                if len(found) >= self.width:
                    break
                for covered in range(region[1], min(region[3], self.width - 1) + 1):
                    found.setdefault(covered, region)
        return found.get(column)

    def region_from(self, row: int, column: int) -> Region | None:
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
