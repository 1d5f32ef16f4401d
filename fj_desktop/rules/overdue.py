"""What is late, what stands still, and the clocks of a lead (notice 2025-18, clauses 3.2, 3.3 and 9.1).

The notice sets no number of days: every limit here is a threshold with its source. Days are calendar days.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fj_desktop.rules.dossier import ENDED, Row
from fj_desktop.rules.thresholds import Thresholds

GREEN, YELLOW, ORANGE, RED = "绿", "黄", "橙", "红"
LEVELS = (GREEN, YELLOW, ORANGE, RED)
STALE_CODES = {
    "线索": "stale_lead", "洽谈": "stale_negotiating", "签约": "stale_signed", "开工": "stale_started",
    "投产": "stale_in_production",
}  # fmt: skip
"""The threshold that says how long a project of each stage may stand still."""
OVERDUE_CODES = ("overdue_orange", "overdue_red", "due_soon")
CLOCK_CODES = ("response_days", "judge_days", "feedback_days", "follow_days")
_UNDONE = {"开工": ("签约",), "投产": ("签约", "开工")}
_FIELDS = {"开工": ("agreed_start_on", "actual_start_on"), "投产": ("agreed_prod_on", "actual_prod_on")}
KEPT = ("已履约", "豁免")


@dataclass(frozen=True)
class Late:
    """Something past its day: what, when it was due, how many days ago, and its level."""

    what: str
    due: dt.date
    days: int
    level: str


def level(days: int, figures: Thresholds) -> str:
    """绿 when nothing is late, 黄 from the first day, 橙 and 红 from the days set as thresholds."""
    if days <= 0:
        return GREEN
    if days < figures.days("overdue_orange"):
        return YELLOW
    return ORANGE if days < figures.days("overdue_red") else RED


def is_due_soon(due: dt.date, today: dt.date, figures: Thresholds) -> bool:
    """Whether something falls due today or within the days set."""
    return 0 <= (due - today).days <= figures.days("due_soon")


def late(what: str, due: dt.date | None, today: dt.date, figures: Thresholds) -> Late | None:
    """What is past its day, or None."""
    days = (today - due).days if due is not None else 0
    return Late(what, due, days, level(days, figures)) if due is not None and days > 0 else None


def agreed(project: Row, contracts: Iterable[Row], what: str, today: dt.date) -> dt.date | None:
    """The day a project was to start (开工) or to produce (投产).

    The formal contract signed first says it; a supplement signed later by both sides extends it. Without either, what
    stands at the project.
    """
    name = _FIELDS[what][0]
    signed = sorted(
        (one for one in contracts if one.get("signed_on") is not None and one["signed_on"] <= today
         and one.get("kind") in ("正式合同", "补充协议") and one.get("status") not in ENDED and one.get(name)),
        key=lambda one: (one["signed_on"], str(one.get("id"))),
    )  # fmt: skip
    day: dt.date | None = signed[-1][name] if signed else project.get(name)
    return day


def agreed_days(project: Row, contracts: Sequence[Row], today: dt.date) -> list[tuple[str, dt.date]]:
    """What a signed project has still to do by an agreed day: 开工, 投产; a project that left has nothing."""
    found = []
    for what, (_, actual) in _FIELDS.items():
        done, day = project.get(actual), agreed(project, contracts, what, today)
        if project.get("stage") in _UNDONE[what] and (done is None or done > today) and day is not None:
            found.append((what, day))
    return found


def project_late(project: Row, contracts: Sequence[Row], today: dt.date, figures: Thresholds) -> list[Late]:
    """Start and production of a signed project that are past the agreed day."""
    asked = (late(what, day, today, figures) for what, day in agreed_days(project, contracts, today))
    return [one for one in asked if one is not None]


def promise_late(promise: Row, preconditions: Iterable[Row], today: dt.date, figures: Thresholds) -> Late | None:
    """A promise past its day; while a precondition is open it is not due yet (clause 9.1)."""
    if promise.get("state") in KEPT or any(one.get("state") not in KEPT for one in preconditions):
        return None
    return late("承诺", promise.get("due_on"), today, figures)


@dataclass(frozen=True)
class Stale:
    """A project that stands still: for how many days, and the limit of its stage."""

    days: int
    limit: int


def stale(stage: str, last: dt.date | None, today: dt.date, figures: Thresholds) -> Stale | None:
    """Whether a project stands still for longer than its stage allows; edits do not count as progress.

    Args:
        stage: where it stands.
        last: its last real progress, or the day it was reported when there was none yet.
        today: the day that counts as today.
        figures: the limits.
    """
    code = STALE_CODES.get(stage)
    if code is None or last is None:
        return None
    days, limit = (today - last).days, figures.days(code)
    return Stale(days, limit) if days > limit else None


@dataclass(frozen=True)
class LeadDays:
    """The days of a lead that its clocks look at."""

    reported: dt.date
    first_contact: dt.date | None = None
    judged: dt.date | None = None
    first_step: dt.date | None = None
    last_contact: dt.date | None = None


def lead_clocks(lead: LeadDays, today: dt.date, figures: Thresholds) -> list[Late]:
    """What is past the 1, 3, 7 and 14 days of a lead: 响应, 研判, 反馈, 跟进; a missed one warns, it never blocks."""
    first = (
        ("响应", "response_days", lead.first_contact), ("研判", "judge_days", lead.judged),
        ("反馈", "feedback_days", lead.first_step),
    )  # fmt: skip
    found = []
    for what, code, done in first:
        due = lead.reported + dt.timedelta(days=figures.days(code))
        if done is None and (one := late(what, due, today, figures)):
            found.append(one)
    since = max(lead.reported, lead.last_contact or lead.reported)
    if one := late("跟进", since + dt.timedelta(days=figures.days("follow_days")), today, figures):
        found.append(one)
    return found
