"""The week's form in the window: typed like a spreadsheet, stored line by line, copied from last week, checked, out."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.weekly import TYPED
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.work.week_model import FIRST_TYPED, WeekModel
from fj_desktop.ui.work.week_page import WeekPage
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking

PROGRESS = CATALOG["progress"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    for name in ("眼镜生产线", "脐橙加工"):
        project = made.records.add(CATALOG["projects"], {"name": name})
    last = {"happened_on": "2026-11-18", "summary": "last week", "next_step": "sign"}
    made.records.add(PROGRESS, {"project_id": str(project), **last})
    yield made
    made.close()


@pytest.fixture
def asking(tmp_path: Path) -> FakeAsking:
    return FakeAsking(1, tmp_path / "周报.xlsx")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, asking: FakeAsking) -> WeekPage:
    made = WeekPage(desk, theme, asking)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    desk.announcer.listen(lambda table, _: made.heard(table))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: _model(made).rowCount() == 2)
    return made


def _table(page: WeekPage) -> QTableView:
    found = page.findChild(QTableView, "week.table")
    assert isinstance(found, QTableView)
    return found


def _model(page: WeekPage) -> WeekModel:
    found = _table(page).model()
    assert isinstance(found, WeekModel)
    return found


def _told(page: WeekPage) -> str:
    found = page.findChild(QLabel, "week.told")
    assert isinstance(found, QLabel)
    return found.text()


def _click(page: WeekPage, name: str, qtbot: QtBot) -> None:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def _at(page: WeekPage, row: int, name: str) -> None:
    _table(page).setCurrentIndex(_model(page).index(row, FIRST_TYPED + TYPED.index(name)))


def test_typing_into_a_cell_stores_the_line(page: WeekPage, qtbot: QtBot, desk: Desk) -> None:
    assert _told(page) == "共 2 个项目，还有 2 个没有填"
    page.take_focus()
    QTest.keyClick(_table(page), Qt.Key.Key_V)
    editor = page.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "isit")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _told(page) == "共 2 个项目，还有 1 个没有填，1 个待审核")
    assert desk.browse.count(PROGRESS) == 2


def test_a_line_that_is_not_complete_waits_and_says_so(page: WeekPage, qtbot: QtBot, desk: Desk) -> None:
    _model(page).put(0, {"kind": "无进展"})
    page._tell()
    assert _told(page).endswith("1 行未填完、还没有保存")
    _model(page).put(0, {"no_progress_reason": "price"})
    qtbot.waitUntil(lambda: "还有 1 个没有填" in _told(page))
    assert "未填完" not in _told(page)
    assert desk.browse.count(PROGRESS) == 2


def test_last_week_is_copied_then_checked_and_exported(
    page: WeekPage, qtbot: QtBot, desk: Desk, asking: FakeAsking, tmp_path: Path
) -> None:
    _click(page, "week.copy", qtbot)
    qtbot.waitUntil(lambda: desk.browse.count(PROGRESS) == 2)
    _model(page).put(0, {"summary": "visit"})
    qtbot.waitUntil(lambda: "已全部填报" in _told(page))
    _click(page, "week.check", qtbot)
    qtbot.waitUntil(lambda: _told(page) == "共 2 个项目，已全部填报")
    assert asking.told[0][1] == "2 条进度已记为由示例员审核。"
    _click(page, "week.out", qtbot)
    qtbot.waitUntil(lambda: len(asking.told) == 2)
    sheet = openpyxl.load_workbook(tmp_path / "周报.xlsx").worksheets[0]
    assert sheet["K6"].value == "11月23日 last week"
    assert sheet["A8"].value == "核对：2 个项目全部填报，组长已审核。"


def test_the_week_before_is_a_key_away_and_the_next_has_not_begun(page: WeekPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _told(page) == "共 2 个项目，还有 1 个没有填，1 个待审核")
