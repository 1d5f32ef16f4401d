"""Reads what dispatch counts: projects whole, their many progress rows and visits summed by the store."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, LargeBinary, and_, case, func, literal_column, select, type_coerce

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.ids import seed_id
from fj_desktop.core.kinds.storing import IdType
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.counting import Signing, signings, stages_at
from fj_desktop.rules.dossier import Row
from fj_desktop.rules.gates import DROPPED, EXITED
from fj_desktop.rules.spans import WEEK, Span
from fj_desktop.rules.thresholds import Thresholds
from fj_desktop.services.dossiers import thresholds_of
from fj_desktop.store.schema import MEMBER, record_table

_ZERO = Decimal(0)
_PROJECT = (
    "code", "name", "stage", "outcome", "chain_id", "office_id", "owner_id", "is_major", "total_invest_wan",
    "agreed_start_on", "actual_start_on", "agreed_prod_on", "actual_prod_on", "first_reported_at", "judged_on",
    "factory_need_m2", "first_reporter_id",
)  # fmt: skip
_CONTRACT = ("project_id", "kind", "signed_on", "amount_wan", "status", "agreed_start_on", "agreed_prod_on")
_MOVE = ("project_id", "from_stage", "to_stage", "moved_on", "moved_at", "gate", "overridden", "override_reason")
_PROBLEM = (
    "title", "category", "level", "project_id", "monitor_fact", "cause", "solution", "duty_unit_id", "raised_on",
    "due_on", "closed_on", "status",
)  # fmt: skip
_RESOLUTION = ("meeting_id", "item", "duty_unit_id", "due_on", "state", "done_on")
_MEETING = ("kind", "period", "held_on", "chair")
_TARGET = ("chain_id", "year", "signed_yi", "landed_count", "arrived_yi", "factory_wan_m2")
_CHAIN = ("code", "name", "leader_name", "dept_unit_id", "plan_doc_id", "policy_doc_id")


@dataclass(frozen=True)
class Steps:
    """What the progress rows of one project say up to the cut-off; amounts in 万元, those with proof."""

    arrived: Decimal = _ZERO
    arrived_year: Decimal = _ZERO
    arrived_span: Decimal = _ZERO
    unproven_span: Decimal = _ZERO
    rows_span: int = 0
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True)
class Facts:
    """Everything one dispatch is computed from; rows by id, as its bytes, days up to ``cut``."""

    span: Span
    cut: dt.date
    figures: Thresholds
    projects: Mapping[Any, Row]
    contracts: Sequence[Row]
    moves: Sequence[Row]
    steps: Mapping[Any, Steps]
    visits: Sequence[Row]
    """By project: the first and last contact."""
    activity: Sequence[Row]
    """Visits of the span by office and kind."""
    reports: Sequence[Row]
    """Progress rows of the span by the office of who reported them."""
    problems: Sequence[Row]
    resolutions: Sequence[Row]
    meetings: Mapping[Any, Row]
    targets: Sequence[Row]
    chains: Mapping[Any, Row]
    offices: Mapping[Any, Row]
    names: Mapping[Any, str]
    """Units and staff by id."""
    forces: Mapping[Any, int]
    """Active members of the task forces, by chain; a chain without a task force is not in it."""
    nodes: frozenset[Any]
    """Chains that have a chain map."""
    week: Sequence[Row] = ()
    """The progress rows of a week, as reported; other periods have too many to read."""
    postings: Sequence[Row] = ()
    """Stretches of people at resident offices that run in the span."""
    sign_ins: Sequence[Row] = ()
    """Days of the span on which somebody signed in."""
    kinds: Mapping[Any, frozenset[str]] = field(default_factory=dict)
    """Kinds of object (三类对象) by project."""

    @cached_property
    def signings(self) -> list[Signing]:
        """What counts as signed up to the cut-off."""
        return [one for one in signings(self.contracts) if one.day <= self.cut and one.project in self.projects]

    @cached_property
    def stage(self) -> dict[Any, str]:
        """Where each project stood at the cut-off; 退库 and 退出 stand apart."""
        logged = stages_at(self.moves, self.cut)
        found = {}
        for project, row in self.projects.items():
            found[project] = logged.get(project) or str(row["stage"] or "线索")
            if row["outcome"] == DROPPED and project not in logged:
                found[project] = DROPPED
        return found

    def project_at(self, project: Any) -> Row:
        """A project with the stage it had at the cut-off."""
        return {**self.projects[project], "stage": self.stage[project]}

    @cached_property
    def contracts_of(self) -> dict[Any, list[Row]]:
        """The contracts of each project."""
        found: dict[Any, list[Row]] = {}
        for one in self.contracts:
            found.setdefault(one["project_id"], []).append(one)
        return found

    @cached_property
    def running(self) -> list[Any]:
        """Projects that go on at the cut-off."""
        return [one for one, stage in self.stage.items() if stage not in (DROPPED, EXITED)]

    def step_of(self, project: Any) -> Steps:
        """What a project's progress says."""
        return self.steps.get(project, _NONE)


