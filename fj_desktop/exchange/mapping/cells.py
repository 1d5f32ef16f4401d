"""One column's cells as typed text: units from the header, dates, fractions, and cells that can't be taken."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

from fj_desktop.core.kinds import (
    Amount,
    Area,
    Day,
    Kind,
    Moment,
    Percent,
    Phone,
    Text,
    Year,
    YearMonth,
)
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import fold
from fj_desktop.exchange.reading.book import CellError, CellValue, RuinedNumber, cell_text

Convert = Callable[[CellValue], str]
Number = int | float | Decimal

RUINED = "号码在 Excel 里被存成数字，后几位已丢失，请在原表设为文本后重新填写"
_BOUND = "[≥≤><约]|>=|<=|不低于|不高于|不小于|不大于|不少于|不超过|至少|最多|最低|最高"
_BOUNDED = re.compile(rf"((?:{_BOUND})?[+-]?[\d,]*\.?\d+)((?:及?以[上下内])?)")
_PLACEHOLDERS = frozenset(["-", "--", "—", "——", "–", "/", "//", "\\", "／", "－", "n/a", "N/A"])
_SERIAL_START = dt.datetime(1899, 12, 30)
_MEMORY = 20_000


class BadValueError(ValueError):
    """A cell that can't be taken; ``reason`` is plain Chinese."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def converter(kind: Kind, unit: str = "", *, as_fraction: bool = False) -> Convert:
    """The function that turns one column's cells into typed text; empty text for a blank cell.

    The function raises BadValueError for an Excel error, a ruined number, and a bare number that lacks its unit.
    """
    suffix = kind.with_unit("1", unit)[1:] if unit else ""
    suffix = suffix or (unit if unit and isinstance(kind, Text) else "")
    lacks_unit = _lacks_unit(kind) if not suffix else ""
    number = _of_number(kind, suffix, lacks_unit, as_fraction)
    word = _of_word(kind, suffix, lacks_unit)

    def convert(value: CellValue) -> str:
        if value.__class__ is str:
            return word(value)
        if value is None:
            return ""
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            return number(value)
        return _of_other(value, kind)

    return convert


def bare_number(text: str) -> bool:
    """A text that is a number and nothing more."""
    return _BOUNDED.fullmatch(fold(text).replace(" ", "")) is not None


def _lacks_unit(kind: Kind) -> str:
    """The reason a kind refuses a number without its unit; empty when it takes one."""
    if not isinstance(kind, Area):
        return ""
    try:
        kind.parse("1")
    except RefusalError as refusal:
        return refusal.reason
    return ""


def _of_word(kind: Kind, suffix: str, lacks_unit: str) -> Convert:
    dashes = frozenset() if isinstance(kind, Text) or _takes(kind, "-") else _PLACEHOLDERS
    memory: dict[str, str] = {}

    def plain(value: CellValue) -> str:
        text = str(value).strip()
        return "" if text in dashes else text

    def measured(value: CellValue) -> str:
        raw = str(value)
        if raw not in memory:
            if len(memory) > _MEMORY:
                memory.clear()
            memory[raw] = with_suffix(plain(raw))
        return memory[raw]

    def with_suffix(text: str) -> str:
        match = _BOUNDED.fullmatch(fold(text).replace(" ", ""))
        if match is None:
            return text
        if lacks_unit:
            raise BadValueError(lacks_unit)
        return f"{match.group(1)}{suffix}{match.group(2)}"

    return measured if suffix or lacks_unit else plain


def _of_number(kind: Kind, suffix: str, lacks_unit: str, as_fraction: bool) -> Callable[[Number], str]:
    if isinstance(kind, (Day, Moment, YearMonth, Year)):
        return lambda value: _date_of(kind, value)
    if isinstance(kind, Phone):
        return lambda value: _line_of(kind, value)

    def measured(value: Number) -> str:
        if lacks_unit:
            raise BadValueError(lacks_unit)
        return cell_text(value) + suffix

    if as_fraction and isinstance(kind, Percent):
        return lambda value: format((Decimal(cell_text(value)) * 100).normalize(), "f")
    return measured if suffix or lacks_unit else cell_text


def _of_other(value: CellValue, kind: Kind) -> str:
    if isinstance(value, CellError):
        raise BadValueError(f"单元格是 Excel 错误值（{cell_text(value)}），请在原表改正或清空")
    if isinstance(value, RuinedNumber):
        if isinstance(kind, Amount):
            return cell_text(value)
        raise BadValueError(RUINED)
    return cell_text(value)


def _date_of(kind: Kind, value: Number) -> str:
    """A number in a column of dates: a serial number of Excel, or 2025.7 typed as a number."""
    if 10000 < value < 73050 and not isinstance(kind, Year):
        moment = _SERIAL_START + dt.timedelta(seconds=round(float(value) * 86400))
        return _of_other(moment, kind)
    text = cell_text(value)
    if not isinstance(value, int) and re.fullmatch(r"(?:19|20)\d\d\.1", text):
        raise BadValueError(
            f"“{text}”在 Excel 里存成了数字，分不清是 1 月还是 10 月，请在原表改为文本，例如 {text[:4]}-10"
        )
    return text


def _line_of(kind: Phone, value: Number) -> str:
    """A fixed line stored as a number has lost the zero of its area code."""
    text = cell_text(value)
    return text if _takes(kind, text) or not _takes(kind, "0" + text) else "0" + text


def _takes(kind: Kind, text: str) -> bool:
    try:
        kind.parse(text)
    except RefusalError:
        return False
    return True
