"""Many cells are changed beside the window's thread, in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from fj_desktop.core.clock import FixedClock
from fj_desktop.services.bulk_plan import NewRow
from fj_desktop.services.desk import Desk
from fj_desktop.services.founding import found_desk
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.transactions import Store
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.theme import Theme
from tests.gui.library.cells import CTRL, LAND, SHIFT, at, cell, press
from tests.gui.library.opened import SMALL_SCREEN, Opened
from tests.gui.pieces import child
from tests.support.cheap_keys import scratch_engine
from tests.support.desks import NOON
from tests.support.fake_asking import FakeAsking

MANY = 450


class Hearer(QObject):
    """Brings word of changes from a working thread to the window's, as the main window does."""

    said = Signal(str)

    def tell(self, table: str, _: object) -> None:
        self.said.emit(table)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk in a file, which several threads may use."""
    engine = scratch_engine(tmp_path / "scratch.db")
    with engine.begin() as connection:
        Scripts().run(connection)
    with engine.begin() as connection:
        found_desk(connection, FixedClock(NOON), "YRD", "示例员")
    opened = Desk(Store(engine, FixedClock(NOON)))
    yield opened
    opened.close()


def test_a_long_block_is_filled_beside_the_window_and_rows_stay(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    rows = [NewRow(number, {"name": f"地块{number}", "area_m2": f"{number}亩"}) for number in range(1, MANY + 1)]
    desk.bulk.apply(desk.bulk.plan(LAND, {}, rows), "paste")
    asking, hearer = FakeAsking(), Hearer()
    tab = LibraryTab(desk, LAND, theme, asking, Actions(*[lambda *_: None] * 5))
    qtbot.addWidget(tab)
    hearer.said.connect(tab.heard)
    desk.announcer.listen(hearer.tell)
    tab.resize(*SMALL_SCREEN)
    tab.show()
    tab.activateWindow()
    tab.refresh()
    qtbot.waitUntil(tab.isActiveWindow)
    opened = Opened(tab, desk, asking)
    qtbot.waitUntil(lambda: opened.rows() == MANY)
    names = [cell(opened, row, "name") for row in range(5)]
    at(opened, 0, "area_m2")
    first = cell(opened, 0, "area_m2")
    press(opened, Qt.Key.Key_Down, CTRL | SHIFT)
    said: list[str] = []
    answering = QTimer(tab, interval=20)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.objectName() == "grid_plan":
            answering.stop()
            said.append(child(dialog, QLabel, "plan.counts").text())
            dialog.accept()

    answering.timeout.connect(answer)
    answering.start()
    press(opened, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: cell(opened, 4, "area_m2") == first)
    qtbot.waitUntil(lambda: child(tab, QLabel, "grid_toast").isVisible())
    assert said == [f"将改动 {MANY - 1} 条"]
    assert [cell(opened, row, "name") for row in range(5)] == names
    assert not asking.reported
