"""Files dropped on a library's table."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import open_tab
from tests.gui.pieces import child

LAND = CATALOG["land"]


def drop(on: QWidget, *files: Path) -> bool:
    """Drag files over a widget and let go; whether they were taken."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    rest = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(5, 5), *rest)
    entered.ignore()
    QApplication.sendEvent(on, entered)
    if entered.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(5, 5), *rest))
    return entered.isAccepted()


def test_a_file_dropped_on_a_table_begins_an_import_into_that_library(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    opened = open_tab(qtbot, desk, theme, LAND)
    (pane,) = opened.tab.findChildren(TablePane)
    assert drop(pane, tmp_path / "地块.xlsx")
    assert opened.asked[-1][-2:] == (LAND, tmp_path / "地块.xlsx")
    assert child(pane, QLabel, "ledger_veil").text() == "松开即导入到可招商土地库"
    assert not child(pane, QLabel, "ledger_veil").isVisible()


def test_several_files_at_once_begin_no_import(qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path) -> None:
    opened = open_tab(qtbot, desk, theme, LAND)
    (pane,) = opened.tab.findChildren(TablePane)
    assert not drop(pane, tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    assert opened.asked == []
