"""Records that are kept twice: found over a whole library, judged, and made one."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link, Ref
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.verdicts import NOT_SAME, Verdict
from fj_desktop.rules.likeness import Subject, judge, nature_of, subject_of
from fj_desktop.rules.likeness.gathering import candidates, without_switchboards
from fj_desktop.rules.likeness.subject import compared
from fj_desktop.services.announce import Announcer
from fj_desktop.services.comparing import Comparison, compare
from fj_desktop.services.identity import Identity
from fj_desktop.services.merging import MergeService
from fj_desktop.services.near_records import typed_subject, worth_a_look
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

_BLOCK = 2000
_STEP = 200
_MOST_HINTS = 8
Two = frozenset[uuid.UUID]


@dataclass(frozen=True)
class Pair:
    """Two records that are alike.

    Attributes:
        library: where both stand; for a library of roles it may be the one of its masters.
        first: the one proposed to stay: it holds more, or is older.
        second: the other.
        score: 0 to 1.
        reasons: what speaks for it and against it.
        sure: they may be merged without asking.
        names: of both, as stored; empty for one without a name.
    """

    library: Library
    first: uuid.UUID
    second: uuid.UUID
    score: float
    reasons: tuple[str, ...]
    sure: bool
    names: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Candidate:
    """A stored record like the one being typed; its fields mean the same as those of :class:`Pair`."""

    library: Library
    id: uuid.UUID
    name: str
    score: float
    reasons: tuple[str, ...]
    sure: bool


class DuplicateService:
    """Finds pairs, remembers what a person says of them, merges the sure ones."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer, merging: MergeService) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer
        self._merging = merging

    def find(self, library: Library, progress: Progress | None = None) -> list[Pair]:
        """Every pair of live records worth asking about, the surest first; costs grow with the records.

        Roles of one master are a sure pair; masters that are alike are told as pairs of the masters'
        library. What was said not to be the same isn't told again.

        Raises:
            Cancelled: the person stopped it.
        """
        watched = progress or Unwatched()
        with self._store.reading(watched) as connection:
            found = [*_roles_of_one(connection, library), *_alike(connection, _compared_library(library), watched)]
            if library.links():
                wanted = _linked(connection, library)
                found = [one for one in found if one.library is library or {one.first, one.second} & wanted]
            said = _said(connection, {one.library.table for one in found})
        kept = [one for one in found if frozenset((one.first, one.second)) not in said]
        return sorted(kept, key=lambda one: (not one.sure, -one.score, str(one.first), str(one.second)))

    def compare(self, library: Library, keep: uuid.UUID, other: uuid.UUID) -> Comparison:
        """Lay two records side by side.

        Raises:
            UserError: one of them is not there.
        """
        with self._store.reading() as connection:
            return compare(connection, library, keep, other, self._identity.office)

    def like(
        self, library: Library, values: Mapping[str, Any], besides: uuid.UUID | None = None
    ) -> tuple[Candidate, ...]:
        """Stored records like the one being typed, the likest first; its time is bounded whatever the store holds.

        In a library of roles these are records of its masters.

        Args:
            library: the library that is typed into.
            values: by key of its surface, texts as typed or parsed values; what can't be parsed is left out.
            besides: the record that is being changed; what it was told apart from isn't told.
        """
        compared_to = _compared_library(library)
        mine = typed_subject(library, compared_to, values)
        with self._store.reading() as connection:
            own = _compared_record(connection, library, besides)
            apart = {own, *(other for two in _said(connection, {compared_to.table}) if own in two for other in two)}
            near = [one for one in worth_a_look(connection, compared_to, mine) if one not in apart]
            subjects = _subjects(connection, compared_to, Unwatched(), near)
        *known, alone = without_switchboards([*subjects, mine])
        nature = nature_of(compared_to)
        judged = ((judge(nature, alone, one), one) for one in known)
        found = [
            Candidate(compared_to, one.id, one.name, likeness.score, likeness.reasons, likeness.sure)
            for likeness, one in judged
            if likeness is not None
        ]
        return tuple(sorted(found, key=lambda one: (not one.sure, -one.score, str(one.id)))[:_MOST_HINTS])

    def compared_keys(self, library: Library) -> frozenset[str]:
        """The keys of a library's surface that :meth:`like` looks at."""
        prefix = next((one.kind.prefix for one in library.links() if isinstance(one.kind, Link)), "")
        return frozenset(prefix + name for name in compared(_compared_library(library)))

    def compared_as(self, library: Library, record: uuid.UUID) -> uuid.UUID | None:
        """The record that is compared for this one: itself, or for a role its master, when it has one."""
        with self._store.reading() as connection:
            return _compared_record(connection, library, record)

    def not_same(self, library: Library, first: uuid.UUID, second: uuid.UUID) -> None:
        """Remember that two records are not the same; undo takes it back.

        Raises:
            UserError: they are one record, or one is not there.
        """
        if first == second:
            raise UserError("这是同一条记录。请选择两条不同的记录。")
        with self._store.writing(self._identity.staff, "not-same") as write:
            for record in (first, second):
                if queries.values(write.connection, library, record) is None:
                    raise UserError(f"{library.title}里没有编号为 {record} 的记录，请核对编号。")
            if frozenset((first, second)) in _said(write.connection, {library.table}):
                return
            writer = RowWriter(write, self._identity)
            values = {"verdict": NOT_SAME, "of_table": library.table, "first": str(first), "second": str(second)}
            writer.add(Verdict, values)
            writer.flush()
        self._announcer.changed(Verdict.table, ())

    def not_the_same(self, library: Library) -> list[Pair]:
        """The pairs of which a person said that they are not the same, newest first; of masters too."""
        found = []
        with self._store.reading() as connection:
            for one in dict.fromkeys((library, _compared_library(library))):
                rows = _verdicts(connection, {one.table})
                names = queries.names(connection, one, {record for _, *two in rows for record in two})
                for _, first, second in rows:
                    called = (names.get(str(first), ""), names.get(str(second), ""))
                    found.append(Pair(one, first, second, 0.0, ("说过不是同一个",), sure=False, names=called))
        return found

    def ask_again(self, library: Library, first: uuid.UUID, second: uuid.UUID) -> None:
        """Take back that two records are not the same; they are told again."""
        with self._store.writing(self._identity.staff, "not-same") as write:
            rows = _verdicts(write.connection, {library.table})
            wanted = [record for record, *pair in rows if set(pair) == {first, second}]
            RowWriter(write, self._identity).mark(Verdict, wanted, deleted=True)
        self._announcer.changed(Verdict.table, ())

    def merge_sure(self, pairs: Iterable[Pair], progress: Progress | None = None) -> int:
        """Merge all sure ones of these pairs in one step that undo takes back; returns how many records went.

        Raises:
            Cancelled: the person stopped it; nothing was merged.
        """
        watched = progress or Unwatched()
        return self._merging.merge_all([(one.library, one.first, one.second) for one in pairs if one.sure], watched)


