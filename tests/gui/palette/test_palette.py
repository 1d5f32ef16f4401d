"""Ctrl+K: any command and any record by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.palette import PaletteBox
from fj_desktop.ui.palette.rows import KEYS
from tests.gui.pieces import child, nameless

CTRL = Qt.KeyboardModifier.ControlModifier


class Palette:
    """The palette as a person sees it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        self.box = child(window, PaletteBox, "palette_box")
        self.line = child(window, QLineEdit, "palette")
        self.list = child(window, QListWidget, "palette_list")

    def open(self) -> None:
        QTest.keyClick(self._window.focusWidget() or self._window, Qt.Key.Key_K, CTRL)
        assert self.line.hasFocus()

    def look_for(self, words: str) -> list[str]:
        """Type and wait for the answer; the rows that can be chosen."""
        self.line.setText(words)
        self._qtbot.waitUntil(lambda: self.box._answered is not None)
        return self.rows()

    def rows(self) -> list[str]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsEnabled]

    def heads(self) -> list[str]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.text() for item in items if not item.flags() & Qt.ItemFlag.ItemIsEnabled]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.line, key)


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    return Palette(window, qtbot)


def present(window: MainWindow) -> LibraryTab:
    return next(tab for tab in window.findChildren(LibraryTab) if tab.isVisible())


@pytest.mark.parametrize("typed", ["企业家", "qyj", "qiyejia", "Qiyejia", "打开 企业家"])
def test_a_tab_is_found_by_words_initials_and_pinyin(palette: Palette, typed: str) -> None:
    palette.open()
    assert "打开企业家资源库" in palette.look_for(typed)


def test_enter_runs_the_command(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    palette.open()
    assert palette.look_for("dktdk")[0] == "打开可招商土地库"
    palette.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: present(window).library.library == "land")
    assert not palette.box.isVisible()


def test_a_new_record_is_started_from_anywhere(window: MainWindow, palette: Palette, qtbot: QtBot) -> None:
    palette.open()
    palette.look_for("新增 土地")
    palette.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: present(window).library.library == "land")
    assert child(present(window), QLabel, "form_name").text() == "新增 · 可招商土地库"


@pytest.mark.parametrize("typed", ["玉屏湾", "ypwsl", "yupingwan", "yupingw"])
def test_a_record_is_found_and_opened(
    window: MainWindow, palette: Palette, desk: Desk, qtbot: QtBot, typed: str
) -> None:
    desk.records.add(CATALOG["land"], {"name": "玉屏湾示例地块"})
    palette.open()
    assert palette.look_for(typed) == ["玉屏湾示例地块"]
    assert palette.heads() == ["记录"]
    palette.press(Qt.Key.Key_Return)
    assert present(window).library.library == "land"
    assert child(present(window), QLabel, "form_name").text() == "玉屏湾示例地块"


def test_an_arrow_only_looks_for_commands(palette: Palette, desk: Desk) -> None:
    desk.records.add(CATALOG["land"], {"name": "撤销示例地块"})
    palette.open()
    assert palette.look_for("撤销") == ["撤销", "撤销示例地块"]
    assert palette.look_for(">撤销") == ["撤销"]


def test_keys_stand_at_the_right_and_buttons_of_the_tab_are_commands(palette: Palette) -> None:
    palette.open()
    assert palette.look_for("导入")[0] == "导入"
    item = next(
        palette.list.item(row) for row in range(palette.list.count()) if palette.list.item(row).text() == "导入"
    )
    assert item.data(KEYS) == "Ctrl+I"
    assert "导出 PDF 清单" in palette.look_for("pdf")


def test_a_new_action_or_button_is_there_by_itself(window: MainWindow, palette: Palette) -> None:
    action = QAction("校对全部", window)
    window.addAction(action)
    button = QPushButton("盘点全部…", present(window))
    button.show()
    palette.open()
    assert palette.look_for("jdqb") == ["校对全部"]
    assert palette.look_for("盘点") == ["盘点全部"]
    action.setEnabled(False)
    palette.press(Qt.Key.Key_Escape)
    palette.open()
    assert palette.look_for("jdqb") == []


def test_what_was_run_last_stands_first(palette: Palette, window: MainWindow, qtbot: QtBot, asked: list[str]) -> None:
    palette.open()
    palette.look_for("设置")
    palette.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked == ["settings"])
    palette.open()
    assert palette.heads() == ["最近用过", "命令"]
    assert palette.rows()[0] == "设置"


def test_esc_gives_the_keyboard_back(window: MainWindow, palette: Palette) -> None:
    search = child(window, QLineEdit, "search")
    search.setFocus()
    palette.open()
    palette.press(Qt.Key.Key_Escape)
    assert search.hasFocus()
    assert not palette.box.isVisible()


def test_enter_before_the_answer_opens_what_is_found(
    window: MainWindow, palette: Palette, desk: Desk, qtbot: QtBot
) -> None:
    desk.records.add(CATALOG["land"], {"name": "玉屏湾示例地块"})
    palette.open()
    palette.line.setText("玉屏湾")
    palette.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: present(window).library.library == "land")


def test_a_stale_answer_is_dropped(palette: Palette, desk: Desk, qtbot: QtBot) -> None:
    desk.records.add(CATALOG["land"], {"name": "玉屏湾示例地块"})
    palette.open()
    palette.line.setText("玉屏湾")
    palette.line.setText("没有的东西")
    qtbot.waitUntil(lambda: palette.box._answered is not None)
    assert palette.rows() == []
    assert palette.heads() == ["没有找到“没有的东西”"]


def test_every_widget_of_the_palette_has_a_name(palette: Palette) -> None:
    palette.open()
    assert nameless(palette.box) == []
