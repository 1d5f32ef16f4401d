"""Many cells at once: planned, said, written in one transaction, taken back in one step."""

import uuid
from collections.abc import Iterator

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.bulk import MOST_CELLS
from fj_desktop.services.bulk_plan import NewRow
from fj_desktop.services.desk import Desk
from tests.support.desks import open_desk

LAND, PEOPLE, ENTREPRENEURS = CATALOG["land"], CATALOG["people"], CATALOG["entrepreneurs"]


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = open_desk()
    yield made
    made.close()


def plots(desk: Desk, count: int = 3) -> list[uuid.UUID]:
    return [
        desk.records.add(LAND, {"name": f"地块{at}", "supply_status": "可供", "area_m2": f"{at}亩"})
        for at in range(1, count + 1)
    ]


def text(desk: Desk, record: uuid.UUID, key: str) -> str:
    return desk.bulk.texts(LAND, [record], [key])[record].get(key, "")


def test_only_cells_that_differ_are_changed_and_counted(desk: Desk) -> None:
    first, second, third = plots(desk)
    desk.records.change(LAND, second, {"supply_status": "已供"})
    plan = desk.bulk.plan(LAND, {one: {"supply_status": "已供"} for one in (first, second, third)})
    assert set(plan.changes) == {first, third}
    assert desk.bulk.apply(plan).changed == 2
    assert text(desk, first, "supply_status") == "已供"


def test_many_cells_are_one_step_of_undo_and_one_line_of_history(desk: Desk) -> None:
    records = plots(desk)
    plan = desk.bulk.plan(LAND, {one: {"supply_status": "已供", "area_m2": "5亩"} for one in records})
    desk.bulk.apply(plan, "fill")
    assert desk.undoing.undo().words.startswith("已撤销：向下填充")
    assert [text(desk, one, "supply_status") for one in records] == ["可供"] * 3
    assert [text(desk, one, "area_m2") for one in records] == ["1 亩", "2 亩", "3 亩"]
    desk.undoing.redo()
    assert [text(desk, one, "area_m2") for one in records] == ["5 亩"] * 3


def test_a_refused_cell_is_named_and_the_rest_of_its_row_goes_in(desk: Desk) -> None:
    first, second, _ = plots(desk)
    plan = desk.bulk.plan(
        LAND, {first: {"area_m2": "12", "note": "临江"}, second: {"supply_status": "没有的状态", "note": "靠山"}}
    )
    assert [(one.row, one.record, one.label, one.text) for one in plan.refused] == [
        (1, first, "面积", "12"),
        (2, second, "供应状态", "没有的状态"),
    ]
    assert "缺少单位" in plan.refused[0].reason
    desk.bulk.apply(plan)
    assert text(desk, first, "note") == "临江"
    assert text(desk, first, "area_m2") == "1 亩"


def test_a_name_that_must_be_there_cannot_be_cleared(desk: Desk) -> None:
    first, *_ = plots(desk)
    plan = desk.bulk.plan(LAND, {first: {"name": "", "area_m2": ""}})
    assert [(one.label, one.reason) for one in plan.refused] == [("名称", "必填，请补上")]
    assert plan.cleared == 1
    desk.bulk.apply(plan)
    assert text(desk, first, "area_m2") == ""


def test_the_search_follows_what_was_changed(desk: Desk) -> None:
    records = plots(desk, 2)
    desk.bulk.apply(desk.bulk.plan(LAND, {one: {"name": "朱衣新区"} for one in records}))
    assert len(desk.search.find("朱衣新区")) == 2
    assert desk.search.find("地块1") == []


def test_a_masters_field_is_changed_where_the_master_stands(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, {"person_name": "张三", "person_mobile": "13800138000"})
    desk.bulk.apply(desk.bulk.plan(ENTREPRENEURS, {role: {"person_name": "张三丰"}}))
    listing = desk.browse.open(PEOPLE, Wanted(text="张三丰"))
    assert len(listing) == 1
    assert [hit.title for hit in desk.search.find("张三丰", limit=10)] == ["张三丰", "张三丰"]


def test_a_master_is_brought_in_where_none_was_linked(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, {"person_name": "张三", "person_mobile": "13800138000"})
    desk.bulk.apply(desk.bulk.plan(ENTREPRENEURS, {role: {"company_name": "某某光学有限公司"}}))
    assert desk.bulk.texts(ENTREPRENEURS, [role], ["company_name"])[role]["company_name"] == "某某光学有限公司"
    assert desk.browse.count(CATALOG["companies"]) == 1


