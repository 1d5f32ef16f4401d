"""Records that have a day to be done by: declared one line each, read by their day alone."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, false, func, not_, or_, select
from sqlalchemy.orm import aliased

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.overdue import KEPT
from fj_desktop.store.schema import MEMBER, record_table

_LONG_AGO = 400
"""Days after which a follow-up nobody moved is no work of today any more; late promises and problems never age."""


@dataclass(frozen=True)
class Dated:
    """One kind of dated record.

    Attributes:
        library: its library.
        what: the kind, in the person's words.
        due: the field with the day.
        title: the field that names the record; one that refers to a record is shown by that record's name.
        closed: fields that end it when filled.
        done: values of ``state`` that end it.
        state: the field with its state.
        staff, unit: the fields that say whose it is; what is in nobody's charge is the unit's.
        ages: a follow-up, not a duty.
    """

    library: str
    what: str
    due: str
    title: str
    closed: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    state: str = ""
    staff: str = ""
    unit: str = ""
    ages: bool = False


DATED = (
    Dated("projects", "跟进", "next_on", "name", done=("流失", "退库", "清退", "办结"), state="outcome",
          staff="owner_id", unit="lead_unit_id", ages=True),
    Dated("visits", "回访", "next_on", "company_id", staff="our_staff_ids", ages=True),
    Dated("stops", "行程填报", "stop_on", "company_id", closed=("visit_id",), ages=True),
    Dated("funding", "资金需求", "needed_by", "project_name", done=("已达成", "已到账", "未达成", "撤回"),
          state="match_status"),
    Dated("receptions", "接待后续", "next_on", "name", ages=True),
    Dated("people", "联系", "next_contact_on", "name", staff="relation_owner_id", ages=True),
    Dated("problems", "难点堵点", "due_on", "title", closed=("closed_on",), done=("已化解",), state="status",
          unit="duty_unit_id"),
    Dated("resolutions", "议定事项", "due_on", "item", closed=("done_on",), done=("已办结", "不再办理"), state="state",
          unit="duty_unit_id"),
    Dated("service-requests", "助企服务", "due_on", "theme", closed=("done_on",), staff="officer_id"),
    Dated("commitments", "承诺事项", "due_on", "content", closed=("done_on",), done=KEPT, state="state",
          unit="duty_unit_id"),
    Dated("checks", "限期整改", "rectify_due_on", "project_id", closed=("rectify_done_on",)),
)  # fmt: skip
"""One line makes another kind of record stand in the queue."""


@dataclass(frozen=True)
class Found:
    """A dated record that is not done: its kind, id, name, day, and whether it is the person's."""

    kind: Dated
    record: uuid.UUID
    title: str
    due: dt.date
    mine: bool


def dated(connection: Connection, me: uuid.UUID, today: dt.date, until: dt.date) -> Iterator[Found]:
    """Every dated record that falls due up to a day and is not done."""
    unit = select(record_table(CATALOG["staff"]).c.unit_id).where(record_table(CATALOG["staff"]).c.id == me)
    units = [one for one in connection.execute(unit).scalars() if one is not None]
    for kind in DATED:
        for record, title, due, mine in connection.execute(_asked(kind, me, units, today, until)):
            yield Found(kind, record, str(title or "").split("\n")[0][:80] or kind.what, due, bool(mine))


def _asked(kind: Dated, me: uuid.UUID, units: list[uuid.UUID], today: dt.date, until: dt.date) -> Any:
    library = CATALOG[kind.library]
    table = record_table(library)
    due = table.c[kind.due]
    wanted = [table.c.deleted.is_(False), due <= until]
    wanted += [table.c[name].is_(None) for name in kind.closed]
    if kind.state:
        wanted.append(or_(table.c[kind.state].is_(None), table.c[kind.state].not_in(kind.done)))
    if kind.ages:
        wanted.append(due >= today - dt.timedelta(days=_LONG_AGO))
    if kind.library == "visits":
        wanted.append(not_(_met_again(table)))
    if kind.library == "commitments":
        wanted.append(not_(_waits(table)))
    title, source = _title(library, table, kind.title)
    return select(table.c.id, title, due, _is_mine(kind, library, table, me, units)).select_from(source).where(*wanted)


def _title(library: Library, table: Any, name: str) -> tuple[Any, Any]:
    target = library.fields[name].kind
    if not hasattr(target, "target"):
        return table.c[name], table
    named = CATALOG.of_table(target.target)
    other = record_table(named)
    return other.c[named.naming[0]], table.outerjoin(other, other.c.id == table.c[name])


def _is_mine(kind: Dated, library: Library, table: Any, me: uuid.UUID, units: list[uuid.UUID]) -> ColumnElement[bool]:
    whose: list[ColumnElement[bool]] = []
    if kind.staff and library.fields[kind.staff].kind.many:
        whose.append(
            exists().where(
                MEMBER.c.owner == table.c.id, MEMBER.c.field == f"{library.table}.{kind.staff}",
                MEMBER.c.value == str(me), MEMBER.c.deleted.is_(False),
            )
        )  # fmt: skip
    elif kind.staff:
        whose.append(table.c[kind.staff] == me)
    if kind.unit and units:
        theirs = table.c[kind.unit].in_(units)
        whose.append(and_(theirs, table.c[kind.staff].is_(None)) if kind.staff else theirs)
    if not kind.staff and not kind.unit:
        whose.append(table.c.created_by == me)
    return func.coalesce(or_(*whose) if whose else false(), false())


def _met_again(table: Any) -> ColumnElement[bool]:
    """The same company was met after this visit: what was planned then has happened."""
    later = aliased(table)
    return exists().where(
        later.c.company_id == table.c.company_id, later.c.visit_on > table.c.visit_on, later.c.deleted.is_(False)
    )


def _waits(table: Any) -> ColumnElement[bool]:
    """A precondition is not kept yet: the promise is not due (clause 9.1)."""
    first = aliased(table)
    return exists().where(
        and_(
            MEMBER.c.owner == table.c.id, MEMBER.c.field == f"{table.name}.precondition_ids",
            MEMBER.c.deleted.is_(False), first.c.deleted.is_(False), first.c.state.not_in(KEPT),
            func.lower(func.hex(first.c.id)) == func.replace(MEMBER.c.value, "-", ""),
        )
    )  # fmt: skip
