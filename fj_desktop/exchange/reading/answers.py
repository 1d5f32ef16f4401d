"""What the worker says is believed in nothing but its values: order, shape and amount are checked."""

from pathlib import Path
from typing import Any, get_args

from fj_desktop.exchange.reading import limits, wire
from fj_desktop.exchange.reading.book import Book, CellValue, Kind, Sheet

_GARBLED = "读取程序的回答不正常，文件内容可能已损坏或被人为改造过。请用 WPS/Excel 打开后另存为 .xlsx 再导入。"
_LONGEST_TEXT = 500


class Answers:
    """Puts a book together from the worker's lines."""

    def __init__(self, path: Path) -> None:
        self.is_done = False
        self.rows = 0
        self.expected_rows: int | None = None
        self._path = path
        self._cells = 0
        self._kind: Kind = "csv"
        self._sheets: list[Sheet] = []
        self._notes: list[str] = []

    def take(self, line: bytes) -> None:
        """Take in the next line.

        Raises:
            RefusedFileError: the worker refused the file, or the line makes no sense.
        """
        try:
            self._take(line[:1], line[1:].decode())
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
            raise limits.refuse(_GARBLED) from error

    def book(self) -> Book:
        """The whole file, its rows made equally long."""
        for sheet in self._sheets:
            width = max(map(len, sheet.rows), default=0)
            for row in sheet.rows:
                row.extend([None] * (width - len(row)))
        return Book(self._kind, self._path.name, self._sheets, self._notes)

    def _take(self, letter: bytes, text: str) -> None:
        match letter:
            case b"R":
                self._take_rows(wire.decode_rows(text))
            case b"S":
                self._begin_sheet(wire.decode(text))
            case b"M":
                self._sheets[-1].merged.extend(_range(found) for found in wire.decode(text)[: limits.MAX_MERGED])
            case b"N":
                self._notes.append(_short_text(wire.decode(text)))
            case b"A":
                self._sheets.clear()
                self.rows = self._cells = 0
            case b"X":
                raise limits.refuse(_short_text(wire.decode(text)))
            case b"Z":
                self._end(wire.decode(text))
            case _:
                raise ValueError(letter)

    def _begin_sheet(self, about: dict[str, Any]) -> None:
        expected = about["rows"]
        if len(self._sheets) >= limits.MAX_SHEETS:
            raise ValueError("sheets")
        if isinstance(expected, int):
            self.expected_rows = self.rows + min(expected, limits.MAX_ROWS)
        else:
            self.expected_rows = None
        name = _short_text(about["name"])
        self._sheets.append(Sheet(name or self._path.stem, hidden=bool(about["hidden"])))

    def _take_rows(self, rows: list[list[CellValue]]) -> None:
        sheet = self._sheets[-1]
        sheet.rows.extend(rows)
        self.rows += len(rows)
        self._cells += sum(map(len, rows))
        if len(sheet.rows) > limits.MAX_ROWS or self._cells > limits.MAX_CELLS:
            raise ValueError("rows")
        if max(map(len, rows), default=0) > limits.MAX_COLUMNS:
            raise ValueError("columns")

    def _end(self, kind: Kind) -> None:
        if kind not in get_args(Kind):
            raise ValueError(kind)
        self._kind = kind
        self.is_done = True


def _short_text(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(type(text).__name__)
    return text[:_LONGEST_TEXT]


def _range(found: list[int]) -> tuple[int, int, int, int]:
    first_row, first_column, last_row, last_column = map(int, found)
    return first_row, first_column, last_row, last_column
