"""People at their posts, and what a year's money brought (notice 2025-18, clauses 10.2 and 10.4)."""

import datetime as dt
from decimal import Decimal

import pytest

from fj_desktop.core.clock import COUNTY_ZONE, FixedClock
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.dispatch.sections import Section
from fj_desktop.store.transactions import Store
from tests.support.straight import Records

POSTINGS, SIGN_INS, REVIEWS = CATALOG["postings"], CATALOG["sign-ins"], CATALOG["benefit-reviews"]
TODAY = dt.date(2026, 11, 23)


def attendance(desk: Desk, period: str, as_of: dt.date = TODAY) -> Section:
    made = desk.dispatch.of("month", period, as_of=as_of)
    return next(one for one in made.sections if one.code == "attendance")


def test_a_person_signs_in_once_a_day_at_the_office_of_their_posting(desk: Desk, clock: FixedClock) -> None:
    with pytest.raises(UserError, match="请先在“驻外在岗”里新增"):
        desk.posts.sign_in()
    desk.records.add(POSTINGS, {"start_on": "2026-01-01", "end_on": "2026-11-24", "office_id": "粤港澳大湾区"})
    first = desk.posts.sign_in("外出招商", "东莞")
    second = desk.posts.sign_in()
    assert (first.office, first.again, second.again, second.record) == ("粤港澳大湾区", False, True, first.record)
    (row,) = desk.view.rows_json(SIGN_INS, None, reveal=True, deleted=False)
    assert (row["signed_on"], row["state"], row["place"]) == ("2026-11-23", "外出招商", "东莞")
    with pytest.raises(InvalidRecordError, match="签到只能记到今天"):
        desk.records.add(SIGN_INS, {"signed_on": "2026-11-24"})

    clock.moment += dt.timedelta(days=2)
    with pytest.raises(UserError, match="没有在岗的派驻记录"):
        desk.posts.sign_in()


def test_attendance_is_the_share_of_working_days_of_the_posting(desk: Desk) -> None:
    """2 to 23 November 2026 has 16 working days; the weekend counts apart, a day before the posting not at all."""
    desk.records.add(POSTINGS, {"start_on": "2026-11-02", "office_id": "长三角"})
    for day in ("2026-10-30", "2026-11-02", "2026-11-03", "2026-11-03", "2026-11-07", "2026-11-23"):
        desk.records.add(SIGN_INS, {"signed_on": day})
    made = attendance(desk, "2026-11")
    assert list(made.rows) == [("长三角", "示例员", 16, 3, Decimal("0.1875"), 1)]
    assert made.total == ("合计", "", 16, 3, Decimal("0.1875"), 1)
    assert "另有 1 次签到不在派驻期内，没有计入。" in attendance(desk, "2026-10").notes


def test_holidays_are_no_working_days_and_made_up_days_are(desk: Desk) -> None:
    """October 2026: 1 to 7 are free, Saturday the 10th is worked, as the shipped table says."""
    desk.records.add(POSTINGS, {"start_on": "2026-10-01", "end_on": "2026-10-11", "office_id": "长三角"})
    desk.records.add(SIGN_INS, {"signed_on": "2026-10-10"})
    assert [row[2:4] for row in attendance(desk, "2026-10").rows] == [(3, 1)]


def test_two_stretches_that_overlap_count_a_day_once(desk: Desk) -> None:
    for start, end in (("2026-11-02", "2026-11-06"), ("2026-11-05", "2026-11-09")):
        desk.records.add(POSTINGS, {"start_on": start, "end_on": end, "office_id": "长三角"})
    assert [row[2] for row in attendance(desk, "2026-11").rows] == [6]


def test_a_review_is_filled_by_the_rules_of_dispatch(desk: Desk, store: Store) -> None:
    records = Records(desk, store)
    yrd, gba = records.seeded("offices", code="YRD"), records.seeded("offices", code="GBA")
    signed = {"kind": "正式合同", "party_b": "示例"}
    at = dt.datetime(2026, 1, 10, 9, tzinfo=COUNTY_ZONE)
    one, two = records.many([
        ("projects", {"name": "甲", "office_id": yrd, "first_reported_at": at,
          "actual_start_on": dt.date(2026, 6, 1)}),
        ("projects", {"name": "乙", "office_id": gba, "first_reported_at": at}),
    ])  # fmt: skip
    records.many([
        ("contracts", {"project_id": one, "signed_on": dt.date(2026, 3, 1), "amount_wan": Decimal(20000), **signed}),
        ("contracts", {"project_id": two, "signed_on": dt.date(2026, 4, 1), "amount_wan": Decimal(30000), **signed}),
        ("contracts", {"project_id": two, "signed_on": dt.date(2025, 4, 1), "amount_wan": Decimal(10000),
          "kind": "框架协议", "party_b": "示例"}),
    ])  # fmt: skip
    mine = {"year": "2026", "category": "驻外招商", "budget_wan": "120万元", "spent_wan": "100万元"}
    of_all, of_yrd = (desk.records.add(REVIEWS, mine | {"office_id": office}) for office in ("", "长三角"))
    assert desk.benefits.fill(of_all) == "截至 2026-11-23：签约 2 个，开工 1 个"
    desk.benefits.fill(of_yrd)
    every, here = (desk.view.read(REVIEWS, review).texts for review in (of_all, of_yrd))
    assert (every["signed_count"], every["signed_wan"]) == ("2", "5 亿元")
    assert (every["cost_per_project_wan"], every["cost_per_yi_wan"]) == ("50 万元", "20 万元")
    assert (here["signed_count"], here["started_count"], here["cost_per_yi_wan"]) == ("1", "1", "50 万元")
    desk.undoing.undo()
    assert "signed_count" not in {key for key, text in desk.view.read(REVIEWS, of_yrd).texts.items() if text}


def test_a_year_that_has_not_begun_has_no_results(desk: Desk) -> None:
    review = desk.records.add(REVIEWS, {"year": "2027", "category": "驻外招商"})
    with pytest.raises(UserError, match="2027 年还没有开始"):
        desk.benefits.fill(review)
