"""Covered values in the form: open to their office, covered for others until revealed."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import open_tab
from tests.gui.pieces import child

ALUMNI = CATALOG["alumni"]


def person(desk: Desk) -> None:
    desk.records.add(ALUMNI, {"person_name": "张示例", "person_mobile": "13912345678", "school": "重庆大学"})


def test_the_mobile_of_an_own_contact_is_open(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    person(desk)
    opened = open_tab(qtbot, desk, theme, ALUMNI)
    assert "13912345678" in opened.shown(0)
    opened.table.selectRow(0)
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    assert opened.editor("person_mobile").shown() == "13912345678"


def test_a_covered_value_stays_unless_it_is_replaced(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    person(desk)
    desk.view.identity = replace(desk.identity, office="GBA")  # As another office sees it.
    opened = open_tab(qtbot, desk, theme, ALUMNI)
    opened.table.selectRow(0)
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    mobile = opened.editor("person_mobile")
    assert mobile.shown() == ""
    assert "5678" in mobile.placeholderText()  # type: ignore[union-attr]
    assert "1234" not in mobile.placeholderText()  # type: ignore[union-attr]
    opened.type_in("person_mobile", "")
    opened.type_in("person_title", "Prof")
    opened.save()
    eye = child(opened.tab, QToolButton, "person_mobile.eye")
    QTest.keyClick(eye, Qt.Key.Key_Space)
    assert mobile.shown().replace(" ", "").endswith("13912345678")
    assert eye.isHidden()
