"""Short lists of record ids kept in the store's settings: they hold no names, and stay in this store."""

import json
import uuid

from sqlalchemy import Connection

RECENT, FAVOURITE = "records/recent", "records/favourite"


def listed(connection: Connection, key: str) -> list[uuid.UUID]:
    """The ids of a list, newest first; what can't be read counts as nothing."""
    text = connection.exec_driver_sql("SELECT value FROM _setting WHERE key = ?", (key,)).scalar()
    try:
        kept = json.loads(str(text or "[]"))
        return [uuid.UUID(hex=one) for one in kept]
    except (ValueError, TypeError, AttributeError):
        return []


def keep(connection: Connection, key: str, records: list[uuid.UUID]) -> None:
    """Keep a list."""
    put = "INSERT OR REPLACE INTO _setting (key, value) VALUES (?, ?)"
    connection.exec_driver_sql(put, (key, json.dumps([one.hex for one in records])))


def forget(connection: Connection, record: uuid.UUID) -> None:
    """Take a record out of every list."""
    for key in (RECENT, FAVOURITE):
        there = listed(connection, key)
        if record in there:
            keep(connection, key, [one for one in there if one != record])
