"""Who did what, and who saw covered values or took records out: all of it, newest first, with a filter.

Changes and accesses are two chained logs of the store (:mod:`fj_desktop.store.chain`); here they are one list.
"""

import datetime as dt
import heapq
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.change_lines import Line, LineReader, county_time, people
from fj_desktop.services.undoing import ACTIONS, words_of
from fj_desktop.store import queries, search
from fj_desktop.store.transactions import Store

ACCESSES = {
    "reveal": "查看遮盖内容",
    "export": "导出",
    "export-revealed": "导出（含遮盖内容）",
    "copy": "复制到剪贴板",
    "person-export": "导出个人信息",
    "reference": "更换参考表",
    "open-attachment": "打开附件",
    "save-attachment": "另存附件",
}
"""What an access was, in Chinese."""
_CHUNK = 200
_MOST_FOUND = 500
_AMONG = ' AND "row" IN (SELECT unhex(value) FROM json_each(?))'
_CHANGED_AMONG = (
    ' AND seq IN (SELECT seq FROM _change WHERE replica = 1 AND "row" IN (SELECT unhex(value) FROM json_each(?)))'
)
_MOST_LINES = 500


@dataclass(frozen=True)
class Sought:
    """What the list is narrowed to; what is left empty narrows nothing.

    Attributes:
        since: first day, county time.
        until: last day, county time.
        who: a staff record.
        acts: names of actions or accesses, as the store has them.
        library: only what touched this library.
        text: words that a touched record is found by.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    who: uuid.UUID | None = None
    acts: tuple[str, ...] = ()
    library: Library | None = None
    text: str = ""


@dataclass(frozen=True)
class Entry:
    """One line: ``seq`` is a transaction's number, None for an access; ``at`` is county time, the rest is in words."""

    seq: int | None
    at: str
    who: str
    act: str
    what: str


@dataclass(frozen=True)
class Detail:
    """One change of a transaction: the record it was made to, and the line; a new record has no line."""

    library: str
    record: str
    line: Line | None


