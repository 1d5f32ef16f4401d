"""What a file from outside is once it has been read: plain values in rows, nothing that can act."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

Kind = Literal["xlsx", "xls", "ods", "csv", "vcf"]

# A sheet keeps 15 digits of a number; what a person typed never has more.
_KEPT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose formula failed in the program it came from; ``code`` is what it shows, e.g. ``#N/A``."""

    code: str


@dataclass(frozen=True, slots=True)
class RuinedNumber:
    """Digits (card, identity or credit code) stored as a number: all after the fifteenth are lost for good."""

    shown: str


CellValue: TypeAlias = (
    str | int | float | bool | Decimal | dt.date | dt.datetime | dt.time | CellError | RuinedNumber | None
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; all rows are equally long, and blank rows and columns at the end are left out.

    Attributes:
        first_row: the sheet's own 1-based number of ``rows[0]``; the readers start every sheet at row 1.
        merged: cells shown as one, as (first row, first column, last row, last column), zero-based and inclusive.
    """

    name: str
    hidden: bool = False
    rows: list[list[CellValue]] = field(default_factory=list)
    first_row: int = 1
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Book:
    """One file: its sheets in their own order (a text file or address book has one), and what a person should know."""

    kind: Kind
    name: str
    sheets: list[Sheet]
    notes: list[str] = field(default_factory=list)


def cell_text(value: CellValue) -> str:
    """The text a person would have typed for this value: 100.0 gives ``100``, days are ISO, true is 是."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return plain_number(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, CellError):
        return value.code
    if isinstance(value, RuinedNumber):
        return value.shown
    return _moment_text(value)


def plain_number(value: float) -> str:
    """The shortest digits that stand for ``value`` on a sheet, never with an exponent: 0.1 + 0.2 gives ``0.3``."""
    digits = Decimal(f"{value:.{_KEPT_DIGITS}g}")
    if not digits:
        return "0"
    text = f"{digits:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(value: float) -> str:
    """What a cell in a percent format stands for: 0.3 gives ``30%``."""
    return f"{plain_number(float(Decimal(f'{value:.{_KEPT_DIGITS}g}') * 100))}%"


def _moment_text(value: int | dt.date | dt.datetime | dt.time) -> str:
    if isinstance(value, dt.datetime):
        if value.time() == dt.time(0):
            return value.date().isoformat()
        return f"{value.date().isoformat()} {_clock(value.time())}"
    if isinstance(value, dt.time):
        return _clock(value)
    return str(value)


def _clock(value: dt.time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")
