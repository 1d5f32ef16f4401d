"""Which records were opened last and which are favourites; kept in this store only, as ids."""

import uuid

from sqlalchemy import Connection

from fj_desktop.errors import UserError
from fj_desktop.services.searching import Found, records_of
from fj_desktop.store import erasure, remembered, search
from fj_desktop.store.transactions import Store

SHOWN = 50
_KEPT = 4 * SHOWN
"""More are kept than shown: a deleted record is passed over and comes back when it is restored."""
MOST_FAVOURITES = 200


class VisitService:
    """Remembers records for the person who works here; erasing a person takes their ids out."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def opened(self, record: uuid.UUID) -> None:
        """A record was opened: it is the newest from now on."""
        with self._store.noting() as connection:
            there = remembered.listed(connection, remembered.RECENT)
            if there[:1] == [record] or erasure.is_erased(connection, [record]):
                return
            kept = [record, *[one for one in there if one != record]][:_KEPT]
            remembered.keep(connection, remembered.RECENT, kept)

    def recents(self, limit: int = SHOWN) -> list[Found]:
        """The living records opened last, newest first, across all libraries."""
        with self._store.reading() as connection:
            return _living(connection, remembered.RECENT)[:limit]

    def favourites(self) -> list[Found]:
        """The living favourites, the newest first."""
        with self._store.reading() as connection:
            return _living(connection, remembered.FAVOURITE)

    def is_favourite(self, record: uuid.UUID) -> bool:
        """Whether a record is marked."""
        with self._store.reading() as connection:
            return record in remembered.listed(connection, remembered.FAVOURITE)

    def mark(self, record: uuid.UUID, *, favourite: bool) -> None:
        """Make a record a favourite, or no longer.

        Raises:
            UserError: there are as many favourites as may be kept, or the record was erased.
        """
        with self._store.noting() as connection:
            there = [one for one in remembered.listed(connection, remembered.FAVOURITE) if one != record]
            if favourite and len(there) >= MOST_FAVOURITES:
                raise UserError(f"收藏已满 {MOST_FAVOURITES} 条，请先取消一些再收藏。")
            if favourite and erasure.is_erased(connection, [record]):
                raise UserError("这条记录已按本人要求清空，不能收藏。")
            remembered.keep(connection, remembered.FAVOURITE, [record, *there] if favourite else there)


def _living(connection: Connection, key: str) -> list[Found]:
    return records_of(connection, search.named(connection, remembered.listed(connection, key)))