_NONE = Steps()


def gather(connection: Connection, span: Span, cut: dt.date) -> Facts:
    """Read what one dispatch is computed from; a record in the recycle bin is not there."""
    projects = {}
    for one in _rows(connection, "projects", _PROJECT):
        reported = one["first_reported_at"]
        reported_on = reported.astimezone(COUNTY_ZONE).date() if reported is not None else None
        if (reported_on or cut) <= cut:
            projects[one["id"]] = {**one, "reported_on": reported_on}
    return Facts(
        span, cut, thresholds_of(connection),
        projects=projects,
        contracts=_rows(connection, "contracts", _CONTRACT),
        moves=[one for one in _rows(connection, "stage-moves", _MOVE) if one["project_id"] in projects],
        steps=_steps(connection, span, cut),
        visits=_contacts(connection, cut),
        activity=_activity(connection, span, cut),
        reports=_reports(connection, span, cut),
        problems=[one for one in _rows(connection, "problems", _PROBLEM) if (one["raised_on"] or cut) <= cut],
        resolutions=_rows(connection, "resolutions", _RESOLUTION),
        meetings={one["id"]: one for one in _rows(connection, "meetings", _MEETING)},
        targets=[one for one in _rows(connection, "targets", _TARGET) if str(one["year"]) == span.year.code],
        chains={one["id"]: one for one in sorted(_rows(connection, "chains", _CHAIN), key=lambda one: one["code"])},
        offices={one["id"]: one for one in _rows(connection, "offices", ("code", "name"))},
        names={
            one["id"]: str(one["name"]) for code in ("units", "staff") for one in _rows(connection, code, ("name",))
        },
        forces=_forces(connection, cut),
        nodes=frozenset(one["chain_id"] for one in _rows(connection, "nodes", ("chain_id",))),
        week=_week(connection, span, cut) if span.kind == WEEK else (),
        postings=_postings(connection, span, cut),
        sign_ins=_sign_ins(connection, span, cut),
        kinds=_kinds(connection),
    )  # fmt: skip


def _rows(connection: Connection, code: str, names: Sequence[str]) -> list[Row]:
    table, keys = record_table(CATALOG[code]), ("id", *names)
    asked = select(*(_bare(table.c[name]) for name in keys)).where(table.c.deleted.is_(False))
    if code == "stage-moves":
        asked = asked.order_by(literal_column("rowid"))
    return [dict(zip(keys, row, strict=True)) for row in connection.execute(asked)]


def _bare(column: Any) -> Any:
    """An id as the bytes it is stored in: tens of thousands are compared here, and none is shown."""
    return type_coerce(column, LargeBinary) if isinstance(column.type, IdType) else column


def _week(connection: Connection, span: Span, cut: dt.date) -> list[Row]:
    table = record_table(CATALOG["progress"])
    names = ("project_id", "happened_on", "kind", "summary", "arrived_wan", "next_step", "need_help", "reporter_id")
    asked = (
        select(*(_bare(table.c[name]) for name in names))
        .where(table.c.deleted.is_(False), table.c.happened_on.between(span.first, cut))
        .order_by(table.c.happened_on, table.c.id)
    )
    return [dict(zip(names, row, strict=True)) for row in connection.execute(asked)]


def _postings(connection: Connection, span: Span, cut: dt.date) -> list[Row]:
    found = _rows(connection, "postings", ("staff_id", "office_id", "start_on", "end_on"))
    return [one for one in found if one["start_on"] <= cut and (one["end_on"] or cut) >= span.first]


def _sign_ins(connection: Connection, span: Span, cut: dt.date) -> list[Row]:
    table = record_table(CATALOG["sign-ins"])
    asked = (
        select(_bare(table.c.staff_id), table.c.signed_on)
        .where(table.c.deleted.is_(False), table.c.signed_on.between(span.first, cut))
        .distinct()
    )
    return [{"staff_id": one, "signed_on": day} for one, day in connection.execute(asked)]


