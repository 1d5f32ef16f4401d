"""A weekly ledger in the layout of real ones: projects, progress and visits in one import, and again without doubling."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.import_rows import ImportResult
from fj_desktop.services.reported import told_above
from tests.support.desks import open_desk

PROJECTS, PROGRESS, VISITS = CATALOG["projects"], CATALOG["progress"], CATALOG["visits"]
HEADERS = (
    "序号", "项目名称", "投资方", "固定资产投资", "项目内容", "需用土地", "企业联系人", "联系方式", "片区", "进度、备注", "产业类型", "研判结果",
)  # fmt: skip
ROWS = (
    (1, "镜片镀膜车间", "鹰潭示例镜业", "约0.65亿", "建设镜片镀膜", "标准厂房3000㎡", "冉甲", "023-56550000", "杭州",
     "11月12日拜访，拟12月来奉考察", "眼镜", "待研判"),
    (2, "脐橙分选线", "广东示例供应链", "4,800万元", "分选", "１２．５亩", "向乙", "13900000001", "长三角", "无进展：内部决策", "脐橙", None),
    (3, "三峡康养", "北京示例文旅", "6亿元", "康养", "租赁厂房", "谭丙", "13900000002", "丹阳", None, "文旅", "建议引进"),
)  # fmt: skip


def ledger(path: Path, filled_in: str, rows: tuple[tuple[object, ...], ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["2026年驻点招商项目信息采集表"])
    sheet.append([f"所属片组：长三角组    填报人：示例甲    填报时间：{filled_in}"])
    for row in (HEADERS, *rows, ("合计", None, None, "=SUM(D4:D6)")):
        sheet.append(list(row))
    book.save(path)
    return path


def bring_in(desk: Desk, path: Path) -> ImportResult:
    book = desk.importing.read(path)
    return desk.importing.apply(desk.importing.plan(book, desk.importing.propose(book, PROJECTS), PROJECTS))


def counts(desk: Desk) -> tuple[int, int, int]:
    projects, progress, visits = (desk.browse.count(library) for library in (PROJECTS, PROGRESS, VISITS))
    return projects, progress, visits


def test_one_import_makes_projects_progress_and_visits(desk: Desk, tmp_path: Path) -> None:
    result = bring_in(desk, ledger(tmp_path / "周报.xlsx", "2026.11.20", ROWS))
    assert (result.added, result.plan.refused, counts(desk)) == (3, [], (3, 2, 1))
    found = {one["name"]: one for one in desk.view.rows_json(PROJECTS, None, reveal=True, deleted=False)}
    glass, orange = found["镜片镀膜车间"], found["脐橙分选线"]
    assert (glass["fixed_invest_wan"], glass["factory_need_m2"], glass["chain_id"]) == ("6500", "3000", "眼镜")
    assert (glass["origin_region"], glass["origin_division"]) == ("长三角", "浙江省杭州市")
    assert "固定资产投资：约0.65亿" in glass["note"]
    assert (orange["land_need_mu"], orange["contact_phone"]) == ("12.5", "13900000001")
    (visit,) = desk.view.rows_json(VISITS, None, reveal=True, deleted=False)
    assert (visit["visit_on"], visit["kind"], visit["company_id"]) == ("2026-11-12", "外出拜访", "鹰潭示例镜业")
    steps = {one["project_id"]: one for one in desk.view.rows_json(PROGRESS, None, reveal=True, deleted=False)}
    assert (steps["脐橙分选线"]["happened_on"], steps["脐橙分选线"]["no_progress_reason"]) == ("2026-11-20", "内部决策")


def test_the_same_ledger_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = ledger(tmp_path / "周报.xlsx", "2026.11.20", ROWS)
    bring_in(desk, path)
    before = [desk.view.rows_json(one, None, reveal=True, deleted=False) for one in (PROJECTS, PROGRESS, VISITS)]
    assert bring_in(desk, path).added == 0
    assert [
        desk.view.rows_json(one, None, reveal=True, deleted=False) for one in (PROJECTS, PROGRESS, VISITS)
    ] == before


def test_next_week_brings_what_is_new_and_doubles_nothing(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, ledger(tmp_path / "一.xlsx", "2026.11.13", ROWS))
    moved = (ROWS[0], (*ROWS[1][:9], "11月18日电话沟通", *ROWS[1][10:]), ROWS[2])
    bring_in(desk, ledger(tmp_path / "二.xlsx", "2026.11.20", moved))
    assert counts(desk) == (3, 3, 2)
    found = {one["name"]: one for one in desk.view.rows_json(PROJECTS, None, reveal=True, deleted=False)}
    assert found["脐橙分选线"]["reported_progress"] == "11月18日电话沟通"


def test_an_import_is_taken_back_with_all_it_made(desk: Desk, tmp_path: Path) -> None:
    bring_in(desk, ledger(tmp_path / "周报.xlsx", "2026.11.20", ROWS))
    desk.undoing.undo()
    assert counts(desk) == (0, 0, 0)


def test_projects_of_one_name_by_two_investors_stay_two(desk: Desk, tmp_path: Path) -> None:
    other = (4, ROWS[0][1], "另一家镜业", *ROWS[0][3:])
    bring_in(desk, ledger(tmp_path / "周报.xlsx", "2026.11.20", (ROWS[0], other)))
    assert counts(desk)[0] == 2


@pytest.mark.parametrize("when", ["", "不详", "2026.13.45", "2099.1.1"])
def test_a_ledger_that_does_not_say_when_counts_as_of_today(desk: Desk, tmp_path: Path, when: str) -> None:
    bring_in(desk, ledger(tmp_path / "周报.xlsx", when, (ROWS[1],)))
    (step,) = desk.view.rows_json(PROGRESS, None, reveal=True, deleted=False)
    assert step["happened_on"] == "2026-11-23"


def test_a_ledger_brought_in_at_the_centre_stays_the_first_report_of_its_office(tmp_path: Path) -> None:
    centre = open_desk(office="HQ", person="县中心甲")
    who = {"name": "示例甲", "unit_id": "县投资促进中心", "office_id": "长三角", "role": "驻点人员", "active": "是"}
    centre.records.add(CATALOG["staff"], who)
    bring_in(centre, ledger(tmp_path / "周报.xlsx", "2026.11.20", ROWS))
    rows = centre.view.rows_json(PROJECTS, None, reveal=True, deleted=False)
    assert {(one["office_id"], one["first_reporter_id"], one["owner_id"]) for one in rows} == {
        ("长三角", "示例甲", "示例甲")
    }
    (visit,) = centre.view.rows_json(VISITS, None, reveal=True, deleted=False)
    assert (visit["office_id"], visit["our_staff_ids"]) == ("长三角", ["示例甲"])
    offices = next(one for one in centre.dispatch.of("month", "2026-11").sections if one.code == "offices")
    told = {row[0]: dict(zip([head.key for head in offices.heads], row, strict=True)) for row in offices.rows}
    assert (told["长三角"]["leads"], told["长三角"]["reported"], told["县中心"]["reported"]) == (3, 2, 0)
    centre.close()


def test_a_reporter_nobody_knows_is_left_open_and_their_office_kept(tmp_path: Path) -> None:
    centre = open_desk(office="HQ", person="县中心甲")
    bring_in(centre, ledger(tmp_path / "周报.xlsx", "2026.11.20", ROWS))
    rows = centre.view.rows_json(PROJECTS, None, reveal=True, deleted=False)
    assert {(one["office_id"], one["first_reporter_id"], one["owner_id"]) for one in rows} == {("长三角", None, None)}
    (visit,) = centre.view.rows_json(VISITS, None, reveal=True, deleted=False)
    assert (visit["office_id"], visit["our_staff_ids"]) == ("长三角", [])
    offices = next(one for one in centre.dispatch.of("month", "2026-11").sections if one.code == "offices")
    told = {row[0]: dict(zip([head.key for head in offices.heads], row, strict=True)) for row in offices.rows}
    assert (told["长三角"]["reported"], told["县中心"]["reported"]) == (2, 0)
    centre.close()


@pytest.mark.parametrize(
    ("line", "office", "person"),
    [
        ("所属片组：长三角组    填报人：示例甲    联系电话：139", "YRD", "示例甲"), ("填报单位：粤港澳大湾区；填表人: 乙某", "GBA", "乙某"),
        ("所属片组：火星组", "", ""), ("片区", "", ""),
    ],
)  # fmt: skip
def test_a_ledger_says_whose_it_is(line: str, office: str, person: str) -> None:
    told = told_above([["标题"], [line, None]], dt.date(2026, 11, 23))
    assert (told.office, told.person) == (office, person)
