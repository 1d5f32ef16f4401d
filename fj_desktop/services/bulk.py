"""Many cells changed at once: typed in the table, filled down, pasted, set for a selection.

Everything is planned first, and the plan says what will change and what can't; applying it is one transaction,
one line of the history and one step of undo.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Many
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.bulk_plan import BulkPlan, ChangePlanner, NewRow, RefusedCell, plan_new
from fj_desktop.services.changing import Changer, Loaded
from fj_desktop.services.covering import is_covered
from fj_desktop.services.identity import Identity
from fj_desktop.services.import_plan import Parts, Planner
from fj_desktop.services.matching import Matcher
from fj_desktop.services.parsing import parse
from fj_desktop.services.records import compose
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store, last_transaction

MOST_CELLS = 200_000
"""So many cells are changed or copied at once."""
_BLOCK = 500
_EVERY = 100
_EMPTY = (None, "", ())
_COVERED = "遮盖的内容不能向下填充，请逐条填写"
_COMPUTED = "由程序计算，不能填写"
_MOVED = "台账刚刚有了别的改动，这次没有写入任何内容。请再做一次。"

Texts = dict[uuid.UUID, dict[str, str]]


@dataclass(frozen=True)
class BulkDone:
    """What was written: changed records, new ones, and known ones that got what they lacked."""

    changed: int
    added: int
    completed: int


class BulkService:
    """Plans and applies changes of many cells of one library."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def plan(
        self,
        library: Library,
        changes: Mapping[uuid.UUID, Mapping[str, str]],
        new: Sequence[NewRow] = (),
        progress: Progress | None = None,
    ) -> BulkPlan:
        """Check every cell; nothing is written.

        Args:
            library: the declared class.
            changes: by record, texts by surface key; a blank text clears its field.
            new: records to be made; a row whose record stands in the store already only gives what that lacks.
            progress: reports and stops.

        Raises:
            UserError: more than :data:`MOST_CELLS` cells.
        """
        watched = progress or Unwatched()
        refuse_too_many(sum(map(len, changes.values())) + sum(len(row.typed) for row in new))
        plan = BulkPlan(library)
        with self._store.reading() as connection:
            plan.seen = last_transaction(connection)
            working = self._identity.working(self._store.clock, connection)
            ChangePlanner(connection, library, working).plan(changes, plan, watched)
            plan_new(connection, library, working, new, plan, watched)
        return plan

    def fill(
        self, library: Library, records: Sequence[uuid.UUID], keys: Sequence[str], progress: Progress | None = None
    ) -> BulkPlan:
        """Plan to give records what stands in the first of them, column by column; covered values are not copied."""
        surface = CATALOG.by_key(library)
        top = self.texts(library, records[:1], keys, exact=True).get(records[0], {})
        open_keys = [key for key in keys if not surface[key].field.computed]
        open_keys = [key for key in open_keys if key in top or not surface[key].field.masked]
        typed = {key: top.get(key, "") for key in open_keys}
        plan = self.plan(library, dict.fromkeys(records[1:], typed), progress=progress)
        for key in (key for key in keys if key not in open_keys):
            reason = _COMPUTED if surface[key].field.computed else _COVERED
            plan.refused.append(RefusedCell(1, records[0], surface[key].label, "", reason))
        return plan

    def names(self, library: Library, records: Iterable[uuid.UUID]) -> dict[str, str]:
        """What some records are called, by the text of their ids."""
        with self._store.reading() as connection:
            return queries.names(connection, library, records)

    def apply(self, plan: BulkPlan, action: str = "bulk", progress: Progress | None = None) -> BulkDone:
        """Write the good cells and rows of a plan in one transaction.

        Args:
            plan: as planned and shown.
            action: what the person did, for the history: bulk, paste, fill, clear.
            progress: reports; a stop leaves the store as it was.

        Raises:
            UserError: the store has moved on and a cell is refused now; nothing was written.
        """
        watched = progress or Unwatched()
        with self._store.writing(self._identity.staff, action) as write:
            writer = RowWriter(write, self._identity)
            parts = compose(write.connection, writer, self._identity, self._store)
            self._change(plan, parts, watched)
            fates = self._add(plan, parts, watched, unmoved=write.seq == plan.seen + 1)
            writer.flush()
        for table, records in writer.touched.items():
            self._announcer.changed(table, records)
        return BulkDone(len(plan.changes), fates["new"], fates["update"])

    def texts(
        self, library: Library, records: Iterable[uuid.UUID], keys: Sequence[str], *, exact: bool = False
    ) -> Texts:
        """The cells of some records as texts that parse back; blank cells and covered ones are left out.

        Args:
            library: the declared class.
            records: whose cells; those that are gone are left out.
            keys: which columns.
            exact: references as ids, so that namesakes stay apart; else as names.
        """
        surface, office = CATALOG.by_key(library), self._identity.office
        found: Texts = {}
        for row in self.shown(library, list(records), keys, named=not exact):
            there = [key for key in keys if key in row and not is_covered(surface[key], row, office)]
            found[row["id"]] = {
                key: str(row.get(f"{key}/name", "")) or surface[key].field.kind.show(row[key]) for key in there
            }
        return found

    def shown(
        self, library: Library, records: Sequence[uuid.UUID], keys: Sequence[str], *, named: bool = True
    ) -> list[dict[str, Any]]:
        """The stored values of some columns as a page of a table has them: blank ones left out, names beside ids."""
        with self._store.reading() as connection:
            there = Loaded(library, Matcher(connection))
            there.load(records)
            rows: list[dict[str, Any]] = []
            for record in records:
                if there.own(record):
                    values = {key: there.value(record, key) for key in keys}
                    rows.append(there.owners(record) | {key: one for key, one in values.items() if one not in _EMPTY})
            if named:
                _add_names(connection, library, keys, rows)
        return rows

    def present(self, library: Library, records: Iterable[uuid.UUID], key: str) -> list[tuple[str, int]]:
        """What stands in one field of some records, the commonest first; blank is empty, covered stays covered."""
        wanted = list(records)
        one = CATALOG.by_key(library)[key]
        if one.field.masked:
            filled = sum(key in row for row in self.shown(library, wanted, [key], named=False))
            counts = Counter({one.field.kind.mask(""): filled, "": len(wanted) - filled})
        else:
            texts = self.texts(library, wanted, [key])
            counts = Counter(texts.get(record, {}).get(key, "") for record in wanted)
        return [(text, count) for text, count in counts.most_common() if count]

    def _change(self, plan: BulkPlan, parts: Parts, watched: Progress) -> None:
        composer, matcher, resolver, writer = parts
        changer = Changer(plan.library, composer, matcher)
        records = list(plan.changes)
        for done, record in enumerate(records):
            if done % _BLOCK == 0:
                changer.load(records[done : done + _BLOCK])
            if done % _EVERY == 0:
                watched.at(done, len(records), "正在写入")
            change = changer.check(record, parse(plan.library, plan.changes[record], resolver))
            if change.refusals:
                raise UserError(_MOVED)
            changer.write(writer, change, renew=False)
            changer.learn(change)
        writer.renew_changed(watched)

    def _add(self, plan: BulkPlan, parts: Parts, watched: Progress, *, unmoved: bool) -> Counter[str]:
        rows, fates = plan.good_rows, Counter[str]()
        if not rows:
            return fates
        planner = Planner.over(parts, plan.library)
        planner.prepare(rows, unmoved=unmoved and not plan.changes)
        for done, row in enumerate(rows):
            if done % _EVERY == 0:
                watched.at(done, len(rows), "正在新增")
            fates[planner.write(row, row.choice)] += 1
        return fates


def refuse_too_many(cells: int) -> None:
    """Stop what is too much at once.

    Raises:
        UserError: more than :data:`MOST_CELLS` cells.
    """
    if cells > MOST_CELLS:
        raise UserError(f"一次最多处理 {MOST_CELLS:,} 格，现在是 {cells:,} 格。请少选一些，分几次做。")


def _add_names(connection: Connection, library: Library, keys: Sequence[str], rows: list[dict[str, Any]]) -> None:
    """Put the names of what references refer to beside their ids."""
    for key in keys:
        one = CATALOG.by_key(library)[key]
        if one.ref_target is None:
            continue
        filled = [(row, row[key] if isinstance(one.field.kind, Many) else (row[key],)) for row in rows if key in row]
        wanted = {each for _, ids in filled for each in ids}
        called = queries.names(connection, CATALOG.of_table(one.ref_target), wanted)
        for row, ids in filled:
            row[f"{key}/name"] = "；".join(called.get(str(each), "") for each in ids)
