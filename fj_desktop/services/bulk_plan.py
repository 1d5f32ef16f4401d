"""What a change of many cells will do: good cells, new rows, and every cell that can't be filled with its reason."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.defaults import Working
from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.core.refusal import Refused
from fj_desktop.libraries import CATALOG
from fj_desktop.services.changing import Changer
from fj_desktop.services.composing import Composer
from fj_desktop.services.import_plan import PlannedRow, Planner, placeholder
from fj_desktop.services.matching import Matcher
from fj_desktop.services.parsing import Parsed, parse
from fj_desktop.services.resolving import Resolver

_BLOCK = 500
_EMPTY = (None, "", ())


@dataclass(frozen=True)
class RefusedCell:
    """One cell that can't be filled.

    Attributes:
        row: its place among the records given, or in the block that was pasted, counted from 1.
        record: the stored record; None for a new one.
        label: the field as headed.
        text: what was to stand there.
        reason: why not, in plain Chinese.
    """

    row: int
    record: uuid.UUID | None
    label: str
    text: str
    reason: str


@dataclass(frozen=True)
class NewRow:
    """One new record as it was typed; ``row`` is its place in the block, counted from 1."""

    row: int
    typed: dict[str, str]


@dataclass
class BulkPlan:
    """Checked changes of one library; nothing of them is written yet.

    Attributes:
        library: whose records.
        changes: by record, texts by key: only cells that take their text and differ from what stands there.
        rows: new records as an import would take them; those with ``refusals`` can't go in.
        refused: cells that can't be filled.
        cleared: cells among the changes that lose what stood there.
        seen: the store's last transaction at the time.
    """

    library: Library
    changes: dict[uuid.UUID, dict[str, str]] = field(default_factory=dict)
    rows: list[PlannedRow] = field(default_factory=list)
    refused: list[RefusedCell] = field(default_factory=list)
    cleared: int = 0
    seen: int = -1

    @property
    def good_rows(self) -> list[PlannedRow]:
        """New rows that can go in."""
        return [row for row in self.rows if not row.refusals]

    @property
    def added(self) -> int:
        """New records that will be made."""
        return sum(1 for row in self.good_rows if row.choice == "new")

    @property
    def doubled(self) -> int:
        """New rows whose record stands in the store already; it only gets what it lacks."""
        return len(self.good_rows) - self.added

    @property
    def is_empty(self) -> bool:
        """Nothing will change."""
        return not self.changes and not self.good_rows


class ChangePlanner:
    """Plans changes of stored records against one reading of the store."""

    def __init__(self, connection: Connection, library: Library, working: Working) -> None:
        self._library = library
        matcher = Matcher(connection)
        # A record that would be made from its name stands as a placeholder.
        self._resolver = Resolver(connection, placeholder)
        self._changer = Changer(library, Composer(None, matcher, self._resolver, working), matcher)
        self._labels = {key: one.label for key, one in CATALOG.by_key(library).items()}

    def plan(self, changes: Mapping[uuid.UUID, Mapping[str, str]], plan: BulkPlan, progress: Progress) -> None:
        """Sort the cells of all records into the plan."""
        records = list(changes)
        for at in range(0, len(records), _BLOCK):
            progress.at(at, len(records), "正在检查")
            block = records[at : at + _BLOCK]
            self._changer.load(block)
            for row, record in enumerate(block, at + 1):
                self._one(row, record, dict(changes[record]), plan)

    def _one(self, row: int, record: uuid.UUID, typed: dict[str, str], plan: BulkPlan) -> None:
        own = self._changer.own(record)
        if not own or own["deleted"]:
            reason = "这条记录在回收站里，请先恢复" if own else "这条记录已经不在"
            plan.refused += [self._refused(row, record, typed, Refused(key, "", reason)) for key in typed]
            return
        while typed:
            parsed = parse(self._library, typed, self._resolver)
            refusals = parsed.refusals
            if not refusals:
                typed = self._differing(record, typed, parsed)
                if not typed:
                    return
                change = self._changer.check(record, parse(self._library, typed, self._resolver))
                refusals = change.refusals
            if not refusals:
                plan.cleared += sum(1 for key, text in typed.items() if self._clears(record, key, text))
                self._changer.learn(change)
                plan.changes[record] = typed
                return
            for refused in _blamed(refusals, typed):
                plan.refused.append(self._refused(row, record, typed, refused))
                del typed[refused.key]

    def _differing(self, record: uuid.UUID, typed: Mapping[str, str], parsed: Parsed) -> dict[str, str]:
        return {
            key: text
            for key, text in typed.items()
            if not _same(self._value(parsed, key), self._changer.value(record, key))
        }

    def _value(self, parsed: Parsed, key: str) -> Any:
        one = CATALOG.by_key(self._library).get(key)
        if one is None or one.via is None:
            return parsed.values.get(key)
        return parsed.linked[one.via.name].get(one.field.name)

    def _clears(self, record: uuid.UUID, key: str, text: str) -> bool:
        return not text.strip() and self._changer.value(record, key) not in _EMPTY

    def _refused(self, row: int, record: uuid.UUID, typed: Mapping[str, str], refused: Refused) -> RefusedCell:
        label = self._labels.get(refused.key, refused.label or refused.key)
        return RefusedCell(row, record, label, typed.get(refused.key, ""), refused.reason)


def plan_new(
    connection: Connection, library: Library, working: Working, new: Sequence[NewRow], plan: BulkPlan, watched: Progress
) -> None:
    """Plan new records as an import does; a cell that can't be taken stays blank and is named."""
    from fj_desktop.exchange.mapping import TypedRow

    if not new:
        return
    planner = Planner(connection, library, working, "update", blank_bad_cells=True)
    headers = {key: one.label for key, one in CATALOG.by_key(library).items()}
    typed = [{key: text for key, text in row.typed.items() if text.strip()} for row in new]
    rows = [TypedRow(row.row, texts, [], "", headers) for row, texts in zip(new, typed, strict=True) if texts]
    plan.rows = planner.plan(rows, watched)
    for row in plan.rows:
        for bad in [*row.blanked, *row.refusals]:
            plan.refused.append(RefusedCell(row.row, None, bad.column, bad.value, bad.reason))


def _same(first: Any, second: Any) -> bool:
    return bool(first == second) or (first in _EMPTY and second in _EMPTY)


def _blamed(refusals: Sequence[Refused], typed: Mapping[str, str]) -> list[Refused]:
    """The refusals as cells that were typed; what refuses a field beside them refuses them all."""
    own = {one.key: one for one in refusals if one.key in typed}
    if own:
        return list(own.values())
    first = refusals[0]
    return [Refused(key, "", f"“{first.label}”{first.reason}") for key in typed]
