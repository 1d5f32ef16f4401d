"""The evening sheet of a trip, a leaver's handover, and the papers of both (notice 2025-18, clause 3.2)."""

import datetime as dt
import uuid
from pathlib import Path

import pytest

from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.papers import PAPERS
from fj_desktop.store.transactions import Store
from tests.support.printed import words_of
from tests.support.straight import Records

TODAY = dt.date(2026, 11, 23)


def rows(desk: Desk, library: str) -> list[dict[str, str]]:
    return desk.view.rows_json(CATALOG[library], None, reveal=True, deleted=False)


def a_trip(desk: Desk) -> tuple[uuid.UUID, list[uuid.UUID], uuid.UUID]:
    add = desk.records.add
    project = add(CATALOG["projects"], {"name": "镜片镀膜车间"})
    trip = add(CATALOG["trips"], {"name": "温州三日行", "start_on": "2026-11-22", "leader": "带队人甲"})
    stops = [
        {"stop_on": "2026-11-22", "company_id": "温州示例光学有限公司", "project_id": str(project)},
        {"stop_on": "2026-11-23", "place_name": "瓯海眼镜小镇"},
        {"stop_on": "2026-11-24", "company_id": "宁波示例机械有限公司"},
    ]
    return trip, [add(CATALOG["stops"], {"trip_id": str(trip), **one}) for one in stops], project


def test_an_evening_makes_visits_costs_and_next_dates_once(desk: Desk) -> None:
    trip, (first, second, third), _ = a_trip(desk)
    told = {
        first: {"topics": "看了样品，想要 20 亩", "result": "有意向", "next_on": "2026-12-01", "cost_wan": "0.12"},
        second: {"result": "继续跟进", "cost_wan": "0.05"},
        third: {"cost_wan": "0.03"},
    }
    made = desk.trips.settle(trip, told)
    assert (made.visits, made.next_dates, str(made.cost_wan), made.left) == (2, 1, "0.2000", 1)
    visits = {one["visit_on"]: one for one in rows(desk, "visits")}
    assert visits["2026-11-22"]["topics"] == "看了样品，想要 20 亩"
    assert visits["2026-11-22"]["company_id"] == "温州示例光学有限公司"
    assert visits["2026-11-22"]["our_leader"] == "带队人甲"
    assert visits["2026-11-23"]["note"] == "地点：瓯海眼镜小镇"
    assert [one["next_on"] for one in rows(desk, "projects")] == ["2026-12-01"]
    again = desk.trips.settle(trip, told)
    assert again.visits == 0
    assert len(rows(desk, "visits")) == 2
    assert all(one.settled == (one.stop != third) for one in desk.trips.sheet(trip).lines)


def test_a_cost_typed_by_hand_stays_and_one_that_followed_the_stops_goes_on(desk: Desk) -> None:
    trip, (first, second, _), _ = a_trip(desk)
    cost = lambda: rows(desk, "trips")[0]["cost_wan"]  # noqa: E731
    desk.trips.settle(trip, {first: {"topics": "甲", "cost_wan": "0.1"}})
    assert cost() == "0.1"
    assert str(desk.trips.settle(trip, {second: {"topics": "乙", "cost_wan": "0.2"}}).cost_wan) == "0.3000"
    desk.records.change(CATALOG["trips"], trip, {"cost_wan": "1.5"})
    made = desk.trips.settle(trip, {first: {"topics": "改了", "cost_wan": "9"}})
    assert (made.visits, str(made.cost_wan), cost()) == (0, "1.5000", "1.5")
    assert desk.trips.sheet(trip).lines[0].typed["topics"] == "甲"


def test_an_evening_is_undone_as_a_whole(desk: Desk) -> None:
    trip, (first, second, _), _ = a_trip(desk)
    desk.trips.settle(trip, {first: {"topics": "甲"}, second: {"topics": "乙"}})
    assert desk.undoing.undo().kept == ()
    assert rows(desk, "visits") == []
    assert not any(one.settled for one in desk.trips.sheet(trip).lines)


def test_a_wrong_cell_or_a_stop_ahead_refuses_the_whole_evening(desk: Desk) -> None:
    trip, (first, second, third), _ = a_trip(desk)
    with pytest.raises(InvalidRecordError, match="2026-11-23 瓯海眼镜小镇 下次跟进日期"):
        desk.trips.settle(trip, {first: {"topics": "甲"}, second: {"topics": "乙", "next_on": "明年吧"}})
    with pytest.raises(UserError, match="还没有到的站点"):
        desk.trips.settle(trip, {first: {"topics": "甲"}, third: {"topics": "丙"}})
    with pytest.raises(UserError, match="不在这次行程里"):
        desk.trips.settle(trip, {uuid.uuid4(): {"topics": "丁"}})
    assert rows(desk, "visits") == []


def test_a_trip_without_stops_says_what_to_do(desk: Desk) -> None:
    trip = desk.records.add(CATALOG["trips"], {"name": "空行程", "start_on": "2026-11-22"})
    with pytest.raises(UserError, match="先在“行程站点”里加上"):
        desk.trips.sheet(trip)


