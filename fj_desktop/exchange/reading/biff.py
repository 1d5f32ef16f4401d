"""What the fast reader doesn't tell of an .xls (MS-XLS): failed cells, percent formats, a password."""

import struct
from collections.abc import Iterator

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.book import CellError

_SHEET_AT, _FILE_PASS = 0x0085, 0x002F
_FORMAT, _CELL_FORMAT = 0x041E, 0x00E0
_FORMULA, _NUMBER, _RK, _MANY_RK, _BOOL_OR_ERROR = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
_END = 0x000A

_BUILT_IN_PERCENTS = frozenset({9, 10})
_MAY_FAIL = frozenset({_FORMULA, _BOOL_OR_ERROR})
_ALL_CELLS = _MAY_FAIL | {_NUMBER, _RK}
# More cells than this are refused anyway; sheets may overlap, so the bytes don't bound the work.
_MAX_RECORDS = 4_000_000
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


class Percent:
    """Stands for: the number here is shown as a percent."""


PERCENT = Percent()
Marks = dict[int, dict[int, CellError | Percent]]


class Workbook:
    """What the record stream of an .xls says about its sheets, in their own order."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self.is_encrypted = False
        self._sheets: list[int] = []
        self._percent_formats = set(_BUILT_IN_PERCENTS)
        self._percent_styles: set[int] = set()
        self._left = _MAX_RECORDS
        self._read_globals()
        self._marked_kinds = _ALL_CELLS if self._percent_styles else _MAY_FAIL

    def marks(self) -> list[Marks]:
        """For each sheet: what stands at row and column, both zero-based.

        Raises:
            RefusedFileError: the stream has more records than any sheet within the limits.
        """
        if len(self._sheets) > limits.MAX_SHEETS:
            raise limits.too_many_sheets()
        return [self._sheet_marks(start) for start in self._sheets]

    def _read_globals(self) -> None:
        styles = 0
        for kind, at, size in self._records(0):
            if kind == _END:
                break
            if kind == _FILE_PASS:
                self.is_encrypted = True
            elif kind == _SHEET_AT and size >= 4:
                self._sheets.append(struct.unpack_from("<I", self._stream, at)[0])
            elif kind == _FORMAT and size > 2 and b"%" in self._stream[at + 2 : at + size]:
                self._percent_formats.add(struct.unpack_from("<H", self._stream, at)[0])
            elif kind == _CELL_FORMAT and size >= 4:
                if struct.unpack_from("<H", self._stream, at + 2)[0] in self._percent_formats:
                    self._percent_styles.add(styles)
                styles += 1

    def _sheet_marks(self, start: int) -> Marks:
        marks: Marks = {}
        for kind, at, size in self._records(start):
            if kind == _END:
                break
            if kind == _MANY_RK:
                self._mark_many(marks, at, size)
            elif kind in self._marked_kinds and size >= 8:
                row, column, style = struct.unpack_from("<3H", self._stream, at)
                mark = self._mark(kind, style, self._stream[at + 6 : at + size])
                if mark is not None:
                    marks.setdefault(row, {})[column] = mark
        return marks

    def _mark(self, kind: int, style: int, content: bytes) -> CellError | Percent | None:
        if kind == _BOOL_OR_ERROR:
            return CellError(_ERRORS.get(content[0], "#N/A")) if content[1] else None
        if kind == _FORMULA and content[6:8] == b"\xff\xff":
            return CellError(_ERRORS.get(content[2], "#N/A")) if content[0] == 2 else None
        return PERCENT if style in self._percent_styles else None

    def _mark_many(self, marks: Marks, at: int, size: int) -> None:
        if not self._percent_styles or size < 12:
            return
        row, column = struct.unpack_from("<2H", self._stream, at)
        for place in range(at + 4, at + size - 7, 6):
            if struct.unpack_from("<H", self._stream, place)[0] in self._percent_styles:
                marks.setdefault(row, {})[column] = PERCENT
            column += 1

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Kind, place and size of each record from ``at`` on, up to where the stream ends or is cut off."""
        header = struct.Struct("<2H")
        while at + header.size <= len(self._stream):
            kind, size = header.unpack_from(self._stream, at)
            at += header.size
            self._left -= 1
            if self._left < 0:
                raise limits.too_big()
            if at + size > len(self._stream):
                return
            yield kind, at, size
            at += size
