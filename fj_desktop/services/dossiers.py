"""Gathers everything the rules look at about a project from the store."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.dossier import Dossier
from fj_desktop.rules.thresholds import Figure, Thresholds
from fj_desktop.services.conflicts import conflicting
from fj_desktop.services.rivals import unjudged_rivals
from fj_desktop.store import parts
from fj_desktop.store.schema import record_table

PROJECTS = CATALOG["projects"]
_PARTS = {
    "visits": "visits", "progress": "progress", "assessments": "assessments", "decisions": "decisions",
    "contracts": "contracts", "ledger": "ledger", "checks": "checks", "exits": "exits", "permits": "permits",
    "emissions": "emissions",
}  # fmt: skip
_FIGURE = ("code", "title", "value", "unit", "mark", "source", "as_of")


def dossier_of(connection: Connection, project: uuid.UUID, today: dt.date) -> Dossier:
    """One project with all that belongs to it.

    Raises:
        UserError: there is no such project, or it is in the recycle bin.
    """
    found = parts.rows(connection, PROJECTS, [project])
    if not found:
        raise UserError(f"招商项目里没有编号为 {project} 的记录，或在回收站里。请核对编号。")
    values = found[0]
    belonging: dict[str, Any] = {
        name: parts.rows_of(connection, CATALOG[library], "project_id", [project]) for name, library in _PARTS.items()
    }
    contracts = [one["id"] for one in belonging["contracts"]]
    belonging["commitments"] = parts.rows_of(connection, CATALOG["commitments"], "contract_id", contracts)
    belonging["plots"] = parts.rows(connection, CATALOG["land"], _ids(values["parcel_ids"]))
    newest = Dossier(values, today, assessments=belonging["assessments"]).assessment
    experts = _ids(newest.get("expert_ids") or ())
    belonging["experts"] = parts.rows(connection, CATALOG["experts"], experts)
    belonging["avoiding"] = len(conflicting(connection, project, experts))
    company: Mapping[str, Any] = {}
    if values["company_id"] is not None:
        company = next(iter(parts.rows(connection, CATALOG["companies"], [values["company_id"]])), {})
    rivals = unjudged_rivals(connection, values, thresholds_of(connection))
    return Dossier(values, today, company=company, rivals=rivals, **belonging)


def thresholds_of(connection: Connection) -> Thresholds:
    """The figures as this county has set them."""
    table = record_table(CATALOG["thresholds"])
    rows = connection.execute(select(*(table.c[name] for name in _FIGURE)).where(table.c.deleted.is_(False)))
    figures = (Figure(*("" if value is None else str(value) for value in row)) for row in rows)
    return Thresholds({one.code: one for one in figures})


def _ids(texts: Any) -> list[uuid.UUID]:
    return [uuid.UUID(str(text)) for text in texts]