def _steps(connection: Connection, span: Span, cut: dt.date) -> dict[Any, Steps]:
    table = record_table(CATALOG["progress"])
    day, money = table.c.happened_on, table.c.arrived_wan
    proven, within = table.c.arrived_proof_id.is_not(None), day >= span.first

    def total(*wanted: Any) -> Any:
        return func.sum(case((and_(*wanted), money)), type_=money.type)

    real = and_(table.c.kind.is_not(None), table.c.kind != "无进展")
    asked = (
        select(
            _bare(table.c.project_id), total(proven), total(proven, day >= span.year.first), total(proven, within),
            total(~proven, within), func.count(case((within, 1))), func.min(case((real, day)), type_=day.type),
            func.max(case((real, day)), type_=day.type),
        )
        .where(table.c.deleted.is_(False), day <= cut)
        .group_by(table.c.project_id)
    )  # fmt: skip
    found = {}
    for project, arrived, year, week, bare, rows, first, last in connection.execute(asked):
        sums = (arrived or _ZERO, year or _ZERO, week or _ZERO, bare or _ZERO)
        found[project] = Steps(*sums, rows_span=rows, first=first, last=last)
    return found


def _contacts(connection: Connection, cut: dt.date) -> list[Row]:
    table = record_table(CATALOG["visits"])
    day = table.c.visit_on
    asked = (
        select(_bare(table.c.project_id), func.min(day, type_=day.type), func.max(day, type_=day.type))
        .where(table.c.deleted.is_(False), table.c.project_id.is_not(None), day <= cut)
        .group_by(table.c.project_id)
    )
    return [{"project_id": one, "first": first, "last": last} for one, first, last in connection.execute(asked)]


def _activity(connection: Connection, span: Span, cut: dt.date) -> list[Row]:
    table = record_table(CATALOG["visits"])
    asked = (
        select(_bare(table.c.office_id), table.c.kind, func.count())
        .where(table.c.deleted.is_(False), table.c.visit_on.between(span.first, cut))
        .group_by(table.c.office_id, table.c.kind)
    )
    return [{"office": office, "kind": kind, "count": count} for office, kind, count in connection.execute(asked)]


def _reports(connection: Connection, span: Span, cut: dt.date) -> list[Row]:
    table, staff, project = (record_table(CATALOG[code]) for code in ("progress", "staff", "projects"))
    # A ledger that the county centre brought in speaks of the office whose project it is.
    resident = case((staff.c.office_id != seed_id("office", "HQ"), staff.c.office_id))
    office = _bare(func.coalesce(resident, project.c.office_id, staff.c.office_id, type_=staff.c.office_id.type))
    asked = (
        select(office, func.count(), func.count(table.c.checked_on))
        .join(staff, staff.c.id == table.c.reporter_id, isouter=True)
        .join(project, project.c.id == table.c.project_id, isouter=True)
        .where(table.c.deleted.is_(False), table.c.happened_on.between(span.first, cut))
        .group_by(office)
    )
    return [{"office": one, "rows": rows, "checked": checked} for one, rows, checked in connection.execute(asked)]


def _forces(connection: Connection, cut: dt.date) -> dict[Any, int]:
    force, member = record_table(CATALOG["task-forces"]), record_table(CATALOG["members"])
    there = and_(
        member.c.task_force_id == force.c.id, member.c.deleted.is_(False),
        member.c.from_on.is_(None) | (member.c.from_on <= cut), member.c.to_on.is_(None) | (member.c.to_on >= cut),
    )  # fmt: skip
    asked = (
        select(_bare(force.c.chain_id), func.count(member.c.staff_id.distinct()))
        .join(member, there, isouter=True)
        .where(force.c.deleted.is_(False), force.c.valid_to.is_(None) | (force.c.valid_to >= cut))
        .group_by(force.c.chain_id)
    )
    return {chain: int(count) for chain, count in connection.execute(asked)}


def _kinds(connection: Connection) -> dict[Any, frozenset[str]]:
    library = CATALOG["projects"]
    found: dict[Any, set[str]] = {}
    asked = select(_bare(MEMBER.c.owner), MEMBER.c.value).where(
        MEMBER.c.field == f"{library.table}.object_kinds", MEMBER.c.deleted.is_(False)
    )
    for owner, value in connection.execute(asked):
        found.setdefault(owner, set()).add(str(value))
    return {owner: frozenset(values) for owner, values in found.items()}
