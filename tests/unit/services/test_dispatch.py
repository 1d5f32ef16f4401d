"""Dispatch from the records: figures worked out by hand, sums that agree, what lies outside left out."""

import datetime as dt
import random
import uuid
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.dispatch.sections import Section, as_json
from fj_desktop.store.transactions import Store
from tests.support.straight import Records

D = Decimal
TODAY = dt.date(2026, 11, 23)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def reported(text: str) -> dt.datetime:
    return dt.datetime.combine(day(text), dt.time(9), COUNTY_ZONE)


@pytest.fixture
def records(desk: Desk, store: Store) -> Records:
    return Records(desk, store)


def table(section: Section) -> dict[Any, dict[str, Any]]:
    """The rows of a section by their first cell."""
    keys = [one.key for one in section.heads]
    return {row[0]: dict(zip(keys, row, strict=True)) for row in section.rows}


def section(desk: Desk, kind: str, code: str, period: str = "", as_of: dt.date = TODAY) -> Section:
    made = desk.dispatch.of(kind, period, as_of=as_of)
    return next(one for one in made.sections if one.code == code)


def total(one: Section) -> dict[str, Any]:
    assert one.total is not None
    return dict(zip((head.key for head in one.heads), one.total, strict=True))


def a_year(records: Records) -> dict[str, uuid.UUID]:
    """Three projects whose figures are worked out by hand below."""
    glasses, yrd = records.seeded("chains", name="眼镜"), records.seeded("offices", code="YRD")
    gba = records.seeded("offices", code="GBA")
    a, b, c = records.many([
        ("projects", {"name": "甲", "chain_id": glasses, "office_id": yrd, "stage": "开工", "total_invest_wan": D(12000),
          "first_reported_at": reported("2026-01-10"), "actual_start_on": day("2026-06-01"),
          "agreed_prod_on": day("2026-10-10"), "factory_need_m2": D(3000)}),
        ("projects", {"name": "乙", "chain_id": glasses, "office_id": gba, "stage": "签约", "total_invest_wan": D(8000),
          "first_reported_at": reported("2026-02-10"), "agreed_start_on": day("2026-11-20")}),
        ("projects", {"name": "丙", "office_id": yrd, "stage": "线索", "first_reported_at": reported("2026-11-02")}),
    ])  # fmt: skip
    proof = records.proof(a)
    records.many([
        ("contracts", {"project_id": a, "kind": "框架协议", "signed_on": day("2026-02-01"), "amount_wan": D(99999)}),
        ("contracts", {"project_id": a, "kind": "正式合同", "signed_on": day("2026-03-27"), "amount_wan": D(10000)}),
        ("contracts", {"project_id": a, "kind": "补充协议", "signed_on": day("2026-11-05"), "amount_wan": D(12000)}),
        ("contracts", {"project_id": b, "kind": "正式合同", "signed_on": day("2026-11-10"), "amount_wan": D(8000)}),
        ("progress", {"project_id": a, "happened_on": day("2026-07-01"), "kind": "到资", "summary": "一期",
          "arrived_wan": D(3000), "arrived_proof_id": proof}),
        ("progress", {"project_id": a, "happened_on": day("2026-11-12"), "kind": "到资", "summary": "二期",
          "arrived_wan": D("1500.5"), "arrived_proof_id": proof}),
        ("progress", {"project_id": b, "happened_on": day("2026-11-15"), "kind": "到资", "summary": "无凭证",
          "arrived_wan": D(700)}),
        ("targets", {"chain_id": glasses, "year": 2026, "signed_yi": D(10), "landed_count": 15, "arrived_yi": D("4.5"),
          "factory_wan_m2": D(8)}),
        ("stage-moves", {"project_id": a, "from_stage": "签约", "to_stage": "开工", "moved_on": day("2026-06-01")}),
        ("stage-moves", {"project_id": b, "from_stage": "洽谈", "to_stage": "签约", "moved_on": day("2026-11-11"),
          "override_reason": "县委专题会同意先签后补", "overridden": "没有会议纪要"}),
    ])  # fmt: skip
    return {"a": a, "b": b, "c": c}


