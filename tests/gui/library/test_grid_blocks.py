"""Blocks of cells: filled down, copied, pasted, set for many; each taken back in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.grid_bulk_dialog import BulkDialog
from fj_desktop.ui.theme import Theme
from tests.gui.library.cells import CTRL, LAND, SHIFT, answer, at, cell, press, put, three_plots
from tests.gui.library.opened import Opened
from tests.gui.pieces import child, nameless


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    return three_plots(qtbot, desk, theme)


def test_ctrl_d_fills_the_block_down_and_is_one_step_of_undo(opened: Opened, desk: Desk) -> None:
    at(opened, 0, "area_m2")
    press(opened, Qt.Key.Key_Down, SHIFT)
    press(opened, Qt.Key.Key_Down, SHIFT)
    press(opened, Qt.Key.Key_D, CTRL)
    assert [cell(opened, row, "area_m2") for row in range(3)] == ["1 亩"] * 3
    desk.undoing.undo()
    assert [cell(opened, row, "area_m2") for row in range(3)] == ["1 亩", "2 亩", "3 亩"]


def test_cells_go_out_as_text_and_table_and_come_back_the_same(opened: Opened) -> None:
    at(opened, 0, "area_m2")
    press(opened, Qt.Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "1 亩"
    assert "<td" in mime.html()
    at(opened, 2, "area_m2")
    press(opened, Qt.Key.Key_V, CTRL)
    assert cell(opened, 2, "area_m2") == "1 亩"


def test_a_pasted_block_shows_what_it_will_do_and_takes_the_good_cells(
    opened: Opened, desk: Desk, qtbot: QtBot
) -> None:
    at(opened, 1, "area_m2")
    put("5亩\r\n很多\r\n７亩\r\n")
    said = answer(qtbot, "grid_plan", "plan.apply")
    press(opened, Qt.Key.Key_V, CTRL)
    assert "将改动 1 条，2 格不能填" in said
    assert cell(opened, 1, "area_m2") == "5 亩"
    assert cell(opened, 2, "area_m2") == "3 亩"
    assert desk.browse.count(LAND) == 3


def test_rows_beyond_the_end_become_new_records_and_one_undo_takes_all_back(
    opened: Opened, desk: Desk, qtbot: QtBot
) -> None:
    at(opened, 2, "name")
    put("丁地块\n戊地块\n")
    said = answer(qtbot, "grid_plan", "plan.apply")
    press(opened, Qt.Key.Key_V, CTRL)
    assert "将改动 1 条、新增 1 条" in said
    assert desk.browse.count(LAND) == 4
    desk.undoing.undo()
    assert desk.browse.count(LAND) == 3
    assert "丙地块" in [cell(opened, row, "name") for row in range(opened.rows())]


def test_a_paste_given_up_changes_nothing(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    at(opened, 0, "name")
    put("甲\n乙\n丙\n丁\n")
    answer(qtbot, "grid_plan", "plan.cancel")
    press(opened, Qt.Key.Key_V, CTRL)
    assert cell(opened, 0, "name") == "甲地块"
    assert desk.browse.count(LAND) == 3


def test_an_empty_clipboard_is_said(opened: Opened) -> None:
    at(opened, 0, "name")
    put("")
    press(opened, Qt.Key.Key_V, CTRL)
    assert "没有可以粘贴" in opened.asking.reported[0].text


def test_one_field_is_set_for_all_selected_records_after_a_count(opened: Opened, desk: Desk, qtbot: QtBot) -> None:
    opened.table.setFocus()
    opened.table.selectAll()
    said: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BulkDialog)
        assert nameless(dialog) == []
        fields = child(dialog, QComboBox, "bulk.field")
        fields.setCurrentIndex(fields.findData("supply_status"))
        choice = child(dialog, QComboBox, "supply_status")
        QTest.keyClick(choice, Qt.Key.Key_Down)
        QTest.keyClick(choice, Qt.Key.Key_Down)
        button = child(dialog, QPushButton, "bulk.apply")
        qtbot.waitUntil(lambda: child(dialog, QLabel, "bulk.counts").text().startswith("选中"))
        said.append(child(dialog, QLabel, "bulk.present").text())
        said.append(child(dialog, QLabel, "bulk.counts").text())
        QTest.keyClick(button, Qt.Key.Key_Space)

    press(opened, Qt.Key.Key_E, CTRL)
    fill()
    assert said[0] == "现值：“可供” 3 条"
    assert said[1].startswith("选中 3 条，其中 3 条会改动，改为“")
    assert len({cell(opened, row, "supply_status") for row in range(3)}) == 1
    assert cell(opened, 0, "supply_status") != "可供"
    desk.undoing.undo()
    assert cell(opened, 0, "supply_status") == "可供"
