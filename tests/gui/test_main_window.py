"""The unlocked desk as a whole: its list of tabs, search over all, counts, unsaved work, leaving."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.theme import Theme
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


def ignore(*_: object) -> None:
    """Nothing is asked of the program in these tests."""


@pytest.fixture
def asking() -> FakeAsking:
    return FakeAsking()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, theme: Theme, asking: FakeAsking) -> MainWindow:
    made = MainWindow(desk, theme, asking, Actions(ignore, ignore, ignore, ignore, ignore))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def present(window: MainWindow) -> str:
    return next(tab.library.library for tab in window.findChildren(LibraryTab) if tab.isVisible())


def focused(window: MainWindow) -> QWidget:
    return window.focusWidget() or window


def test_the_first_library_is_open_and_the_keyboard_in_its_tab(window: MainWindow, qtbot: QtBot) -> None:
    assert present(window) == CATALOG.libraries[0].library
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    assert window.tab(present(window)).isAncestorOf(focused(window))


def test_page_keys_and_numbers_switch_libraries(window: MainWindow) -> None:
    names = [one.library for one in CATALOG.libraries]
    QTest.keyClick(focused(window), Qt.Key.Key_PageDown, CTRL)
    assert present(window) == names[1]
    QTest.keyClick(focused(window), Qt.Key.Key_PageUp, CTRL)
    assert present(window) == names[0]
    QTest.keyClick(focused(window), Qt.Key.Key_7, CTRL)
    assert present(window) == names[6]


def test_the_list_of_libraries_counts_and_follows_changes(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    sidebar = child(window, QListWidget, "sidebar")
    names = {sidebar.item(row).text(): sidebar.item(row) for row in range(sidebar.count())}
    counted = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "60 条" in str(names["责任单位"].data(counted)))
    desk.records.add(LAND, {"name": "示例地块"})
    assert "1 条" in str(names["可招商土地库"].data(counted))


def test_word_from_a_working_thread_is_heard_in_the_window(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.show_library("land")
    heard_in: list[int] = []
    window.heard.connect(lambda _: heard_in.append(threading.get_ident()))
    worker = threading.Thread(target=desk.announcer.changed, args=("lib_land", ()))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(heard_in))
    assert heard_in == [threading.get_ident()]


def test_search_finds_over_all_libraries_and_opens_the_record(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.records.add(LAND, {"name": "青莲示例地块"})
    desk.records.add(CATALOG["scenarios"], {"name": "青莲示例场景"})
    QTest.keyClick(focused(window), Qt.Key.Key_F, CTRL)
    search = child(window, QLineEdit, "search")
    assert search.hasFocus()
    search.setText("青莲")
    results = child(window, QListWidget, "search_results")
    qtbot.waitUntil(results.isVisible)
    shown = [results.item(row).text() for row in range(results.count())]
    assert "青莲示例地块" in shown
    assert "青莲示例场景" in shown
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert present(window) == "scenarios"
    assert child(window.tab("scenarios"), QLabel, "form_name").text() == "青莲示例场景"


def test_nothing_found_is_said_and_esc_puts_it_away(window: MainWindow, qtbot: QtBot) -> None:
    search = child(window, QLineEdit, "search")
    search.setFocus()
    search.setText("没有的东西")
    results = child(window, QListWidget, "search_results")
    qtbot.waitUntil(results.isVisible)
    assert "没有找到" in results.item(0).text()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert results.isHidden()


def start_typing(window: MainWindow) -> None:
    window.show_library("land")
    window.tab("land").start_new()
    QTest.keyClicks(focused(window), "A1")
    assert window.is_dirty()


def test_switching_asks_about_unsaved_work(window: MainWindow, asking: FakeAsking) -> None:
    start_typing(window)
    asking._answers += [None, 0]
    window.show_library("experts")
    assert present(window) == "land"
    assert window.is_dirty()
    window.show_library("experts")
    assert present(window) == "experts"
    assert not window.is_dirty()


def test_closing_asks_about_unsaved_work(window: MainWindow, asking: FakeAsking) -> None:
    start_typing(window)
    asking._answers += [None, 0]
    assert not window.leave_guard()
    assert window.leave_guard()


def test_locking_keeps_unsaved_work_without_asking(window: MainWindow, qtbot: QtBot) -> None:
    start_typing(window)
    with qtbot.waitSignal(window.lock_asked):
        QTest.keyClick(focused(window), Qt.Key.Key_L, CTRL)
    assert window.is_dirty()


def test_the_list_folds_to_icons_and_back(window: MainWindow) -> None:
    sidebar = child(window, QListWidget, "sidebar")
    wide = sidebar.width()
    QTest.keyClick(focused(window), Qt.Key.Key_B, CTRL)
    assert sidebar.width() < wide // 2
    QTest.keyClick(focused(window), Qt.Key.Key_B, CTRL)
    assert sidebar.width() == wide


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_on_a_small_screen(window: MainWindow, theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.scale_text(percent)
    try:
        window.show_library("land")
        qtbot.waitUntil(lambda: present(window) == "land")
        window.tab("land").start_new()
        qtbot.waitUntil(lambda: window.focusWidget() is not None)
        right = window.rect().right()
        close = child(window.tab("land"), QToolButton, "form_close")
        qtbot.waitUntil(lambda: close.mapTo(window, close.rect().bottomRight()).x() <= right)
        assert window.width() == 1366, "the window had to grow"
        for one in window.tab("land").findChildren(QWidget):
            if one.isVisible() and one.metaObject().className() in ("QPushButton", "QToolButton", "LineEditor"):
                assert one.height() >= min(24, one.sizeHint().height())
                assert one.mapTo(window, one.rect().bottomRight()).x() <= right, one.objectName()
    finally:
        theme.scale_text(100)


def test_ctrl_and_a_number_puts_the_keyboard_into_the_table_of_that_tab(window: MainWindow, desk: Desk) -> None:
    desk.records.add(LAND, {"name": "甲地块"})
    at = list(CATALOG.libraries).index(LAND) + 1
    for number in (at, at % 9 + 1, at):
        QTest.keyClick(focused(window), Qt.Key(Qt.Key.Key_0 + number), CTRL)
    assert present(window) == "land"
    assert focused(window).objectName() == "table"