def a_handover(desk: Desk, store: Store) -> tuple[uuid.UUID, uuid.UUID, uuid.UUID]:
    records = Records(desk, store)
    leaver, heir = records.many([("staff", {"name": "移交人甲"}), ("staff", {"name": "接收人乙"})])
    mine, _ = records.many([
        ("projects", {"name": "甲的项目", "owner_id": leaver, "first_reporter_id": leaver}),
        ("projects", {"name": "别人的项目", "owner_id": heir}),
    ])  # fmt: skip
    contract = records.add("contracts", project_id=mine, contract_no="奉招-1")
    records.many([
        ("people", {"name": "联系人丙", "relation_owner_id": leaver}),
        ("commitments", {"contract_id": contract, "party": "甲方", "kind": "供地", "clause_no": "3",
                         "content": "一个月内供地", "due_on": TODAY, "state": "履行中"}),
        ("commitments", {"contract_id": contract, "party": "乙方", "content": "已做完", "state": "已履约"}),
        ("service-requests", {"theme": "办完的事", "officer_id": leaver, "done_on": TODAY}),
        ("service-requests", {"theme": "没办完的事", "officer_id": leaver}),
    ])  # fmt: skip
    typed = {"title": "甲调离", "from_id": str(leaver), "to_id": str(heir), "handed_on": "2026-11-23"}
    return desk.records.add(CATALOG["handovers"], typed), mine, leaver


def test_a_handover_moves_everything_once_and_writes_the_list(desk: Desk, store: Store, tmp_path: Path) -> None:
    handover, mine, _ = a_handover(desk, store)
    load = desk.handovers.carry_out(handover)
    assert load.counts() == {"project_count": 1, "contact_count": 1, "promise_count": 1}
    project = next(one for one in rows(desk, "projects") if one["id"] == str(mine))
    assert (project["owner_id"], project["first_reporter_id"]) == ("接收人乙", "移交人甲")
    assert [one["relation_owner_id"] for one in rows(desk, "people")] == ["接收人乙"]
    served = {one["theme"]: one["officer_id"] for one in rows(desk, "service-requests")}
    assert served == {"办完的事": "移交人甲", "没办完的事": "接收人乙"}
    (told,) = rows(desk, "handovers")
    assert (told["project_count"], told["contact_count"], told["promise_count"]) == (1, 1, 1)
    assert "甲的项目" in told["detail"]
    assert "一个月内供地" not in told["detail"]
    with pytest.raises(UserError, match="已经移交过"):
        desk.handovers.carry_out(handover)
    text = printed(desk, tmp_path, "handover", handover)
    for words in ("甲的项目", "联系人丙", "移交人甲", "接收人乙", "甲方供地合同第3条2026-11-23到期", "监交人："):
        assert words in text
    desk.undoing.undo()
    assert next(one for one in rows(desk, "projects") if one["id"] == str(mine))["owner_id"] == "移交人甲"


def test_a_handover_to_oneself_or_of_nothing_is_refused(desk: Desk, store: Store) -> None:
    handover, _, leaver = a_handover(desk, store)
    desk.records.change(CATALOG["handovers"], handover, {"to_id": str(leaver)})
    with pytest.raises(UserError, match="同一个人"):
        desk.handovers.carry_out(handover)
    nobody = Records(desk, store).add("staff", name="没有事项的人")
    desk.records.change(CATALOG["handovers"], handover, {"from_id": str(nobody)})
    with pytest.raises(UserError, match="没有可移交的"):
        desk.handovers.carry_out(handover)


def printed(desk: Desk, folder: Path, code: str, record: uuid.UUID, *, reveal: bool = False) -> str:
    kind = next(one for one in PAPERS if one.code == code)
    desk.papers.write(kind, record, folder / f"{code}.pdf", reveal=reveal)
    return words_of(folder / f"{code}.pdf")


def test_a_brief_tells_who_what_and_what_fits(desk: Desk, tmp_path: Path) -> None:
    add = desk.records.add
    company = add(CATALOG["companies"], {"name": "温州示例光学有限公司", "chain_id": "眼镜", "revenue_wan": "8.8亿"})
    add(CATALOG["people"], {"name": "李示例", "title": "董事长", "company_id": str(company)})
    add(CATALOG["projects"], {"name": "镜片镀膜车间", "company_id": str(company), "chain_id": "眼镜"})
    add(
        CATALOG["visits"],
        {"visit_on": "2026-11-20", "company_id": str(company), "topics": "谈了地价", "result": "有意向"},
    )
    add(CATALOG["opportunities"], {"name": "眼镜配套园招商", "chain_id": "眼镜"})
    text = printed(desk, tmp_path, "brief", company)
    for words in (
        "温州示例光学有限公司",
        "李示例",
        "董事长",
        "镜片镀膜车间",
        "2026-11-20",
        "眼镜配套园招商",
        "同一条产业链",
    ):
        assert words in text, words
    assert "谈了地价" not in text
    assert "谈了地价" in printed(desk, tmp_path, "brief", company, reveal=True)


def test_a_reception_is_one_page_with_what_is_blank_left_to_write_in(desk: Desk, tmp_path: Path) -> None:
    typed = {"name": "示例光学考察团", "arrive_on": "2026-12-01", "company_id": "温州示例光学有限公司", "guest_count": "6",
             "schedule": "9:00 到高铁站\n10:00 看地块", "guests": "李示例、王示例"}  # fmt: skip
    reception = desk.records.add(CATALOG["receptions"], typed)
    text = printed(desk, tmp_path, "reception", reception)
    for words in ("示例光学考察团", "2026-12-01", "10:00看地块", "车辆安排", "后续事项", "还没有来函文号", "批准："):
        assert words in text, words
    assert "李示例" not in text
    assert "李示例" in printed(desk, tmp_path, "reception", reception, reveal=True)
