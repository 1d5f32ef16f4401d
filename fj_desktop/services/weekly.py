"""周收集: the week of an office as one form, begun from last week's rows, and the Friday workbook (clause 3.3)."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from fj_desktop.core.clock import COUNTY_ZONE, today
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.gates import STAGES
from fj_desktop.rules.reported import NO_PROGRESS
from fj_desktop.rules.spans import WEEK, Span, span_at
from fj_desktop.services.browse import cell_text
from fj_desktop.services.identity import Identity
from fj_desktop.services.leaving import LeavingGate
from fj_desktop.services.records import RecordService
from fj_desktop.services.reported import spoken
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

PROJECTS, PROGRESS = CATALOG["projects"], CATALOG["progress"]
TYPED = ("summary", "kind", "arrived_wan", "next_step", "need_help", "no_progress_reason")
"""What a person fills in for each project, in the order of the form."""
_COPIED = ("summary", "next_step", "need_help")
_LEDGER = (
    ("name", "项目名称"), ("company_id", "投资方"), ("fixed_invest_wan", "固定资产投资(万元)"),
    ("investor_note", "投资方简介"), ("content", "项目内容"), ("land_need_mu", "需用土地(亩)"),
    ("contact_person", "企业联系人"), ("contact_phone", "联系方式"), ("origin_region", "片区"),
)  # fmt: skip
_BIG = Decimal(50_000)


@dataclass(frozen=True)
class WeekRow:
    """One project in one week: where it stands, what was told last, what is told now (texts by field)."""

    project: uuid.UUID
    name: str
    stage: str
    last_on: dt.date | None
    last: Mapping[str, str]
    entry: uuid.UUID | None
    on: dt.date | None
    typed: Mapping[str, str]
    checked: bool


@dataclass(frozen=True)
class WeekForm:
    """The week of an office."""

    span: Span
    rows: Sequence[WeekRow]

    @property
    def missing(self) -> list[WeekRow]:
        """Projects nothing was told of."""
        return [one for one in self.rows if one.entry is None]

    @property
    def unchecked(self) -> list[WeekRow]:
        """Rows a leader has not checked yet."""
        return [one for one in self.rows if one.entry is not None and not one.checked]


class WeeklyService:
    """Reads, fills and closes the week of the office at this desk."""

    def __init__(self, store: Store, identity: Identity, records: RecordService, gate: LeavingGate) -> None:
        self._store, self._identity, self._records, self._gate = store, identity, records, gate

    def form(self, span: Span | None = None) -> WeekForm:
        """The week's form: every project of the office that goes on, those of the county centre for the centre."""
        week = span or span_at(today(self._store.clock), WEEK)
        with self._store.reading() as connection:
            projects = self._projects(connection)
            told = _told(connection, list(projects), week)
        rows = []
        for project, (name, stage) in projects.items():
            rows.append(_row(project, name, stage, told.get(project, (None, None))))
        return WeekForm(week, rows)

    def put(self, span: Span, row: WeekRow, typed: Mapping[str, str]) -> None:
        """Store what was typed of a project this week; the first time as a new progress row.

        Raises:
            UserError: a text is not of its field's kind, the reason is lacking when nothing moved, or the week has not
                begun.
        """
        told = {name: typed.get(name, "") for name in TYPED}
        if told["kind"] == NO_PROGRESS and not told["summary"].strip():
            told["summary"] = f"无进展：{told['no_progress_reason'].strip()}"
        if row.entry is not None:
            self._records.change(PROGRESS, row.entry, told)
            return
        now = today(self._store.clock)
        if span.first > now:
            raise UserError("这一周还没有开始，不能填报。")
        day = min(now, span.last)
        self._records.add(PROGRESS, {"project_id": str(row.project), "happened_on": day.isoformat(), **told})

    @staticmethod
    def copied(row: WeekRow) -> dict[str, str]:
        """Last week's words as a beginning for this week."""
        return {name: row.last.get(name, "") for name in _COPIED}

    def check(self, form: WeekForm) -> int:
        """Note that a leader has looked through the week's rows (组长审核后报送); returns how many.

        Raises:
            UserError: a project has not been told of yet.
        """
        if form.missing:
            names = "、".join(one.name for one in form.missing[:3])
            raise UserError(
                f"还有 {len(form.missing)} 个项目没有填（{names}），填完再审核。没有进展的选“无进展”并写原因。"
            )
        day = today(self._store.clock).isoformat()
        waiting = form.unchecked
        for one in waiting:
            if one.entry is not None:
                self._records.change(PROGRESS, one.entry, {"checked_by": self._identity.name, "checked_on": day})
        return len(waiting)

    def write(self, out: Path, form: WeekForm, *, reveal: bool = False, purpose: str = "") -> int:
        """Write the Friday workbook in the layout of the weekly ledger; that it left is kept.

        Args:
            out: the .xlsx wanted.
            form: the week.
            reveal: write the numbers of contacts uncovered.
            purpose: what the file is for, needed above 50 open contacts.

        Returns:
            The number of projects.

        Raises:
            PurposeNeededError: as :meth:`LeavingGate.let_out`.
            UserError: the file can't be written.
        """
        from fj_desktop.services.weekly_book import write_week

        with self._store.reading() as connection:
            rows = _ledger_rows(connection, [one.project for one in form.rows], reveal=reveal)
            phone = _phone(connection, self._identity.staff) if reveal else ""
        contacts = sum(bool(row["contact_phone"]) for row in rows.values()) if reveal else 0
        act = "export-revealed" if reveal else "export"
        what = f"week {form.span.code}, {len(rows)} rows, {out.suffix.lower()}"
        self._gate.let_out(act, PROJECTS, what, open_contacts=contacts, purpose=purpose)
        now = self._store.clock.now().astimezone(COUNTY_ZONE)
        write_week(out, form, rows, _LEDGER, self._identity, phone, now)
        return len(rows)

    def _projects(self, connection: Connection) -> dict[uuid.UUID, tuple[str, str]]:
        table, offices = record_table(PROJECTS), record_table(CATALOG["offices"])
        office = select(offices.c.id).where(offices.c.code == self._identity.office).scalar_subquery()
        asked = (
            select(table.c.id, table.c.name, table.c.stage)
            .where(
                table.c.deleted.is_(False),
                func.coalesce(table.c.outcome, "推进中") == "推进中",
                table.c.stage.in_(STAGES),
            )
            .where(table.c.office_id == office)
            .order_by(table.c.stage, table.c.code)
        )
        found = [(one, name, stage) for one, name, stage in connection.execute(asked)]
        return {
            one: (str(name), str(stage)) for one, name, stage in sorted(found, key=lambda row: STAGES.index(row[2]))
        }


