"""Fields the program fills: from the record's own values as it is written, and of a project from its parts.

Parts settle in the transaction that changes them, so a project's sums are never older than its progress.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import Connection, func, select

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.store import parts
from fj_desktop.store.schema import record_table

Values = Mapping[str, Any]
PROJECTS, PROGRESS, CONTRACTS = CATALOG["projects"], CATALOG["progress"], CATALOG["contracts"]
NO_PROGRESS = "无进展"
_SCORES = ("score_scale", "score_intensity", "score_benefit", "score_prospect", "score_match", "score_policy")
_STEP, _CENT = Decimal("0.000001"), Decimal("0.0001")


def week_of(day: dt.date) -> str:
    """The ISO week of a day as a period is written: 2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _of_project(values: Values) -> dict[str, Any]:
    energy, output = values.get("energy_tce"), values.get("expect_output_wan")
    known = energy is not None and output
    return {"energy_intensity": (energy / output).quantize(_STEP, ROUND_HALF_UP) if known else None}  # type: ignore[operator]


def _of_progress(values: Values) -> dict[str, Any]:
    day = values.get("happened_on")
    return {"period": week_of(day) if day is not None else None}


def _of_assessment(values: Values) -> dict[str, Any]:
    scores = [values[name] for name in _SCORES if values.get(name) is not None]
    return {"score_total": sum(scores, Decimal(0)) if scores else None}


def _of_review(values: Values) -> dict[str, Any]:
    """Spent on each project and each 亿元 signed; nothing where either side is not known or nothing was signed."""
    spent, count, signed = (values.get(name) for name in ("spent_wan", "signed_count", "signed_wan"))
    known = spent is not None
    return {
        "cost_per_project_wan": (spent / count).quantize(_CENT, ROUND_HALF_UP) if known and count else None,
        "cost_per_yi_wan": (spent * 10_000 / signed).quantize(_CENT, ROUND_HALF_UP) if known and signed else None,  # type: ignore[operator]
    }


_OWN: dict[str, Callable[[Values], dict[str, Any]]] = {
    PROJECTS.table: _of_project,
    PROGRESS.table: _of_progress,
    CATALOG["assessments"].table: _of_assessment,
    CATALOG["benefit-reviews"].table: _of_review,
}
_FEEDING = (PROGRESS.table, CONTRACTS.table)


def derives(library: Library) -> bool:
    """Whether some fields of a library are filled from others of the same record."""
    return library.table in _OWN


def feeds(library: Library) -> bool:
    """Whether a change of a library's records changes their project."""
    return library.table in _FEEDING


def own(library: Library, values: Values) -> dict[str, Any]:
    """What follows from a record's own values."""
    work_out = _OWN.get(library.table)
    return work_out(values) if work_out is not None else {}


def projects_of(connection: Connection, library: Library, records: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """The projects some parts belong to."""
    table, wanted, found = record_table(library), list(records), set[uuid.UUID]()
    for at in range(0, len(wanted), 500):
        asked = select(table.c.project_id).where(table.c.id.in_(wanted[at : at + 500]), table.c.project_id.is_not(None))
        found |= set(connection.execute(asked).scalars())
    return found


def sums(connection: Connection, projects: Iterable[uuid.UUID]) -> dict[uuid.UUID, dict[str, Any]]:
    """What follows for projects from their progress: funds arrived with proof (万元), and the last real progress."""
    table, wanted = record_table(PROGRESS), list(projects)
    found: dict[uuid.UUID, dict[str, Any]] = {
        one: {"arrived_total_wan": None, "last_substantive_on": None} for one in wanted
    }
    proven = table.c.arrived_proof_id.is_not(None)
    for at in range(0, len(wanted), 500):
        mine = table.c.project_id.in_(wanted[at : at + 500]) & table.c.deleted.is_(False)
        money = select(table.c.project_id, func.sum(table.c.arrived_wan, type_=table.c.arrived_wan.type))
        for project, total in connection.execute(money.where(mine, proven).group_by(table.c.project_id)):
            found[project]["arrived_total_wan"] = total
        last = select(table.c.project_id, func.max(table.c.happened_on, type_=table.c.happened_on.type))
        real = table.c.kind.is_not(None) & (table.c.kind != NO_PROGRESS)
        for project, day in connection.execute(last.where(mine, real).group_by(table.c.project_id)):
            found[project]["last_substantive_on"] = day
    return found


def counted(connection: Connection, projects: Iterable[uuid.UUID]) -> dict[uuid.UUID, bool]:
    """Which contracts count: of each project the formal one signed first; a later or other one never counts again."""
    found: dict[uuid.UUID, bool] = {}
    first: dict[uuid.UUID, tuple[Any, ...]] = {}
    rows = parts.rows_of(connection, CONTRACTS, "project_id", projects)
    for row in rows:
        found[row["id"]] = False
        if row["kind"] == "正式合同" and row["signed_on"] is not None:
            mine = (row["signed_on"], str(row["id"]), row["id"])
            first[row["project_id"]] = min(first.get(row["project_id"], mine), mine)
    for _, _, contract in first.values():
        found[contract] = True
    return {row["id"]: found[row["id"]] for row in rows if row["counted"] is not found[row["id"]]}
