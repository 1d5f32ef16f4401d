"""Past imports: listed newest first, one taken back by a click, what was edited since stays and is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.importing.past_dialog import PastImportsDialog
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking

LAND = CATALOG["land"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_file_desk(tmp_path)
    yield opened
    opened.close()


def bring_in(desk: Desk, folder: Path, file: str, *names: str) -> None:
    path = folder / file
    path.write_text("名称\n" + "\n".join(names) + "\n", "utf-8-sig")
    book = desk.importing.read(path)
    desk.importing.apply(desk.importing.plan(book, desk.importing.propose(book, LAND), LAND))


def test_an_import_is_listed_and_taken_back_but_for_what_was_edited_since(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    bring_in(desk, tmp_path, "一.csv", "甲地块", "乙地块")
    bring_in(desk, tmp_path, "二.csv", "丙地块", "丁地块", "戊地块")
    kept = next(hit.id for hit in desk.search.find("丁地块"))
    desk.records.change(LAND, kept, {"note": "已看过"})
    asking = FakeAsking(False, True)
    dialog = PastImportsDialog(None, desk, asking)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    rows = [[dialog._list.item(row, column).text() for column in (1, 2, 3, 7)] for row in range(2)]  # type: ignore[union-attr]
    assert rows == [["二.csv", "可招商土地库", "3", "有效"], ["一.csv", "可招商土地库", "2", "有效"]]

    undo = child(dialog, QPushButton, "past.undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert len(desk.browse.open(LAND, Wanted())) == 5
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "此后改过的 1 条保留：丁地块" in dialog._said.text())
    assert len(desk.browse.open(LAND, Wanted())) == 3
    assert not undo.isEnabled()
    desk.undoing.redo()
    assert len(desk.browse.open(LAND, Wanted())) == 5