def test_the_month_is_what_a_clerk_works_out_by_hand(desk: Desk, records: Records) -> None:
    a_year(records)
    rows = table(section(desk, "month", "results"))
    keys = ("leads", "signed", "signed_wan", "increase_wan", "started", "in_production", "arrived_wan")
    assert [rows["本期"][key] for key in keys] == [1, 1, D(10000), D(2000), 0, 0, D("1500.5")]
    assert [rows["本年累计"][key] for key in keys] == [3, 2, D(20000), D(2000), 1, 0, D("4500.5")]
    assert "700 万元没有到位凭证" in section(desk, "month", "results").notes[0]


def test_a_month_that_has_ended_is_seen_as_of_its_last_day(desk: Desk, records: Records) -> None:
    a_year(records)
    made = desk.dispatch.of("month", "2026-05", as_of=TODAY)
    assert made.cut == day("2026-05-31")
    stages = table(next(one for one in made.sections if one.code == "funnel"))
    assert [stages[stage]["projects"] for stage in ("线索", "洽谈", "签约", "开工")] == [0, 1, 1, 0]
    assert made.ratios[-1].words == "资金到位率 0.0%（0/10000万元，建库以来签约）"


def test_chains_are_measured_against_target_and_time(desk: Desk, records: Records) -> None:
    a_year(records)
    found = section(desk, "month", "chains", as_of=day("2026-07-02"))
    mine = table(found)["眼镜"]
    # 183 of 365 days; 10,000 of 100,000 万元 signed; one of 15 landed; 3,000 of 45,000 万元 arrived.
    assert (mine["signed_wan"], mine["signed_wan_of_year"], mine["signed_wan_of_time"]) == (
        D(10000), D("0.1000"), D("0.1995"),
    )  # fmt: skip
    assert (mine["landed"], mine["landed_of_time"], mine["arrived_wan_of_year"]) == (1, D("0.1330"), D("0.0667"))
    assert mine["factory_m2"] == D(3000)
    assert "已过 50.1%" in found.notes[0]


def test_rates_are_of_one_cohort_with_both_numbers(desk: Desk, records: Records) -> None:
    a_year(records)
    words = [one.words for one in desk.dispatch.of("month", as_of=TODAY).ratios]
    assert words[0] == "开工率 0.0%（0/1个，2026年11月签约）"
    assert words[3:6] == [
        "开工率 50.0%（1/2个，2026年签约）", "投产率 0.0%（0/2个，2026年签约）",
        "资金到位率 22.5%（4500.5/20000万元，2026年签约）",
    ]  # fmt: skip


def test_late_stale_and_leads_past_their_clock_are_listed_worst_first(desk: Desk, records: Records) -> None:
    made = a_year(records)
    late = section(desk, "month", "overdue")
    keys = [one.key for one in late.heads]
    rows = [dict(zip(keys, row, strict=True)) for row in late.rows]
    assert [(one["level"], one["project"], one["what"], one["days"]) for one in rows] == [
        ("橙", "甲", "投产", 44), ("黄", "乙", "开工", 3),
    ]  # fmt: skip
    assert late.notes == ("按等级：红 0 项，橙 1 项，黄 1 项。",)
    assert late.records[0] == ("projects", made["a"])
    assert [(row[0], row[5]) for row in section(desk, "month", "stale").rows] == [("丙", 21)]
    clocks = section(desk, "month", "leads").rows
    assert [(row[0], row[4], row[6]) for row in clocks] == [
        ("丙", "响应", 20), ("丙", "研判", 18), ("丙", "反馈", 14), ("丙", "跟进", 7),
    ]  # fmt: skip


