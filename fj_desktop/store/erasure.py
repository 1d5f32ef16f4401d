"""Erasing what is held about someone, in every place of the store; the ids stay as tombstones.

Values leave the records, their whole history, the search and the duplicate keys (Personal Information
Protection Law, article 47). The history's chain is renewed from the first line that lost a value.
"""

import uuid
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, update

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.store import chain, keys, remembered, search
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.transactions import Write

Row = tuple[Library, uuid.UUID]
_WIPES = (
    'UPDATE _change SET before = NULL, after = NULL WHERE "row" = ?',
    'UPDATE _conflict SET kept = NULL, lost = NULL WHERE "row" = ?',
    'UPDATE _later SET val = NULL WHERE "row" = ?',
)


def erase(write: Write, rows: Sequence[Row], reason: str) -> int:
    """Empty rows and mark them deleted, within a running transaction; returns how many values of history went.

    Args:
        write: the transaction; its own captured values are wiped with the others.
        rows: what to empty; links to master records stay, they say nothing once the master is empty.
        reason: why, in the person's words; kept with the tombstone.
    """
    connection, wiped = write.connection, 0
    first = write.seq
    for library, record in rows:
        members = _empty(connection, library, record)
        for one in (record.bytes, *members):
            oldest, count = _wipe_history(connection, one)
            first, wiped = min(first, oldest), wiped + count
        connection.exec_driver_sql(
            'INSERT OR REPLACE INTO _erased ("row", at, actor, reason) VALUES (?, ?, ?, ?)',
            (record.bytes, write.at, write.actor.bytes if write.actor else None, reason),
        )
        keys.replace(connection, library.table, {record: ()})
        remembered.forget(connection, record)
    connection.exec_driver_sql(
        "DELETE FROM _content WHERE sha256 NOT IN (SELECT sha256 FROM attachment WHERE sha256 IS NOT NULL)"
    )
    search.remove(connection, [record for _, record in rows])
    search.shed(connection)
    chain.renew(connection, first, write.seq - 1)
    return wiped


def is_erased(connection: Connection, records: Iterable[uuid.UUID]) -> bool:
    """Whether one of these was erased: there is nothing left that could come back."""
    asked = 'SELECT 1 FROM _erased WHERE "row" = ?'
    return any(connection.exec_driver_sql(asked, (one.bytes,)).first() for one in records)


def _empty(connection: Connection, library: Library, record: uuid.UUID) -> list[bytes]:
    table = record_table(library)
    gone = {name: None for name, one in library.fields.items() if name in table.c and not isinstance(one.kind, Link)}
    connection.execute(update(table).where(table.c.id == record).values(**gone, source_row=None, deleted=True))
    found = connection.exec_driver_sql("SELECT id FROM member WHERE owner = ?", (record.bytes,)).fetchall()
    connection.execute(update(MEMBER).where(MEMBER.c.owner == record).values(value="", deleted=True))
    return [bytes(row[0]) for row in found]


def _wipe_history(connection: Connection, row: bytes) -> tuple[int, int]:
    oldest, count = connection.exec_driver_sql(
        'SELECT coalesce(min(seq), 0), count(*) FROM _change WHERE "row" = ? AND replica = 1', (row,)
    ).one()
    for statement in _WIPES:
        connection.exec_driver_sql(statement, (row,))
    return (int(oldest) if count else 2**62), int(count)
