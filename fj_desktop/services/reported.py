"""A weekly ledger's column of progress becomes progress rows and visits, once each."""

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.kinds import Day
from fj_desktop.core.refusal import RefusalError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.reported import NO_PROGRESS, told_by
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import parts

PROJECTS, PROGRESS, VISITS = CATALOG["projects"], CATALOG["progress"], CATALOG["visits"]
COLUMN = "reported_progress"
_WHEN = re.compile(
    r"(?:填报|报送|统计|制表|上报)(?:时间|日期)\s*[:：]?\s*([0-9０-９]{4}[^\s，,；;]{2,12})|截至\s*([0-9]{4}[^\s，,]{2,12})"
)
_LONGEST = 4000


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


def take_in(
    connection: Connection, writer: RowWriter, told: Mapping[uuid.UUID, str], day: dt.date, staff: uuid.UUID
) -> tuple[int, int]:
    """Write what ledger lines tell of projects; what stands there already is not written again.

    Args:
        connection: of the writing transaction.
        writer: of the same.
        told: the line of each project.
        day: when the ledger was filled in.
        staff: who brings it in.

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
            writer.add(PROGRESS, _step(project, line, staff))
            counts[0] += 1
        if line.visit and (project, line.happened_on, line.summary) not in visits:
            writer.add(VISITS, _visit(projects[project], line, staff))
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


def _visit(project: Mapping[str, Any], line: Any, staff: uuid.UUID) -> dict[str, Any]:
    values = {
        "visit_on": line.happened_on, "kind": line.visit, "company_id": project["company_id"],
        "project_id": project["id"], "office_id": project["office_id"], "topics": line.summary,
        "our_staff_ids": (str(staff),), "met_whom": project["contact_person"],
    }  # fmt: skip
    return {name: value for name, value in values.items() if value}
