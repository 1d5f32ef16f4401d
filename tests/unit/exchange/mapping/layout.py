"""A ledger in the layout another county uses: each column with the field it must come to."""

from dataclasses import dataclass, field

from fj_desktop.exchange.reading.book import Book, CellValue, Sheet

ROW_NUMBER, UNMAPPED, ANY = "#", "-", "*"


@dataclass(frozen=True)
class Layout:
    """One ledger.

    Attributes:
        title: names the test.
        library: where it goes.
        columns: ``header=key``, or ``outer>inner=key``, parted by blanks or newlines; ``_`` stands for a blank.
        rows: cells parted by ``|``; numbers become numbers.
        above: rows over the header, merged over the whole width.
        below: rows under the records, in the first column.
        merged: whether groups and titles are merged cells, as in Excel, or only blank cells, as in CSV.
    """

    title: str
    library: str
    columns: str
    rows: tuple[str, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    merged: bool = True
    pairs: list[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        parts = [part.rpartition("=") for part in self.columns.split()]
        object.__setattr__(self, "pairs", [(header.replace("_", " "), key) for header, _, key in parts])

    @property
    def book(self) -> Book:
        """The ledger as it is read."""
        headers = [header.split(">") for header, _ in self.pairs]
        depth = max(len(one) for one in headers)
        rows: list[list[CellValue]] = [[text, *[None] * (len(headers) - 1)] for text in self.above]
        merged = [(row, 0, row, len(headers) - 1) for row in range(len(rows))] if len(headers) > 1 else []
        top = len(rows)
        rows += header_rows(headers, depth)
        merged += header_regions(headers, depth, top)
        rows += [[cell(text) for text in row.split("|")] for row in self.rows]
        rows += [[text, *[None] * (len(headers) - 1)] for text in self.below]
        return Book("xlsx", f"{self.title}.xlsx", [Sheet("Sheet1", False, rows, 1, merged if self.merged else [])])

    @property
    def header_row(self) -> int:
        """The sheet row at which the header begins."""
        return len(self.above) + 1


def header_rows(headers: list[list[str]], depth: int) -> list[list[CellValue]]:
    """The header cells; only the first cell of a group is filled."""
    rows: list[list[CellValue]] = [[None] * len(headers) for _ in range(depth)]
    for column, parts in enumerate(headers):
        for level, text in enumerate(parts):
            same = column > 0 and headers[column - 1][: level + 1] == parts[: level + 1] and level < len(parts) - 1
            rows[level][column] = None if same else text
    return rows


def header_regions(headers: list[list[str]], depth: int, top: int) -> list[tuple[int, int, int, int]]:
    """Merged regions: single headers over all levels, groups over their columns."""
    found = []
    for column, parts in enumerate(headers):
        if len(parts) < depth:
            found.append((top + len(parts) - 1, column, top + depth - 1, column))
        elif depth > 1 and (column == 0 or headers[column - 1][0] != parts[0]):
            last = column
            while last + 1 < len(headers) and len(headers[last + 1]) > 1 and headers[last + 1][0] == parts[0]:
                last += 1
            if last > column:
                found.append((top, column, top, last))
    return found


def cell(text: str) -> CellValue:
    """A cell as a reader gives it: blank, number or text."""
    bare = text.strip()
    if not bare:
        return None
    try:
        return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 12 and bare[0] != "0" else float(bare)
    except ValueError:
        return bare
