"""What waits in the morning: due, late, past a clock, standing still; mine or my office's."""

import datetime as dt
import uuid
from decimal import Decimal
from pathlib import Path

import icalendar
import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.rules.queue import Item
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.straight import Records

TODAY = dt.date(2026, 11, 23)


def ahead(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


@pytest.fixture
def records(desk: Desk, store: Store) -> Records:
    return Records(desk, store)


def items(desk: Desk, *, mine: bool = False, without: str = "周收集", as_of: dt.date = TODAY) -> list[Item]:
    return [one for one in desk.queue.of(mine=mine, as_of=as_of).items if one.what != without]


def short(found: list[Item]) -> list[tuple[str, str, str, str]]:
    return [(one.group, one.level, one.what, one.title) for one in found]


def test_what_has_a_day_stands_late_today_or_soon(desk: Desk, records: Records) -> None:
    for number, days in enumerate((-100, -31, -1, 0, 15, 16)):
        records.add("problems", title=f"问题{number}", due_on=ahead(days), status="办理中", raised_on=ahead(-200))
    records.add("problems", title="已办", due_on=ahead(-5), closed_on=ahead(-4), status="已化解")
    assert short(items(desk)) == [
        ("逾期", "红", "难点堵点", "问题0"), ("逾期", "橙", "难点堵点", "问题1"), ("逾期", "黄", "难点堵点", "问题2"),
        ("今天到期", "绿", "难点堵点", "问题3"), ("即将到期", "绿", "难点堵点", "问题4"),
    ]  # fmt: skip
    assert items(desk)[-1].why == "还有 11 个工作日，2026-12-08 到期"


def test_mine_is_what_i_own_and_what_my_unit_answers_for(desk: Desk, records: Records) -> None:
    me = desk.identity.staff
    unit, other = records.seeded("units", name="县商务委"), records.seeded("units", name="县科技局")
    desk.records.change(CATALOG["staff"], me, {"unit_id": "县商务委"})
    records.add("problems", title="我单位的", due_on=TODAY, duty_unit_id=unit)
    records.add("problems", title="别的单位的", due_on=TODAY, duty_unit_id=other)
    desk.records.add(CATALOG["people"], {"name": "张示例", "next_contact_on": "2026-11-23"})
    company = desk.records.add(CATALOG["companies"], {"name": "示例光学有限公司"})
    visit = {"visit_on": "2026-11-01", "company_id": "示例光学有限公司", "next_on": "2026-11-20"}
    desk.records.add(CATALOG["visits"], {**visit, "our_staff_ids": desk.identity.name})
    assert [one.title for one in items(desk, mine=True)] == ["示例光学有限公司", "张示例", "我单位的"]
    assert {one.title for one in items(desk)} >= {"别的单位的"}
    records.add("visits", visit_on=ahead(-2), company_id=company)
    assert "回访" not in {one.what for one in items(desk)}


def test_a_promise_waits_for_its_precondition(desk: Desk, records: Records) -> None:
    project = records.add("projects", name="眼镜", stage="签约")
    contract = records.add("contracts", project_id=project, kind="正式合同", party_b="示例公司")
    first, second = records.many([
        ("commitments", {"contract_id": contract, "content": "交地", "due_on": ahead(40), "state": "履行中"}),
        ("commitments", {"contract_id": contract, "content": "开工", "due_on": ahead(-3), "state": "未到期"}),
    ])  # fmt: skip
    assert [one.title for one in items(desk) if one.what == "承诺事项"] == ["开工"]
    desk.records.change(CATALOG["commitments"], second, {"precondition_ids": str(first)})
    assert [one.title for one in items(desk) if one.what == "承诺事项"] == []
    desk.records.change(CATALOG["commitments"], first, {"state": "已履约"})
    assert [one.title for one in items(desk) if one.what == "承诺事项"] == ["开工"]


def test_projects_stand_there_late_past_a_clock_or_still(desk: Desk, records: Records) -> None:
    me = desk.identity.staff
    zone = dt.timezone(dt.timedelta(hours=8))
    records.many([
        ("projects", {"name": "老线索", "stage": "线索", "owner_id": me, "judged_on": ahead(-19),
          "first_reported_at": dt.datetime(2026, 11, 3, 9, tzinfo=zone)}),
        ("projects", {"name": "未开工", "stage": "签约", "agreed_start_on": ahead(-95), "total_invest_wan": Decimal(1),
          "first_reported_at": dt.datetime(2026, 11, 20, 9, tzinfo=zone)}),
    ])  # fmt: skip
    found = items(desk)
    assert short(found) == [
        ("逾期", "红", "开工逾期", "未开工"), ("超过时限", "黄", "线索响应", "老线索"), ("超过时限", "黄", "线索反馈", "老线索"),
        ("超过时限", "黄", "线索跟进", "老线索"), ("久无进展", "黄", "停滞", "老线索"),
    ]  # fmt: skip
    assert found[0].why == "已逾期 95 天，约定 2026-08-20 开工"
    assert {one.title for one in items(desk, mine=True)} == {"老线索"}


def test_an_agreed_start_is_told_before_it_is_late(desk: Desk, records: Records) -> None:
    """The supplement says when; a project that has started owes its production."""
    soon, _ = records.many([
        ("projects", {"name": "快开工", "stage": "签约", "agreed_start_on": ahead(90)}),
        ("projects", {"name": "已开工", "stage": "开工", "agreed_start_on": ahead(3), "agreed_prod_on": ahead(15),
          "actual_start_on": ahead(-9)}),
    ])  # fmt: skip
    agreed = {"kind": "正式合同", "party_b": "示例", "signed_on": ahead(-60), "agreed_start_on": ahead(2)}
    records.add("contracts", project_id=soon, **agreed)
    assert short(items(desk)) == [("即将到期", "绿", "约定开工", "快开工"), ("即将到期", "绿", "约定投产", "已开工")]
    assert short(items(desk, as_of=ahead(2)))[0] == ("今天到期", "绿", "约定开工", "快开工")
    assert short(items(desk, as_of=ahead(3)))[0] == ("逾期", "黄", "开工逾期", "快开工")


def test_what_is_in_nobodys_charge_is_its_units(desk: Desk, records: Records) -> None:
    unit = records.seeded("units", name="县商务委")
    desk.records.change(CATALOG["staff"], desk.identity.staff, {"unit_id": "县商务委"})
    who = {"name": "同事", "unit_id": "县商务委", "role": "驻点人员", "active": "是"}
    colleague = desk.records.add(CATALOG["staff"], who)
    common = {"stage": "线索", "next_on": TODAY, "lead_unit_id": unit, "outcome": "推进中"}
    records.add("projects", name="同事的", owner_id=colleague, **common)
    records.add("projects", name="没人跟的", **common)
    assert [one.title for one in items(desk, mine=True)] == ["没人跟的"]


def test_a_stop_waits_for_its_evening_and_a_funding_need_for_its_day(desk: Desk, records: Records) -> None:
    trip = records.add("trips", name="温州三日行", start_on=ahead(-1))
    records.add("stops", trip_id=trip, stop_on=ahead(-1))
    company = desk.records.add(CATALOG["companies"], {"name": "示例光学"})
    records.add("stops", trip_id=trip, stop_on=ahead(-2), company_id=company, visit_id=records.add(
        "visits", visit_on=ahead(-2), company_id=company))  # fmt: skip
    need = {"company_id": company, "needed_by": ahead(5)}
    records.add("funding", project_name="二期", match_status="对接中", **need)
    records.add("funding", project_name="一期", match_status="已到账", **need)
    assert [(one.group, one.what, one.title) for one in items(desk)] == [
        ("逾期", "行程填报", "行程填报"), ("即将到期", "资金需求", "二期"),
    ]  # fmt: skip


def test_the_weekly_return_waits_until_somebody_of_the_office_reports(desk: Desk, records: Records) -> None:
    def weekly(as_of: dt.date = TODAY) -> list[str]:
        return [one.why for one in desk.queue.of(as_of=as_of).items if one.what == "周收集"]

    assert weekly() == ["还有 4 个工作日，2026-11-27 到期"]
    # The Friday of the National Day week: the return moves on to the first working day after it.
    assert weekly(dt.date(2026, 9, 30)) == ["还有 1 个工作日，2026-10-08 到期"]
    project = desk.records.add(CATALOG["projects"], {"name": "眼镜"})
    records.add("progress", project_id=project, happened_on=TODAY, summary="进展", kind="接洽")
    assert weekly() == []


def test_a_year_past_the_table_is_told(desk: Desk) -> None:
    assert "节假日表只到 2026 年" in desk.queue.of(as_of=dt.date(2028, 3, 1)).notes[0]


def test_days_ahead_in_a_year_past_the_table_are_told(desk: Desk, records: Records) -> None:
    assert desk.queue.of(as_of=dt.date(2026, 12, 21)).notes == []
    records.add("problems", title="跨年的", due_on=dt.date(2027, 1, 6))
    (note,) = desk.queue.of(as_of=dt.date(2026, 12, 24)).notes
    assert note.startswith("节假日表只到 2026 年，2027 年按周一至周五计工作日")


def test_the_calendar_holds_each_day_once_and_the_same_next_time(desk: Desk, records: Records, tmp_path: Path) -> None:
    records.add("problems", title="缺电，BEGIN:VEVENT\n第二行", due_on=ahead(3))
    records.add("problems", title="过期的", due_on=ahead(-3))
    uids: list[set[str]] = []
    for name in ("a.ics", "b.ics"):
        assert desk.queue.write_calendar(tmp_path / name, desk.queue.of(as_of=TODAY)) == 3
        calendar = icalendar.Calendar.from_ical((tmp_path / name).read_bytes())
        events = calendar.walk("VEVENT")
        uids.append({str(one["uid"]) for one in events})
        assert {one["dtstart"].dt for one in events} == {TODAY, ahead(3), ahead(4)}
    assert uids[0] == uids[1]
    assert len(uids[0]) == 3
    assert all(isinstance(uuid.UUID(one), uuid.UUID) for one in uids[0])
