"""Captured changes in words: which field of a record went from what to what, by whom; covered if sensitive."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection
from sqlalchemy.dialects import sqlite

from fj_desktop.core.catalog import Surface
from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Many
from fj_desktop.libraries import CATALOG
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table

_DIALECT = sqlite.dialect()
_STATE = {"deleted": "删除标记"}


@dataclass(frozen=True)
class Line:
    """One field of a change: its surface key, label, and the values before and after as shown; covered if sensitive."""

    key: str
    label: str
    before: str
    after: str
    typed_before: str
    """The value before as it would be typed; what a return to it writes."""


class LineReader:
    """Turns captured columns of a library's records, and of the masters they stand on, into lines."""

    def __init__(self, connection: Connection, library: Library, *, uncovered: bool = False) -> None:
        """``uncovered``: sensitive values are written out, for whom they are about."""
        self._connection, self._uncovered = connection, uncovered
        self._surface = {(one.via.name if one.via else "", one.field.name): one for one in CATALOG.surface(library)}

    def line(self, link: str, target: Library, column: str, before: Any, after: Any) -> Line | None:
        """One captured change.

        Args:
            link: by which the record stands on the changed row; empty for its own row.
            target: the library of the changed row.
            column: the column; ``+name`` for a member of a set.
            before: as captured; None for nothing.
            after: as captured.
        """
        if column in _STATE and not link:
            return Line("", _STATE[column], "已删除" if before else "在用", "已删除" if after else "在用", "")
        member = column.startswith("+")
        one = self._surface.get((link, column.removeprefix("+")))
        if one is None:
            return None
        kind = one.field.kind.each if isinstance(one.field.kind, Many) else one.field.kind
        shown = [self._shown(one, kind, target, column, value, member) for value in (before, after)]
        typed = "" if member else self._typed(kind, target, column, before)
        return Line("" if member else one.key, one.label, shown[0], shown[1], typed)

    def _shown(self, one: Surface, kind: Any, target: Library, column: str, raw: Any, member: bool) -> str:
        if raw is None:
            return ""
        value = raw if member else _value(target, column, raw)
        if one.field.masked and not self._uncovered:
            return str(kind.mask(value))
        if one.ref_target:
            wanted = uuid.UUID(str(value))
            return queries.names(self._connection, CATALOG.of_table(one.ref_target), [wanted]).get(str(wanted), "")
        return str(kind.glance(value))

    @staticmethod
    def _typed(kind: Any, target: Library, column: str, raw: Any) -> str:
        return "" if raw is None else str(kind.show(_value(target, column, raw)))


def people(connection: Connection) -> dict[bytes | None, str]:
    """Staff names by the id that changes carry."""
    return {bytes(row[0]): str(row[1] or "") for row in connection.exec_driver_sql("SELECT id, name FROM staff")}


def county_time(at: str) -> str:
    """A stored moment (UTC) as the county's clock showed it."""
    moment = dt.datetime.fromisoformat(at).replace(tzinfo=dt.UTC)
    return moment.astimezone(COUNTY_ZONE).strftime("%Y-%m-%d %H:%M:%S")


def _value(library: Library, column: str, raw: Any) -> Any:
    """A captured value as the program knows it."""
    held: Column[Any] = record_table(library).c[column]
    process = held.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
    return raw if process is None else process(raw)