def test_covered_text_never_goes_in_and_covered_values_never_come_out(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, {"person_name": "张三", "person_email": "zhangsan@example.cn"})
    shown = desk.browse.page(desk.browse.open(ENTREPRENEURS, Wanted()), 0, 1, ["person_email"])[0].cells[0]
    plan = desk.bulk.plan(ENTREPRENEURS, {role: {"person_email": shown}})
    assert "遮盖" in plan.refused[0].reason
    assert desk.bulk.texts(ENTREPRENEURS, [role], ["person_name", "person_email"]) == {role: {"person_name": "张三"}}
    assert all("zhangsan" not in words for words, _ in desk.bulk.present(ENTREPRENEURS, [role], "person_email"))
    plain, table = desk.copying.copy(ENTREPRENEURS, [role], ["person_name", "person_email"])
    assert "张三" in plain
    assert "zhangsan" not in plain + table
    other = desk.records.add(ENTREPRENEURS, {"person_name": "李四", "person_email": "lisi@example.cn"})
    plan = desk.bulk.fill(ENTREPRENEURS, [role, other], ["person_email"])
    assert plan.is_empty
    assert "遮盖" in plan.refused[0].reason


def test_new_rows_are_taken_as_an_import_takes_them(desk: Desk) -> None:
    plots(desk, 1)
    rows = [
        NewRow(1, {"name": "新地块", "area_m2": "３亩"}),
        NewRow(2, {"name": "坏面积", "area_m2": "12"}),
        NewRow(3, {"area_m2": "很多"}),
        NewRow(4, {"name": ""}),
    ]
    plan = desk.bulk.plan(LAND, {}, rows)
    assert plan.added == 2
    assert {one.row for one in plan.refused} == {2, 3}
    done = desk.bulk.apply(plan, "paste")
    assert (done.added, done.changed) == (2, 0)
    assert desk.browse.count(LAND) == 3
    desk.undoing.undo()
    assert desk.browse.count(LAND) == 1


def test_a_person_known_already_is_completed_not_doubled(desk: Desk) -> None:
    desk.records.add(PEOPLE, {"name": "张三", "mobile": "13800138000"})
    plan = desk.bulk.plan(PEOPLE, {}, [NewRow(1, {"name": "张三", "mobile": "13800138000", "email": "a@b.cn"})])
    assert (plan.added, plan.doubled) == (0, 1)
    assert desk.bulk.apply(plan).completed == 1
    assert desk.browse.count(PEOPLE) == 1


def test_nothing_is_written_when_the_store_moved_on_and_a_cell_no_longer_fits(desk: Desk) -> None:
    company = desk.records.add(CATALOG["companies"], {"name": "甲公司"})
    first = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13800138000"})
    second = desk.records.add(PEOPLE, {"name": "李四", "mobile": "13800138001"})
    plan = desk.bulk.plan(PEOPLE, {first: {"name": "王五"}, second: {"company_id": str(company)}})
    assert not plan.refused
    desk.records.delete(CATALOG["companies"], [company])
    with pytest.raises(UserError, match="没有写入"):
        desk.bulk.apply(plan)
    assert desk.bulk.texts(PEOPLE, [first], ["name"])[first]["name"] == "张三"


def test_deleted_records_and_too_many_cells_are_refused(desk: Desk) -> None:
    first, second, _ = plots(desk)
    desk.records.delete(LAND, [first])
    plan = desk.bulk.plan(LAND, {first: {"note": "甲"}, uuid.uuid4(): {"note": "乙"}, second: {"note": "丙"}})
    assert len(plan.refused) == 2
    assert set(plan.changes) == {second}
    with pytest.raises(UserError, match="一次最多"):
        desk.bulk.plan(LAND, {}, [NewRow(1, dict.fromkeys(map(str, range(MOST_CELLS + 1)), ""))])


def test_what_stands_in_a_field_is_counted_commonest_first(desk: Desk) -> None:
    first, second, third = plots(desk)
    desk.bulk.apply(desk.bulk.plan(LAND, {first: {"supply_status": ""}}))
    assert desk.bulk.present(LAND, [first, second, third], "supply_status") == [("可供", 2), ("", 1)]


def test_references_come_as_names_or_exactly_as_ids(desk: Desk) -> None:
    company = desk.records.add(CATALOG["companies"], {"name": "甲公司"})
    person = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13800138000", "company_id": "甲公司"})
    assert desk.bulk.texts(PEOPLE, [person], ["company_id"])[person]["company_id"] == "甲公司"
    assert desk.bulk.texts(PEOPLE, [person], ["company_id"], exact=True)[person]["company_id"] == str(company)
