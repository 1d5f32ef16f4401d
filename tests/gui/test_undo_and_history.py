"""Ctrl+Z, Ctrl+Y and the history of a record, in the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.form.history_dialog import HistoryDialog
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.toast import Toast
from tests.gui.pieces import child, nameless
from tests.support.desks import open_desk
from tests.support.fake_asking import FakeAsking

CTRL = Qt.KeyboardModifier.ControlModifier
LAND = CATALOG["land"]


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = open_desk()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, theme: Theme) -> MainWindow:
    made = MainWindow(desk, theme, FakeAsking(), Actions(*[lambda *_: None] * 5))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_library("land")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_ctrl_z_takes_the_last_act_back_and_ctrl_y_does_it_again(window: MainWindow, desk: Desk) -> None:
    desk.records.add(LAND, {"parcel_no": "示例-001"})
    toast = child(window, Toast, "toast")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert (toast.isVisible(), toast.text()) == (True, "已撤销：新增“示例-001”（可招商土地库）")
    assert len(desk.browse.open(LAND, Wanted())) == 0
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert toast.text() == "已重做：新增“示例-001”（可招商土地库）"
    assert len(desk.browse.open(LAND, Wanted())) == 1


def test_with_nothing_to_undo_a_line_says_so(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert child(window, Toast, "toast").text() == "没有可以撤销的操作。"


def test_a_field_is_put_back_from_the_history(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "示例-001", "note": "旧"})
    desk.records.change(LAND, record, {"note": "新"})
    window.show_record("land", record)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_H, CTRL)
    dialog = window.findChild(HistoryDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    tree = child(dialog, QTreeWidget, "history_tree")
    changed = tree.topLevelItem(0).child(0)
    assert [changed.text(column) for column in range(3)] == ["备注", "旧", "新"]
    tree.setCurrentItem(changed)
    qtbot.mouseClick(child(dialog, QPushButton, "history_one"), Qt.MouseButton.LeftButton)
    assert desk.view.read(LAND, record).texts["note"] == "旧"
    assert tree.topLevelItemCount() == 3
