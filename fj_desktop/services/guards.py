"""Refusals that need more of the store than the record itself: asked for every new and every changed record."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.field import Library
from fj_desktop.core.refusal import Refused
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.parcels import is_held
from fj_desktop.services.conflicts import conflicting
from fj_desktop.services.dossiers import thresholds_of
from fj_desktop.store.schema import record_table

Values = Mapping[str, Any]
Guard = Callable[[Connection, Values, Values, dt.date], list[Refused]]
_ASSESSMENTS, _LAND, _SIGN_INS = CATALOG["assessments"], CATALOG["land"], CATALOG["sign-ins"]
WEIGHTS = {
    "score_scale": "weight_scale", "score_intensity": "weight_intensity", "score_benefit": "weight_benefit",
    "score_prospect": "weight_prospect", "score_match": "weight_match", "score_policy": "weight_policy",
}  # fmt: skip
_WHOLE = Decimal(100)


def guarded(connection: Connection, library: Library, before: Values, after: Values, today: dt.date) -> list[Refused]:
    """What stops a record from standing so beside the others.

    Args:
        connection: of the transaction.
        library: of the record.
        before: what stands there now; empty for a new record.
        after: the whole record as it would stand.
        today: the day that counts as today.
    """
    guard = _GUARDS.get(library.table)
    return guard(connection, before, after, today) if guard is not None else []


def _assessment(connection: Connection, before: Values, after: Values, _: dt.date) -> list[Refused]:
    """Scores stay within their weights, which sum to 100; no expert judges a company of their conflicts (7.1)."""
    return [*_scores(connection, before, after), *_conflicts(connection, before, after)]


def _scores(connection: Connection, before: Values, after: Values) -> list[Refused]:
    typed = [name for name in WEIGHTS if after.get(name) is not None and after.get(name) != before.get(name)]
    if not typed:
        return []
    figures = thresholds_of(connection)
    weights = {name: figures.number(code) for name, code in WEIGHTS.items()}
    total = sum(weights.values(), Decimal(0))
    if total != _WHOLE:
        words = f"六项权重合计为 {total:f}，应为 100，请先在“阈值”里改好"
        return [_refused(_ASSESSMENTS, typed[0], words)]
    return [
        _refused(_ASSESSMENTS, name, f"不能超过它的权重 {weights[name]:f} 分")
        for name in typed if after[name] > weights[name]
    ]  # fmt: skip


def _conflicts(connection: Connection, before: Values, after: Values) -> list[Refused]:
    experts = after.get("expert_ids") or ()
    if not experts or after.get("project_id") is None:
        return []
    if tuple(experts) == tuple(before.get("expert_ids") or ()) and after.get("project_id") == before.get("project_id"):
        return []
    wrong = conflicting(connection, _id(after["project_id"]), [_id(one) for one in experts])
    if not wrong:
        return []
    return [_refused(_ASSESSMENTS, "expert_ids", f"有 {len(wrong)} 位专家与项目投资方有利害关系，应回避，请换人")]


def _plot(connection: Connection, before: Values, after: Values, today: dt.date) -> list[Refused]:
    """A plot that is held for one project is not given to another before that is released."""
    held, wanted = before.get("lock_project_id"), after.get("lock_project_id")
    if wanted is None or held is None or wanted == held or not is_held(before, today):
        return []
    projects = record_table(CATALOG["projects"])
    name = connection.execute(select(projects.c.name).where(projects.c.id == held)).scalar()
    until = before["lock_until"]
    words = f"已锁定给“{name}”{f'，至 {until.isoformat()}' if until else ''}；要换项目请先清空锁定"
    return [_refused(_LAND, "lock_project_id", words)]


def _sign_in(_: Connection, before: Values, after: Values, today: dt.date) -> list[Refused]:
    """Nobody signs in for a day that is still to come (10.2)."""
    day = after.get("signed_on")
    if day is None or day <= today or day == before.get("signed_on"):
        return []
    return [_refused(_SIGN_INS, "signed_on", "还没有到，签到只能记到今天")]


def _refused(library: Library, name: str, words: str) -> Refused:
    return Refused(name, library.fields[name].label, words)


def _id(one: Any) -> uuid.UUID:
    return one if isinstance(one, uuid.UUID) else uuid.UUID(str(one))


_GUARDS: dict[str, Guard] = {_ASSESSMENTS.table: _assessment, _LAND.table: _plot, _SIGN_INS.table: _sign_in}
