"""One search box over all libraries."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.store import search
from fj_desktop.store.transactions import Store
from fj_desktop.store.watching import limited

_SHOWN = 60
_AT_ONCE = 6_000
"""Steps of the store's machine that a window may wait for: some 400 records looked at."""


@dataclass(frozen=True)
class Found:
    """One record found: its library, id, name and second line."""

    library: Library
    id: uuid.UUID
    title: str
    detail: str


class SearchService:
    """Finds records by Chinese words of two signs and more, pinyin initials, phone fragments and codes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, limit: int = _SHOWN, progress: Progress | None = None) -> list[Found]:
        """Records that hold every word typed, in the order of the tabs, newest first within one.

        Raises:
            Cancelled: ``progress`` was stopped; something else is looked for by now.
        """
        with self._store.reading(progress) as connection:
            return _found(connection, text, limit)

    def quick_find(self, text: str) -> list[Found] | None:
        """The same if it takes a few milliseconds, else None."""
        with self._store.reading() as connection, limited(connection, _AT_ONCE):
            return _found(connection, text, _SHOWN)
        return None


def _found(connection: Connection, text: str, limit: int) -> list[Found]:
    found = records_of(connection, search.find(connection, text, limit=limit))
    order = {library.table: place for place, library in enumerate(CATALOG)}
    return sorted(found, key=lambda one: order[one.library.table])


def records_of(connection: Connection, hits: Sequence[search.Hit]) -> list[Found]:
    """Hits as records that have a tab, in their order; an attachment stands for the living record it belongs to."""
    tables = {library.table for library in CATALOG}
    owners = _owners(connection, [hit for hit in hits if hit.table == Attachment.table])
    found = [
        Found(CATALOG.of_table(hit.table), hit.id, hit.title, hit.detail) if hit.table in tables else owners.get(hit.id)
        for hit in hits
    ]
    return [one for one in found if one is not None]


def _owners(connection: Connection, hits: Sequence[search.Hit]) -> dict[uuid.UUID, Found]:
    """The living records that found attachments belong to, by attachment, each with the attachment's name."""
    if not hits:
        return {}
    rows = connection.exec_driver_sql(
        "SELECT attachment.id, owner_table, _doc.row, _doc.title, name FROM attachment "
        "JOIN _doc ON _doc.row = unhex(replace(owner, '-', '')) "
        "WHERE attachment.id IN (SELECT unhex(value) FROM json_each(?)) AND deleted = 0",
        (json.dumps([hit.id.hex for hit in hits]),),
    )
    return {
        uuid.UUID(bytes=bytes(one)): Found(
            CATALOG.of_table(str(table)), uuid.UUID(bytes=bytes(row)), str(title), f"附件：{name}"
        )
        for one, table, row, title, name in rows
    }
