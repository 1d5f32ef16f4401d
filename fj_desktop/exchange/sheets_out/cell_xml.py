"""Cells of a worksheet as XML text (ECMA-376 part 1, 18.3.1.4): numbers, dates and inline text, never a formula."""

import datetime as dt
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fj_desktop.core.kinds.numbers import plain
from fj_desktop.exchange.reading.book import CellError

LONGEST_TEXT = 32_767
"""UTF-16 units a cell can hold; spreadsheet programs cut or refuse what is longer."""

_ASTRAL_POSSIBLE = LONGEST_TEXT // 2
_SERIAL_START = dt.date(1899, 12, 30)
# Serials before 1 March 1900 mean different days in different programs (29 February 1900 did not exist).
_FIRST_SERIAL_DAY = dt.date(1900, 3, 1)
_SECONDS = 86_400
# Spreadsheet programs keep fifteen significant digits of a number.
_DIGITS = 15
_ERROR = re.compile("#[A-Z0-9/]{1,12}[!?]?")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f]")


@dataclass(frozen=True)
class Styles:
    """Numbers of the cell formats a column uses."""

    text: int
    whole: int
    fraction: int
    day: int
    moment: int


class TooLongError(ValueError):
    """A text is longer than a cell can hold; ``length`` in UTF-16 units."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


def safe_text(text: str) -> str:
    """The text as the file format can hold it: control signs, and what looks like their escape, escaped (22.9.2.19).

    Halves of surrogate pairs and the two signs that Unicode never assigns become U+FFFD.
    """
    return _ESCAPED.sub(_escape, _UNWRITABLE.sub("\ufffd", text))


def _escape(match: re.Match[str]) -> str:
    return f"_x{ord(match.group()):04X}_"


def text_length(text: str) -> int:
    """The length in UTF-16 units, as spreadsheet programs count."""
    return len(text) if len(text) <= _ASTRAL_POSSIBLE else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_beyond(number: float | Decimal, text: str) -> bool:
    """Whether a spreadsheet program would change the number: more digits than it keeps, or no number at all."""
    if isinstance(number, float):
        return not math.isfinite(number)
    return len(text.replace(".", "").strip("-0")) > _DIGITS


class ColumnWriter:
    """Writes the cells of one column, e.g. of column ``C``."""

    def __init__(self, letter: str, styles: Styles) -> None:
        self._letter = letter
        self._styles = styles
        self._before_text = f'" s="{styles.text}" t="inlineStr"><is><t'

    def cell(self, value: Any, row: str) -> str:
        """The XML of one cell, nothing for an empty one.

        Args:
            value: text, number, date, moment without zone, or an error found in a sheet; anything else is
                written as its text.
            row: the row's number.

        Raises:
            TooLongError: the text doesn't fit into a cell.
        """
        if type(value) is str:
            return self._text(value, row)
        if isinstance(value, int | float | Decimal):
            return self._number(value, row)
        if isinstance(value, dt.date):
            return self._date(value, row)
        if isinstance(value, CellError) and _ERROR.fullmatch(value.code):
            return f'<c r="{self._letter}{row}" s="{self._styles.text}" t="e"><v>{value.code}</v></c>'
        return "" if value is None else self._text(str(value), row)

    def _text(self, text: str, row: str) -> str:
        if not text:
            return ""
        if (length := text_length(text)) > LONGEST_TEXT:
            raise TooLongError(length)
        kept = ""
        if not text.isalnum():
            kept = "" if text == text.strip() else ' xml:space="preserve"'
            text = safe_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return f'<c r="{self._letter}{row}{self._before_text}{kept}>{text}</t></is></c>'

    def _number(self, number: float | Decimal, row: str) -> str:
        if isinstance(number, bool):
            return f'<c r="{self._letter}{row}" s="{self._styles.whole}" t="b"><v>{int(number)}</v></c>'
        text = plain(number) if isinstance(number, Decimal) else repr(number).removesuffix(".0")
        if _is_beyond(number, text):
            return self._text(text, row)
        style = self._styles.fraction if "." in text else self._styles.whole
        return f'<c r="{self._letter}{row}" s="{style}"><v>{text}</v></c>'

    def _date(self, value: dt.date, row: str) -> str:
        day = value.date() if isinstance(value, dt.datetime) else value
        if day < _FIRST_SERIAL_DAY:
            return self._text(str(value), row)
        serial = str((day - _SERIAL_START).days)
        style = self._styles.day
        if isinstance(value, dt.datetime):
            style = self._styles.moment
            of_day = dt.timedelta(
                hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond
            ).total_seconds()
            serial = repr(int(serial) + of_day / _SECONDS)
        return f'<c r="{self._letter}{row}" s="{style}"><v>{serial}</v></c>'
