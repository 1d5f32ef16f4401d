"""One person's data as a whole: everything held about them in one file, and erasing it on their request.

Personal Information Protection Law, articles 45 (copy) and 47 (erasure).
"""

import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.core.text import clean
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.auditing import AuditService
from fj_desktop.services.drafts import forget_about
from fj_desktop.services.history import HistoryService
from fj_desktop.services.identity import Identity
from fj_desktop.services.leaving import LeavingGate
from fj_desktop.services.merging import merged_away
from fj_desktop.services.record_view import ViewService
from fj_desktop.store import erasure, queries, search
from fj_desktop.store.attachments import Contents
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

if TYPE_CHECKING:
    from fj_desktop.exchange.sheets_out import PlainSheet

PERSON = CATALOG["people"]
_ATTACHMENT = CATALOG.of_table("attachment")
_TELLING = ("mobile", "phone", "wechat", "email", "id_no")
_MOST_MENTIONS = 200
_MOST_ACCESSES = 5000


@dataclass(frozen=True)
class Held:
    """What is held about a person.

    Attributes:
        name: of the person.
        records: every record that is theirs: the person first, then roles, then files attached to these.
        mentions: records of others in which their number, WeChat or e-mail stands, as library title and name.
    """

    name: str
    records: tuple[tuple[Library, uuid.UUID], ...]
    mentions: tuple[tuple[str, str], ...]


