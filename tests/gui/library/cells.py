"""What tests of cells share: three plots in a table, going to a cell, its editor, clipboard and dialogs."""

import uuid

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.grid_selection import go
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child, nameless

LAND, ALUMNI = CATALOG["land"], CATALOG["alumni"]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def three_plots(qtbot: QtBot, desk: Desk, theme: Theme) -> Opened:
    for name, area in (("丙地块", "3亩"), ("乙地块", "2亩"), ("甲地块", "1亩")):
        desk.records.add(LAND, {"name": name, "supply_status": "可供", "area_m2": area, "parcel_no": f"No.{area[0]}"})
    tab = open_tab(qtbot, desk, theme, LAND)
    tab.table.sort_asked.emit("parcel_no", False)
    return tab


def first(opened: Opened) -> uuid.UUID:
    """The record in the first row."""
    record = opened.table.model().record(0)  # type: ignore[attr-defined]
    assert isinstance(record, uuid.UUID)
    return record


def at(opened: Opened, row: int, key: str) -> None:
    """Go to a cell."""
    opened.table.setFocus()
    go(opened.table, row, column(opened, key))


def column(opened: Opened, key: str) -> int:
    return opened.table.model().keys.index(key)  # type: ignore[attr-defined,no-any-return]


def cell(opened: Opened, row: int, key: str) -> str:
    return opened.shown(row)[column(opened, key)]


def editor(opened: Opened) -> QWidget | None:
    found = [one for one in opened.table.findChildren(QWidget, "cell_editor") if one.isVisible()]
    return found[0] if found else None


def press(opened: Opened, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(editor(opened) or opened.table, key, held)


def put(plain: str, html: str = "") -> None:
    mime = QMimeData()
    mime.setText(plain)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def answer(qtbot: QtBot, name: str, button: str) -> list[str]:
    """Answer the next dialog of that name by a button; what it said is in the list afterwards."""
    said: list[str] = []

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        assert dialog.objectName() == name
        assert nameless(dialog) == []
        said.extend(one.text() for one in dialog.findChildren(QLabel))
        QTest.keyClick(child(dialog, QPushButton, button), Qt.Key.Key_Space)

    QTimer.singleShot(0, reply)
    return said
