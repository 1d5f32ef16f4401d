"""One record as a form, a command or a page shows it: texts, covered values, what is still missing."""

import datetime as dt
import uuid
from array import array
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.clock import Clock
from fj_desktop.core.defaults import default_text
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Coded, Document, Documents, Many, Ref, School
from fj_desktop.core.offices import OFFICES
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services import recycle_bin
from fj_desktop.services.covering import is_covered
from fj_desktop.services.identity import Identity
from fj_desktop.services.matching import Matcher
from fj_desktop.services.parsing import link_kind
from fj_desktop.services.resolving import Resolver
from fj_desktop.services.row_words import as_json, completeness, missing_by_stage, record_name
from fj_desktop.store import queries, search
from fj_desktop.store.chain import note_access
from fj_desktop.store.parts import documents_of
from fj_desktop.store.transactions import Store


@dataclass(frozen=True)
class RecordView:
    """One record, ready to be shown.

    ``texts`` holds every field as text that parses back; covered fields hold their mask and stand
    in ``covered``. ``missing`` names, by stage, the labels that stage still lacks.
    """

    library: Library
    id: uuid.UUID
    name: str
    texts: Mapping[str, str]
    covered: frozenset[str]
    missing: Mapping[str, tuple[str, ...]]
    office: str
    visibility: str
    created_at: dt.datetime
    updated_at: dt.datetime
    deleted: bool
    complete: float = 1.0


@dataclass(frozen=True)
class Begun:
    """What a new record begins with: texts by key, and the names of records picked in them by the text of their id."""

    texts: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """What a kind says to one typed text: the text as it will stand, its other unit, or why not."""

    text: str = ""
    twin: str = ""
    refusal: str = ""


@dataclass(frozen=True)
class Suggestion:
    """One thing to pick: the text that goes into the editor, what stands beside it, and a record's id."""

    text: str
    detail: str = ""
    id: str = ""