def _told(
    connection: Connection, projects: list[uuid.UUID], week: Span
) -> dict[uuid.UUID, tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    """Of each project the newest row of the week, and the newest before it."""
    table = record_table(PROGRESS)
    names = ("id", "project_id", "happened_on", "checked_on", *TYPED)
    found: dict[uuid.UUID, tuple[dict[str, Any] | None, dict[str, Any] | None]] = {}
    for at in range(0, len(projects), 500):
        asked = (
            select(*(table.c[name] for name in names))
            .where(table.c.project_id.in_(projects[at : at + 500]), table.c.deleted.is_(False))
            .where(table.c.happened_on <= week.last, table.c.happened_on >= week.first - dt.timedelta(days=365))
            .order_by(table.c.happened_on, table.c.id)
        )
        for values in connection.execute(asked):
            row = dict(zip(names, values, strict=True))
            now, before = found.get(row["project_id"], (None, None))
            found[row["project_id"]] = (row, before) if row["happened_on"] >= week.first else (now, row)
    return found


def _row(
    project: uuid.UUID, name: str, stage: str, told: tuple[dict[str, Any] | None, dict[str, Any] | None]
) -> WeekRow:
    now, before = told
    last_on, last = (before["happened_on"], _texts(before)) if before else (None, {})
    if now is None:
        return WeekRow(project, name, stage, last_on, last, None, None, {}, checked=False)
    checked = now["checked_on"] is not None
    return WeekRow(project, name, stage, last_on, last, now["id"], now["happened_on"], _texts(now), checked)


def _texts(row: dict[str, Any] | None) -> dict[str, str]:
    if row is None:
        return {}
    fields = PROGRESS.fields
    return {name: fields[name].kind.show(row[name]) if row[name] is not None else "" for name in TYPED}


def _ledger_rows(connection: Connection, projects: list[uuid.UUID], *, reveal: bool) -> dict[uuid.UUID, dict[str, Any]]:
    surface = CATALOG.by_key(PROJECTS)
    keys = [*(key for key, _ in _LEDGER), "chain_id", "reported_judgement", "first_reported_at", "total_invest_wan"]
    numbers = [queries.row_number_of(connection, PROJECTS, one) for one in projects]
    found = {}
    for row in queries.page(connection, PROJECTS, [one for one in numbers if one is not None], keys):
        texts = {key: cell_text(surface[key], row, covered=surface[key].field.masked and not reveal) for key in keys}
        numbers_too = {
            key: row[key] for key in ("fixed_invest_wan", "land_need_mu", "total_invest_wan", "first_reported_at")
        }
        found[row["id"]] = {**texts, **numbers_too}
    return found


def _phone(connection: Connection, staff: uuid.UUID) -> str:
    table = record_table(CATALOG["staff"])
    return str(connection.execute(select(table.c.mobile).where(table.c.id == staff)).scalar() or "")


def is_big(row: Mapping[str, Any]) -> bool:
    """Five 亿元 and more, as the ledger's second line counts them."""
    return (row["total_invest_wan"] or row["fixed_invest_wan"] or Decimal(0)) >= _BIG


def cell_of(row: WeekRow) -> str:
    """What the ledger's cell of progress says of a project this week."""
    summary = row.typed.get("summary", "")
    if row.on is None or row.typed.get("kind") == NO_PROGRESS:
        return summary
    return spoken(row.on, summary)
