"""Filters put together: all of some and one of others, counted while they are made."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.filtering import AnyOf, Filter
from fj_desktop.ui.library.filter_builder import FilterBuilder
from fj_desktop.ui.library.filter_panel import FilterPanel
from fj_desktop.ui.library.filters import FilterBar
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child
from tests.support.desks import open_file_desk

LAND = CATALOG["land"]


def add(builder: FilterBuilder, bar: FilterBar, words: str) -> None:
    bar.ask("name", child(builder, QPushButton, "builder_any"))
    panel = QApplication.activePopupWidget()
    assert isinstance(panel, FilterPanel)
    typed = child(panel, QLineEdit, "filter_text")
    QTest.keyClicks(typed, words)
    QTest.keyClick(typed, Qt.Key.Key_Return)


def test_one_of_several_conditions_is_enough_and_is_counted(qtbot: QtBot, tmp_path: Path, theme: Theme) -> None:
    desk = open_file_desk(tmp_path)
    for name in ("a1", "b1", "c1", "a2"):
        desk.records.add(LAND, {"name": name})
    builder = FilterBuilder(None, desk, LAND, Wanted(), theme)  # type: ignore[arg-type]
    qtbot.addWidget(builder)
    builder.show()
    counted = child(builder, QLabel, "builder_count")
    qtbot.waitUntil(lambda: "4 条" in counted.text())
    some = builder.findChildren(FilterBar)[1]
    add(builder, some, "a")
    qtbot.waitUntil(lambda: "2 条" in counted.text())
    add(builder, some, "b")
    qtbot.waitUntil(lambda: "3 条" in counted.text())
    add(builder, builder.findChildren(FilterBar)[0], "1")
    qtbot.waitUntil(lambda: "：2 条" in counted.text())
    QTest.keyClick(child(builder, QPushButton, "builder_apply"), Qt.Key.Key_Space)
    either = AnyOf((Filter("name", "contains", ("a",)), Filter("name", "contains", ("b",))))
    assert builder.result() == FilterBuilder.DialogCode.Accepted
    assert builder.filters() == (Filter("name", "contains", ("1",)), either)
    desk.close()
