"""Late, stale, the clocks of leads, and the periods of dispatch."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.rules.overdue import (
    LeadDays,
    agreed,
    is_due_soon,
    lead_clocks,
    level,
    project_late,
    promise_late,
    stale,
)
from fj_desktop.rules.spans import span_at, span_of
from fj_desktop.rules.thresholds import Thresholds

FIGURES = Thresholds()
TODAY = dt.date(2026, 11, 23)


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "name"), [(-3, "绿"), (0, "绿"), (1, "黄"), (30, "黄"), (31, "橙"), (90, "橙"), (91, "红"), (900, "红")]
)
def test_levels_change_at_their_days(days: int, name: str) -> None:
    assert level(days, FIGURES) == name


def test_due_soon_is_from_today_on() -> None:
    assert [is_due_soon(ago(days), TODAY, FIGURES) for days in (1, 0, -15, -16)] == [False, True, True, False]


def contract(signed: int, kind: str, start: int | None, status: str = "履行中") -> dict[str, object]:
    return {
        "id": signed, "signed_on": ago(signed), "kind": kind, "status": status,
        "agreed_start_on": ago(start) if start is not None else None, "agreed_prod_on": None,
    }  # fmt: skip


def test_the_contract_says_when_work_starts_and_a_later_supplement_extends_it() -> None:
    project = {"stage": "签约", "agreed_start_on": ago(200), "actual_start_on": None, "agreed_prod_on": None}
    formal, more = contract(300, "正式合同", 100), contract(50, "补充协议", 10)
    assert agreed(project, [], "开工", TODAY) == ago(200)
    assert agreed(project, [formal], "开工", TODAY) == ago(100)
    assert agreed(project, [more, formal], "开工", TODAY) == ago(10)
    assert agreed(project, [formal, contract(50, "补充协议", 10, "终止")], "开工", TODAY) == ago(100)
    assert agreed(project, [formal, contract(50, "补充协议", None)], "开工", TODAY) == ago(100)
    assert agreed(project, [formal, more], "开工", ago(60)) == ago(100)
    assert [(one.what, one.days, one.level) for one in project_late(project, [formal], TODAY, FIGURES)] == [
        ("开工", 100, "红")
    ]


@pytest.mark.parametrize(
    ("stage", "started", "expected"),
    [
        ("洽谈", None, []), ("签约", None, ["开工", "投产"]), ("开工", 60, ["投产"]), ("投产", 60, []), ("退出", None, []),
        ("退库", None, []), ("签约", -5, ["开工", "投产"]),
    ],
)  # fmt: skip
def test_only_what_is_signed_and_not_done_is_late(stage: str, started: int | None, expected: list[str]) -> None:
    project = {
        "stage": stage, "agreed_start_on": ago(90), "agreed_prod_on": ago(1), "actual_prod_on": None,
        "actual_start_on": ago(started) if started is not None else None,
    }  # fmt: skip
    assert [one.what for one in project_late(project, [], TODAY, FIGURES)] == expected


def test_a_promise_whose_precondition_is_open_is_not_due_yet() -> None:
    promise = {"due_on": ago(40), "state": "履行中"}
    kept, open_one = {"state": "已履约"}, {"state": "未到期"}
    assert promise_late(promise, [open_one], TODAY, FIGURES) is None
    late = promise_late(promise, [kept], TODAY, FIGURES)
    assert late is not None
    assert (late.days, late.level) == (40, "橙")
    assert promise_late({"due_on": ago(40), "state": "豁免"}, [], TODAY, FIGURES) is None


@pytest.mark.parametrize(("stage", "limit"), [("线索", 14), ("洽谈", 30), ("签约", 30), ("开工", 60), ("投产", 90)])
def test_each_stage_may_stand_still_for_its_days(stage: str, limit: int) -> None:
    assert stale(stage, ago(limit), TODAY, FIGURES) is None
    found = stale(stage, ago(limit + 1), TODAY, FIGURES)
    assert found is not None
    assert (found.days, found.limit) == (limit + 1, limit)
    assert stale("退出", ago(999), TODAY, FIGURES) is None


def test_a_lead_has_four_clocks() -> None:
    def past(**days: dt.date) -> list[tuple[str, int]]:
        lead = LeadDays(days.pop("reported", ago(20)), **days)
        return [(one.what, one.days) for one in lead_clocks(lead, TODAY, FIGURES)]

    assert past() == [("响应", 19), ("研判", 17), ("反馈", 13), ("跟进", 6)]
    assert past(reported=ago(1)) == []
    assert past(first_contact=ago(19), judged=ago(18), first_step=ago(15), last_contact=ago(3)) == []
    assert past(first_contact=ago(19), judged=ago(18), first_step=ago(15), last_contact=ago(15)) == [("跟进", 1)]


@pytest.mark.parametrize(
    ("code", "first", "last", "title"),
    [
        ("2026-W47", "2026-11-16", "2026-11-22", "2026年第47周（11月16日至11月22日）"),
        ("2026-W53", "2026-12-28", "2027-01-03", "2026年第53周（12月28日至1月3日）"),
        ("2024-02", "2024-02-01", "2024-02-29", "2024年2月"), ("2026-Q4", "2026-10-01", "2026-12-31", "2026年第4季度"),
        ("2026", "2026-01-01", "2026-12-31", "2026年"),
    ],
)  # fmt: skip
def test_a_period_is_its_days(code: str, first: str, last: str, title: str) -> None:
    span = span_of(code)
    assert (span.first.isoformat(), span.last.isoformat(), span.title) == (first, last, title)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31)), st.sampled_from(["week", "month", "quarter", "year"]))
def test_every_day_lies_in_its_period_and_periods_follow_on_each_other(on: dt.date, kind: str) -> None:
    span = span_at(on, kind)
    assert span.kind == kind
    assert span.first <= on <= span.last
    assert span.before().last == span.first - dt.timedelta(days=1)
    assert span.elapsed(span.last) == 1
    assert 0 < span.elapsed(on) <= 1