def _compared_library(library: Library) -> Library:
    link = next(iter(library.links()), None)
    return CATALOG.of_table(link.kind.target) if link and isinstance(link.kind, Link) else library


def _compared_record(connection: Connection, library: Library, record: uuid.UUID | None) -> uuid.UUID | None:
    if record is None or not library.links():
        return record
    table = record_table(library)
    return connection.scalar(select(table.c[library.links()[0].name]).where(table.c.id == record))


def _linked(connection: Connection, library: Library) -> set[uuid.UUID]:
    table, link = record_table(library), library.links()[0].name
    rows = connection.execute(select(table.c[link]).where(table.c.deleted.is_(False), table.c[link].is_not(None)))
    return set(rows.scalars())


def _roles_of_one(connection: Connection, library: Library) -> list[Pair]:
    """Live roles that stand on the same master; the older one stays."""
    if not library.links():
        return []
    table, link = record_table(library), library.links()[0]
    rows = connection.execute(
        select(table.c[link.name], table.c.id)
        .where(table.c.deleted.is_(False), table.c[link.name].is_not(None))
        .order_by(table.c.created_at, table.c.id)
    )
    first: dict[uuid.UUID, uuid.UUID] = {}
    pairs = [(master, first.setdefault(master, record), record) for master, record in rows]
    pairs = [pair for pair in pairs if pair[1] != pair[2]]
    target = _compared_library(library)
    names, reasons = queries.names(connection, target, {pair[0] for pair in pairs}), (f"都是同一条{target.title}记录",)
    return [
        Pair(library, one, two, 1.0, reasons, sure=True, names=(names.get(str(master), ""),) * 2)
        for master, one, two in pairs
    ]


