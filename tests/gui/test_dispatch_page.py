"""The dispatch page: periods by click and key, a row opens its project, one click makes the workbook."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.work.dispatch_page import DispatchPage
from fj_desktop.ui.work.section_model import SectionModel
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    made.records.add(CATALOG["projects"], {"name": "眼镜生产线", "chain_id": "眼镜", "total_invest_wan": "1.2亿"})
    yield made
    made.close()


@pytest.fixture
def asking(tmp_path: Path) -> FakeAsking:
    return FakeAsking(tmp_path / "月调度.xlsx")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, asking: FakeAsking) -> DispatchPage:
    made = DispatchPage(desk, theme, asking)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: _sections(made).count() > 0)
    return made


def _sections(page: DispatchPage) -> QListWidget:
    found = page.findChild(QListWidget, "dispatch.sections")
    assert isinstance(found, QListWidget)
    return found


def _choose(page: DispatchPage, title: str) -> SectionModel:
    rows = _sections(page)
    titles = [rows.item(row).text().partition("（")[0] for row in range(rows.count())]
    rows.setCurrentRow(titles.index(title))
    model = _table(page).model()
    assert isinstance(model, SectionModel)
    return model


def _table(page: DispatchPage) -> QTableView:
    found = page.findChild(QTableView, "dispatch.table")
    assert isinstance(found, QTableView)
    return found


def _said(page: DispatchPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def _cell(model: SectionModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def test_the_month_stands_there_first_and_keys_lead_to_others(page: DispatchPage, qtbot: QtBot) -> None:
    assert _said(page, "dispatch.period") == "2026年11月"
    funnel = _choose(page, "漏斗")
    assert [_cell(funnel, 0, column) for column in range(3)] == ["线索", "1", "12,000"]
    assert _cell(funnel, funnel.rowCount() - 1, 0) == "在推进合计"
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _said(page, "dispatch.told") == "数据截至 2026-10-31")
    assert _cell(_choose(page, "漏斗"), 0, 1) == "0"
    for _ in range(2):
        qtbot.keyClick(page.windowHandle(), Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _said(page, "dispatch.told") == "数据截至 2026-11-23")
    assert _said(page, "dispatch.period") == "2026年11月"


def test_a_week_is_chosen_with_a_click(page: DispatchPage, qtbot: QtBot) -> None:
    week = page.findChild(QPushButton, "dispatch.week")
    assert isinstance(week, QPushButton)
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "本周进展" in [_sections(page).item(row).text().partition("（")[0] for row in range(3)])
    assert _said(page, "dispatch.period") == "2026年第48周（11月23日至11月29日）"
    _choose(page, "各办事处")
    assert _said(page, "dispatch.notes") == "未报单位：长三角、粤港澳大湾区、京津冀、中部地区"


def test_a_row_opens_what_it_is_about_and_changes_are_counted_at_once(
    page: DispatchPage, qtbot: QtBot, desk: Desk
) -> None:
    unit = {"title": "缺电", "category": "用能", "due_on": "2026-12-01"}
    problem = desk.records.add(CATALOG["problems"], unit)
    page.heard("problem")
    qtbot.waitUntil(lambda: any("未化解的难点堵点（1）" in _sections(page).item(row).text() for row in range(12)))
    _choose(page, "未化解的难点堵点")
    _table(page).setCurrentIndex(_table(page).model().index(0, 0))
    with qtbot.waitSignal(page.open_asked) as opened:
        qtbot.keyClick(_table(page), Qt.Key.Key_Return)
    assert opened.args == ["problems", problem]
    assert isinstance(problem, uuid.UUID)


def test_one_click_makes_the_workbook_and_the_audit_knows_it(
    page: DispatchPage, qtbot: QtBot, desk: Desk, asking: FakeAsking, tmp_path: Path
) -> None:
    out = tmp_path / "月调度.xlsx"
    export = page.findChild(QPushButton, "dispatch.out")
    assert isinstance(export, QPushButton)
    qtbot.mouseClick(export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: out.exists())
    assert openpyxl.load_workbook(out)["漏斗"]["B4"].value == 1
    qtbot.waitUntil(lambda: bool(asking.told))
    assert dt.date(2026, 11, 23) == desk.dispatch.of("month").cut
