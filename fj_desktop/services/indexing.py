"""What the search and the duplicate keys know of a record, derived from its declaration."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.field import Field, Library, per_library
from fj_desktop.core.kinds import Link, Many, Ref
from fj_desktop.libraries import CATALOG
from fj_desktop.store import keys, queries, search
from fj_desktop.store.schema import record_table

_EMPTY = (None, ())
_BLOCK = 2000
"""So many whole records are in memory at once; letting go of more would hold up the window."""


class Indexer:
    """Keeps search text and duplicate keys in step with the records, in their own transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fresh: dict[uuid.UUID, search.Entry] = {}

    def add(self, rows: Iterable[tuple[Library, Mapping[str, Any]]]) -> None:
        """Index rows that are new to the store; masters must come before their roles."""
        gathered = list(rows)
        self._fresh = {}
        for library, row in gathered:
            self._fresh[row["id"]] = self.entry(library, row)
        keys.put(self._connection, ((one.table, row["id"], keys.keys_of(one, row).values()) for one, row in gathered))
        search.put_new(self._connection, list(self._fresh.values()))
        self._fresh = {}

    def renew(self, library: Library, records: Iterable[uuid.UUID]) -> set[tuple[Library, uuid.UUID]]:
        """Bring stored records up to date, and the roles of a changed master; returns all that were renewed."""
        wanted, renewed = list(records), set[tuple[Library, uuid.UUID]]()
        for at in range(0, len(wanted), _BLOCK):
            renewed |= self._renew_block(library, wanted[at : at + _BLOCK])
        return renewed

    def _renew_block(self, library: Library, records: Sequence[uuid.UUID]) -> set[tuple[Library, uuid.UUID]]:
        rows = self._stored(library, records)
        live = [row for row in rows if not row["deleted"]]
        keys.replace(
            self._connection,
            library.table,
            {row["id"]: () if row["deleted"] else keys.keys_of(library, row).values() for row in rows},
        )
        search.remove(self._connection, [row["id"] for row in rows])
        search.put_new(self._connection, [self.entry(library, row) for row in live])
        renewed = {(library, row["id"]) for row in rows}
        if library.table in CATALOG.masters:
            for role, members in self._roles(library, [row["id"] for row in rows]):
                renewed |= self.renew(role, members)
        return renewed

    def entry(self, library: Library, row: Mapping[str, Any]) -> search.Entry:
        """What the search knows of one record; personal data of S3 never enters the index."""
        words = [say(value) for name, say in _searched(library) if (value := row.get(name))]
        words += self._content_words(library, row)
        masters = [self._master(row[link.name]) for link in library.links() if row.get(link.name)]
        title = _own_name(library, row) or next((master.title for master in masters), "")
        detail = " · ".join(dict.fromkeys(master.title for master in masters[1:])) or _second_line(library, row)
        return search.Entry(library.table, row["id"], title, detail, " ".join([*words, *(one.text for one in masters)]))

    def _master(self, record: uuid.UUID) -> search.Entry:
        if record in self._fresh:
            return self._fresh[record]
        found = self._connection.exec_driver_sql(
            "SELECT title, detail, folded FROM _doc WHERE row = ?", (record.bytes,)
        ).first()
        return search.Entry("", record, *(str(part) for part in found or ("", "", "")))

    def _content_words(self, library: Library, row: Mapping[str, Any]) -> list[str]:
        """The words taken from the file that a description names."""
        if not library.text_from or not row.get(library.text_from):
            return []
        found = self._connection.exec_driver_sql(
            "SELECT text FROM _content WHERE sha256 = ?", (row[library.text_from],)
        )
        return [str(text) for (text,) in found]

    def _roles(self, master: Library, records: Sequence[uuid.UUID]) -> Iterable[tuple[Library, list[uuid.UUID]]]:
        """The living roles that stand on some master records."""
        for role in CATALOG:
            for link in role.links():
                if isinstance(link.kind, Link) and link.kind.target == master.table:
                    table = record_table(role)
                    found: list[uuid.UUID] = []
                    for at in range(0, len(records), 500):
                        stands = table.c[link.name].in_(records[at : at + 500])
                        statement = select(table.c.id).where(stands, table.c.deleted.is_(False))
                        found += self._connection.execute(statement).scalars()
                    yield role, found

    def _stored(self, library: Library, records: Sequence[uuid.UUID]) -> list[dict[str, Any]]:
        table, wanted, found = record_table(library), list(records), []
        for at in range(0, len(wanted), 500):
            rows = self._connection.execute(select(table).where(table.c.id.in_(wanted[at : at + 500])))
            found += [dict(row) for row in rows.mappings()]
        # In the order asked for: what is indexed last stands first among what is found.
        place = {record: at for at, record in enumerate(wanted)}
        found.sort(key=lambda row: place[row["id"]])
        for name, one in library.fields.items():
            if one.kind.many:
                sets = queries.members(self._connection, f"{library.table}.{name}", wanted)
                for row in found:
                    row[name] = tuple(sets.get(row["id"], ())) or None
        return found


@per_library
def _searched(library: Library) -> tuple[tuple[str, Callable[[Any], str]], ...]:
    """The fields whose values the search knows, and what it knows of each."""
    return tuple((name, one.kind.search_text) for name, one in _open_fields(library) if one.kind.searched)


@per_library
def _glanced(library: Library) -> tuple[tuple[str, Field], ...]:
    """The fields that make up a record's second line."""
    shown = (pair for pair in _open_fields(library) if pair[0] not in library.naming)
    return tuple((name, one) for name, one in shown if one.in_table and not one.masked)


def _open_fields(library: Library) -> list[tuple[str, Field]]:
    return [(name, one) for name, one in library.fields.items() if one.sensitivity != "S3" and not _refers(one)]


def _refers(one: Field) -> bool:
    return isinstance(one.kind.each if isinstance(one.kind, Many) else one.kind, Ref)


def _own_name(library: Library, row: Mapping[str, Any]) -> str:
    for name in library.naming:
        one = library.fields.get(name)
        if one is not None and row.get(name) and not isinstance(one.kind, Link):
            return one.kind.mask(row[name]) if one.masked else str(row[name])
    return ""


def _second_line(library: Library, row: Mapping[str, Any]) -> str:
    shown = (one.kind.glance(value) for one, value in _filled(_glanced(library), row))
    return " · ".join(islice(shown, 3))[:120]


def _filled(fields: Iterable[tuple[str, Field]], row: Mapping[str, Any]) -> Iterator[tuple[Field, Any]]:
    for name, one in fields:
        value = row.get(name)
        if value or value not in _EMPTY:
            yield one, value
