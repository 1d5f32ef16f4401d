"""What a person does with one record: add, change, delete, bring back; checked as a whole, stored as a whole."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from fj_desktop.core.field import Library
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.changing import Changer
from fj_desktop.services.composing import Composer, master_libraries
from fj_desktop.services.identity import Identity, remember_used
from fj_desktop.services.matching import Matcher
from fj_desktop.services.parsing import parse
from fj_desktop.services.resolving import Resolver
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import queries
from fj_desktop.store.erasure import is_erased
from fj_desktop.store.transactions import Store


class RecordService:
    """Adds, changes, deletes and brings back records of any library."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store = store
        self._identity = identity
        self._announcer = announcer

    def add(self, library: Library, typed: Mapping[str, str]) -> uuid.UUID:
        """Check what was typed and store it as one new record.

        Args:
            library: the declared class.
            typed: surface key to text; masters' fields with their prefix; a missing key counts as empty.

        Raises:
            InvalidRecordError: at least one field was refused; nothing was stored.
        """
        with self._composing("add") as (composer, _, resolver, writer):
            parsed = parse(library, typed, resolver)
            composer.load([parsed])
            matches = composer.masters(parsed)
            refusals = composer.refusals(parsed, matches)
            if refusals:
                raise InvalidRecordError(refusals)
            record = composer.add(parsed, matches, "", overwrite=True)
            writer.flush()
            remember_used(writer.connection, library, typed)
        self._tell(writer)
        return record

    def change(self, library: Library, record: uuid.UUID, typed: Mapping[str, str]) -> None:
        """Change the fields that were typed, and only those; a blank text empties its field.

        Raises:
            InvalidRecordError: at least one field was refused; nothing was changed.
            UserError: there is no such record.
        """
        with self._composing("change") as (composer, matcher, resolver, writer):
            parsed = parse(library, typed, resolver)
            changer = Changer(library, composer, matcher)
            changer.load([record])
            if not changer.own(record):
                raise UserError(f"{library.title}里没有编号为 {record} 的记录，请核对编号。")
            if changer.own(record)["deleted"]:
                raise UserError("这条记录在回收站里，不能修改；请先恢复。")
            change = changer.check(record, parsed)
            if change.refusals:
                raise InvalidRecordError(change.refusals)
            changer.write(writer, change)
            remember_used(writer.connection, library, typed)
        self._tell(writer)

    def delete(self, library: Library, records: Iterable[uuid.UUID]) -> int:
        """Mark records as deleted; they can be brought back.

        Raises:
            UserError: a master record is still used by a library, or the program alone writes here; the text says so.
        """
        if library.closed:
            raise UserError(f"“{library.title}”由程序记录，只增不改，不能删除。")
        wanted = self._existing(library, records)
        self._refuse_used(library, wanted)
        return self._mark(library, wanted, deleted=True)

    def restore(self, library: Library, records: Iterable[uuid.UUID]) -> int:
        """Bring deleted records back, with the master records they stand on."""
        wanted = self._existing(library, records)
        with self._store.reading() as connection:
            if is_erased(connection, wanted):
                raise UserError("其中有按本人要求删除的信息，内容已不在台账里，不能恢复。")
        return self._mark(library, wanted, deleted=False)

    def _mark(self, library: Library, records: list[uuid.UUID], *, deleted: bool) -> int:
        with self._store.writing(self._identity.staff, "delete" if deleted else "restore") as write:
            writer = RowWriter(write, self._identity)
            if not deleted:
                for target, masters in queries.deleted_masters(write.connection, library, records):
                    writer.mark(target, masters, deleted=False)
            writer.mark(library, records, deleted=deleted)
        self._tell(writer)
        return len(records)

    def _existing(self, library: Library, records: Iterable[uuid.UUID]) -> list[uuid.UUID]:
        wanted = list(records)
        with self._store.reading() as connection:
            for one in wanted:
                if queries.row_number_of(connection, library, one) is None:
                    raise UserError(f"{library.title}里没有编号为 {one} 的记录，请核对编号。")
        return wanted

    def _refuse_used(self, library: Library, records: list[uuid.UUID]) -> None:
        with self._store.reading() as connection:
            for role in CATALOG:
                for link, target in master_libraries(role).items():
                    if target is library and (count := queries.count_linked(connection, role, link, records)):
                        raise UserError(f"还有 {count} 条“{role.title}”记录用到它，请先处理这些记录再删除。")

    @contextmanager
    def _composing(self, action: str) -> Iterator[tuple[Composer, Matcher, Resolver, RowWriter]]:
        with self._store.writing(self._identity.staff, action) as write:
            writer = RowWriter(write, self._identity)
            yield compose(write.connection, writer, self._identity, self._store)
            writer.flush()

    def _tell(self, writer: RowWriter) -> None:
        for table, records in writer.touched.items():
            self._announcer.changed(table, records)


def compose(
    connection: Any, writer: RowWriter, identity: Identity, store: Store, **given: str
) -> tuple[Composer, Matcher, Resolver, RowWriter]:
    """The parts that put records together in one transaction; ``given`` are defaults before those used last."""
    matcher = Matcher(connection)
    makers: list[Composer] = []
    resolver = Resolver(connection, lambda library, name: makers[0].make_named(library, name))
    composer = Composer(writer, matcher, resolver, identity.working(store.clock, connection, **given))
    makers.append(composer)
    return composer, matcher, resolver, writer
