"""Keys: named, without clashes, on the sheet, and silent while a word is being composed."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.ui.key_sheet import KeySheet
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.palette import PaletteBox
from fj_desktop.ui.palette.gathering import nameless_keys
from tests.gui.pieces import child, nameless

CTRL = Qt.KeyboardModifier.ControlModifier


def clashes(window: QWidget) -> list[str]:
    """Keys that two things of a window answer to at this moment."""
    keys: Counter[str] = Counter()
    for action in window.findChildren(QAction):
        if any(isinstance(one, QWidget) and one.isVisible() for one in action.associatedObjects()):
            keys.update({key.toString() for key in action.shortcuts()})
    for shortcut in window.findChildren(QShortcut):
        host = shortcut.parent()
        if isinstance(host, QWidget) and host.isVisible():
            keys.update([shortcut.key().toString()])
    return [key for key, count in keys.items() if count > 1]


def test_no_two_things_answer_to_one_key_and_all_have_words(window: MainWindow) -> None:
    for library in CATALOG:
        window.show_library(library.library)
        window.tab(library.library).start_new()
        assert clashes(window) == [], library.library
    assert nameless_keys(window) == []


def test_f1_shows_every_key_of_the_window(window: MainWindow) -> None:
    window.tab("entrepreneurs").start_new()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"命令面板", "Ctrl+K", "新增", "Ctrl+N", "保存", "Ctrl+S", "Ctrl+Y　Ctrl+Shift+Z"} <= shown
    assert nameless(sheet) == []
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_question_mark_shows_the_keys_but_not_while_typing(window: MainWindow, qtbot: QtBot) -> None:
    search = child(window, QLineEdit, "search")
    search.setFocus()
    QTest.keyClick(search, "?")
    assert (search.text(), window.findChild(KeySheet)) == ("?", None)
    sidebar = child(window, QListWidget, "sidebar")
    sidebar.setFocus()
    QTest.keyClick(sidebar, "?")
    assert window.findChild(KeySheet) is not None


def test_no_shortcut_fires_while_a_word_is_composed(window: MainWindow, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    fired: list[str] = []
    for key in ("Ctrl+J", "F7", "Return"):
        QShortcut(QKeySequence(key), window, lambda key=key: fired.append(key))
    QApplication.sendEvent(field, QInputMethodEvent("nihao", []))
    for key in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_L):
        QTest.keyClick(field, key, CTRL)
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(field, key)
    assert fired == []
    assert window.findChild(KeySheet) is None
    assert not child(window, PaletteBox, "palette_box").isVisible()
    done = QInputMethodEvent()
    done.setCommitString("你好")
    QApplication.sendEvent(field, done)
    QTest.keyClick(field, Qt.Key.Key_J, CTRL)
    assert (field.text(), fired) == ("你好", ["Ctrl+J"])
