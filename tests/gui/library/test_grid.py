"""Cells that are worked in like a spreadsheet's: typed in, picked, refused, emptied, walked over."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from tests.gui.library.cells import ALUMNI, CTRL, LAND, SHIFT, at, cell, column, editor, first, press, three_plots
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    return three_plots(qtbot, desk, theme)


def test_typing_replaces_the_cell_and_enter_goes_down(opened: Opened) -> None:
    at(opened, 0, "parcel_no")
    QTest.keyClicks(opened.table, "A1")
    assert isinstance(editor(opened), QLineEdit)
    QTest.keyClicks(editor(opened), "7")
    press(opened, Qt.Key.Key_Return)
    assert editor(opened) is None
    assert cell(opened, 0, "parcel_no") == "A17"
    assert (opened.table.currentIndex().row(), opened.table.currentIndex().column()) == (1, column(opened, "parcel_no"))
    assert opened.table.hasFocus()


def test_f2_keeps_the_text_tab_goes_right_and_esc_gives_up(opened: Opened) -> None:
    at(opened, 0, "name")
    press(opened, Qt.Key.Key_F2)
    press(opened, Qt.Key.Key_End)
    QTest.keyClicks(editor(opened), "1")
    press(opened, Qt.Key.Key_Tab)
    assert cell(opened, 0, "name") == "甲地块1"
    header = opened.table.horizontalHeader()
    assert header.visualIndex(opened.table.currentIndex().column()) == header.visualIndex(column(opened, "name")) + 1
    at(opened, 1, "name")
    press(opened, Qt.Key.Key_F2)
    QTest.keyClicks(editor(opened), "xyz")
    press(opened, Qt.Key.Key_Escape)
    assert editor(opened) is None
    assert cell(opened, 1, "name") == "乙地块"


def test_a_refused_text_stays_with_its_reason_until_it_is_right(opened: Opened) -> None:
    at(opened, 0, "area_m2")
    QTest.keyClicks(opened.table, "12")
    press(opened, Qt.Key.Key_Return)
    field = editor(opened)
    assert isinstance(field, QLineEdit)
    assert field.text() == "12"
    remark = child(opened.table, QLabel, "cell_remark")
    assert remark.isVisible()
    assert "缺少单位" in remark.text()
    at(opened, 2, "name")
    press(opened, Qt.Key.Key_F2)
    assert editor(opened) is field
    QTest.keyClicks(field, "m2")
    press(opened, Qt.Key.Key_Return)
    assert editor(opened) is None
    assert cell(opened, 0, "area_m2").startswith("0.02")


def test_a_double_click_edits_and_enter_opens_the_form(opened: Opened) -> None:
    at(opened, 0, "name")
    place = opened.table.visualRect(opened.table.currentIndex()).center()
    QTest.mouseDClick(opened.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(editor(opened), QLineEdit)
    press(opened, Qt.Key.Key_Escape)
    press(opened, Qt.Key.Key_Return)
    assert opened.editor("name").isVisible()


def test_a_word_of_an_input_method_begins_the_cell(opened: Opened) -> None:
    at(opened, 0, "name")
    QApplication.sendEvent(opened.table, QInputMethodEvent("xin", []))
    field = editor(opened)
    assert isinstance(field, QLineEdit)
    assert opened.table.hasFocus()
    done = QInputMethodEvent()
    done.setCommitString("新")
    QApplication.sendEvent(opened.table, done)
    assert field.text() == "新"
    assert field.hasFocus()


def test_a_choice_is_picked_from_its_list(opened: Opened) -> None:
    at(opened, 0, "supply_status")
    press(opened, Qt.Key.Key_F2)
    field = editor(opened)
    assert isinstance(field, QComboBox)
    QTest.keyClick(field.view(), Qt.Key.Key_Down)
    QTest.keyClick(field.view(), Qt.Key.Key_Return)
    assert editor(opened) is None
    assert cell(opened, 0, "supply_status") not in ("", "可供")


def test_a_covered_cell_begins_empty_and_takes_only_a_new_value(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    desk.records.add(ALUMNI, {"person_name": "张示例", "person_email": "old@example.cn", "school": "重庆大学"})
    desk.keep_setting(f"columns/{ALUMNI.library}", '{"keys": ["person_name", "person_email"]}')
    opened = open_tab(qtbot, desk, theme, ALUMNI)
    covered = cell(opened, 0, "person_email")
    at(opened, 0, "person_email")
    press(opened, Qt.Key.Key_F2)
    field = editor(opened)
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.placeholderText()) == ("", covered)
    press(opened, Qt.Key.Key_Return)
    assert cell(opened, 0, "person_email") == covered
    at(opened, 0, "person_email")
    QTest.keyClicks(opened.table, "new@other.cn")
    press(opened, Qt.Key.Key_Return)
    assert cell(opened, 0, "person_email") not in (covered, "")


def test_rows_stay_where_they_are_while_they_are_edited(opened: Opened) -> None:
    at(opened, 2, "parcel_no")
    QTest.keyClicks(opened.table, "A")
    press(opened, Qt.Key.Key_Return)
    assert [cell(opened, row, "name") for row in range(3)] == ["甲地块", "乙地块", "丙地块"]


def test_delete_empties_cells_but_asks_before_whole_records_go(opened: Opened, desk: Desk) -> None:
    at(opened, 0, "area_m2")
    press(opened, Qt.Key.Key_Down, SHIFT)
    press(opened, Qt.Key.Key_Delete)
    assert [cell(opened, row, "area_m2") for row in range(3)] == ["", "", "3 亩"]
    press(opened, Qt.Key.Key_Space, SHIFT)
    opened.asking._answers.append(False)
    press(opened, Qt.Key.Key_Delete)
    assert opened.asking.asked[-1][0] == "删除记录"
    assert desk.browse.count(LAND) == 3


def test_arrows_with_ctrl_jump_and_with_shift_select_to_the_edge(opened: Opened) -> None:
    at(opened, 0, "name")
    press(opened, Qt.Key.Key_Down, CTRL)
    assert opened.table.currentIndex().row() == 2
    press(opened, Qt.Key.Key_Up, CTRL | SHIFT)
    assert len(opened.table.selected()) == 3
    assert len(opened.table.selectionModel().selectedIndexes()) == 3


def test_the_recycle_bin_is_not_edited(opened: Opened, desk: Desk) -> None:
    desk.records.delete(LAND, [first(opened)])
    opened.tab._show_bin(True)
    at(opened, 0, "name")
    QTest.keyClicks(opened.table, "x")
    press(opened, Qt.Key.Key_F2)
    assert editor(opened) is None


def test_cells_scattered_about_are_not_taken_for_a_block(opened: Opened) -> None:
    at(opened, 0, "name")
    for row, key in ((0, "area_m2"), (2, "parcel_no")):
        index = opened.table.model().index(row, column(opened, key))
        opened.table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    press(opened, Qt.Key.Key_Delete)
    assert "不成方块" in opened.asking.reported[0].text
    assert cell(opened, 2, "parcel_no") == "No.3"