class PersonalDataService:
    """Gathers, hands over and erases."""

    def __init__(
        self,
        store: Store,
        identity: Identity,
        announcer: Announcer,
        view: ViewService,
        history: HistoryService,
        contents: Contents | None,
    ) -> None:
        """``contents`` is where attached files lie; None where a desk has none."""
        self._store, self._identity, self._announcer = store, identity, announcer
        self._view, self._history, self._contents = view, history, contents

    def person_of(self, library: Library, record: uuid.UUID) -> uuid.UUID | None:
        """The person a record is about, or None."""
        if library is PERSON:
            return record
        for link in library.links():
            if isinstance(link.kind, Link) and link.kind.target == PERSON.table:
                with self._store.reading() as connection:
                    found = (queries.values(connection, library, record) or {}).get(link.name)
                return found if isinstance(found, uuid.UUID) else None
        return None

    def held(self, person: uuid.UUID) -> Held:
        """What is held about a person.

        Raises:
            UserError: there is no such person, or what was held is erased.
        """
        with self._store.reading() as connection:
            values = queries.values(connection, PERSON, person)
            if values is None:
                raise UserError(f"人员总库里没有编号为 {person} 的记录，请核对编号。")
            if erasure.is_erased(connection, [person]):
                raise UserError("这个人的信息已按要求删除，台账里没有内容了。")
            # What was merged into this person lies in the recycle bin and is held about the same human.
            others = [(PERSON, one) for one in merged_away(connection, person)]
            roles = [*others, *(role for _, one in [(PERSON, person), *others] for role in _roles(connection, one))]
            files = [file for _, one in [(PERSON, person), *roles] for file in _files(connection, one)]
            own = {record for _, record in [*roles, *files]} | {person}
            words = [str(values[name]) for name in _TELLING if values.get(name)]
            mentions = {
                (CATALOG.of_table(hit.table).title, hit.title)
                for word in words
                for hit in search.find(connection, word, limit=_MOST_MENTIONS)
                if hit.id not in own
            }
            name = str(values.get("name") or values.get("mobile") or "未命名")
            return Held(name, ((PERSON, person), *roles, *files), tuple(sorted(mentions)))

    def hand_over(self, person: uuid.UUID, out: Path, gate: LeavingGate, progress: Progress | None = None) -> int:
        """Write everything held about a person as .xlsx, uncovered: the copy they may ask for.

        Returns:
            The number of records in it.

        Raises:
            UserError: no such person, or the file can't be written.
        """
        from fj_desktop.exchange.sheets_out import Stamp, write_sheets

        held = self.held(person)
        gate.let_out("person-export", PERSON, f"{len(held.records)} rows, .xlsx", open_contacts=1, record=person)
        made_at = self._store.clock.now().astimezone(COUNTY_ZONE)
        made_by = f"{self._identity.office_name} {self._identity.name}"
        stamp = Stamp(made_by, made_at, f"“{held.name}”的全部个人信息", f"{len(held.records)} 条")
        write_sheets(out, f"{held.name}的个人信息", self._sheets(held, progress or Unwatched()), stamp=stamp)
        return len(held.records)

    def erase(self, person: uuid.UUID, reason: str, progress: Progress | None = None) -> int:
        """Erase everything held about a person; ids stay as tombstones, and it can't be undone.

        Returns:
            The number of records emptied.

        Raises:
            UserError: no such person, erased already, or no reason given.
            Cancelled: it was stopped; everything is as it was.
        """
        said = " ".join(clean(reason).split())[:200]
        if not said:
            raise UserError("请写明删除的依据，例如“本人 11 月 20 日书面要求”。")
        held = self.held(person)
        with self._store.reading() as connection:
            files = [one for library, one in held.records if library is _ATTACHMENT]
            digests = {str((queries.values(connection, _ATTACHMENT, one) or {}).get("sha256") or "") for one in files}
        with self._store.writing(self._identity.staff, "erase", progress=progress) as write:
            values = queries.values(write.connection, PERSON, person) or {}
            forget_about(write.connection, held.records, [str(values[name] or "") for name in _TELLING])
            erasure.erase(write, held.records, said)
        self._destroy(digests - {""})
        for table in {library.table for library, _ in held.records}:
            self._announcer.changed(table, ())
        return len(held.records)

    def _destroy(self, digests: Collection[str]) -> None:
        """Remove files that no description names any more, at once."""
        table = record_table(_ATTACHMENT)
        with self._store.reading() as connection:
            named = set(connection.execute(select(table.c.sha256).where(table.c.sha256.in_(digests))).scalars())
        if self._contents is not None:
            for digest in set(digests) - named:
                self._contents.destroy(digest)

    def _sheets(self, held: Held, progress: Progress) -> "Iterator[PlainSheet]":
        from fj_desktop.exchange.sheets_out import PlainSheet

        values = []
        for library, record in held.records:
            progress.check()
            own = self._view.own_texts(library, record)
            values += [(library.title, label, text) for label, text in own.items()]
            values.append((library.title, "来源", self._source(library, record)))
        yield PlainSheet("信息内容", ("所在库", "字段", "内容"), (18, 24, 80), [row for row in values if row[2]])
        changes = [
            (event.at, event.who, library.title, line.label, line.before, line.after)
            for library, record in held.records
            if library is not _ATTACHMENT
            for event in self._history.of(library, record, as_their_copy=True)
            for line in event.lines
        ]
        heads = ("时间", "经办人", "所在库", "字段", "改前", "改后")
        yield PlainSheet("改动历史", heads, (20, 12, 18, 20, 40, 40), changes)
        seen = AuditService(self._store).accesses(held.records[0][1], _MOST_ACCESSES)
        rows = [(one.at, one.who, one.act, one.what) for one in seen]
        yield PlainSheet("查看与导出", ("时间", "经办人", "操作", "内容"), (20, 12, 20, 60), rows)
        yield PlainSheet("其他记录中提到", ("所在库", "记录"), (24, 60), list(held.mentions))

    def _source(self, library: Library, record: uuid.UUID) -> str:
        with self._store.reading() as connection:
            return str(queries.dates(connection, library, record).get("source_row") or "")


def _roles(connection: Connection, person: uuid.UUID) -> Iterator[tuple[Library, uuid.UUID]]:
    for role in CATALOG:
        for link in role.links():
            if isinstance(link.kind, Link) and link.kind.target == PERSON.table:
                table = record_table(role)
                for record in connection.execute(select(table.c.id).where(table.c[link.name] == person)).scalars():
                    yield role, record


def _files(connection: Connection, owner: uuid.UUID) -> Iterator[tuple[Library, uuid.UUID]]:
    table = record_table(_ATTACHMENT)
    for record in connection.execute(select(table.c.id).where(table.c.owner == str(owner))).scalars():
        yield _ATTACHMENT, record
