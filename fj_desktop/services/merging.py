"""Two records that are one become one: values chosen per field, everything that named the other moved over."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.field import Field, Library
from fj_desktop.core.kinds import CreditCode, IdNumber, Many, Ref, Text
from fj_desktop.core.progress import Progress
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.libraries.verdicts import MERGED, Verdict
from fj_desktop.services.announce import Announcer
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import queries
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.transactions import Store

KEEP, OTHER = "keep", "other"
Values = Mapping[str, Any]


class MergeService:
    """Merges two records of one library in one step that undo takes back."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def merge(
        self, library: Library, keep: uuid.UUID, other: uuid.UUID, choices: Mapping[str, str] | None = None
    ) -> None:
        """Let ``keep`` stand for both; ``other`` goes to the recycle bin.

        Args:
            library: the library both are in.
            keep: the record that stays.
            other: the record that goes; every reference to it and its attachments move to ``keep``.
            choices: by field name ``keep`` or ``other``. Without a choice ``keep``'s value stays unless it is empty,
                sets are united, and long texts are put one below the other.

        Raises:
            InvalidRecordError: the chosen values contradict each other; nothing was changed.
            UserError: not two living records of this library, an unknown field, or the record of whoever works here.
        """
        picked = _checked(library, choices or {})
        if keep == other:
            raise UserError("这是同一条记录，不需要合并。请选择两条不同的记录。")
        if other == self._identity.staff:
            raise UserError("不能把本人的工作人员记录并入另一条。请反过来合并：保留本人这一条。")
        with self._store.writing(self._identity.staff, "merge") as write:
            writer = RowWriter(write, self._identity)
            self._one_into_other(writer, library, keep, other, picked)
        self._announce(writer)

    def merge_all(self, pairs: Iterable[tuple[Library, uuid.UUID, uuid.UUID]], progress: Progress) -> int:
        """Merge many pairs in one step that undo takes back; returns how many records went.

        A pair whose records went with others before it is merged where these went. The record of whoever
        works here always stays. Nothing of the records that go is lost: what they say otherwise is noted on those
        that stay. A pair is left for a person when that can't be: codes, references or covered values differ, the
        note has no room, or the values would contradict each other.

        Args:
            pairs: the library, the record that stays, the record that goes.
            progress: stopped before the end, nothing is merged.

        Raises:
            Cancelled: the person stopped it.
        """
        wanted, went = list(pairs), dict[uuid.UUID, uuid.UUID]()
        with self._store.writing(self._identity.staff, "merge", progress=progress) as write:
            writer = RowWriter(write, self._identity)
            for done, (library, first, second) in enumerate(wanted):
                progress.at(done, len(wanted), "正在合并")
                keep, other = _where(went, first), _where(went, second)
                if other == self._identity.staff:
                    keep, other = other, keep
                if keep != other and self._merges(writer, library, keep, other):
                    went[other] = keep
        self._announce(writer)
        return len(went)

    def _merges(self, writer: RowWriter, library: Library, keep: uuid.UUID, other: uuid.UUID) -> bool:
        """Merge one pair of many, unless its values contradict each other or one is no longer there."""
        try:
            self._one_into_other(writer, library, keep, other, {}, noting=True)
        except (InvalidRecordError, UserError):
            return False
        return True

    @staticmethod
    def _one_into_other(
        writer: RowWriter,
        library: Library,
        keep: uuid.UUID,
        other: uuid.UUID,
        picked: Mapping[str, str],
        *,
        noting: bool = False,
    ) -> None:
        kept, gone = (_living(writer.connection, library, one) for one in (keep, other))
        values = merged(library, keep, kept, other, gone, picked)
        if noting:
            values |= noted(
                library,
                {**kept, **values},
                {name: _without(one, gone[name], {str(keep), str(other)}) for name, one in library.fields.items()},
            )
        _refuse_wrong(library, {**kept, **values})
        writer.add(
            Verdict,
            {"verdict": MERGED, "of_table": library.table, "first": str(keep), "second": str(other)},
        )
        _move_references(writer, library, keep, other)
        _move_attachments(writer, library, keep, other)
        writer.mark(library, [other], deleted=True)
        # Last, so that the step is called after the record that stays.
        writer.change(library, keep, values)

    def _announce(self, writer: RowWriter) -> None:
        for table, records in writer.touched.items():
            self._announcer.changed(table, records)


def _where(went: Mapping[uuid.UUID, uuid.UUID], record: uuid.UUID) -> uuid.UUID:
    while record in went:
        record = went[record]
    return record


def merged(
    library: Library, keep: uuid.UUID, kept: Values, other: uuid.UUID, gone: Values, choices: Mapping[str, str]
) -> dict[str, Any]:
    """The values ``keep`` takes that it doesn't have; no record refers to itself afterwards."""
    values: dict[str, Any] = {}
    for name, one in library.fields.items():
        # What the other's links said is kept itself: a record never points at itself or at the one that goes.
        mine, theirs = (_without(one, value, {str(keep), str(other)}) for value in (kept[name], gone[name]))
        value = _joined(one, mine, theirs, choices.get(name))
        if value != kept[name]:
            values[name] = value
    return values


def _joined(one: Field, mine: Any, theirs: Any, choice: str | None) -> Any:
    if choice is not None:
        return theirs if choice == OTHER else mine
    if not theirs and theirs in (None, "", ()):
        return mine
    if mine in (None, "", ()):
        return theirs
    if one.kind.many:
        return tuple(sorted({*mine, *theirs}))
    if isinstance(one.kind, Text) and one.kind.lines > 1 and not one.computed:
        both = mine if theirs in mine else theirs if mine in theirs else f"{mine}\n{theirs}"
        # Too long for the field: the first stays, the other is still whole in the recycle bin.
        return both if len(both) <= one.kind.longest else mine
    return mine


