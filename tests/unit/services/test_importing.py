"""A sheet comes in as one batch, names what it refuses, and goes out again without a trace of what it was."""

import uuid
from collections.abc import Sequence

import pytest

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Cancelled, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.exchange.reading.book import CellValue
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.import_plan import Choice, ImportPlan, ImportResult
from fj_desktop.services.import_report import as_json, as_lines
from fj_desktop.store.transactions import Store
from tests.support.history import rows, transactions
from tests.unit.exchange.mapping.sheets import book

LAND, PEOPLE, COMPANIES = CATALOG["land"], CATALOG["people"], CATALOG["companies"]
ENTREPRENEURS, STAFF, ALUMNI = CATALOG["entrepreneurs"], CATALOG["staff"], CATALOG["alumni"]
HEADER = ("姓名", "手机", "企业名称", "职务", "意向投资额", "标签")
ZHANG = ("张三", "13900001234", "温州白帝眼镜有限公司", "总经理", "3000万元", "老乡；眼镜")
LI = ("李四", "13900005678", "温州白帝眼镜有限公司", "副总", "面议", "")


def planned(
    desk: Desk, library: Library, *sheet: Sequence[CellValue], on: Choice = "update", blank: bool = False
) -> ImportPlan:
    made = book(*sheet)
    proposal = desk.importing.propose(made, library)
    return desk.importing.plan(made, proposal, library, on, blank_bad_cells=blank)


def imported(
    desk: Desk, library: Library, *sheet: Sequence[CellValue], on: Choice = "update", blank: bool = False
) -> ImportResult:
    return desk.importing.apply(planned(desk, library, *sheet, on=on, blank=blank))


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    return result.added, result.updated, result.skipped, len(result.plan.refused)


def texts(desk: Desk, library: Library) -> list[dict[str, str]]:
    listing = desk.browse.open(library, Wanted())
    found = desk.browse.page(listing, 0, len(listing), [])
    return [dict(desk.view.read(library, one.id, reveal=True).texts) for one in reversed(found)]


def one_id(desk: Desk, library: Library) -> uuid.UUID:
    return desk.browse.page(desk.browse.open(library, Wanted()), 0, 1, [])[0].id


def test_nothing_is_written_before_the_plan_is_applied(desk: Desk, store: Store) -> None:
    before = transactions(store)

    plan = planned(desk, ENTREPRENEURS, HEADER, ZHANG, LI)

    assert transactions(store) == before
    assert (plan.count("new"), [row.row for row in plan.refused]) == (1, [3])


def test_good_rows_come_in_as_one_batch_and_refused_rows_are_named(desk: Desk, store: Store) -> None:
    result = imported(desk, ENTREPRENEURS, HEADER, ZHANG, LI)

    report = as_json(result)
    assert counts(result) == (1, 0, 0, 1)
    assert report["rows"] == report["added"] + report["updated"] + report["skipped"] + len({3})
    assert [(bad["row"], bad["column"], bad["value"]) for bad in report["refused"]] == [(3, "意向投资额", "面议")]
    assert {"column": "姓名", "fields": ["person_name"]} in report["mapped"]
    assert texts(desk, ENTREPRENEURS)[0]["person_tags"] == "眼镜；老乡"
    assert rows(store, "SELECT id, library, rows, added, updated, skipped, refused, undone_at FROM _batch") == [
        (result.batch.bytes if result.batch else b"", "entrepreneurs", 2, 1, 0, 0, 1, None)
    ]
    assert [action for _, action, _ in transactions(store)] == ["found", "import"]
    marked = rows(store, "SELECT import_batch, source_row FROM lib_entrepreneur")
    assert marked[0][0] == rows(store, "SELECT id FROM _batch")[0][0]
    assert "2" in marked[0][1]


def test_a_bad_cell_may_be_left_out_and_is_listed(desk: Desk) -> None:
    result = imported(desk, ENTREPRENEURS, HEADER, ZHANG, LI, blank=True)

    assert counts(result) == (2, 0, 0, 0)
    assert [(bad["row"], bad["column"]) for bad in as_json(result)["blanked"]] == [(3, "意向投资额")]
    assert "intent_amount_wan" not in texts(desk, ENTREPRENEURS)[1]


def test_a_sheet_of_refused_rows_writes_nothing(desk: Desk, store: Store) -> None:
    result = imported(desk, ENTREPRENEURS, HEADER, LI)

    assert (result.batch, counts(result)) == (None, (0, 0, 0, 1))
    assert rows(store, "SELECT * FROM _batch") == []
    assert as_lines(result)[-1] == "没有写入任何内容。"


