"""One search box over all libraries."""

import uuid
from dataclasses import dataclass

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.store import search
from fj_desktop.store.transactions import Store


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

    def find(self, text: str, limit: int = 100) -> list[Found]:
        """Records that hold every word typed, in the order of the tabs, newest first within one."""
        with self._store.reading() as connection:
            hits = search.find(connection, text, limit=limit)
        order = {library.table: place for place, library in enumerate(CATALOG)}
        found = [
            Found(CATALOG.of_table(hit.table), hit.id, hit.title, hit.detail) for hit in hits if hit.table in order
        ]
        return sorted(found, key=lambda one: order[one.library.table])