def _alike(connection: Connection, library: Library, progress: Progress) -> list[Pair]:
    subjects, nature = without_switchboards(_subjects(connection, library, progress)), nature_of(library)
    judged: dict[tuple[int, int], Pair] = {}
    seen: set[tuple[int, int]] = set()
    for number, pairs in enumerate(candidates(nature, subjects)):
        if number % _STEP == 0:
            progress.at(number, None, f"正在比较，已找到 {len(judged)} 对")
        for one, two in pairs - seen:
            likeness = judge(nature, subjects[one], subjects[two])
            if likeness is not None:
                stays, goes = _stays_first(subjects[one], subjects[two])
                names = (stays.name, goes.name)
                judged[one, two] = Pair(
                    library, stays.id, goes.id, likeness.score, likeness.reasons, likeness.sure, names
                )
        seen |= pairs
    return list(judged.values())


def _stays_first(one: Subject, two: Subject) -> tuple[Subject, Subject]:
    """The fuller record first, of equally full ones the older; ids tell the age."""
    stays, goes = sorted((one, two), key=lambda each: (-each.filled, each.id))
    return stays, goes


def _subjects(
    connection: Connection, library: Library, progress: Progress, only: Sequence[uuid.UUID] | None = None
) -> list[Subject]:
    """The live records as they are compared, or some of them."""
    table = record_table(library)
    columns = [table.c.id, *(table.c[name] for name in compared(library))]
    statement = select(*columns).where(table.c.deleted.is_(False)).order_by(table.c.id)
    rows = connection.execute(statement if only is None else statement.where(table.c.id.in_(only)))
    found: list[Subject] = []
    for block in rows.mappings().partitions(_BLOCK):
        progress.at(len(found), None, f"正在读取，已有 {len(found)} 条")
        employers = _employers(connection, library, block)
        for row in block:
            values = {str(name): value for name, value in row.items()}
            employer = employers.get(str(values.get("company_id")), "")
            found.append(subject_of(library, values["id"], values, employer))
    return found


def _employers(connection: Connection, library: Library, rows: Sequence[Any]) -> dict[str, str]:
    one = library.fields.get("company_id")
    if one is None or not isinstance(one.kind, Ref):
        return {}
    wanted = {row["company_id"] for row in rows if row["company_id"] is not None}
    return queries.names(connection, CATALOG.of_table(one.kind.target), wanted)


def _said(connection: Connection, tables: Iterable[str]) -> set[Two]:
    return {frozenset((first, second)) for _, first, second in _verdicts(connection, tables)}


def _verdicts(connection: Connection, tables: Iterable[str]) -> list[tuple[uuid.UUID, uuid.UUID, uuid.UUID]]:
    table = record_table(Verdict)
    said = (table.c.verdict == NOT_SAME, table.c.of_table.in_(sorted(tables)), table.c.deleted.is_(False))
    rows = connection.execute(
        select(table.c.id, table.c.first, table.c.second).where(*said).order_by(table.c.id.desc())
    )
    return [(record, uuid.UUID(first), uuid.UUID(second)) for record, first, second in rows]