@dataclass
class ViewService:
    """Reads single records and helps while one is being typed."""

    store: Store
    identity: Identity
    clock: Clock

    def read(self, library: Library, record: uuid.UUID, reveal: bool = False) -> RecordView:
        """One record; with ``reveal`` nothing is covered, and that it was seen is kept.

        Raises:
            UserError: there is no such record.
        """
        row = self._row(library, record)
        texts, covered = {}, set()
        for one in CATALOG.surface(library):
            value = row.get(one.key)
            if value in (None, ()):
                continue
            if not reveal and is_covered(one, row, self.identity.office):
                covered.add(one.key)
                texts[one.key] = one.field.kind.mask(value if not one.field.kind.many else "")
            else:
                texts[one.key] = _text(one, row)
        if reveal:
            self.note_access("reveal", library, record)
        missing = missing_by_stage(library, row)
        return RecordView(
            library, record, record_name(library, row), texts, frozenset(covered), missing,
            OFFICES.get(row["office_code"], ""), row["visibility"], row["created_at"], row["updated_at"],
            row["deleted"], completeness(library, row),
        )  # fmt: skip

    def own_texts(self, library: Library, record: uuid.UUID) -> dict[str, str]:
        """A record's own fields in full by label, without its masters'; the caller keeps that they left the desk."""
        row = self._row(library, record)
        own = [one for one in CATALOG.surface(library) if one.via is None]
        return {one.heading: _text(one, row) for one in own if row.get(one.key) not in (None, ())}

    def json(self, library: Library, record: uuid.UUID, reveal: bool = False) -> dict[str, Any]:
        """One record as ``--json`` prints it."""
        found = as_json(library, self._row(library, record), reveal=reveal)
        if reveal:
            self.note_access("reveal", library, record)
        return found

    def rows_json(
        self, library: Library, limit: int | None, *, reveal: bool, deleted: bool, numbers: "array[int] | None" = None
    ) -> list[dict[str, Any]]:
        """Many records as ``list --json`` prints them, newest first; or those of some row numbers, in their order."""
        keys = [one.key for one in CATALOG.surface(library)]
        with self.store.reading() as connection:
            since = recycle_bin.oldest(self.clock) if deleted else None
            if numbers is None:
                numbers = queries.ids(connection, library, queries.Query(deleted=deleted, since=since), limit)
            rows = queries.page(connection, library, numbers[:limit], keys)
        if reveal:
            self.note_access("reveal", library, None, f"{len(rows)} rows")
        return [as_json(library, row, reveal=reveal) for row in rows]

    def start(self, library: Library) -> dict[str, str]:
        """The texts a new record starts with."""
        with self.store.reading() as connection:
            working = self.identity.working(self.clock, connection)
        typed = [one for one in CATALOG.surface(library) if not one.field.computed]
        found = {one.key: default_text(one.field, working) for one in typed}
        return {key: text for key, text in found.items() if text}

    def check(self, library: Library, key: str, text: str) -> Checked:
        """Ask a field's kind about one typed text, while the form is still open."""
        one = _surface(library, key)
        if not clean(text):
            return Checked()
        if one.ref_target:
            return self._check_reference(one, text)
        try:
            value = one.field.kind.parse(text)
        except RefusalError as refusal:
            return Checked(text, refusal=refusal.reason)
        return Checked(one.field.kind.show(value), one.field.kind.twin(value))

    def suggest(
        self, library: Library, key: str, text: str, limit: int = 12, record: uuid.UUID | None = None
    ) -> list[Suggestion]:
        """What could be meant by the text typed so far in a reference, a code or a free field with known values.

        ``record`` is the one that is edited: a document is one of its own attachments.
        """
        one = _surface(library, key)
        if isinstance(one.field.kind, Document | Documents):
            with self.store.reading() as connection:
                return [Suggestion(*each) for each in documents_of(connection, record, text)] if record else []
        if one.ref_target:
            return self._records(CATALOG.of_table(one.ref_target), text, limit)
        kind = one.field.kind.each if isinstance(one.field.kind, Many) else one.field.kind
        if not isinstance(kind, Coded | School):
            return []
        return [Suggestion(kind.offered(entry), entry.path) for entry in kind.table().suggest(text, limit)]

    def note_access(self, act: str, library: Library, record: uuid.UUID | None, detail: str = "") -> None:
        """Keep who saw covered values or took records out; never what the values were."""
        at = self.clock.now().strftime("%Y-%m-%d %H:%M:%S.%f")
        with self.store.noting() as connection:
            note_access(connection, at, self.identity.staff, act, library.library, record=record, detail=detail)

    def known(self, library: Library, link: str, typed: Mapping[str, str]) -> Suggestion | None:
        """The master record that a new record of a role would be linked with, for what was typed so far.

        Args:
            library: the role's library.
            link: the name of the link to the master.
            typed: the master's own field names to texts; what its kinds refuse does not count.
        """
        target = CATALOG.of_table(link_kind(library.fields[link]).target)
        values = {}
        for name, text in typed.items():
            one = target.fields[name]
            if text.strip() and not isinstance(one.kind, Ref | Many):
                with suppress(RefusalError):
                    values[name] = one.kind.parse(text)
        with self.store.reading() as connection:
            matcher = Matcher(connection)
            matcher.load(target, [values])
            sure = matcher.match(target, values).sure
            return Suggestion(record_name(target, matcher.values(sure)), target.title, str(sure)) if sure else None

    @staticmethod
    def _makes(one: Surface) -> bool:
        kind = one.field.kind.each if isinstance(one.field.kind, Many) else one.field.kind
        return isinstance(kind, Ref) and (kind.makes or bool(getattr(one.field.kind, "makes", False)))

    def _check_reference(self, one: Surface, text: str) -> Checked:
        target = CATALOG.of_table(str(one.ref_target))
        with self.store.reading() as connection:
            try:
                Resolver(connection).value(one.field.kind, text)
            except RefusalError as refusal:
                if self._makes(one) and "里没有" in refusal.reason:
                    return Checked(text.strip(), f"保存时新建到{target.title}")
                return Checked(text, refusal=refusal.reason)
        return Checked(text.strip())

    def _records(self, target: Library, text: str, limit: int) -> list[Suggestion]:
        with self.store.reading() as connection:
            if text.strip():
                hits = search.find(connection, text, [target.table], limit)
                return [Suggestion(hit.title, hit.detail, str(hit.id)) for hit in hits]
            numbers = queries.ids(connection, target, queries.Query(order=((target.naming[0], False),)), limit)
            rows = queries.page(connection, target, numbers, list(target.naming[:1]))
            return [Suggestion(str(row[target.naming[0]]), "", str(row["id"])) for row in rows if row[target.naming[0]]]

    def _row(self, library: Library, record: uuid.UUID) -> dict[str, Any]:
        keys = [one.key for one in CATALOG.surface(library)]
        with self.store.reading() as connection:
            number = queries.row_number_of(connection, library, record)
            rows = queries.page(connection, library, [number], keys) if number is not None else []
            if not rows:
                raise UserError(f"{library.title}里没有编号为 {record} 的记录，请核对编号。")
            return rows[0] | queries.dates(connection, library, record)


def _surface(library: Library, key: str) -> Surface:
    """A field of the surface, or the link to a master record itself."""
    one = CATALOG.by_key(library).get(key)
    return one if one is not None else Surface(key, library.fields[key].label, library.fields[key])


def _text(one: Surface, row: Mapping[str, Any]) -> str:
    named = row.get(f"{one.key}/name")
    return str(named) if named is not None else one.field.kind.show(row[one.key])
