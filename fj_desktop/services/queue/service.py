"""Gathers the queue, and gives it out as a calendar."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from fj_desktop.core.clock import today
from fj_desktop.core.reference import holidays
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.overdue import ORANGE, YELLOW, agreed_days
from fj_desktop.rules.queue import CLOCK, STILL, WAITING, Item, due_item, ordered
from fj_desktop.rules.spans import WEEK, span_at
from fj_desktop.rules.workdays import Workdays
from fj_desktop.services.dispatch import watch
from fj_desktop.services.dispatch.facts import Facts, gather
from fj_desktop.services.dispatch.sections import Section
from fj_desktop.services.identity import Identity
from fj_desktop.services.queue.dated import dated
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

_FRIDAY = 4
_CLOCK_WORDS = {"响应": "首次响应", "研判": "研判", "反馈": "首次反馈", "跟进": "再次跟进"}


@dataclass(frozen=True)
class Queue:
    """What waits on one day; ``notes`` say what the program could not know."""

    today: dt.date
    items: list[Item]
    notes: list[str]


class QueueService:
    """What is due, late, past a clock, waiting or standing still."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store, self._identity = store, identity

    def of(self, *, mine: bool = False, as_of: dt.date | None = None) -> Queue:
        """The queue of a day.

        Args:
            mine: only what waits for the person at the desk or their unit.
            as_of: the day that counts as today.
        """
        now = as_of or today(self._store.clock)
        workdays = Workdays(holidays())
        with self._store.reading() as connection:
            facts = gather(connection, span_at(now, WEEK), now)
            items = [*self._projects(connection, facts, workdays), *self._dated(connection, facts, workdays)]
            items += self._weekly(facts, workdays)
        notes = []
        # Days that are still to come may lie in a year the table does not know, though today does not.
        for year in sorted({day.year for day in (now, *(one.due for one in items if one.due)) if day >= now}):
            if not workdays.knows(dt.date(year, 1, 1)):
                notes.append(f"节假日表只到 {workdays.known_until} 年，{year} 年按周一至周五计工作日；换表见“设置”。")
        return Queue(now, ordered(one for one in items if one.mine or not mine), notes)

    def write_calendar(self, out: Path, queue: Queue) -> int:
        """Write what has a day as an iCalendar file (RFC 5545) for the calendar of a computer or phone.

        Returns:
            How many entries it has.

        Raises:
            UserError: the file can't be written.
        """
        from fj_desktop.exchange.calendar import Entry, write_calendar

        entries = [
            Entry(f"{one.record}-{one.what}", f"{one.what}：{one.title}", one.why, max(one.due, queue.today))
            for one in queue.items if one.due is not None
        ]  # fmt: skip
        write_calendar(out, entries, self._store.clock.now())
        return len(entries)

    def _dated(self, connection: Connection, facts: Facts, workdays: Workdays) -> Iterator[Item]:
        until = facts.cut + dt.timedelta(days=facts.figures.days("due_soon"))
        for one in dated(connection, self._identity.staff, facts.cut, until):
            item = due_item(
                one.kind.what, one.title, one.due, facts.cut, facts.figures, workdays, library=one.kind.library,
                record=one.record, mine=one.mine,
            )  # fmt: skip
            if item is not None:
                yield item

    def _projects(self, connection: Connection, facts: Facts, workdays: Workdays) -> Iterator[Item]:
        mine = self._my_projects(connection)
        for row, record in _rows(watch.overdue(facts)):
            level, name, _, _, _, what, due, days = row
            why = f"已逾期 {days} 天，约定 {due.isoformat()} {what}"
            yield Item("逾期", level, f"{what}逾期", name, why, due, "projects", record, record in mine)
        for project in facts.running:
            yield from self._ahead(facts, workdays, project, mine)
        for row, record in _rows(watch.leads(facts)):
            name, _, _, _, what, due, days = row
            why = f"已过 {days} 天，应在 {due.isoformat()} 前{_CLOCK_WORDS[what]}"
            yield Item(CLOCK, YELLOW, f"线索{what}", name, why, due, "projects", record, record in mine)
        for row, record in _rows(watch.still(facts)):
            name, stage, _, _, _, days, limit = row
            level = ORANGE if days > 2 * limit else YELLOW
            why = f"{stage}阶段 {days} 天没有实质进展（上限 {limit} 天）"
            yield Item(STILL, level, "停滞", name, why, None, "projects", record, record in mine)

    def _ahead(self, facts: Facts, workdays: Workdays, project: bytes, mine: set[uuid.UUID]) -> Iterator[Item]:
        """The start or production a project has agreed to, from the day on which little time is left."""
        row, record = facts.project_at(project), uuid.UUID(bytes=project)
        for what, due in agreed_days(row, facts.contracts_of.get(project, []), facts.cut):
            if due >= facts.cut:
                item = due_item(
                    f"约定{what}", str(row["name"]), due, facts.cut, facts.figures, workdays, library="projects",
                    record=record, mine=record in mine,
                )  # fmt: skip
                if item is not None:
                    yield item

    def _my_projects(self, connection: Connection) -> set[uuid.UUID]:
        """Mine by name; one in nobody's charge is my unit's."""
        table, staff, me = record_table(CATALOG["projects"]), record_table(CATALOG["staff"]), self._identity.staff
        unit = select(staff.c.unit_id).where(staff.c.id == me).scalar_subquery()
        theirs = table.c.owner_id.is_(None) & (table.c.lead_unit_id == unit)
        return set(connection.execute(select(table.c.id).where((table.c.owner_id == me) | theirs)).scalars())

    def _weekly(self, facts: Facts, workdays: Workdays) -> Iterator[Item]:
        """The weekly return of this office, due on Friday or the working day after it."""
        office = next((one for one, row in facts.offices.items() if row["code"] == self._identity.office), None)
        if office is None or self._identity.office == "HQ":
            return
        if any(one["office"] == office and one["rows"] for one in facts.reports):
            return
        due = workdays.from_day_on(facts.span.first + dt.timedelta(days=_FRIDAY))
        item = due_item(
            "周收集", f"{facts.span.title}进度填报", due, facts.cut, facts.figures, workdays, library="weekly",
            record=self._identity.staff, mine=True,
        )  # fmt: skip
        if item is not None:
            yield Item(WAITING, item.level, item.what, item.title, item.why, due, "weekly", item.record)


def _rows(section: Section) -> Iterator[tuple[tuple, uuid.UUID]]:  # type: ignore[type-arg]
    for row, (_, record) in zip(section.rows, section.records, strict=True):
        yield tuple(row), record
