"""A library too long to be read at once: its beginning is there at once, the rest slides in, and it can be stopped."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.core.progress import Progress
from fj_desktop.libraries import CATALOG
from fj_desktop.services import browse
from fj_desktop.services.browse import BrowseService, Listing, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child
from tests.support.desks import open_file_desk

LAND = CATALOG["land"]
COUNT = 900
STEPS = 1_500


class Gate:
    """Holds every long reading until it is opened; a stop passes it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = threading.Event()
        read = BrowseService.open

        def held(self_: BrowseService, library: Any, wanted: Wanted, progress: Progress | None = None) -> Listing:
            while progress is not None and not self._open.wait(0.01):
                progress.check()
            return read(self_, library, wanted, progress)

        monkeypatch.setattr(BrowseService, "open", held)

    def let_through(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """So few steps at once that 900 records are long."""
    monkeypatch.setattr(browse, "_AT_ONCE", STEPS)
    return Gate(monkeypatch)


@pytest.fixture
def long_desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    with made.records._store.writing(made.identity.staff, "import") as write:
        writer = RowWriter(write, made.identity)
        for number in range(COUNT):
            writer.add(LAND, {"name": f"{number:04d}号地块"})
        writer.flush()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, long_desk: Desk, theme: Theme, gate: Gate) -> Iterator[Opened]:
    made = open_tab(qtbot, long_desk, theme, LAND)
    yield made
    gate.let_through()
    qtbot.waitUntil(lambda: made.tab._pane.rows.count is not None)


def count(opened: Opened) -> str:
    return child(opened.tab, QLabel, "tab_count").text()


def waiting(opened: Opened) -> QWidget:
    return child(opened.tab, QWidget, "waiting")


def whole(opened: Opened, qtbot: QtBot, gate: Gate) -> None:
    gate.let_through()
    qtbot.waitUntil(lambda: opened.tab._pane.rows.count is not None)


def test_the_beginning_is_there_at_once_and_the_rest_keeps_place_selection_and_keyboard(
    opened: Opened, qtbot: QtBot, gate: Gate
) -> None:
    assert 100 < opened.rows() < COUNT
    assert count(opened) == "正在读取…"
    first = opened.shown(0)
    opened.table.setFocus()
    opened.table.selectRow(60)
    opened.table.verticalScrollBar().setValue(50)
    chosen = opened.table.selected()
    resets: list[int] = []
    opened.table.model().modelReset.connect(lambda: resets.append(1))

    whole(opened, qtbot, gate)

    assert opened.rows() == COUNT
    assert count(opened) == f"共 {COUNT} 条"
    assert not resets
    assert opened.shown(0) == first
    assert opened.table.selected() == chosen
    assert opened.table.verticalScrollBar().value() == 50
    assert opened.table.hasFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert "0000号地块" in opened.shown(COUNT - 1)


def test_a_page_cut_short_by_the_beginning_is_read_anew(opened: Opened, qtbot: QtBot, gate: Gate) -> None:
    last = opened.rows() - 1
    opened.shown(last)
    whole(opened, qtbot, gate)
    named = [opened.shown(row) for row in (last, last + 1, last + 2)]
    assert len({row[2] for row in named} - {""}) == 3


def test_a_long_sort_shows_what_was_there_until_it_is_done_and_says_so_after_a_while(
    opened: Opened, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole(opened, qtbot, gate)
    gate._open.clear()
    before = opened.shown(0)
    opened.table.sort_asked.emit("area_m2", False)
    assert opened.shown(0) == before
    assert waiting(opened).isHidden()
    qtbot.waitUntil(waiting(opened).isVisible, timeout=2000)
    assert "排序" in child(waiting(opened), QLabel, "waiting.text").text()
    whole(opened, qtbot, gate)
    assert waiting(opened).isHidden()


@pytest.mark.parametrize("by_key", [True, False])
def test_a_long_search_is_stopped_and_leaves_the_table_as_it_was(
    opened: Opened, qtbot: QtBot, gate: Gate, by_key: bool
) -> None:
    opened.table.sort_asked.emit("name", False)
    whole(opened, qtbot, gate)
    gate._open.clear()
    before = [opened.shown(row) for row in range(3)]
    search = child(opened.tab, QLineEdit, "tab_search")
    search.setText("地块")
    qtbot.waitUntil(waiting(opened).isVisible, timeout=3000)
    if by_key:
        QTest.keyClick(opened.table, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(child(waiting(opened), QPushButton, "waiting.stop"), Qt.MouseButton.LeftButton)
    assert waiting(opened).isHidden()
    assert [opened.shown(row) for row in range(3)] == before
    assert search.text() == ""
    assert count(opened) == f"共 {COUNT} 条"
    assert opened.tab._pane.wanted() == Wanted(order=(("name", False),))


def test_a_first_reading_that_is_stopped_keeps_its_beginning_and_says_so(opened: Opened, qtbot: QtBot) -> None:
    rows = opened.rows()
    qtbot.waitUntil(waiting(opened).isVisible, timeout=2000)
    QTest.keyClick(opened.table, Qt.Key.Key_Escape)
    assert opened.rows() == rows
    assert count(opened) == f"只读取了前 {rows} 条"


def test_only_the_last_wish_is_shown(opened: Opened, qtbot: QtBot, gate: Gate) -> None:
    whole(opened, qtbot, gate)
    gate._open.clear()
    opened.table.sort_asked.emit("name", False)
    opened.table.sort_asked.emit("name", False)
    whole(opened, qtbot, gate)
    assert "0899号地块" in opened.shown(0)
    assert "0000号地块" in opened.shown(COUNT - 1)
