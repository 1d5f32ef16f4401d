"""The first page of the morning: what waits, by keyboard, and a follow-up moved on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.work.today_page import TodayPage
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    made.records.add(CATALOG["projects"], {"name": "眼镜生产线", "next_on": "2026-11-23", "total_invest_wan": "1.2亿"})
    made.records.add(CATALOG["problems"], {"title": "缺电", "due_on": "2026-10-01"})
    yield made
    made.close()


@pytest.fixture
def asking(tmp_path: Path) -> FakeAsking:
    return FakeAsking()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, asking: FakeAsking) -> TodayPage:
    made = TodayPage(desk, theme, asking)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: _tree(made).model().rowCount() > 0)
    return made


def _tree(page: TodayPage) -> QTreeView:
    found = page.findChild(QTreeView, "today.queue")
    assert isinstance(found, QTreeView)
    return found


def _told(page: TodayPage) -> str:
    found = page.findChild(QLabel, "today.told")
    assert isinstance(found, QLabel)
    return found.text()


def _rows(page: TodayPage) -> list[tuple[str, str]]:
    model = _tree(page).model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return [
        (str(model.index(row, 0, group).data()), str(model.index(row, 1, group).data()))
        for group in groups for row in range(model.rowCount(group))
    ]  # fmt: skip


def test_the_worst_stands_first_and_enter_opens_it(page: TodayPage, qtbot: QtBot) -> None:
    assert [one[0] for one in _rows(page)] == ["橙　难点堵点", "绿　跟进", "绿　周收集"]
    assert _told(page) == "逾期 1　今天到期 1　等我处理 1"
    with qtbot.waitSignal(page.open_asked) as opened:
        qtbot.keyClick(_tree(page), Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0] == "problems"


def test_mine_leaves_out_what_waits_for_others(page: TodayPage, qtbot: QtBot) -> None:
    mine = page.findChild(QPushButton, "today.mine")
    assert isinstance(mine, QPushButton)
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one[1] for one in _rows(page)][:1] == ["眼镜生产线"])
    assert "逾期" not in _told(page)


def test_a_follow_up_is_moved_on_with_a_key_and_leaves_the_queue(
    page: TodayPage, qtbot: QtBot, desk: Desk, asking: FakeAsking
) -> None:
    asking._answers = ["2026-12-20"]
    desk.announcer.listen(lambda table, _: page.heard(table))
    tree = _tree(page)
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(1, 0)))
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "绿　跟进" not in [one[0] for one in _rows(page)])
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert "办理时限" in _told(page)


def test_the_charts_tell_a_screen_reader_their_figures(page: TodayPage, theme: Theme) -> None:
    funnel = page.findChild(QWidget, "chart.funnel")
    assert isinstance(funnel, QWidget)
    assert funnel.accessibleDescription().startswith("线索 1 个  1.20亿元；洽谈 0 个")


def test_the_queue_goes_into_a_calendar(page: TodayPage, qtbot: QtBot, asking: FakeAsking, tmp_path: Path) -> None:
    asking._answers = [tmp_path / "工作.ics"]
    button = page.findChild(QPushButton, "today.ics")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "工作.ics").read_text("utf-8").count("BEGIN:VEVENT") == 3
    assert asking.told[0][0] == "已存为日历"