@pytest.mark.parametrize(
    ("on", "expected", "people", "title"),
    [("update", (1, 1, 0, 0), 2, "董事长"), ("skip", (1, 0, 1, 0), 2, "董事长"), ("new", (2, 0, 0, 0), 2, "董事长")],
)
def test_a_known_person_is_completed_skipped_or_doubled_as_chosen(
    desk: Desk, on: Choice, expected: tuple[int, int, int, int], people: int, title: str
) -> None:
    desk.records.add(
        ENTREPRENEURS,
        {"person_name": "张三", "person_mobile": "13900001234", "person_title": "董事长", "company_name": "甲"},
    )

    result = imported(desk, ENTREPRENEURS, HEADER[:4] + HEADER[5:], ZHANG[:4] + ZHANG[5:], LI[:4] + LI[5:], on=on)

    assert counts(result) == expected
    assert desk.browse.count(PEOPLE) == people
    assert texts(desk, PEOPLE)[0]["title"] == title
    assert ("tags" in texts(desk, PEOPLE)[0]) == (on != "skip")


def test_the_same_sheet_twice_adds_nothing(desk: Desk) -> None:
    imported(desk, ENTREPRENEURS, HEADER, ZHANG)

    again = imported(desk, ENTREPRENEURS, HEADER, ZHANG)

    assert (counts(again), again.batch) == ((0, 0, 1, 0), None)


def test_a_row_that_doubles_an_earlier_row_of_its_sheet_completes_it(desk: Desk) -> None:
    result = imported(
        desk, LAND, ("地块名称", "地块编号", "层数"), ("一号", "FJ-1", None), ("一号", "FJ-1", 3), ("二号", "FJ-2", 1)
    )

    assert counts(result) == (2, 1, 0, 0)
    assert [(one["name"], one["floors"]) for one in texts(desk, LAND)] == [("一号", "3"), ("二号", "1")]


def test_one_mobile_with_two_names_is_offered_and_never_merged(desk: Desk) -> None:
    imported(desk, PEOPLE, ("姓名", "手机"), ("张三", "13900001234"))

    result = imported(desk, PEOPLE, ("姓名", "手机"), ("李四", "13900001234"))

    assert counts(result) == (1, 0, 0, 0)
    assert [one["row"] for one in as_json(result)["possible_duplicates"]] == [2]
    assert [one["name"] for one in texts(desk, PEOPLE)] == ["张三", "李四"]


def test_a_person_may_choose_otherwise_for_single_rows(desk: Desk) -> None:
    imported(desk, PEOPLE, ("姓名", "手机"), ("张三", "13900001234"))
    plan = planned(
        desk, PEOPLE, ("姓名", "手机", "职务"), ("张三", "13900001234", "会长"), ("李四", "13900005678", "会员")
    )

    result = desk.importing.apply(plan, {2: "new", 3: "skip"})

    assert counts(result) == (1, 0, 1, 0)
    assert [one.get("title") for one in texts(desk, PEOPLE)] == [None, "会长"]


def test_an_import_deletes_nothing_and_overwrites_nothing(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "parcel_no": "FJ-1", "floors": "2", "note": "临江"})

    imported(desk, LAND, ("地块名称", "地块编号", "层数", "备注"), ("改名", "FJ-1", 5, None))

    found = desk.view.read(LAND, plot).texts
    assert (found["name"], found["floors"], found["note"]) == ("一号", "2", "临江")


def test_a_name_that_nobody_has_yet_becomes_a_record_of_its_own(desk: Desk) -> None:
    header = ("地块名称", "对接人")
    result = imported(desk, LAND, header, ("一号", "新同事"), ("二号", "新同事"), ("三号", "示例员"))

    assert counts(result) == (3, 0, 0, 0)
    assert sorted(one["name"] for one in texts(desk, STAFF)) == ["新同事", "示例员"]


def test_a_record_that_an_earlier_row_names_is_the_one_its_own_row_tells_of(desk: Desk) -> None:
    result = imported(
        desk, COMPANIES, ("企业名称", "上级企业", "机构类型"),
        ("白帝眼镜有限公司", "白帝商会", ""), ("白帝商会", "", "商会协会"), ("白帝商会", "", "企业"),
    )  # fmt: skip

    assert counts(result) == (2, 0, 1, 0)
    assert [(one["name"], one["org_kind"]) for one in texts(desk, COMPANIES)] == [
        ("白帝商会", "商会协会"), ("白帝眼镜有限公司", "企业"),
    ]  # fmt: skip


