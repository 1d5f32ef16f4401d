"""驻外在岗: on how many of the working days posted people signed in (notice 2025-18, clause 10.2)."""

import datetime as dt
from typing import Any

from fj_desktop.core.reference import holidays
from fj_desktop.rules.counting import rate
from fj_desktop.rules.workdays import Workdays
from fj_desktop.services.dispatch.facts import Facts
from fj_desktop.services.dispatch.results import NO_OFFICE
from fj_desktop.services.dispatch.sections import COUNT, SHARE, Head, Section

_HEADS = (
    Head("office", "办事处"), Head("person", "派驻人员"), Head("due", "应在岗工作日", COUNT, "天"),
    Head("signed", "其中已签到", COUNT, "天"), Head("share", "在岗率", SHARE),
    Head("rest", "休息日签到", COUNT, "天"),
)  # fmt: skip
_ONE = dt.timedelta(days=1)


def attendance(facts: Facts) -> Section:
    """Every posting that runs in the period: its working days, and those with a sign-in of its person."""
    workdays = Workdays(holidays())
    due: dict[tuple[Any, Any], set[dt.date]] = {}
    for one in facts.postings:
        first = max(one["start_on"], facts.span.first)
        last = min(one["end_on"] or facts.cut, facts.cut)
        days = {first + _ONE * number for number in range((last - first).days + 1)}
        if days:
            due.setdefault((one["office_id"], one["staff_id"]), set()).update(days)
    signed: dict[Any, set[dt.date]] = {}
    for one in facts.sign_ins:
        signed.setdefault(one["staff_id"], set()).add(one["signed_on"])
    rows: list[tuple[Any, ...]] = []
    for (office, person), days in due.items():
        there = days & signed.get(person, set())
        worked = {day for day in days if workdays.is_worked(day)}
        name = str(facts.offices[office]["name"]) if office in facts.offices else NO_OFFICE
        cells = (len(worked), len(worked & there))
        rows.append((name, facts.names.get(person, ""), *cells, rate(cells[1], cells[0]), len(there - worked)))
    rows.sort(key=lambda row: row[:2])
    sums = [sum(row[place] for row in rows) for place in (2, 3, 5)]
    total = ("合计", "", sums[0], sums[1], rate(sums[1], sums[0]), sums[2]) if rows else None
    return Section("attendance", "驻外在岗", _HEADS, rows, total, _notes(facts, due, workdays))


def _notes(facts: Facts, due: dict[tuple[Any, Any], set[dt.date]], workdays: Workdays) -> tuple[str, ...]:
    posted: dict[Any, set[dt.date]] = {}
    for (_, person), days in due.items():
        posted.setdefault(person, set()).update(days)
    loose = sum(one["signed_on"] not in posted.get(one["staff_id"], set()) for one in facts.sign_ins)
    notes = ["工作日按国务院办公厅公布的放假安排计，含调休上班。"]
    if not workdays.knows(facts.cut):
        notes = [f"节假日表只到 {workdays.known_until} 年，{facts.cut.year} 年按周一至周五计工作日。"]
    return (*notes, *([f"另有 {loose} 次签到不在派驻期内，没有计入。"] if loose else []))