def test_an_override_stands_under_every_report_of_its_period_and_no_other(desk: Desk, records: Records) -> None:
    a_year(records)
    for kind in ("week", "month", "quarter", "year"):
        (note,) = desk.dispatch.of(kind, as_of=day("2026-11-15")).footnotes
        assert "从“洽谈”转到“签约”时由县中心越过关口，理由：县委专题会同意先签后补（未满足：没有会议纪要）" in note
    assert desk.dispatch.of("month", "2026-10", as_of=TODAY).footnotes == []


def test_who_has_not_reported_this_week_is_named(desk: Desk, records: Records) -> None:
    a_year(records)
    found = section(desk, "week", "offices", "2026-W46")
    assert table(found)["长三角"]["reported"] == 1
    assert found.notes == ("未报单位：京津冀、中部地区",)


def test_chains_are_complete_with_force_map_plan_and_policy_and_five_people(desk: Desk, records: Records) -> None:
    chain, unit = records.seeded("chains", name="眼镜"), records.seeded("units", name="县商务委")
    force = records.add("task-forces", chain_id=chain, name="眼镜专班")
    people = records.many([
        ("staff", {"name": f"成员{number}", "unit_id": unit, "role": "专班成员", "active": True}) for number in range(6)
    ])  # fmt: skip
    records.many([
        ("members", {"task_force_id": force, "staff_id": one, "to_on": day("2026-10-01") if at == 5 else None})
        for at, one in enumerate([*people[:4], people[3], people[5]])
    ])  # fmt: skip
    records.add("nodes", chain_id=chain, name="镜片", segment="上游")
    mine = table(section(desk, "quarter", "completeness"))["眼镜"]
    assert (mine["force"], mine["map"], mine["plan"], mine["score"], mine["members"], mine["enough"]) == (
        "有", "有", "缺", "2/4", 4, "差 1 人",
    )  # fmt: skip
    assert table(section(desk, "quarter", "completeness"))["脐橙（小水果）"]["score"] == "0/4"


def test_what_meetings_decided_is_followed_until_it_is_done(desk: Desk, records: Records) -> None:
    meeting = records.add("meetings", kind="县级季度调度", period="2026-Q4", held_on=day("2026-10-09"), chair="县长")
    for item, state, done in (
        ("供地", "办理中", None),
        ("供电", "已办结", "2026-11-01"),
        ("供水", "已办结", "2026-09-01"),
    ):
        records.add(
            "resolutions", meeting_id=meeting, item=item, state=state, due_on=day("2026-11-13"),
            done_on=day(done) if done else None,
        )  # fmt: skip
    rows = section(desk, "quarter", "resolutions").rows
    assert [(row[1], row[4], row[5]) for row in rows] == [("供地", "办理中", 10), ("供电", "已办结", 0)]
    held = table(section(desk, "quarter", "cadence"))
    assert (held["县级季度调度"]["state"], held["信息互通专题会"]["state"]) == ("已开", "未开齐")


def test_a_problem_closes_once_monitoring_cause_and_solution_are_told(desk: Desk) -> None:
    problems = CATALOG["problems"]
    made = desk.records.add(problems, {"title": "用地指标不足", "category": "土地", "level": "季度会商"})
    assert [row[0] for row in section(desk, "quarter", "consult").rows] == ["用地指标不足"]
    told = {"monitor_fact": "指标缺 20 亩", "cause": "年度计划未列", "solution": "调整计划", "closed_on": "2026-11-20"}
    for lacking in told:
        with pytest.raises(UserError, match="必须填写"):
            desk.records.change(problems, made, {"status": "已化解", **{**told, lacking: ""}})
    desk.records.change(problems, made, {"status": "已化解", **told})
    (row,) = section(desk, "month", "problems").rows
    assert row == ("土地", 0, 1, 1, 0)


