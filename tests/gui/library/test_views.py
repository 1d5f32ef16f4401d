"""Views in the window: kept under a name, marked when changed, found in the palette; and filters by a cell's value."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import Filter
from fj_desktop.services.view_definitions import Showing
from fj_desktop.ui.library.grid_selection import go
from fj_desktop.ui.palette.gathering import commands
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.library.test_table import names
from tests.gui.pieces import child

LAND = CATALOG["land"]
FREE = Showing((Filter("supply_status", "any_of", ("可供",)),), "", (("name", False),), ("name", "supply_status"))
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def plots(desk: Desk) -> Desk:
    for name, status, price in (("甲地块", "可供", "12.5"), ("乙地块", "已供", "8"), ("丙地块", "可供", "")):
        desk.records.add(LAND, {"name": name, "supply_status": status, "ref_price_wan_mu": price})
    return desk


def opener(opened: Opened) -> QToolButton:
    return child(opened.tab, QToolButton, "tool.views")


def pick(opened: Opened, words: str) -> None:
    """Choose from the menu of views with the keyboard."""
    menu = opener(opened).menu()
    menu.aboutToShow.emit()
    found = [one for one in menu.actions() if one.text() == words]
    assert found
    assert found[0].isEnabled()
    found[0].trigger()


def entry(opened: Opened, words: str) -> QAction:
    opener(opened).menu().aboutToShow.emit()
    return next(one for one in opener(opened).menu().actions() if one.text() == words)


def at_cell(opened: Opened, key: str, value: str) -> None:
    model = opened.table.model()
    column = opened.tab._pane.rows.layout.keys.index(key)
    row = next(at for at in range(model.rowCount()) if model.index(at, column).data() == value)
    go(opened.table, row, column)
    opened.table.setFocus()


def test_what_is_shown_is_kept_marked_when_changed_and_put_back(qtbot: QtBot, plots: Desk, theme: Theme) -> None:
    opened = open_tab(qtbot, plots, theme, LAND, "可供地块")
    at_cell(opened, "supply_status", "可供")
    QTest.keyClick(opened.table, Qt.Key.Key_F, KEYS)
    assert sorted(names(opened)) == ["丙地块", "甲地块"]
    pick(opened, "另存为…")
    assert opener(opened).toolTip() == "视图：可供地块"
    QTest.keyClick(child(opened.tab, QToolButton, "chip.supply_status"), Qt.Key.Key_Space)
    assert opener(opened).toolTip() == "视图：可供地块（已改）"
    pick(opened, "可供地块")
    assert opened.rows() == 2
    assert opener(opened).toolTip() == "视图：可供地块"
    pick(opened, "恢复默认")
    assert opened.rows() == 3
    assert "未使用" in opener(opened).toolTip()


def test_a_view_is_overwritten_renamed_deleted_and_undone(qtbot: QtBot, plots: Desk, theme: Theme) -> None:
    plots.views.save(LAND, "可供", FREE)
    opened = open_tab(qtbot, plots, theme, LAND, "空着的地", True)
    pick(opened, "可供")
    assert names(opened) == ["丙地块", "甲地块"]
    at_cell(opened, "name", "甲地块")
    QTest.keyClick(opened.table, Qt.Key.Key_X, KEYS)
    assert names(opened) == ["丙地块"]
    pick(opened, "保存改动")
    assert not entry(opened, "保存改动").isEnabled()
    pick(opened, "重命名…")
    assert plots.views.of(LAND)[0].name == "空着的地"
    assert len(plots.views.of(LAND)[0].showing.filters) == 2
    pick(opened, "删除视图…")
    assert plots.views.of(LAND) == []
    assert "未使用" in opener(opened).toolTip()
    plots.undoing.undo()
    assert entry(opened, "空着的地").isEnabled()


def test_a_tab_opens_with_its_view_and_a_hostile_one_says_what_was_left_out(
    qtbot: QtBot, plots: Desk, theme: Theme
) -> None:
    view = plots.views.save(LAND, "可供", FREE)
    plots.views.save(LAND, "坏", Showing((Filter("town_id", "is", ("没有这个镇",)),)))
    plots.views.make_usual(LAND, view)
    opened = open_tab(qtbot, plots, theme, LAND)
    assert names(opened) == ["丙地块", "甲地块"]
    assert opener(opened).toolTip() == "视图：可供"
    pick(opened, "坏")
    assert opened.rows() == 3
    assert "坏" in opened.asking.told[0][0]


def test_a_name_that_is_taken_is_refused_in_words(qtbot: QtBot, plots: Desk, theme: Theme) -> None:
    plots.views.save(LAND, "可供", FREE)
    opened = open_tab(qtbot, plots, theme, LAND, "可供", "长" * 300, None)
    for said in ("已有名为", "最多 40 字"):
        pick(opened, "另存为…")
        assert said in opened.asking.reported.pop().text
    pick(opened, "另存为…")
    assert len(plots.views.of(LAND)) == 1


def test_views_are_found_in_the_palette(qtbot: QtBot, plots: Desk, theme: Theme) -> None:
    plots.views.save(LAND, "可供", FREE)
    opened = open_tab(qtbot, plots, theme, LAND)
    found = {one.words: one for one in commands(opened.tab)}
    found["视图：可供"].run()
    assert names(opened) == ["丙地块", "甲地块"]


def test_a_covered_cell_offers_no_filter_by_its_value(qtbot: QtBot, plots: Desk, theme: Theme) -> None:
    plots.views.save(LAND, "价", Showing(keys=("name", "ref_price_wan_mu")))
    opened = open_tab(qtbot, plots, theme, LAND)
    pick(opened, "价")
    model = opened.table.model()
    row = next(at for at in range(3) if model.index(at, 0).data() == "甲地块")
    go(opened.table, row, 1)
    opened.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert not [one for one in menu.actions() if "此值" in one.text()]
    menu.close()
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_F, KEYS)
    assert "受保护" in opened.asking.reported[0].text
    assert opened.rows() == 3
