"""A weekly ledger's column of progress becomes progress rows and visits, once each."""

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Day
from fj_desktop.core.offices import OFFICES
from fj_desktop.core.refusal import RefusalError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.reported import NO_PROGRESS, told_by
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import parts
from fj_desktop.store.schema import record_table

PROJECTS, PROGRESS, VISITS = CATALOG["projects"], CATALOG["progress"], CATALOG["visits"]
COLUMN = "reported_progress"
_WHEN = re.compile(
    r"(?:填报|报送|统计|制表|上报)(?:时间|日期)\s*[:：]?\s*([0-9０-９]{4}[^\s，,；;]{2,12})|截至\s*([0-9]{4}[^\s，,]{2,12})"
)
_OFFICE = re.compile(r"(?:所属片组|所属办事处|报送单位|填报单位|办事处)\s*[:：]\s*([^\s，,；;]{2,20})")
_PERSON = re.compile(r"(?:填报人|报送人|填表人)\s*[:：]\s*([^\s，,；;]{2,20})")
_LONGEST = 4000


@dataclass(frozen=True)
class Reported:
    """What a ledger says of itself: the day it was filled in, the code of its office and who filled it in, or blank."""

    day: dt.date
    office: str = ""
    person: str = ""


def reported_on(rows: Iterable[Sequence[Any]], today: dt.date) -> dt.date:
    """The day a ledger says it was filled in, above its header or below its rows; today when it says none."""
    for row in rows:
        for cell in row:
            match = _WHEN.search(cell) if isinstance(cell, str) else None
            if match is None:
                continue
            try:
                return min(Day().parse(match.group(1) or match.group(2)), today)
            except RefusalError:
                continue
    return today


def told_above(rows: Sequence[Sequence[Any]], today: dt.date) -> Reported:
    """What a ledger says of itself above its header or below its rows."""
    found: dict[str, str] = {}
    for cell in (cell for row in rows for cell in row if isinstance(cell, str)):
        for name, pattern in (("office", _OFFICE), ("person", _PERSON)):
            if name not in found and (match := pattern.search(cell)) is not None:
                found[name] = match.group(1)
    by_name = {name: code for code, name in OFFICES.items()}
    office = by_name.get(found.get("office", "").removesuffix("组").removesuffix("片"), "")
    return Reported(reported_on(rows, today), office, found.get("person", ""))


def speaker(connection: Connection, library: Library, mine: Identity, told: Reported | None) -> Identity:
    """Whose words a ledger of projects are: the office and the person it names, so that a first report stays theirs.

    A name that is no known person, or several, stands for nobody in another office's ledger; in the own office's the
    person at the desk answers for it.
    """
    if library is not PROJECTS or told is None:
        return mine
    table = record_table(CATALOG["staff"])
    asked = select(table.c.id).where(table.c.name == told.person, table.c.deleted.is_(False)).limit(2)
    known = list(connection.execute(asked).scalars()) if told.person else []
    office = told.office or mine.office
    if len(known) == 1:
        return replace(mine, office=office, staff=known[0], name=told.person)
    return mine if office == mine.office else replace(mine, office=office, name="")


def take_in(
    connection: Connection, writer: RowWriter, told: Mapping[uuid.UUID, str], day: dt.date, who: Identity
) -> tuple[int, int]:
    """Write what ledger lines tell of projects; what stands there already is not written again.

    Args:
        connection: of the writing transaction.
        writer: of the same.
        told: the line of each project.
        day: when the ledger was filled in.
        who: whose words they are, see :func:`speaker`; without a name nobody known made the visits.

    Returns:
        How many progress rows and visits were added.
    """
    writer.flush()
    projects = {row["id"]: row for row in parts.rows(connection, PROJECTS, told)}
    steps = _seen(connection, PROGRESS, told, ("happened_on", "summary"))
    visits = _seen(connection, VISITS, told, ("visit_on", "topics"))
    counts = [0, 0]
    for project, text in told.items():
        line = told_by(text[:_LONGEST], day)
        if line is None or project not in projects:
            continue
        if not _stands_there(steps, project, line):
            writer.add(PROGRESS, _step(project, line, who.staff))
            counts[0] += 1
        if line.visit and (project, line.happened_on, line.summary) not in visits:
            writer.add(VISITS, _visit(projects[project], line, who))
            counts[1] += 1
    return counts[0], counts[1]


def spoken(day: dt.date, summary: str) -> str:
    """A step as a ledger's cell tells it: its day before it."""
    return f"{day.month}月{day.day}日 {summary}"


def _stands_there(steps: set[tuple[Any, ...]], project: uuid.UUID, line: Any) -> bool:
    """Whether a line is told already: the same words on the same day, or of the same week when nothing moved."""
    if (project, line.happened_on, line.summary) in steps:
        return True
    mine = [(day, summary) for one, day, summary in steps if one == project]
    if line.kind == NO_PROGRESS:
        week = line.happened_on.isocalendar()[:2]
        return any(summary == line.summary and day.isocalendar()[:2] == week for day, summary in mine)
    return any(day == line.happened_on and line.summary == spoken(day, summary) for day, summary in mine)


def _seen(
    connection: Connection, library: Any, told: Mapping[uuid.UUID, str], names: tuple[str, str]
) -> set[tuple[Any, ...]]:
    rows = parts.rows_of(connection, library, "project_id", told)
    return {(row["project_id"], row[names[0]], row[names[1]]) for row in rows}


def _step(project: uuid.UUID, line: Any, staff: uuid.UUID) -> dict[str, Any]:
    values = {
        "project_id": project, "happened_on": line.happened_on, "kind": line.kind, "summary": line.summary,
        "no_progress_reason": line.reason[:200], "reporter_id": staff,
    }  # fmt: skip
    return {name: value for name, value in values.items() if value}


def _visit(project: Mapping[str, Any], line: Any, who: Identity) -> dict[str, Any]:
    values = {
        "visit_on": line.happened_on, "kind": line.visit, "company_id": project["company_id"],
        "project_id": project["id"], "office_id": project["office_id"], "topics": line.summary,
        "our_staff_ids": (str(who.staff),) if who.name else (), "met_whom": project["contact_person"],
    }  # fmt: skip
    return {name: value for name, value in values.items() if value}
