"""查重 by hand: pairs are found, looked at, merged, told apart; two selected records are merged from the table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.duplicates import DuplicatesDialog
from fj_desktop.ui.duplicates.pairs_list import PairsList
from fj_desktop.ui.duplicates.side_by_side import SideBySide
from fj_desktop.ui.duplicates.told_apart import ToldApartDialog
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child, nameless
from tests.support.desks import open_file_desk
from tests.support.twins import Ledger

COMPANIES = CATALOG["companies"]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    rows = (
        {"name": "重庆夔门光学有限公司", "reg_address": "夔门街道 1 号", "note": "甲"},
        {"name": "重庆市夔门光学有限公司", "legal_rep": "张三", "note": "乙"},
        {"name": "白帝城旅游开发有限公司"},
        {"name": "白帝成旅游开发有限公司", "legal_rep": "李四"},
    )
    Ledger(list(rows)).store(made.records._store, made, COMPANIES)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    return open_tab(qtbot, desk, theme, COMPANIES)


def search(opened: Opened, qtbot: QtBot) -> DuplicatesDialog:
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_M, CTRL | SHIFT)
    dialog = child(opened.tab, DuplicatesDialog, "duplicates")
    qtbot.waitUntil(lambda: child(dialog, SideBySide, "duplicates_fields").isEnabled())
    return dialog


def names(desk: Desk) -> list[str]:
    listing = desk.browse.open(COMPANIES, Wanted())
    return sorted(row.cells[0] for row in desk.browse.page(listing, 0, 10, ["name"]))


def press(dialog: DuplicatesDialog, name: str) -> None:
    QTest.keyClick(child(dialog, QPushButton, name), Qt.Key.Key_Space)


def test_a_pair_is_merged_field_by_field_with_the_keyboard_and_undo_brings_it_back(
    opened: Opened, desk: Desk, qtbot: QtBot
) -> None:
    dialog = search(opened, qtbot)
    assert nameless(dialog) == []
    assert "找到 2 对相似的记录，其中 1 对可直接合并" in child(dialog, QLabel, "duplicates_said").text()
    fields = child(dialog, SideBySide, "duplicates_fields")
    labels = [fields.item(row, 0).text() for row in range(fields.rowCount())]
    name, note = labels.index("企业名称"), labels.index("备注")
    assert "两边都留" not in fields.item(note, 3).text()
    fields.setFocus()
    fields.setCurrentCell(name, 1)
    QTest.keyClick(fields, Qt.Key.Key_Right)
    chosen = fields.item(name, 3).text()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(names(desk)) == 3)
    assert chosen in names(desk)
    listing = desk.browse.open(COMPANIES, Wanted(text="夔门"))
    (row,) = desk.browse.page(listing, 0, 5, ["legal_rep", "reg_address", "note"])
    assert row.cells[:2] == ("张三", "夔门街道 1 号")
    assert {"甲", "乙"} <= set(row.cells[2].split()) or "甲" in row.cells[2]
    qtbot.waitUntil(lambda: child(dialog, PairsList, "duplicates_list").pairs.rowCount() == 1)
    desk.undoing.undo()
    assert len(names(desk)) == 4


def test_what_is_not_the_same_leaves_the_list_for_good(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    dialog = search(opened, qtbot)
    pairs = child(dialog, PairsList, "duplicates_list")
    press(dialog, "duplicates.跳过")
    qtbot.waitUntil(lambda: child(dialog, SideBySide, "duplicates_fields").isEnabled())
    assert pairs.currentIndex().row() == 1
    press(dialog, "duplicates.不是同一个")
    qtbot.waitUntil(lambda: pairs.pairs.rowCount() == 1)
    assert len(desk.duplicates.find(COMPANIES)) == 1
    assert len(names(desk)) == 4


def test_what_was_told_apart_is_shown_and_taken_back(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    dialog = search(opened, qtbot)
    pairs = child(dialog, PairsList, "duplicates_list")
    fields = child(dialog, SideBySide, "duplicates_fields")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert pairs.currentIndex().row() == 1
    QTest.keyClick(dialog, Qt.Key.Key_F7)
    assert pairs.currentIndex().row() == 0
    qtbot.waitUntil(fields.isEnabled)
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: pairs.pairs.rowCount() == 1)
    press(dialog, "duplicates_told_apart")
    told = child(dialog, ToldApartDialog, "told_apart")
    assert nameless(told) == []
    back = child(told, QPushButton, "told_apart_back")
    qtbot.waitUntil(back.isEnabled)
    QTest.keyClick(back, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "还没有" in child(told, QLabel, "told_apart_said").text())
    QTest.keyClick(child(told, QPushButton, "told_apart_close"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: pairs.pairs.rowCount() == 2)


def test_all_sure_pairs_are_merged_after_asking(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    dialog = search(opened, qtbot)
    opened.asking._answers.append(True)
    press(dialog, "duplicates_merge_sure")
    qtbot.waitUntil(lambda: len(names(desk)) == 3)
    qtbot.waitUntil(lambda: "找到 1 对" in child(dialog, QLabel, "duplicates_said").text())


def test_two_selected_records_are_merged_with_a_click_on_the_value(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    opened.table.setFocus()
    model = opened.table.model()
    opened.table.selectRow(0)
    QTest.keyClick(opened.table, Qt.Key.Key_M, CTRL)
    assert "选中两条记录" in opened.asking.reported[-1].text
    flag = QItemSelectionModel.SelectionFlag
    opened.table.selectionModel().select(model.index(1, 0), flag.Select | flag.Rows)
    QTest.keyClick(opened.table, Qt.Key.Key_M, CTRL)
    dialog = child(opened.tab, DuplicatesDialog, "duplicates")
    fields = child(dialog, SideBySide, "duplicates_fields")
    qtbot.waitUntil(fields.isEnabled)
    was = fields.item(0, 3).text()
    place = fields.visualRect(fields.model().index(0, 2)).center()
    QTest.mouseClick(fields.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    assert fields.item(0, 3).text() != was
    press(dialog, "duplicates.对调")
    qtbot.waitUntil(fields.isEnabled)
    press(dialog, "duplicates.合并")
    qtbot.waitUntil(lambda: len(names(desk)) == 3)
