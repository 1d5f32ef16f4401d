"""Stored values as typed cells, the same for workbook and CSV."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from fj_desktop.core.kinds import Coded, Kind
from fj_desktop.core.kinds.base import CellOut
from fj_desktop.core.kinds.numbers import plain

_REMEMBERED = 4096

Typing = Callable[[Any], CellOut]


def typing_of(kind: Kind) -> Typing:
    """How values of a kind become cells; the values are never None.

    Text given for a kind that stores something else (a covered number, the names of references) stays
    the text it is.
    """
    if _is_text_as_stored(kind):
        return _same
    shown = lru_cache(_REMEMBERED)(kind.to_cell) if _is_looked_up(kind) else kind.to_cell
    if _stores_text(kind):
        return shown

    def typed(value: Any) -> CellOut:
        return value if isinstance(value, str) else shown(value)

    return typed


def as_text(cell: CellOut) -> str:
    """A typed cell in a file without types: plain number, ISO date, time to the second."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _same(value: Any) -> CellOut:
    return str(value)


def _is_text_as_stored(kind: Kind) -> bool:
    own = type(kind)
    return own.to_cell is Kind.to_cell and own.show is Kind.show and _stores_text(kind)


def _is_looked_up(kind: Kind) -> bool:
    return isinstance(kind, Coded) or isinstance(getattr(kind, "each", None), Coded)


def _stores_text(kind: Kind) -> bool:
    return not kind.many and kind.column_type().python_type is str
