"""Attachments of any record: added, shown, opened, saved elsewhere, removed; each a step that can be undone."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection, select

from fj_desktop.core.field import Library
from fj_desktop.core.filenames import cleaned, suffix_of
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import RefusedFileError, UserError
from fj_desktop.exchange.looking import limits
from fj_desktop.exchange.looking.danger import refused_content, refused_name
from fj_desktop.exchange.looking.looker import Page, look, page
from fj_desktop.exchange.outfile import writing
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.services.announce import Announcer
from fj_desktop.services.attachment_sources import Source
from fj_desktop.services.attachment_view import Attached, attached
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import plain_copies
from fj_desktop.store.attachments import Contents
from fj_desktop.store.chain import note_access
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

MOST_IMAGE_BYTES = 60 << 20
_TABLE = record_table(Attachment)


@dataclass(frozen=True)
class Added:
    """What an adding did: the new attachments, and the names that were refused with the reason."""

    added: tuple[uuid.UUID, ...]
    refused: tuple[tuple[str, str], ...]


class AttachmentService:
    """The attachments of one open desk; ``contents`` is None only for a desk in memory."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer, contents: Contents | None) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer
        self._kept = contents

    def of(self, library: Library, record: uuid.UUID, *, deleted: bool = False) -> list[Attached]:
        """The attachments of a record in the order they were added; ``deleted`` asks for the removed ones."""
        wanted = select(_TABLE).where(
            _TABLE.c.owner == str(record), _TABLE.c.owner_table == library.table, _TABLE.c.deleted.is_(deleted)
        )
        with self._store.reading() as connection:
            rows = connection.execute(wanted.order_by(_TABLE.c.created_at, _TABLE.c.id)).mappings().all()
            return [attached(dict(row)) for row in rows]

    def one(self, attachment: uuid.UUID) -> Attached:
        """One attachment, removed or not.

        Raises:
            UserError: there is none of this id.
        """
        with self._store.reading() as connection:
            row = connection.execute(select(_TABLE).where(_TABLE.c.id == attachment)).mappings().first()
        if row is None:
            raise UserError(f"没有编号为 {attachment} 的附件，请核对编号。")
        return attached(dict(row))

    def add(
        self, library: Library, record: uuid.UUID, sources: Sequence[Source], progress: Progress | None = None
    ) -> Added:
        """Attach files to a record, all that are allowed in one step; the content is safe before the step is stored.

        Raises:
            UserError: there is no such record, or the disk is full; nothing was added.
            Cancelled: the person stopped it; nothing was added.
        """
        watched = progress or Unwatched()
        owner = self._owner(library, record)
        found: list[tuple[dict[str, Any], str]] = []
        refused: list[tuple[str, str]] = []
        for number, source in enumerate(sources):
            name = cleaned(source.name)
            watched.at(number, len(sources), f"正在加密保存：{name}")
            try:
                found.append(self._taken(name, source, watched))
            except RefusedFileError as error:
                refused.append((name, error.text))
        watched.check()
        return Added(self._stored(library, record, owner, found), tuple(refused))

    def remove(self, attachments: Iterable[uuid.UUID]) -> int:
        """Take attachments off their records: a mark that undo takes back; the content stays."""
        wanted = [self.one(one).id for one in attachments]
        with self._store.writing(self._identity.staff, "detach") as write:
            RowWriter(write, self._identity).mark(Attachment, wanted, deleted=True)
        self._announcer.changed(Attachment.table, wanted)
        return len(wanted)

    def content(self, one: Attached, most_bytes: int = MOST_IMAGE_BYTES) -> bytes:
        """The plain content; MissingContentError when it is gone, UserError when it is longer than asked for."""
        return self._contents().read(one.sha256, most_bytes)

    def words(self, one: Attached) -> str:
        """The words taken from the file when it was added; empty when it has none."""
        with self._store.reading() as connection:
            found = connection.exec_driver_sql("SELECT text FROM _content WHERE sha256 = ?", (one.sha256,)).scalar()
        return str(found or "")

    def page(self, one: Attached, number: int, width: int, progress: Progress | None = None) -> Page:
        """Draw a page of a PDF, from 0, so many pixels wide; see :func:`fj_desktop.exchange.looking.looker.page`."""
        return page(self._contents().chunks(one.sha256), number, width, progress)

    def give_copy(self, one: Attached) -> Path:
        """A private plain copy for the system's program; that it was opened is kept.

        Raises:
            UserError: this kind is never opened from here, or the content is gone.
        """
        if not one.opens:
            raise UserError(f"“{one.name}”不能从这里打开（{one.warning or one.kind_title}）。确需查看时请另存后处理。")
        path = plain_copies.give(self._contents(), one.sha256, one.name)
        _note(self._store, self._identity, "open-attachment", one)
        return path

    def save(self, one: Attached, out: Path, progress: Progress | None = None) -> None:
        """Write the content to a place the person chose, whole or not at all; that it left is kept.

        Raises:
            UserError: the content is gone, or the place can't be written to.
        """
        watched = progress or Unwatched()
        with writing(out) as temporary:
            with temporary.open("wb") as file:
                for chunk in self._contents().chunks(one.sha256):
                    watched.check()
                    file.write(chunk)
            _note(self._store, self._identity, "save-attachment", one)
        plain_copies.mark_as_from_outside(out)

    def wipe(self) -> None:
        """Remove the plain copies given to other programs."""
        if self._kept is not None:
            plain_copies.wipe(self._kept.profile)

    def sweep(self) -> int:
        """Put contents aside that no description names; see :meth:`fj_desktop.store.attachments.Contents.sweep`."""
        with self._store.reading() as connection:
            named = set(connection.execute(select(_TABLE.c.sha256).distinct()).scalars())
        return self._contents().sweep({one for one in named if one}) if self._kept is not None else 0

    def _contents(self) -> Contents:
        if self._kept is None:
            raise UserError("这个台账没有存放附件的地方。")
        return self._kept

    def _owner(self, library: Library, record: uuid.UUID) -> Mapping[str, Any]:
        table = record_table(library)
        wanted = select(table.c.office_code, table.c.visibility, table.c.group_id, table.c.deleted)
        with self._store.reading() as connection:
            row = connection.execute(wanted.where(table.c.id == record)).mappings().first()
        if row is None:
            raise UserError(f"{library.title}里没有编号为 {record} 的记录，请核对编号。")
        if row["deleted"]:
            raise UserError("这条记录在回收站里，不能添加附件。请先恢复它。")
        return {name: row[name] for name in ("office_code", "visibility", "group_id")}

    def _taken(self, name: str, source: Source, progress: Progress) -> tuple[dict[str, Any], str]:
        """One file checked, looked at and kept: its description and its words.

        Raises:
            RefusedFileError: too big, empty, dangerous or unreadable.
        """
        if reason := refused_name(source.name):
            raise RefusedFileError(reason)
        with source.opened() as file:
            _refuse_plainly_wrong(file)
            digest, size = self._contents().put(file, limits.MOST_BYTES, progress)
        # What is looked at is what was kept: the file itself may change under somebody's hands.
        facts = look(lambda: self._contents().chunks(digest), suffix_of(name), progress)
        if facts.refused:
            raise RefusedFileError(facts.refused)
        described = {"name": name, "kind": facts.kind, "size": size, "sha256": digest}
        return described | {"marks": " ".join(facts.marks) or None}, facts.words

    def _stored(
        self,
        library: Library,
        record: uuid.UUID,
        owner: Mapping[str, Any],
        found: Sequence[tuple[Mapping[str, Any], str]],
    ) -> tuple[uuid.UUID, ...]:
        if not found:
            return ()
        with self._store.writing(self._identity.staff, "attach") as write:
            writer = RowWriter(write, self._identity, same=owner)
            for described, words in found:
                _keep_words(write.connection, described["sha256"], words)
            whose = {"owner_table": library.table, "owner": str(record)}
            added = tuple(writer.add(Attachment, {**described, **whose}) for described, _ in found)
            writer.flush()
        self._announcer.changed(Attachment.table, added)
        return added


def _refuse_plainly_wrong(file: BinaryIO) -> None:
    size = file.seek(0, 2)
    file.seek(0)
    if not size:
        raise RefusedFileError("是空文件，没有内容可以保存")
    if size > limits.MOST_BYTES:
        raise RefusedFileError(f"超过 {limits.MOST_BYTES >> 20} MB。请压缩或拆分后再添加")
    if reason := refused_content(file.read(limits.HEAD_BYTES)):
        raise RefusedFileError(reason)


def _keep_words(connection: Connection, digest: str, words: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO _content (sha256, text) VALUES (?, ?)", (digest, words))


def _note(store: Store, identity: Identity, act: str, one: Attached) -> None:
    at = store.clock.now().strftime("%Y-%m-%d %H:%M:%S")
    library = CATALOG.of_table(one.owner_table)
    with store.noting() as connection:
        note_access(connection, at, identity.staff, act, library.library, record=one.owner, detail="1")
