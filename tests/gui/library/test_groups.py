"""A table in groups: chosen from the view menu, counted beside the window, one click shows a group."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.groups import GroupList
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child
from tests.support.desks import open_file_desk

LAND = CATALOG["land"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    for name, status in (("甲", "可供"), ("乙", "可供"), ("丙", "停用")):
        made.records.add(LAND, {"name": name, "supply_status": status, "area_m2": "3亩"})
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    return open_tab(qtbot, desk, theme, LAND)


def choose(opened: Opened, words: str) -> None:
    """Open the view menu's list of groupings and take one."""
    menu = opened.tab._pane.tools.views.menu()
    menu.aboutToShow.emit()
    (groups,) = (one.menu() for one in menu.actions() if one.text() == "分组")
    next(one for one in groups.actions() if one.text() == words).trigger()


def test_a_click_on_a_group_shows_it_and_another_click_shows_all(opened: Opened, qtbot: QtBot) -> None:
    groups = opened.tab.findChild(GroupList)
    assert groups.isHidden()
    choose(opened, "供应状态")
    listed = child(opened.tab, QListWidget, "groups.list")
    qtbot.waitUntil(lambda: [listed.item(row).text() for row in range(listed.count())] == ["可供", "停用"])
    place = listed.visualItemRect(listed.item(1)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: opened.rows() == 1)
    qtbot.waitUntil(lambda: listed.count() == 2)
    listed.setFocus()
    listed.setCurrentRow(1)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.rows() == 3)
    QTest.mouseClick(child(opened.tab, QToolButton, "groups.close"), Qt.MouseButton.LeftButton)
    assert groups.isHidden()


def test_a_saved_view_keeps_its_grouping(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    choose(opened, "供应状态")
    desk.views.save(LAND, "按状态", opened.tab._pane.showing())
    choose(opened, "不分组")
    showing = desk.views.named(LAND, "按状态").showing
    assert showing.group == "supply_status"
    opened.tab._pane.put(showing)
    opened.tab.refresh()
    listed = child(opened.tab, QListWidget, "groups.list")
    qtbot.waitUntil(lambda: listed.count() == 2)
    assert not opened.tab.findChild(GroupList).isHidden()
