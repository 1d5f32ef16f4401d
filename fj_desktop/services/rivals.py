"""首报: projects that may be the same as one that another reported; listed for a person, never settled by the program.

A second project of the same company is a hint (二期, 三期); the same company with the same name, or the same chain
with the same amount within the months set, is a dispute.
"""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from fj_desktop.core.text import squeeze
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.verdicts import NOT_SAME
from fj_desktop.rules.thresholds import Thresholds
from fj_desktop.store import keys
from fj_desktop.store.schema import record_table

_TABLE = record_table(CATALOG["projects"])
_COMPANY = record_table(CATALOG["companies"])
_VERDICT = record_table(CATALOG.of_table("verdict"))
_DAYS_A_MONTH, _MOST = 31, 200


@dataclass(frozen=True)
class Rival:
    """Another project that may be the same: why, and whether that makes a dispute or only a hint."""

    project: uuid.UUID
    name: str
    office: str
    reported_at: dt.datetime | None
    why: str
    is_dispute: bool


def unjudged_rivals(connection: Connection, project: Mapping[str, Any], thresholds: Thresholds) -> list[uuid.UUID]:
    """The disputes about a project that nobody has judged yet."""
    judged = _judged(connection, project["id"])
    found = rivals(connection, project, thresholds)
    return [one.project for one in found if one.is_dispute and one.project not in judged]


def rivals(connection: Connection, project: Mapping[str, Any], thresholds: Thresholds) -> list[Rival]:
    """The projects that may be the same as this one, disputes first."""
    found = {one.project: one for one in _rivals(connection, project, thresholds)}
    return sorted(found.values(), key=lambda one: (not one.is_dispute, str(one.project)))


def _rivals(connection: Connection, project: Mapping[str, Any], thresholds: Thresholds) -> Iterator[Rival]:
    months = thresholds.days("rival_months")
    companies = _same_companies(connection, project.get("company_id"))
    for row in _near(connection, project, companies):
        is_same_company = row["company_id"] in companies
        why = ""
        if is_same_company and _alike(str(project["name"]), str(row["name"])):
            why = "同一投资主体、同一项目名称"
        elif _same_amount(project, row) and _within(project, row, months):
            why = f"同一产业链、同一投资额，首报相隔不到 {months} 个月"
        if why or is_same_company:
            words = why or "同一投资主体的另一个项目"
            yield Rival(row["id"], row["name"], row["office_code"], row["first_reported_at"], words, bool(why))


def _near(
    connection: Connection, project: Mapping[str, Any], companies: Sequence[uuid.UUID]
) -> list[Mapping[str, Any]]:
    """Live projects of the same company, or of the same chain and amount."""
    ways = [_TABLE.c.company_id.in_(companies)]
    if project.get("chain_id") is not None and project.get("total_invest_wan"):
        same = (_TABLE.c.chain_id == project["chain_id"]) & (_TABLE.c.total_invest_wan == project["total_invest_wan"])
        ways.append(same)
    alive = select(_TABLE).where(_TABLE.c.deleted.is_(False), _TABLE.c.id != project["id"], or_(*ways))
    return [dict(row) for row in connection.execute(alive.limit(_MOST)).mappings()]


def _same_companies(connection: Connection, company: uuid.UUID | None) -> list[uuid.UUID]:
    """The company, and others with its credit code or normalised name."""
    if company is None:
        return []
    row = connection.execute(select(_COMPANY.c.name, _COMPANY.c.uscc).where(_COMPANY.c.id == company)).first()
    if row is None:
        return [company]
    own = {name: value for name, value in (("name", row.name), ("uscc", row.uscc)) if value}
    found = keys.find(connection, _COMPANY.name, keys.keys_of(CATALOG["companies"], own).values())
    return list(dict.fromkeys([company, *(one for same in found.values() for one in same)]))


def _alike(name: str, other: str) -> bool:
    return squeeze(name).replace("项目", "") == squeeze(other).replace("项目", "")


def _same_amount(project: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    amount = project.get("total_invest_wan")
    return bool(amount) and amount == other["total_invest_wan"] and project.get("chain_id") == other["chain_id"]


def _within(project: Mapping[str, Any], other: Mapping[str, Any], months: int) -> bool:
    mine, others = project.get("first_reported_at"), other["first_reported_at"]
    return mine is None or others is None or abs((mine - others).days) <= months * _DAYS_A_MONTH


def _judged(connection: Connection, project: uuid.UUID) -> set[uuid.UUID]:
    """Projects a person has said are not the same as this one."""
    key = str(project)
    rows = connection.execute(
        select(_VERDICT.c.first, _VERDICT.c.second).where(
            _VERDICT.c.of_table == _TABLE.name,
            _VERDICT.c.verdict == NOT_SAME,
            _VERDICT.c.deleted.is_(False),
            or_(_VERDICT.c.first == key, _VERDICT.c.second == key),
        )
    )
    return {uuid.UUID(other if one == key else one) for one, other in rows}
