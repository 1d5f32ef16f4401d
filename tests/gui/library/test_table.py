"""The table's own ways: columns, filters, order, clipboard, recycle bin, empty states."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.column_chooser import ColumnChooser
from fj_desktop.ui.library.filter_panel import FilterPanel
from fj_desktop.ui.library.toolbar import Toolbar
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child

CTRL = Qt.KeyboardModifier.ControlModifier
LAND = CATALOG["land"]


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    for name, status, area in (("甲地块", "可供", "10亩"), ("乙地块", "已供", "30亩"), ("丙地块", "可供", "20亩")):
        desk.records.add(LAND, {"name": name, "supply_status": status, "area_m2": area})
    return open_tab(qtbot, desk, theme, LAND)


def names(opened: Opened) -> list[str]:
    at = heads(opened).index("名称")
    return [opened.shown(row)[at] for row in range(opened.rows())]


def heads(opened: Opened) -> list[str]:
    model = opened.table.model()
    found = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
    return [head.rstrip(" ↑↓12") for head in found]


def count(opened: Opened) -> str:
    return child(opened.tab, QLabel, "tab_count").text()


def filter_by(opened: Opened, key: str) -> FilterPanel:
    opened.table.filter_asked.emit(key)
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, FilterPanel)
    return panel


def test_a_filter_is_ticked_shown_as_a_chip_and_taken_away(opened: Opened) -> None:
    panel = filter_by(opened, "supply_status")
    ticks = child(panel, QListWidget, "filter_choices")
    assert ticks.hasFocus()
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    QTest.keyClick(child(panel, QPushButton, "filter_apply"), Qt.Key.Key_Space)
    assert sorted(names(opened)) == ["丙地块", "甲地块"]
    assert count(opened) == "筛选出 2 条，共 3 条"
    QTest.keyClick(child(opened.tab, QToolButton, "chip.supply_status"), Qt.Key.Key_Space)
    assert count(opened) == "共 3 条"


def test_a_filter_the_field_refuses_is_said_and_dropped(opened: Opened) -> None:
    panel = filter_by(opened, "area_m2")
    typed = child(panel, QLineEdit, "filter_text")
    typed.setText("很多")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert "面积" in opened.asking.reported[0].text
    assert opened.rows() == 3


def test_esc_in_a_filter_closes_the_filter_only(opened: Opened) -> None:
    opened.tab.start_new()
    panel = filter_by(opened, "name")
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert opened.editor("name").isVisible()


def test_esc_in_the_table_shows_everything_again(opened: Opened, qtbot: QtBot) -> None:
    child(opened.tab, QLineEdit, "tab_search").setText("甲地块")
    qtbot.waitUntil(lambda: opened.rows() == 1)
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Escape)
    assert opened.rows() == 3


def test_nothing_found_offers_to_clear_the_filter(opened: Opened, qtbot: QtBot) -> None:
    child(opened.tab, QLineEdit, "tab_search").setText("没有的地块")
    qtbot.waitUntil(lambda: opened.rows() == 0)
    QTest.keyClick(child(opened.tab, QPushButton, "empty_action"), Qt.Key.Key_Space)
    assert opened.rows() == 3


def test_an_empty_library_offers_the_import(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = open_tab(qtbot, desk, theme, LAND)
    QTest.keyClick(child(opened.tab, QPushButton, "empty_action"), Qt.Key.Key_Space)
    assert opened.asked == [("import", LAND, None)]


def test_headers_sort_up_then_down_then_not_and_several_with_shift(opened: Opened) -> None:
    before = names(opened)
    opened.table.sort_asked.emit("area_m2", False)
    assert names(opened) == ["甲地块", "丙地块", "乙地块"]
    opened.table.sort_asked.emit("area_m2", False)
    assert names(opened) == ["乙地块", "丙地块", "甲地块"]
    opened.table.sort_asked.emit("area_m2", False)
    assert names(opened) == before
    opened.table.sort_asked.emit("supply_status", False)
    opened.table.sort_asked.emit("area_m2", True)
    opened.table.sort_asked.emit("area_m2", True)
    assert names(opened) == ["丙地块", "甲地块", "乙地块"]


def test_moved_and_resized_columns_are_kept(opened: Opened, desk: Desk, qtbot: QtBot, theme: Theme) -> None:
    header = opened.table.horizontalHeader()
    header.moveSection(0, 2)
    header.resizeSection(heads(opened).index("名称"), 222)
    shown = heads(opened)
    qtbot.waitUntil(lambda: "222" in desk.setting("columns/land"))
    again = open_tab(qtbot, desk, theme, LAND)
    assert heads(again) == shown
    assert again.table.columnWidth(heads(again).index("名称")) == 222


def test_chosen_columns_stand_in_the_chosen_order(qtbot: QtBot, theme: Theme) -> None:
    chooser = ColumnChooser(None, LAND, ["name", "area_m2"], theme)  # type: ignore[arg-type]
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.activateWindow()
    qtbot.waitUntil(chooser.isActiveWindow)
    columns = child(chooser, QListWidget, "columns")
    QTest.keyClick(columns, Qt.Key.Key_Down, CTRL)
    assert chooser.chosen() == ["area_m2", "name"]
    QTest.keyClick(columns, Qt.Key.Key_Space)
    assert chooser.chosen() == ["area_m2"]


def test_rows_are_copied_with_headings_for_a_spreadsheet(opened: Opened) -> None:
    opened.table.setFocus()
    opened.table.selectAll()
    QTest.keyClick(opened.table, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    lines = QGuiApplication.clipboard().text().split("\r\n")
    assert len(lines) == 4
    assert "面积（㎡）" in lines[0].split("\t")
    assert count(opened) == "共 3 条，选中 3 条"


def test_space_shows_the_record_and_arrows_go_on_to_the_next(opened: Opened) -> None:
    opened.table.selectRow(0)
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Space)
    first = opened.editor("name").shown()
    QTest.keyClick(opened.table, Qt.Key.Key_Down)
    assert opened.editor("name").shown() == names(opened)[1] != first
    assert opened.table.hasFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Space)
    assert not opened.editor("name").isVisible()


def test_the_recycle_bin_offers_only_to_restore_and_to_go_back(opened: Opened) -> None:
    opened.tab.findChildren(Toolbar)[0].bin_toggled.emit(True)
    buttons = {one.objectName() for one in opened.tab.findChildren(QPushButton) if one.isVisible()}
    assert {"tool.restore", "tool.chevron-left"} <= buttons
    assert not buttons & {"tool.add", "tool.import", "tool.delete"}


def test_export_gets_what_the_table_shows(opened: Opened) -> None:
    menu = child(opened.tab, QToolButton, "tool.export").menu()
    menu.actions()[0].trigger()
    name, library, _, keys, suffix = opened.asked[0]
    assert (name, library, suffix) == ("export", LAND, ".xlsx")
    assert list(keys)[:3] == ["parcel_no", "asset_kind", "name"]  # type: ignore[call-overload]
