"""What every tab can do, whichever library it shows; a new library is tested by being declared."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Text
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.grid_selection import go
from fj_desktop.ui.library.toolbar import Toolbar
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, compose, needed, open_tab, sample, wrong
from tests.gui.pieces import child, nameless

CTRL = Qt.KeyboardModifier.ControlModifier
_MADE_ALIKE = ("assessments", "problems", "meetings", "service-requests", "thresholds")
_SHOWN = [one for one in CATALOG if one.library == "progress" or (one.shelf and one.library not in _MADE_ALIKE)]
every_library = pytest.mark.parametrize("library", _SHOWN, ids=lambda one: one.library)
"""Those with a line of their own on the left but for some, and one of those that stand under another."""


def _is_named_by_text(library: Library) -> bool:
    return isinstance(CATALOG.by_key(library)[library.naming[0]].field.kind, Text)


named_by_text = pytest.mark.parametrize(
    "library", [one for one in _SHOWN if _is_named_by_text(one)], ids=lambda one: one.library
)
"""Those a person finds by words; visits and meetings are named by their day or kind."""


def fill(opened: Opened, number: int = 1) -> None:
    for one in needed(opened.tab.library):
        opened.type_in(one.key, sample(opened.desk, one, number))


def add(opened: Opened, number: int = 1) -> str:
    """Add a record with the keyboard alone; returns its name."""
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    fill(opened, number)
    opened.save()
    name = opened.tab.library.naming[0]
    return sample(opened.desk, CATALOG.by_key(opened.tab.library)[name], number)


@every_library
def test_the_table_has_the_declared_headers(qtbot: QtBot, desk: Desk, theme: Theme, library: Library) -> None:
    opened = open_tab(qtbot, desk, theme, library)
    model = opened.table.model()
    shown = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert shown == [one.label for one in CATALOG.surface(library) if one.in_table]


@every_library
def test_a_record_typed_with_the_keyboard_stands_in_the_table(
    qtbot: QtBot, desk: Desk, theme: Theme, library: Library
) -> None:
    opened = open_tab(qtbot, desk, theme, library)
    before = opened.rows()
    name = add(opened)
    assert opened.rows() == before + 1
    assert any(name in opened.shown(row) for row in range(opened.rows()))
    assert not opened.tab.is_dirty()


@every_library
def test_a_mistyped_field_says_why_and_nothing_is_stored_until_it_is_right(
    qtbot: QtBot, desk: Desk, theme: Theme, library: Library
) -> None:
    found = wrong(library)
    if found is None:
        pytest.skip("takes every text")
    one, words = found
    opened = open_tab(qtbot, desk, theme, library)
    before = desk.browse.count(library)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    fill(opened)
    opened.type_in(one.key, words)
    assert opened.remark(one.key)
    opened.save()
    assert desk.browse.count(library) == before
    assert opened.tab.focusWidget() is opened.editor(one.key)
    stays = one.key == library.naming[0] or one.field.needed == "save"
    opened.type_in(one.key, sample(desk, one) if stays else "")
    assert not opened.remark(one.key)
    opened.save()
    assert desk.browse.count(library) == before + 1


@named_by_text
def test_finding_sorting_deleting_and_restoring_work_by_keyboard(
    qtbot: QtBot, desk: Desk, theme: Theme, library: Library
) -> None:
    opened = open_tab(qtbot, desk, theme, library, True)
    name = add(opened)
    before = opened.rows()
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_Escape)
    finder = child(opened.tab, QLineEdit, "tab_search")
    finder.setText(name)
    count = child(opened.tab, QLabel, "tab_count")
    qtbot.waitUntil(lambda: count.text().startswith("筛选出"))
    assert name in opened.shown(0)
    finder.clear()
    qtbot.waitUntil(lambda: count.text().startswith("共"))
    assert opened.rows() == before
    column = next(one.key for one in CATALOG.surface(library) if one.in_table and not one.field.kind.many)
    opened.table.sort_asked.emit(column, False)
    first = [opened.shown(row) for row in range(opened.rows())]
    opened.table.sort_asked.emit(column, False)
    assert sorted(first) == sorted(opened.shown(row) for row in range(opened.rows()))
    row = next(at for at in range(before) if name in opened.shown(at))
    opened.table.selectRow(row)
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Delete)
    assert opened.asking.asked
    assert opened.rows() == before - 1
    assert desk.browse.count(library) == before - 1
    restore(opened)
    assert desk.browse.count(library) == before


def restore(opened: Opened) -> None:
    opened.tab.findChildren(Toolbar)[0].bin_toggled.emit(True)
    assert opened.rows() == 1
    opened.table.selectRow(0)
    opened.press("tool.restore")
    assert opened.rows() == 0


@every_library
def test_unsaved_work_is_asked_about_before_it_is_left(
    qtbot: QtBot, desk: Desk, theme: Theme, library: Library
) -> None:
    opened = open_tab(qtbot, desk, theme, library, None, 0)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    fill(opened)
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_Escape)
    assert opened.tab.is_dirty()
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_Escape)
    assert not opened.tab.is_dirty()
    assert len(opened.asking.asked) == 2


@every_library
def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, desk: Desk, theme: Theme, library: Library) -> None:
    opened = open_tab(qtbot, desk, theme, library)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    assert nameless(opened.tab) == []


@every_library
def test_tab_goes_round_the_whole_tab(qtbot: QtBot, desk: Desk, theme: Theme, library: Library) -> None:
    opened = open_tab(qtbot, desk, theme, library)
    QTest.keyClick(opened.tab, Qt.Key.Key_N, CTRL)
    start = opened.tab.focusWidget()
    seen = []
    for _ in range(400):
        QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_Tab)
        seen.append(opened.tab.focusWidget())
        if seen[-1] is start:
            break
    assert seen[-1] is start
    names = {one.objectName() for one in seen}
    assert {"save", "tool.add", "tab_search"} <= names
    assert names & {"table", "empty_action"}


@named_by_text
def test_a_cell_is_typed_in_copied_and_pasted_where_it_stands(
    qtbot: QtBot, desk: Desk, theme: Theme, library: Library
) -> None:
    opened = open_tab(qtbot, desk, theme, library)
    name = CATALOG.by_key(library)[library.naming[0]]
    before = add(opened)
    QTest.keyClick(opened.tab.focusWidget(), Qt.Key.Key_Escape)
    at = next(at for at in range(opened.rows()) if before in opened.shown(at))
    column = opened.shown(at).index(before)
    opened.table.setFocus()
    go(opened.table, at, column)
    QTest.keyClick(opened.table, Qt.Key.Key_F2)
    field = child(opened.table, QWidget, "cell_editor")
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    compose(field, sample(desk, name, 2))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.shown(at)[column] == sample(desk, name, 2)
    desk.undoing.undo()
    at = next(at for at in range(opened.rows()) if before in opened.shown(at))
    go(opened.table, at, column)
    QTest.keyClick(opened.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == before
    QTest.keyClick(opened.table, Qt.Key.Key_V, CTRL)
    assert opened.shown(at)[column] == before
