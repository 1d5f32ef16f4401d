"""What a table shows: an array of row numbers and pages of finished texts, never record objects."""

import uuid
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services import recycle_bin
from fj_desktop.services.covering import is_covered
from fj_desktop.services.filtering import AnyOf, Filter, conditions_of, is_asked, like_value
from fj_desktop.services.resolving import Resolver
from fj_desktop.store import groups, queries
from fj_desktop.store.conditions import filter_operators
from fj_desktop.store.transactions import Store

_AT_ONCE = 20_000
"""Steps of the store's machine that a window may wait for: 6,000 records from an index, 1,000 filtered or sorted."""


@dataclass(frozen=True)
class Wanted:
    """What a table is asked to show."""

    filters: tuple[Filter | AnyOf, ...] = ()
    text: str = ""
    order: tuple[tuple[str, bool], ...] = ()
    deleted: bool = False

    @property
    def is_of_all(self) -> bool:
        """Every live record is shown, in whatever order."""
        return not (self.deleted or self.text.strip() or any(map(is_asked, self.filters)))


@dataclass(frozen=True)
class Row:
    """One row of a table: the record's id, its cells as shown, and which of them are covered."""

    id: uuid.UUID
    cells: tuple[str, ...]
    covered: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Listing:
    """Everything a query shows, as row numbers in order (eight bytes each).

    ``is_whole``: False for the beginning of a long listing, which may be empty.
    """

    library: Library
    numbers: "array[int]" = field(repr=False)
    is_whole: bool = True

    def __len__(self) -> int:
        return len(self.numbers)


class BrowseService:
    """Reads tables; every value that leaves it is finished text, S2 and S3 covered."""

    def __init__(self, store: Store, office: str) -> None:
        self._store, self._office = store, office

    def open(self, library: Library, wanted: Wanted, progress: Progress | None = None) -> Listing:
        """The row numbers of everything wanted; may take seconds for a library of a million records.

        Raises:
            UserError: a filter's text is not of its field's kind, or there is no such field.
            Cancelled: the person stopped it.
        """
        with self._store.reading(progress) as connection:
            return Listing(library, queries.ids(connection, library, self.query(connection, library, wanted)))

    def begin(self, library: Library, wanted: Wanted) -> Listing:
        """The row numbers of what is wanted as far as the store gives them at once, within a few milliseconds.

        Raises:
            UserError: as :meth:`open`.
        """
        with self._store.reading() as connection:
            query = self.query(connection, library, wanted)
            return Listing(library, *queries.first_ids(connection, library, query, _AT_ONCE))

    def query(self, connection: Connection, library: Library, wanted: Wanted) -> queries.Query:
        """What is wanted as the store is asked for it.

        Raises:
            UserError: as :meth:`open`.
        """
        conditions = conditions_of(Resolver(connection), library, wanted.filters, self._store.clock)
        since = recycle_bin.oldest(self._store.clock) if wanted.deleted else None
        return queries.Query(conditions, wanted.text, wanted.order, wanted.deleted, since=since)

    def count(self, library: Library, progress: Progress | None = None) -> int:
        """How many live records a library holds."""
        with self._store.reading(progress) as connection:
            return queries.count(connection, library)

    def how_many(self, library: Library, wanted: Wanted, progress: Progress | None = None) -> int:
        """How many records are wanted, counted by the store.

        Raises:
            UserError: as :meth:`open`.
            Cancelled: the person stopped it.
        """
        with self._store.reading(progress) as connection:
            return groups.how_many(connection, library, self.query(connection, library, wanted))

    def quick_count(self, library: Library) -> int | None:
        """The same if it can be told within a few milliseconds, else None."""
        with self._store.reading() as connection:
            return queries.quick_count(connection, library, _AT_ONCE)

    def page(self, listing: Listing, start: int, size: int, keys: Sequence[str], *, own_open: bool = True) -> list[Row]:
        """Some rows of a listing as shown; rows deleted meanwhile are left out.

        ``own_open``: the mobiles of the office's own contacts stay open; without it they are covered too.
        """
        surface = CATALOG.by_key(listing.library)
        columns = [surface[key] for key in keys]
        with self._store.reading() as connection:
            rows = queries.page(connection, listing.library, listing.numbers[start : start + size], keys)
        office = self._office if own_open else None
        return [_row(columns, row, office) for row in rows]

    def row_of(self, listing: Listing, record: uuid.UUID) -> int | None:
        """Where a record stands in a listing, or None."""
        with self._store.reading() as connection:
            number = queries.row_number_of(connection, listing.library, record)
        try:
            return listing.numbers.index(number) if number is not None else None
        except ValueError:
            return None

    def usable(
        self, library: Library, filters: Sequence[Filter | AnyOf]
    ) -> tuple[tuple[Filter | AnyOf, ...], tuple[str, ...]]:
        """Those of some filters that can be asked, and in words what is wrong with the others."""
        found, remarks = [], []
        with self._store.reading() as connection:
            resolver = Resolver(connection)
            for one in filters:
                try:
                    conditions_of(resolver, library, [one], self._store.clock)
                except UserError as error:
                    remarks.append(error.text)
                else:
                    found.append(one)
        return tuple(found), tuple(remarks)

    def like(self, library: Library, record: uuid.UUID, key: str, *, without: bool = False) -> tuple[Filter, ...]:
        """Filters that show the records with the value of a field of one record, or those without it.

        Raises:
            UserError: the value is covered, or the record is no longer there.
        """
        with self._store.reading() as connection:
            number = queries.row_number_of(connection, library, record)
            rows = queries.page(connection, library, [number], [key]) if number is not None else []
        if not rows:
            raise UserError("这条记录已不在台账里，请刷新后再试。")
        return like_value(CATALOG.by_key(library)[key], rows[0], without=without)

    @staticmethod
    def operators(one: Surface) -> tuple[str, ...]:
        """The operators that make sense for a field, the commonest first."""
        return filter_operators(one)


def cell_text(one: Surface, row: dict[str, Any], *, covered: bool) -> str:
    """One cell as shown in a table."""
    value = row.get(one.key)
    if value is None or value == ():
        return ""
    if covered:
        return one.field.kind.mask(value if not one.field.kind.many else "")
    named = row.get(f"{one.key}/name")
    return str(named) if named is not None else one.field.kind.glance(value)


def _row(columns: Sequence[Surface], row: dict[str, Any], office: str | None) -> Row:
    covered = frozenset(at for at, one in enumerate(columns) if is_covered(one, row, office))
    return Row(row["id"], tuple(cell_text(one, row, covered=at in covered) for at, one in enumerate(columns)), covered)
