"""The history of one record from the captured changes: who changed which field when, from what to what."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.change_lines import Line, LineReader, county_time, people
from fj_desktop.services.composing import master_libraries
from fj_desktop.services.records import RecordService
from fj_desktop.services.undoing import ACTIONS
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store

_MOST_LINES = 2000
_ATTACHMENT = "@attachment"
_DIALECT = sqlite.dialect()
_STATE = {"deleted": "删除标记"}


@dataclass(frozen=True)
class Event:
    """One transaction that touched the record: its number, county time, who, what, and its lines."""

    seq: int
    at: str
    who: str
    what: str
    lines: tuple[Line, ...]


class HistoryService:
    """Reads the history of a record and puts former values back."""

    def __init__(self, store: Store, records: RecordService) -> None:
        self._store, self._records = store, records

    def of(self, library: Library, record: uuid.UUID, *, as_their_copy: bool = False) -> list[Event]:
        """What happened to a record and to the masters it stands on, newest first.

        Args:
            library: where it stands.
            record: its id.
            as_their_copy: for the copy a person may ask for: nothing is covered, and masters are told by themselves.

        Raises:
            UserError: there is no such record.
        """
        with self._store.reading() as connection:
            values = queries.values(connection, library, record)
            if values is None:
                raise UserError(f"{library.title}里没有编号为 {record} 的记录，请核对编号。")
            rows = {record.bytes: ("", library)}
            for link, target in master_libraries(library).items():
                if values.get(link) is not None and not as_their_copy:
                    rows[values[link].bytes] = (link, target)
            return _Reader(connection, library, rows, uncovered=as_their_copy).events()

    def put_back(self, library: Library, record: uuid.UUID, event: Event, key: str | None = None) -> None:
        """Give one field, or all fields of an event, the value from before it; checked like anything typed.

        Raises:
            InvalidRecordError: a former value is not allowed any more, or the field is fixed.
            UserError: the event has no such field.
        """
        typed = {line.key: line.typed_before for line in event.lines if line.key and key in (None, line.key)}
        if not typed:
            raise UserError("这次改动里没有可以还原的字段。")
        self._records.change(library, record, typed)

    def state_before(self, library: Library, record: uuid.UUID, event: Event) -> dict[str, str]:
        """The fields that have changed since just before an event, each as it was typed then."""
        typed: dict[str, str] = {}
        for one in self.of(library, record):
            if one.seq >= event.seq:
                typed.update({line.key: line.typed_before for line in one.lines if line.key})
        return typed

    def return_to(self, library: Library, record: uuid.UUID, event: Event) -> None:
        """Bring the whole record back to where it stood just before an event.

        Raises:
            InvalidRecordError: see :meth:`put_back`.
            UserError: nothing has changed since.
        """
        typed = self.state_before(library, record, event)
        if not typed:
            raise UserError("这条记录从那时起没有改过字段。")
        self._records.change(library, record, typed)


class _Reader:
    """Turns captured changes of some rows into events."""

    def __init__(
        self, connection: Connection, library: Library, rows: Mapping[bytes, tuple[str, Library]], *, uncovered: bool
    ) -> None:
        self._connection, self._rows = connection, rows
        self._lines = LineReader(connection, library, uncovered=uncovered)

    def events(self) -> list[Event]:
        """Newest first."""
        gathered = [*self._own_changes(), *self._member_changes(), *self._attachment_changes()]
        changes = sorted(gathered, key=lambda one: -int(one[0]))
        events, staff = [], people(self._connection)
        grouped: dict[int, list[Line]] = {}
        for _, seq, row, column, before, after in changes:
            line = self._line(bytes(row), str(column), before, after)
            grouped.setdefault(int(seq), []).extend([line] if line else [])
        for seq in sorted(grouped, reverse=True):
            at, actor, action = self._connection.exec_driver_sql(
                "SELECT at, actor, action FROM _txn WHERE replica = 1 AND seq = ?", (seq,)
            ).one()
            lines = tuple(_joined(reversed(grouped[seq])))
            events.append(
                Event(seq, county_time(at), staff.get(actor, ""), ACTIONS.get(str(action), str(action)), lines)
            )
        return events

    def _line(self, row: bytes, column: str, before: Any, after: Any) -> Line | None:
        if column == _ATTACHMENT:
            return Line("", "附件", str(before or ""), str(after or ""), "")
        return self._lines.line(*self._rows[row], column, before, after)

    def _attachment_changes(self) -> list[tuple[Any, ...]]:
        """An attachment that came, went or came back, as a change of the record's own."""
        own = {str(uuid.UUID(bytes=row)): row for row, (link, _) in self._rows.items() if not link}
        rows = self._connection.exec_driver_sql(
            "SELECT _change.no, seq, owner, name, _column.col, after FROM attachment "
            'JOIN _change ON _change."row" = attachment.id JOIN _column ON _column.no = _change.col '
            "WHERE replica = 1 AND _column.col IN ('', 'deleted') AND owner IN (SELECT value FROM json_each(?)) "
            "ORDER BY _change.no DESC LIMIT ?",
            (json.dumps(list(own)), _MOST_LINES),
        )
        found = []
        for number, seq, owner, name, column, after in rows:
            gone = column == "deleted" and bool(after)
            found.append((number, seq, own[str(owner)], _ATTACHMENT, name if gone else None, None if gone else name))
        return found

    def _listed(self) -> str:
        return json.dumps([row.hex() for row in self._rows])

    def _own_changes(self) -> Sequence[Any]:
        return self._connection.exec_driver_sql(
            'SELECT _change.no, seq, "row", _column.col, before, after FROM _change '
            "JOIN _column ON _column.no = _change.col WHERE replica = 1 "
            'AND "row" IN (SELECT unhex(value) FROM json_each(?)) ORDER BY _change.no DESC LIMIT ?',
            (self._listed(), _MOST_LINES),
        ).fetchall()

    def _member_changes(self) -> list[tuple[Any, ...]]:
        """A member that came or went, as a change of the set it belongs to."""
        rows = self._connection.exec_driver_sql(
            "SELECT _change.no, seq, owner, field, value, _column.col, after FROM member "
            'JOIN _change ON _change."row" = member.id JOIN _column ON _column.no = _change.col '
            "WHERE replica = 1 AND owner IN (SELECT unhex(value) FROM json_each(?)) ORDER BY _change.no DESC LIMIT ?",
            (self._listed(), _MOST_LINES),
        )
        found = []
        for number, seq, owner, place, value, column, after in rows:
            gone = column == "deleted" and bool(after)
            name = f"+{str(place).split('.', 1)[1]}"
            found.append((number, seq, owner, name, value if gone else None, None if gone else value))
        return found


def _joined(lines: Any) -> list[Line]:
    """The lines of one transaction, each single field once: from its first value to its last."""
    found: dict[str, Line] = {}
    others = []
    for line in lines:
        if not line.key:
            others.append(line)
        elif line.key in found:
            first = found[line.key]
            found[line.key] = Line(line.key, line.label, first.before, line.after, first.typed_before)
        else:
            found[line.key] = line
    return [*found.values(), *others]
