"""Back and forward through the places visited: by keys, by buttons, by the mouse's side buttons."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.main_window import MainWindow
from tests.gui.palette_desk import asked, desk, founded, window
from tests.gui.pieces import child

__all__ = ["asked", "desk", "founded", "window"]
LAND = CATALOG["land"]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def records(desk: Desk) -> list[uuid.UUID]:
    return [desk.records.add(LAND, {"name": name}) for name in ("甲地块", "乙地块")]


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key, ALT)


def shown(window: MainWindow) -> tuple[str, uuid.UUID | None]:
    tab = window._pages.currentWidget()
    return tab.library.library, tab.place().record


def test_alt_left_and_right_walk_through_libraries_and_records(window: MainWindow, records: list[uuid.UUID]) -> None:
    start = shown(window)
    window.show_record("land", records[0])
    window.show_record("land", records[1])
    window.show_library("people")
    for at in (("land", records[1]), ("land", records[0])):
        press(window, Qt.Key.Key_Left)
        assert shown(window) == at
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_Left)
    assert shown(window) == start
    for _ in range(4):
        press(window, Qt.Key.Key_Right)
    assert shown(window) == ("people", None)


def test_going_back_brings_the_words_looked_for_again(window: MainWindow, records: list[uuid.UUID]) -> None:
    window.show_library("land")
    tab = window.tab("land")
    tab._pane.tools.put_search("甲")
    tab.refresh()
    window.show_library("people")
    tab._pane.tools.put_search("")
    tab.refresh()
    window.show_library("land")
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_Left)
    assert (shown(window), tab._pane.tools.search.text()) == (("land", None), "甲")


def test_the_buttons_offer_only_ways_there_are(window: MainWindow, records: list[uuid.UUID]) -> None:
    back, forward = (child(window, QToolButton, f"top.{name}") for name in ("back", "forward"))
    window.show_record("land", records[0])
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert forward.isEnabled()
    QTest.mouseClick(forward, Qt.MouseButton.LeftButton)
    assert shown(window) == ("land", records[0])


def test_the_side_buttons_of_the_mouse_go_back_and_forward(
    window: MainWindow, records: list[uuid.UUID], qtbot: QtBot
) -> None:
    window.show_record("land", records[0])
    window.show_record("land", records[1])
    window._places._watch(window.windowHandle())
    middle = window.rect().center()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, Qt.KeyboardModifier.NoModifier, middle)
    assert shown(window) == ("land", records[0])
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, Qt.KeyboardModifier.NoModifier, middle)
    assert shown(window) == ("land", records[1])
