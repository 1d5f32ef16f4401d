"""Raw cells become plain values, row by row, within the limits."""

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.book import CellError, CellValue, RuinedNumber
from fj_desktop.exchange.reading.limits import refuse
from fj_desktop.exchange.reading.wire import Sender

# ECMA-376 part 1, 18.17.3 and 18.18.11; WPS and LibreOffice show the same.
_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
)
# From here on a sheet no longer holds every digit of a whole number.
_RUINED_FROM = 1e15
# 5.00237E+17: what a sheet shows of a long number, and writes into a text file.
_SHORTENED = re.compile(r"\d(?:\.\d{1,8})?E\+(?:09|[1-9]\d)")


def _text(value: str) -> CellValue:
    if not value or value.isspace():
        return None
    if value[0] == "#" and value in _ERRORS:
        return CellError(value)
    return value


def _number(value: float) -> CellValue:
    if not math.isfinite(value):
        return CellError("#NUM!")
    if value.is_integer():
        return int(value) if -_RUINED_FROM < value < _RUINED_FROM else RuinedNumber(_shown(value))
    return value


def _whole_number(value: int) -> CellValue:
    return value if -_RUINED_FROM < value < _RUINED_FROM else RuinedNumber(_shown(float(value)))


def _shown(value: float) -> str:
    mantissa, _, exponent = f"{value:.14E}".partition("E")
    return f"{mantissa.rstrip('0').rstrip('.')}E{exponent}"


def _duration(value: dt.timedelta) -> CellValue:
    seconds = round(abs(value).total_seconds())
    sign = "-" if value < dt.timedelta(0) else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _same(value: CellValue) -> CellValue:
    return value


# By exact type: the readers give no others, and a cell costs one look-up.
_PLAIN: dict[type, Callable[..., CellValue]] = {
    str: _text,
    float: _number,
    int: _whole_number,
    bool: _same,
    Decimal: lambda value: _number(float(value)),
    dt.date: _same,
    dt.datetime: lambda value: value.replace(tzinfo=None),
    dt.time: lambda value: value.replace(tzinfo=None),
    dt.timedelta: _duration,
    type(None): _same,
    CellError: _same,
    RuinedNumber: _same,
}


def shortened(text: str) -> CellValue:
    """A text from a text file; one that shows a long number shortened has lost its digits."""
    if "E+" in text and _SHORTENED.fullmatch(text):
        return RuinedNumber(text)
    return text


class SheetWriter:
    """Sends the rows of one sheet on as plain values; blank rows and columns at the end never leave."""

    def __init__(self, sender: Sender, total: "Total") -> None:
        self._sender = sender
        self._total = total
        self._blank = 0
        self._row = 0

    def add(self, raw: Iterable[object]) -> None:
        """Take the sheet's next row.

        Raises:
            RefusedFileError: a limit is passed, counting only rows and cells that hold something.
        """
        row = [_PLAIN[type(value)](value) for value in raw]
        while row and row[-1] is None:
            row.pop()
        self._row += 1
        if self._row > (limits.MAX_ROWS if row else limits.LAST_ROW):
            raise limits.too_many_rows()
        if not row:
            self._blank += 1
            return
        if len(row) > limits.MAX_COLUMNS:
            raise limits.too_many_columns()
        for _ in range(self._blank):
            self._sender.row([], 0)
        self._blank = 0
        self._sender.row(row, self._counted(row))

    def _counted(self, row: list[CellValue]) -> int:
        lengths = [len(value) for value in row if type(value) is str]
        if lengths and max(lengths) > limits.MAX_CELL_CHARACTERS:
            column = next(
                place
                for place, value in enumerate(row, start=1)
                if type(value) is str and len(value) > limits.MAX_CELL_CHARACTERS
            )
            raise refuse(
                f"第 {self._row} 行第 {column} 列的文字超过 {limits.MAX_CELL_CHARACTERS:,} 个字，不像台账内容。"
                "如果是文本文件，请检查引号是否成对；否则请缩短后再导入。"
            )
        characters = sum(lengths)
        self._total.add(len(row), characters)
        return characters


class Total:
    """Cells and characters of the whole file."""

    def __init__(self) -> None:
        self._cells = 0
        self._characters = 0

    def add(self, cells: int, characters: int) -> None:
        """Count one row.

        Raises:
            RefusedFileError: the file as a whole holds more than allowed.
        """
        self._cells += cells
        self._characters += characters
        if self._cells > limits.MAX_CELLS:
            raise limits.too_many_cells()
        if self._characters > limits.MAX_CHARACTERS:
            raise refuse(f"文字总量超过 {limits.MAX_CHARACTERS:,} 个字。{limits.SPLIT_ADVICE}")
