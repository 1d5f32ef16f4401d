"""The week of an office: begun from last week, a reason when nothing moved, checked, and out as the Friday workbook."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.weekly import WeekRow
from fj_desktop.store.transactions import Store

PROJECTS, PROGRESS = CATALOG["projects"], CATALOG["progress"]


@pytest.fixture
def rows(desk: Desk) -> list[WeekRow]:
    for name, money in (("眼镜生产线", "6亿"), ("脐橙加工", "8000万元")):
        desk.records.add(PROJECTS, {
            "name": name, "total_invest_wan": money, "fixed_invest_wan": "5000万元", "contact_phone": "13900000001",
        })  # fmt: skip
    other = desk.records.add(PROJECTS, {"name": "退库的"})
    desk.tracking.drop(other, "没有谈成")
    return list(desk.weekly.form().rows)


def only(desk: Desk, name: str) -> WeekRow:
    return next(one for one in desk.weekly.form().rows if one.name == name)


def test_the_form_lists_what_goes_on_and_begins_from_what_was_told_last(desk: Desk, rows: list[WeekRow]) -> None:
    assert [one.name for one in rows] == ["眼镜生产线", "脐橙加工"]
    desk.records.add(PROGRESS, {
        "project_id": str(rows[0].project), "happened_on": "2026-11-18", "summary": "对接供地", "next_step": "签框架",
    })  # fmt: skip
    row = only(desk, "眼镜生产线")
    assert (row.entry, row.last_on, row.last["next_step"]) == (None, dt.date(2026, 11, 18), "签框架")
    assert desk.weekly.copied(row) == {"summary": "对接供地", "next_step": "签框架", "need_help": ""}


def test_a_row_is_stored_once_and_then_changed(desk: Desk, rows: list[WeekRow]) -> None:
    week = desk.weekly.form().span
    desk.weekly.put(week, rows[0], {"summary": "企业来奉考察", "kind": "考察", "arrived_wan": "0.2亿"})
    row = only(desk, "眼镜生产线")
    assert (row.on, row.typed["arrived_wan"]) == (dt.date(2026, 11, 23), "2000 万元")
    desk.weekly.put(week, row, {**row.typed, "need_help": "缺 20 亩指标"})
    assert only(desk, "眼镜生产线").entry == row.entry
    assert only(desk, "眼镜生产线").typed["need_help"] == "缺 20 亩指标"
    assert desk.browse.count(PROGRESS) == 1


def test_nothing_moved_asks_for_the_reason(desk: Desk, rows: list[WeekRow]) -> None:
    week = desk.weekly.form().span
    with pytest.raises(UserError, match="无进展原因"):
        desk.weekly.put(week, rows[0], {"kind": "无进展"})
    desk.weekly.put(week, rows[0], {"kind": "无进展", "no_progress_reason": "企业内部决策"})
    assert only(desk, "眼镜生产线").typed["summary"] == "无进展：企业内部决策"


def test_a_leader_checks_once_everything_is_told(desk: Desk, rows: list[WeekRow]) -> None:
    week = desk.weekly.form().span
    desk.weekly.put(week, rows[0], {"summary": "考察"})
    with pytest.raises(UserError, match=r"还有 1 个项目没有填（脐橙加工）"):
        desk.weekly.check(desk.weekly.form())
    desk.weekly.put(week, rows[1], {"summary": "谈判"})
    assert desk.weekly.check(desk.weekly.form()) == 2
    assert desk.weekly.form().unchecked == []
    assert desk.weekly.check(desk.weekly.form()) == 0


def test_a_week_that_has_not_begun_takes_nothing(desk: Desk, rows: list[WeekRow]) -> None:
    week = desk.weekly.form().span
    with pytest.raises(UserError, match="还没有开始"):
        desk.weekly.put(type(week)("2026-W49", "week", dt.date(2026, 11, 30), dt.date(2026, 12, 6)), rows[0], {})


def test_the_friday_workbook_has_the_layout_of_the_ledger_and_comes_back_without_doubling(
    desk: Desk, store: Store, rows: list[WeekRow], tmp_path: Path
) -> None:
    week = desk.weekly.form().span
    desk.weekly.put(week, rows[0], {"summary": "企业来奉考察", "kind": "考察"})
    desk.weekly.put(week, rows[1], {"kind": "无进展", "no_progress_reason": "等价格"})
    clock = store.clock
    assert isinstance(clock, FixedClock)
    clock.moment += dt.timedelta(days=4)
    out = tmp_path / "周收集.xlsx"
    assert desk.weekly.write(out, desk.weekly.form()) == 2
    sheet = openpyxl.load_workbook(out).worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[0][0] == "2026年奉节县驻点招商项目信息采集表"
    assert lines[1][0] == "共上报在谈项目 2 个（新增 2 个），其中 5 亿元以上 1 个；本周有进展 1 个"
    assert "填报时间：2026.11.27" in lines[2][0]
    assert lines[3][:5] == ("序号", "项目名称", "投资方", "固定资产投资(万元)", "投资方简介")
    assert (lines[4][3], lines[4][10]) == (5000, "11月23日 企业来奉考察")
    assert lines[4][8] == "1390000****"
    assert (lines[6][0], lines[6][3]) == ("合计", 10000)
    assert lines[7][0] == "核对：2 个项目全部填报，2 个待组长审核。"
    plan = desk.importing.plan(book := desk.importing.read(out), desk.importing.propose(book, PROJECTS), PROJECTS)
    desk.importing.apply(plan)
    assert desk.browse.count(PROGRESS) == 2
    assert desk.browse.count(PROJECTS) == 3