def test_an_undone_import_leaves_the_desk_as_it_was(desk: Desk, store: Store) -> None:
    desk.records.add(ENTREPRENEURS, {"person_name": "张三", "person_mobile": "13900001234", "company_name": "甲"})
    before = {library.library: texts(desk, library) for library in CATALOG}
    result = imported(desk, ENTREPRENEURS, HEADER, ZHANG, (*LI[:4], "", "会员"))
    assert result.batch is not None
    assert counts(result) == (1, 1, 0, 0)

    undone = desk.importing.undo(result.batch)

    assert {library.library: texts(desk, library) for library in CATALOG} == before
    assert undone.kept == []
    assert (desk.search.find("李四"), desk.search.find("会员")) == ([], [])
    assert len(desk.search.find("张三")) == 2
    assert [action for _, action, _ in transactions(store)][-2:] == ["import", "undo-import"]
    with pytest.raises(UserError, match="已经撤销过"):
        desk.importing.undo(result.batch)


def test_an_undone_import_can_be_brought_in_again(desk: Desk) -> None:
    first = imported(desk, ENTREPRENEURS, HEADER, ZHANG)
    assert first.batch is not None
    before = texts(desk, ENTREPRENEURS)
    desk.importing.undo(first.batch)

    again = imported(desk, ENTREPRENEURS, HEADER, ZHANG)

    assert counts(again) == (1, 0, 0, 0)
    assert texts(desk, ENTREPRENEURS) == before


def test_what_was_edited_since_stays_whole_and_is_named(desk: Desk) -> None:
    result = imported(desk, ENTREPRENEURS, HEADER, ZHANG, (*LI[:4], "", "会员"))
    assert result.batch is not None
    li = next(one.id for one in desk.search.find("李四") if one.library is PEOPLE)
    desk.records.change(PEOPLE, li, {"note": "已电话联系"})

    undone = desk.importing.undo(result.batch)

    assert set(undone.kept) == {"李四", "温州白帝眼镜有限公司"}
    assert [one["name"] for one in texts(desk, PEOPLE)] == ["李四"]
    assert texts(desk, PEOPLE)[0]["tags"] == "会员"
    assert [one["name"] for one in texts(desk, COMPANIES)] == ["温州白帝眼镜有限公司"]
    assert desk.browse.count(ENTREPRENEURS) == 0


def test_a_value_changed_again_since_the_import_is_not_put_back(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "parcel_no": "FJ-1"})
    result = imported(desk, LAND, ("地块名称", "地块编号", "层数", "备注"), ("一号", "FJ-1", 5, "临江"))
    assert result.batch is not None
    desk.records.change(LAND, plot, {"floors": "6"})

    undone = desk.importing.undo(result.batch)

    found = desk.view.read(LAND, plot).texts
    assert (found["floors"], "note" in found, undone.put_back, undone.kept) == ("6", False, 1, ["一号"])


def test_a_set_member_taken_up_by_an_import_goes_with_its_undo(desk: Desk) -> None:
    person = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13900001234"})
    result = imported(desk, PEOPLE, ("姓名", "手机", "标签"), ("张三", "13900001234", "老乡；眼镜"))
    assert result.batch is not None
    assert "老乡" in desk.view.read(PEOPLE, person).texts["tags"]

    desk.importing.undo(result.batch)

    assert "tags" not in desk.view.read(PEOPLE, person).texts


def test_a_master_that_other_records_lean_on_since_stays(desk: Desk) -> None:
    result = imported(desk, ENTREPRENEURS, HEADER, ZHANG)
    assert result.batch is not None
    desk.records.add(ALUMNI, {"person_name": "张三", "person_mobile": "13900001234", "school": "重庆大学"})

    undone = desk.importing.undo(result.batch)

    assert sorted(undone.kept) == ["张三", "温州白帝眼镜有限公司"]
    assert (desk.browse.count(PEOPLE), desk.browse.count(ENTREPRENEURS)) == (1, 0)


def test_a_batch_that_never_was_is_named(desk: Desk) -> None:
    nothing = uuid.uuid4()

    with pytest.raises(UserError, match=str(nothing)):
        desk.importing.undo(nothing)


class _Stopped(Unwatched):
    """Stops the work when writing begins."""

    def at(self, done: int, total: int | None, text: str = "") -> None:
        if text == "正在写入":
            raise Cancelled


def test_a_stopped_import_leaves_the_store_as_it_was(desk: Desk, store: Store) -> None:
    plan = planned(desk, ENTREPRENEURS, HEADER, ZHANG)
    before = transactions(store)

    with pytest.raises(Cancelled):
        desk.importing.apply(plan, progress=_Stopped())

    assert (transactions(store), desk.browse.count(PEOPLE), rows(store, "SELECT * FROM _batch")) == (before, 0, [])
