"""Rows that belong to others, with their sets: the parts of a project, whole and undeleted."""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Document, Many
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table

_PART = 500
Row = dict[str, Any]


def rows_of(connection: Connection, library: Library, column: str, owners: Iterable[uuid.UUID]) -> list[Row]:
    """The live records whose ``column`` names one of some records, oldest first; removed documents are left out."""
    table, wanted = record_table(library), list(owners)
    found: list[Row] = []
    for part in _parts(wanted):
        statement = select(table).where(table.c[column].in_(part), table.c.deleted.is_(False)).order_by(table.c.id)
        found += [dict(row) for row in connection.execute(statement).mappings()]
    return whole(connection, library, found)


def rows(connection: Connection, library: Library, records: Iterable[uuid.UUID]) -> list[Row]:
    """Some live records as a whole, oldest first; removed documents are left out."""
    return rows_of(connection, library, "id", records)


def whole(connection: Connection, library: Library, found: list[Row]) -> list[Row]:
    """Rows with their sets, and without documents that were removed."""
    for name, one in library.fields.items():
        if isinstance(one.kind, Many):
            sets = queries.members(connection, f"{library.table}.{name}", [row["id"] for row in found])
            for row in found:
                row[name] = tuple(sets.get(row["id"], ()))
    documents = [name for name, one in library.fields.items() if isinstance(one.kind, Document)]
    named = {row[name] for row in found for name in documents if row[name] is not None}
    there = _living(connection, named)
    for row in found:
        row.update({name: None for name in documents if row[name] not in there})
    return found


def _living(connection: Connection, attachments: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    table, found = record_table(Attachment), set[uuid.UUID]()
    for part in _parts(list(attachments)):
        found |= set(
            connection.execute(select(table.c.id).where(table.c.id.in_(part), table.c.deleted.is_(False))).scalars()
        )
    return found


def _parts(wanted: list[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    for at in range(0, len(wanted), _PART):
        yield wanted[at : at + _PART]


def documents_of(connection: Connection, owner: uuid.UUID, words: str) -> list[tuple[str, str, str]]:
    """Name, remark and id of a record's attachments whose name has the words, newest first."""
    table = record_table(Attachment)
    wanted = select(table.c.name, table.c.kind, table.c.id).where(
        table.c.owner == str(owner), table.c.deleted.is_(False), table.c.name.contains(words.strip(), autoescape=True)
    )
    rows = connection.execute(wanted.order_by(table.c.created_at.desc()))
    return [(str(name), str(kind or ""), str(one)) for name, kind, one in rows]
