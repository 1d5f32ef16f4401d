"""How results are counted: once, at the first formal contract; increases alone; rates of one cohort."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.rules.counting import Pace, Ratio, cohort, signings, stages_at

D = Decimal


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def contract(number: int, kind: str, signed: str | None, amount: int | None, project: str = "a") -> dict[str, object]:
    wan = D(amount) if amount is not None else None
    signed_on = day(signed) if signed else None
    return {"id": number, "project_id": project, "kind": kind, "signed_on": signed_on, "amount_wan": wan}


def test_a_project_counts_once_at_its_first_formal_contract() -> None:
    found = signings([
        contract(1, "框架协议", "2026-01-05", 50000), contract(2, "意向书", "2026-01-06", 50000),
        contract(3, "正式合同", "2026-03-27", 12000), contract(4, "正式合同", "2026-07-04", 12000),
        contract(5, "正式合同", None, 90000),
    ])  # fmt: skip
    assert [(one.contract, one.amount_wan, one.first) for one in found] == [(3, D(12000), True)]


def test_an_increase_counts_only_the_increase_and_a_decrease_takes_nothing_back() -> None:
    found = signings([
        contract(1, "正式合同", "2026-03-01", 10000), contract(2, "补充协议", "2026-05-01", 8000),
        contract(3, "补充协议", "2026-06-01", 15000), contract(4, "正式合同", "2026-09-01", 15500),
        contract(5, "解除协议", "2026-10-01", 99999),
    ])  # fmt: skip
    assert [(one.contract, one.amount_wan, one.first) for one in found] == [
        (1, D(10000), True), (3, D(5000), False), (4, D(500), False),
    ]  # fmt: skip


def test_a_supplement_before_the_formal_contract_counts_nothing_and_an_amount_left_out_counts_the_project() -> None:
    found = signings([contract(1, "补充协议", "2026-01-01", 500), contract(2, "正式合同", "2026-02-01", None)])
    assert [(one.contract, one.amount_wan, one.first, one.unknown) for one in found] == [(2, D(0), True, True)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["正式合同", "补充协议", "框架协议"]), st.integers(1, 28), st.integers(0, 9999),
            st.sampled_from("abc"),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_what_counts_of_a_project_is_the_most_ever_agreed(rows: list[tuple[str, int, int, str]]) -> None:
    made = [
        contract(at, kind, f"2026-01-{d:02d}", amount, project) for at, (kind, d, amount, project) in enumerate(rows)
    ]
    found = signings(made)
    assert found == signings(reversed(made))
    for project in "abc":
        mine = [one for one in made if one["project_id"] == project and one["kind"] != "框架协议"]
        formal = [(one["signed_on"], str(one["id"])) for one in mine if one["kind"] == "正式合同"]
        after = [one["amount_wan"] for one in mine if formal and (one["signed_on"], str(one["id"])) >= min(formal)]
        counted = [one for one in found if one.project == project]
        assert sum(one.amount_wan for one in counted) == max(after, default=D(0))
        assert sum(one.first for one in counted) == bool(formal)


def test_a_rate_has_both_numbers_of_one_cohort() -> None:
    projects = {
        "a": {"actual_start_on": day("2023-06-01"), "actual_prod_on": None, "stage": "开工"},
        "b": {"actual_start_on": day("2024-02-01"), "actual_prod_on": None, "stage": "开工"},
        "c": {"actual_start_on": None, "actual_prod_on": None, "stage": "退出"},
        "old": {"actual_start_on": day("2023-01-02"), "actual_prod_on": day("2023-05-01"), "stage": "投产"},
    }
    signed = signings([
        contract(1, "正式合同", "2023-02-01", 1000, "a"), contract(2, "正式合同", "2023-03-01", 500, "b"),
        contract(3, "正式合同", "2023-04-01", 500, "c"), contract(4, "正式合同", "2022-12-31", 700, "old"),
        contract(5, "补充协议", "2023-08-01", 1200, "a"), contract(6, "正式合同", "2023-05-01", 900, "gone"),
    ])  # fmt: skip
    arrived = {"a": D(110), "old": D(700)}
    found = cohort("2023年签约", signed, projects, arrived, day("2023-01-01"), day("2023-12-31"))
    assert (found.projects, found.started, found.exited, found.contract_wan) == (3, 1, 1, D(2200))
    assert [one.words for one in found.ratios] == [
        "开工率 33.3%（1/3个，2023年签约）", "投产率 0.0%（0/3个，2023年签约）", "资金到位率 5.0%（110/2200万元，2023年签约）",
    ]  # fmt: skip


def test_a_rate_of_nothing_is_no_number() -> None:
    assert Ratio("开工率", D(0), D(0), "个", "本周签约").words == "开工率 —（0/0个，本周签约）"


def test_the_published_rate_of_2023_comes_out() -> None:
    # 221 of 309 are 71.5 %; the published 65.1 % counts others. Both numbers stand beside the rate for that reason.
    assert Ratio("开工率", D(221), D(309), "个", "2023年签约").percent == "71.5%"


@pytest.mark.parametrize(
    ("elapsed", "of_time"), [(Fraction(1, 2), D("1.0000")), (Fraction(1), D("0.5000")), (Fraction(0), None)]
)
def test_pace_is_done_over_target_times_the_time_that_passed(elapsed: Fraction, of_time: Decimal | None) -> None:
    pace = Pace(D(20000), D(10000), elapsed)
    assert (pace.of_year, pace.of_time) == (D("0.5000"), of_time)
    assert Pace(D(0), D(10000), elapsed).of_time is None


def test_a_stage_at_a_day_is_read_from_the_log() -> None:
    def move(project: str, start: str | None, to: str, on: str, at: int = 0) -> dict[str, object]:
        return {
            "project_id": project,
            "from_stage": start,
            "to_stage": to,
            "moved_on": day(on),
            "moved_at": at,
            "id": at,
        }

    moves = [
        move("a", "洽谈", "签约", "2026-05-01", 2), move("a", "线索", "洽谈", "2026-03-01", 1),
        move("b", "洽谈", "签约", "2026-06-01", 3), move("b", "签约", "开工", "2026-07-01", 4),
    ]  # fmt: skip
    assert stages_at(moves, day("2026-05-01")) == {"a": "签约", "b": "洽谈"}
    assert stages_at(moves, day("2026-01-01")) == {"a": "线索", "b": "洽谈"}
    assert stages_at(moves, day("2026-12-31")) == {"a": "签约", "b": "开工"}