def _without(one: Field, value: Any, selves: set[str]) -> Any:
    if not _target(one) or value is None:
        return value
    if one.kind.many:
        return tuple(part for part in value if str(part) not in selves) or None
    return None if str(value) in selves else value


def noted(library: Library, kept: Values, gone: Values) -> dict[str, str]:
    """The note that says what the one that goes says otherwise; empty when it says nothing else.

    Raises:
        UserError: something of it may not stand in a note, or has no room in it.
    """
    told = [one for name, one in library.fields.items() if _is_lost(one, kept[name], gone[name])]
    if not told:
        return {}
    note = library.fields.get("note")
    secret = any(one.masked or _target(one) or _is_code(library, one) for one in told)
    if secret or note is None or not isinstance(note.kind, Text) or note.masked:
        raise UserError("两条记录的内容有矛盾，请逐项选择后合并。")
    lines = ["合并时另一条记录的内容：", *(f"{one.label}：{one.kind.show(gone[one.name])}" for one in told)]
    text = "\n".join([*([str(kept["note"])] if kept["note"] else []), *lines])
    if len(text) > note.kind.longest:
        raise UserError("备注写不下另一条记录的内容，请逐项选择后合并。")
    return {"note": text}


def _is_lost(one: Field, kept: Any, gone: Any) -> bool:
    if gone in (None, "", ()) or gone == kept or one.kind.many or one.computed:
        return False
    return not (isinstance(one.kind, Text) and one.kind.lines > 1 and str(gone) in str(kept))


def _is_code(library: Library, one: Field) -> bool:
    """Two codes are two things, whatever made them look like one."""
    return isinstance(one.kind, CreditCode | IdNumber) or (one.name in library.keys and one.name not in library.naming)


def _target(one: Field) -> str:
    kind = one.kind.each if isinstance(one.kind, Many) else one.kind
    return kind.target if isinstance(kind, Ref) else ""


def _checked(library: Library, choices: Mapping[str, str]) -> Mapping[str, str]:
    for name, choice in choices.items():
        if name not in library.fields:
            raise UserError(f"{library.title}没有“{name[:40]}”这个字段。可用：{'、'.join(library.fields)}")
        if choice not in (KEEP, OTHER):
            raise UserError(f"“{name}”只能取保留的一条或另一条的值。")
    return choices


def _living(connection: Connection, library: Library, record: uuid.UUID) -> dict[str, Any]:
    found = queries.values(connection, library, record)
    if found is None:
        raise UserError(f"{library.title}里没有编号为 {record} 的记录，请核对编号。")
    if queries.is_deleted(connection, library, record):
        raise UserError("要合并的记录在回收站里，请先恢复。")
    return found


def _refuse_wrong(library: Library, values: Values) -> None:
    labels = {name: one.label for name, one in library.fields.items()}
    refusals = [refusal for rule in library.rules for refusal in rule(values, labels)]
    if refusals:
        raise InvalidRecordError(refusals)


def _move_references(writer: RowWriter, library: Library, keep: uuid.UUID, other: uuid.UUID) -> None:
    """Every link, reference and set member that names ``other``, of deleted records too, names ``keep``."""
    for holder in CATALOG.everything:
        for name, one in holder.fields.items():
            if _target(one) == library.table:
                move: Callable[..., None] = _move_members if one.kind.many else _move_column
                move(writer, holder, name, keep, other)


def _move_column(writer: RowWriter, holder: Library, name: str, keep: uuid.UUID, other: uuid.UUID) -> None:
    table = record_table(holder)
    for record in writer.connection.execute(select(table.c.id).where(table.c[name] == other)).scalars().all():
        if record not in (keep, other):
            writer.change(holder, record, {name: keep})


def _move_members(writer: RowWriter, holder: Library, name: str, keep: uuid.UUID, other: uuid.UUID) -> None:
    place = f"{holder.table}.{name}"
    named = (MEMBER.c.value == str(other), MEMBER.c.field == place, MEMBER.c.deleted.is_(False))
    owners = writer.connection.execute(select(MEMBER.c.owner).where(*named)).scalars().all()
    sets = queries.members(writer.connection, place, owners)
    for owner in owners:
        if owner not in (keep, other):
            writer.change(holder, owner, {name: {*sets[owner], str(keep)} - {str(other)}})


def _move_attachments(writer: RowWriter, library: Library, keep: uuid.UUID, other: uuid.UUID) -> None:
    table = record_table(Attachment)
    owned = (table.c.owner == str(other), table.c.owner_table == library.table)
    for one in writer.connection.execute(select(table.c.id).where(*owned)).scalars().all():
        writer.change(Attachment, one, {"owner": str(keep)})


def merged_away(connection: Connection, record: uuid.UUID) -> list[uuid.UUID]:
    """The records that were merged into this one, and into those, as long as that was not taken back."""
    table, found, new = record_table(Verdict), [], [record]
    while new:
        said = (table.c.first.in_([str(one) for one in new]), table.c.verdict == MERGED, table.c.deleted.is_(False))
        rows = connection.execute(select(table.c.second).where(*said)).scalars()
        new = [one for one in map(uuid.UUID, rows) if one not in found and one != record]
        found += new
    return found