def test_a_dropped_lead_is_counted_apart_from_its_day_on(desk: Desk, records: Records) -> None:
    made = a_year(records)
    desk.tracking.drop(made["c"], "客商转投他处")
    stages = table(section(desk, "month", "funnel"))
    assert (stages["线索"]["projects"], stages["退库"]["projects"]) == (0, 1)
    assert total(section(desk, "month", "funnel"))["projects"] == 2
    assert ("线索", "退库", 1) in section(desk, "month", "moves").rows
    desk.tracking.take_up(made["c"])
    assert table(section(desk, "month", "funnel"))["线索"]["projects"] == 1


@pytest.mark.parametrize("seed", range(4))
def test_sums_over_chains_and_offices_equal_the_total(desk: Desk, records: Records, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - invented projects, no secret
    chains = [None, *(records.seeded("chains", name=name) for name in ("眼镜", "清洁能源"))]
    offices = [None, *(records.seeded("offices", code=code) for code in ("YRD", "JJJ"))]

    def some_day() -> dt.date:
        return dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(400))

    projects = records.many([
        ("projects", {"name": f"项目{number}", "chain_id": chance.choice(chains), "office_id": chance.choice(offices),
          "first_reported_at": dt.datetime.combine(some_day(), dt.time(1), dt.UTC), "factory_need_m2": D(100),
          "actual_start_on": chance.choice([None, some_day()])}) for number in range(40)
    ])  # fmt: skip
    proof = records.proof(projects[0])
    records.many([
        *(("contracts", {"project_id": chance.choice(projects), "kind": chance.choice(["正式合同", "补充协议", "框架协议"]),
           "signed_on": some_day(), "amount_wan": D(chance.randrange(90000)) / 7 // D("0.0001") * D("0.0001")})
          for _ in range(60)),
        *(("progress", {"project_id": chance.choice(projects), "happened_on": some_day(), "summary": str(number),
           "kind": "到资", "arrived_wan": D(chance.randrange(900)), "arrived_proof_id": chance.choice([None, proof])})
          for number in range(80)),
    ])  # fmt: skip
    as_of = dt.date(2026, 10, 31)
    results = table(section(desk, "quarter", "results", as_of=as_of))
    offices_total = total(section(desk, "quarter", "offices", as_of=as_of))
    for key in ("leads", "signed", "signed_wan", "increase_wan", "started", "arrived_wan"):
        assert offices_total[key] == results["本期"][key], key
    chains_total = total(section(desk, "quarter", "chains", as_of=as_of))
    for key, of_year in (("signed_wan", "signed_wan"), ("landed", "started"), ("arrived_wan", "arrived_wan")):
        assert chains_total[key] == results["本年累计"][of_year], key


@pytest.mark.parametrize(
    ("kind", "period", "words"),
    [("month", "2026-W47", "不是月调度的期间"), ("week", "2026-W60", "没有这个期间"), ("year", "2027", "还没有开始"),
     ("quarter", "下季度", "应为一周")],
)  # fmt: skip
def test_a_period_that_is_none_is_refused_in_words(desk: Desk, kind: str, period: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        desk.dispatch.of(kind, period, as_of=TODAY)


def test_the_workbook_holds_every_table_with_numbers_as_numbers(desk: Desk, records: Records, tmp_path: Path) -> None:
    a_year(records)
    made = desk.dispatch.of("month", as_of=TODAY)
    out = tmp_path / "调度.xlsx"
    desk.dispatch.write(out, made)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == [*(one.title for one in made.sections), "比率", "口径"]
    sheet = book["主要结果"]
    assert sheet["A1"].value == "主要结果（2026年11月）"
    assert [cell.value for cell in sheet[4]][:5] == ["本期", 1, 1, 10000, 2000]
    texts = [cell.value for cell in sheet["A"]]
    assert any(str(text).startswith("注1：") for text in texts)
    assert as_json(made)["sections"]["results"]["rows"][0]["signed_wan"] == "10000"
