"""Duplicate keys of records: credit code, phone, normalised name; kept beside the records, never unique.

Two offices may enter the same company, so equal keys are listed as possible duplicates and never
refused by the store.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.field import Library, per_library
from fj_desktop.core.kinds import Kind, Link, Text
from fj_desktop.core.text import company_key, squeeze

_TOGETHER = "together"


def keys_of(library: Library, values: Mapping[str, Any]) -> dict[str, str]:
    """The keys of one record by field; a role's key is its master."""
    found: dict[str, str] = {}
    for name, normal in _normals(library):
        value = values.get(name)
        if value not in (None, ""):
            found[name] = f"{name}={normal(value)}"
    if library.same_when and any(values.get(name) not in (None, "") for name in library.same_when):
        found[_TOGETHER] = f"{_TOGETHER}={together(library, values)}"
    return found


def together(library: Library, values: Mapping[str, Any]) -> str:
    """The fields that make two records the same when all agree, as one text."""
    shown = ((library.fields[name].kind, values.get(name)) for name in library.same_when)
    return "\x1f".join(squeeze(kind.show(value)) if value not in (None, "") else "" for kind, value in shown)


@per_library
def _normals(library: Library) -> tuple[tuple[str, Callable[[Any], str]], ...]:
    """The fields that make keys, each with what makes two ways of writing it equal."""
    links = library.links()
    names = [link.name for link in links[:1]] if links else [key for key in library.keys if key in library.fields]
    return tuple((name, _normal(library, library.fields[name].kind)) for name in names)


def _normal(library: Library, kind: Kind) -> Callable[[Any], str]:
    if isinstance(kind, Link):
        return lambda value: uuid.UUID(str(value)).hex
    # A row is looked up and then learned: the few values last seen are remembered.
    make = lru_cache(maxsize=64)(company_key if isinstance(kind, Text) and library.table == "company" else squeeze)
    return lambda value: make(kind.show(value))


def put(connection: Connection, entries: Iterable[tuple[str, uuid.UUID, Iterable[str]]]) -> None:
    """Keep the keys of records that are new to the store: table, id, keys."""
    rows = [(table, key, bytearray(record.bytes)) for table, record, keys in entries for key in keys]
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO _key (tbl, key, row) VALUES (?, ?, ?)", rows)


def replace(connection: Connection, table: str, entries: Mapping[uuid.UUID, Iterable[str]]) -> None:
    """Keep the keys of some records anew; one without keys is no longer found."""
    if entries:
        gone = [(bytearray(record.bytes),) for record in entries]
        connection.exec_driver_sql("DELETE FROM _key WHERE row = ?", gone)
    put(connection, [(table, record, keys) for record, keys in entries.items()])


def find(connection: Connection, table: str, keys: Iterable[str]) -> dict[str, list[uuid.UUID]]:
    """Live records of one table by key; costs grow with the keys asked for, not with the store."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, list[uuid.UUID]] = {}
    for at in range(0, len(wanted), 500):
        part = wanted[at : at + 500]
        sql = f"SELECT key, row FROM _key WHERE tbl = ? AND key IN ({', '.join('?' * len(part))}) ORDER BY row"  # noqa: S608
        for key, row in connection.exec_driver_sql(sql, (table, *part)):
            found.setdefault(str(key), []).append(uuid.UUID(bytes=bytes(row)))
    return found
