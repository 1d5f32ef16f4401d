"""Records opened last and favourites: the star, and the list before anything is typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.main_window import MainWindow
from tests.gui.pieces import child

LAND = CATALOG["land"]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def rows(window: MainWindow) -> list[str]:
    found = child(window, QListWidget, "palette_list")
    return [found.item(row).text() for row in range(found.count())]


def press(window: MainWindow, key: Qt.Key, how: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(window.focusWidget() or window, key, how)


def star(window: MainWindow) -> QToolButton:
    return child(window.tab("land"), QToolButton, "form_star")


def test_an_opened_record_comes_first_in_the_list_and_opens_from_it(window: MainWindow, desk: Desk) -> None:
    first, second = (desk.records.add(LAND, {"name": name}) for name in ("甲地块", "乙地块"))
    window.show_record("land", first)
    window.show_record("land", second)
    press(window, Qt.Key.Key_R)

    assert rows(window)[:3] == ["最近打开", "乙地块", "甲地块"]
    press(window, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert window.tab("land")._form.record == first


def test_a_star_pressed_marks_the_record_and_its_key_takes_the_mark_away(window: MainWindow, desk: Desk) -> None:
    record = desk.records.add(LAND, {"name": "甲地块"})
    window.show_record("land", record)
    QTest.mouseClick(star(window), Qt.MouseButton.LeftButton)
    assert star(window).accessibleName().startswith("取消收藏")
    press(window, Qt.Key.Key_K)
    assert rows(window)[:2] == ["最近打开", "★ 甲地块"]

    press(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    press(window, Qt.Key.Key_D, CTRL | SHIFT)
    assert not desk.visits.is_favourite(record)
    assert star(window).accessibleName().startswith("收藏")


def test_a_new_record_has_no_star_until_it_is_saved(window: MainWindow) -> None:
    tab = window.tab("land")
    tab.start_new()
    assert star(window).isHidden()


def test_rows_passed_with_the_form_open_count_once_the_person_stays(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    first, second = (desk.records.add(LAND, {"name": name}) for name in ("甲地块", "乙地块"))
    window.show_library("land")
    tab = next(one for one in window.findChildren(LibraryTab) if one.library is LAND)
    tab.show_record(first)
    tab._follow(second)
    assert [one.id for one in desk.visits.recents()] == [first]
    qtbot.waitUntil(lambda: [one.id for one in desk.visits.recents()] == [second, first])