class AuditService:
    """Reads both logs; nothing here writes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, sought: Sought, limit: int, behind: int = 0) -> list[Entry]:
        """Lines of both logs, newest first.

        Args:
            sought: the filter.
            limit: how many at most.
            behind: so many of the newest are passed over; costs grow with it, not with the store.
        """
        with self._store.reading() as connection:
            found = _found_rows(connection, sought.text)
            names = people(connection)
            both = heapq.merge(
                _accesses(connection, sought, found), _changes(connection, sought, found), key=_moment, reverse=True
            )
            return [_entry(connection, row, names) for row in islice(both, behind, behind + limit)]

    def accesses(self, record: uuid.UUID, limit: int) -> list[Entry]:
        """Who saw or took out one record by itself, newest first."""
        with self._store.reading() as connection:
            names = people(connection)
            found = _accesses(connection, Sought(), json.dumps([record.hex]))
            return [_entry(connection, row, names) for row in islice(found, limit)]

    def details(self, seq: int) -> list[Detail]:
        """What a transaction changed, record by record; the first 500 changes."""
        with self._store.reading() as connection:
            rows = connection.exec_driver_sql(
                'SELECT tbl, "row", _column.col, before, after FROM _change JOIN _column ON _column.no = _change.col '
                "WHERE replica = 1 AND seq = ? ORDER BY _change.no LIMIT ?",
                (seq, _MOST_LINES),
            ).fetchall()
            return _Details(connection).of(list(rows))

    def staff(self) -> list[tuple[uuid.UUID, str]]:
        """Everyone who may stand in the logs, by name."""
        with self._store.reading() as connection:
            rows = connection.exec_driver_sql("SELECT id, name FROM staff ORDER BY name").fetchall()
        return [(uuid.UUID(bytes=bytes(row[0])), str(row[1] or "")) for row in rows]


class _Details:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._readers: dict[str, LineReader] = {}

    def of(self, rows: list[Any]) -> list[Detail]:
        found = []
        for table, row, column, before, after in rows:
            if table == "member":
                table, row, column, before, after = self._of_set(bytes(row), str(column), after)
            library, record = CATALOG.of_table(str(table)), uuid.UUID(bytes=bytes(row))
            name = queries.names(self._connection, library, [record]).get(str(record), "")
            reader = self._readers.setdefault(library.table, LineReader(self._connection, library))
            line = reader.line("", library, str(column), before, after) if column else None
            if line is not None or not column:
                found.append(Detail(library.title, name, line))
        return found

    def _of_set(self, member: bytes, column: str, after: Any) -> tuple[str, bytes, str, Any, Any]:
        owner, place, value = self._connection.exec_driver_sql(
            "SELECT owner, field, value FROM member WHERE id = ?", (member,)
        ).one()
        table, name = str(place).split(".", 1)
        gone = column == "deleted" and bool(after)
        return table, owner, f"+{name}", value if gone else None, None if gone else value


def _found_rows(connection: Connection, text: str) -> str | None:
    """The records that some words find, as a JSON list; None when nothing was asked."""
    if not text.strip():
        return None
    return json.dumps([hit.id.hex for hit in search.find(connection, text, limit=_MOST_FOUND)])


def _moment(row: Any) -> str:
    return str(row[1])


def _changes(connection: Connection, sought: Sought, found: str | None) -> Iterator[Any]:
    where, values = _common(sought)
    if sought.library is not None:
        where += (
            " AND EXISTS (SELECT 1 FROM _change JOIN _column ON _column.no = _change.col"
            " WHERE _change.replica = 1 AND _change.seq = _txn.seq AND tbl = ?)"
        )
        values.append(sought.library.table)
    if found is not None:
        where += _CHANGED_AMONG
        values.append(found)
    sql = "SELECT seq, at, actor, action, batch FROM _txn WHERE replica = 1"
    return _pages(connection, f"{sql} {where.replace('act IN', 'action IN')}", "seq", values)


def _accesses(connection: Connection, sought: Sought, found: str | None) -> Iterator[Any]:
    where, values = _common(sought)
    if sought.library is not None:
        where += " AND library = ?"
        values.append(sought.library.library)
    if found is not None:
        where += _AMONG
        values.append(found)
    sql = 'SELECT no, at, actor, act, NULL, library, "row", detail FROM _access WHERE 1'
    return _pages(connection, f"{sql} {where}", "no", values)


def _common(sought: Sought) -> tuple[str, list[Any]]:
    where = ""
    values: list[Any] = []
    for words, day, plus in (("at >= ?", sought.since, 0), ("at < ?", sought.until, 1)):
        if day is not None:
            start = dt.datetime.combine(day, dt.time(), COUNTY_ZONE) + dt.timedelta(days=plus)
            where += f" AND {words}"
            values.append(start.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S"))
    if sought.who is not None:
        where += " AND actor = ?"
        values.append(sought.who.bytes)
    if sought.acts:
        where += f" AND act IN ({', '.join('?' * len(sought.acts))})"
        values += sought.acts
    return where, values


def _pages(connection: Connection, sql: str, number: str, values: list[Any]) -> Iterator[Any]:
    """Rows by falling number, read in pages that begin behind the last one seen."""
    below = 2**62
    while True:
        rows = connection.exec_driver_sql(
            f"{sql} AND {number} < ? ORDER BY {number} DESC LIMIT ?", (*values, below, _CHUNK)
        ).fetchall()
        yield from rows
        if len(rows) < _CHUNK:
            return
        below = int(rows[-1][0])


def _entry(connection: Connection, row: Any, names: dict[bytes | None, str]) -> Entry:
    number, at, actor, act, batch, *access = row
    who = names.get(actor, "")
    if access:
        return Entry(None, county_time(at), who, ACCESSES.get(str(act), str(act)), _seen(connection, *access))
    words = ACTIONS.get(str(act), str(act))
    what = _batch_words(connection, batch) if act == "import" and batch is not None else ""
    return Entry(int(number), county_time(at), who, words, what or words_of(connection, int(number)))


def _seen(connection: Connection, name: str, row: Any, detail: str | None) -> str:
    library = CATALOG.known(name)
    title = library.title if library is not None else name
    if library is None or row is None:
        return f"{title} {_counted(detail or '')}".strip()
    record = uuid.UUID(bytes=bytes(row))
    return f"{title}：{queries.names(connection, library, [record]).get(str(record), '')}"


def _counted(detail: str) -> str:
    """``12 rows, .xlsx`` as the log has it, in Chinese."""
    count, _, rest = detail.partition(" rows")
    return f"{count} 条{rest.replace(', ', '，')}" if count.isdecimal() else detail


def _batch_words(connection: Connection, batch: Any) -> str:
    found = connection.exec_driver_sql(
        "SELECT library, file, added, updated FROM _batch WHERE id = ?", (batch,)
    ).first()
    if found is None:
        return ""
    library, file, added, updated = found
    known = CATALOG.known(str(library))
    title = known.title if known is not None else library
    return f"导入“{file}”到{title}：新增 {added} 条，更新 {updated} 条"
