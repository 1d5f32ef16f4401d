"""Everything done and seen in one list, with a filter."""

import datetime as dt
from pathlib import Path

from fj_desktop.core.clock import FixedClock
from fj_desktop.libraries import CATALOG
from fj_desktop.services.auditing import Sought
from fj_desktop.services.desk import Desk

LAND, PEOPLE, ALUMNI = CATALOG["land"], CATALOG["people"], CATALOG["alumni"]


def test_changes_and_accesses_stand_in_one_list_newest_first(desk: Desk, clock: FixedClock, tmp_path: Path) -> None:
    record = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13900001234"})
    for act in (
        lambda: desk.view.read(PEOPLE, record, reveal=True),
        lambda: desk.records.change(PEOPLE, record, {"name": "张四"}),
        lambda: desk.exporting.export(PEOPLE, tmp_path / "人员.csv"),
    ):
        clock.moment += dt.timedelta(minutes=1)
        act()
    found = desk.audit.entries(Sought(), 10)
    assert [(one.act, one.what) for one in found][:4] == [
        ("导出", "人员总库 1 条，.csv"),
        ("修改", "修改“张四”（人员总库）"),
        ("查看遮盖内容", "人员总库：张四"),
        ("新增", "新增“张四”（人员总库）"),
    ]
    assert {one.who for one in found[:4]} == {"示例员"}
    assert found[0].at == "2026-11-23 12:03:00"
    assert found[0].seq is None


def test_an_import_tells_its_file_and_counts(desk: Desk, tmp_path: Path) -> None:
    sheet = tmp_path / "地块.csv"
    sheet.write_text("地块编号,面积（亩）\n甲地,10\n乙地,20\n", encoding="utf-8")
    importing = desk.importing
    book = importing.read(sheet)
    importing.apply(importing.plan(book, importing.propose(book, LAND), LAND))
    assert desk.audit.entries(Sought(), 1)[0].what == "导入“地块.csv”到可招商土地库：新增 2 条，更新 0 条"


def test_the_list_is_narrowed_by_day_act_library_person_and_words(desk: Desk, clock: FixedClock) -> None:
    desk.records.add(LAND, {"parcel_no": "甲地"})
    clock.moment += dt.timedelta(days=1)
    record = desk.records.add(PEOPLE, {"name": "张三"})
    desk.view.read(PEOPLE, record, reveal=True)
    first, second = dt.date(2026, 11, 23), dt.date(2026, 11, 24)

    def acts(sought: Sought) -> list[str]:
        return [one.what for one in desk.audit.entries(sought, 10) if one.act != "建立台账"]

    land, added, seen = "新增“甲地”（可招商土地库）", "新增“张三”（人员总库）", "人员总库：张三"
    assert acts(Sought(until=first)) == [land]
    assert sorted(acts(Sought(since=second))) == sorted([added, seen])
    assert acts(Sought(library=LAND)) == [land]
    assert sorted(acts(Sought(library=PEOPLE))) == sorted([added, seen])
    assert acts(Sought(acts=("reveal",))) == [seen]
    assert sorted(acts(Sought(text="张三"))) == sorted([added, seen])
    assert acts(Sought(text="没有这个词")) == []
    me = next(one for one, name in desk.audit.staff() if name == "示例员")
    assert len(acts(Sought(who=me))) == 3


def test_a_day_ends_at_midnight_in_the_county(desk: Desk, clock: FixedClock) -> None:
    clock.moment = dt.datetime(2026, 11, 23, 15, 59, tzinfo=dt.UTC)
    desk.records.add(LAND, {"parcel_no": "甲地"})
    clock.moment = dt.datetime(2026, 11, 23, 16, 1, tzinfo=dt.UTC)
    desk.records.add(LAND, {"parcel_no": "乙地"})
    found = desk.audit.entries(Sought(since=dt.date(2026, 11, 24)), 10)
    assert [one.what for one in found] == ["新增“乙地”（可招商土地库）"]


def test_long_lists_come_in_pieces_without_a_gap(desk: Desk, clock: FixedClock) -> None:
    for number in range(450):
        clock.moment += dt.timedelta(seconds=1)
        desk.records.add(LAND, {"parcel_no": f"地块{number}"})
    whole = desk.audit.entries(Sought(library=LAND), 1000)
    pieces = [one for at in range(0, 460, 70) for one in desk.audit.entries(Sought(library=LAND), 70, at)]
    assert len(whole) == 450
    assert pieces == whole


def test_details_tell_the_fields_of_every_record_covered_ones_covered(desk: Desk) -> None:
    record = desk.records.add(ALUMNI, {"person_name": "张三", "person_mobile": "13900001234", "help_kind": "融资"})
    desk.records.change(ALUMNI, record, {"person_mobile": "13900005678", "help_kind": "宣传"})
    seq = desk.audit.entries(Sought(), 1)[0].seq
    assert seq is not None
    lines = {(one.library, one.line.label): one.line for one in desk.audit.details(seq) if one.line is not None}
    mobile = lines[("人员总库", "手机")]
    assert "1234" in mobile.before
    assert "0000" not in mobile.before
    helps = {
        one.line.after for one in desk.audit.details(seq) if one.line is not None and one.line.label == "可提供帮助"
    }
    assert "宣传" in helps
