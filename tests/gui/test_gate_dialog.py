"""The gate in the window: what is missing is listed, a move is refused or made, an office can not override."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.projects.gate_dialog import GateDialog
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import open_tab
from tests.gui.pieces import child
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking

PROJECTS = CATALOG["projects"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_file_desk(tmp_path)
    yield opened
    opened.close()


def gate(qtbot: QtBot, desk: Desk, theme: Theme, project: uuid.UUID, asking: FakeAsking) -> GateDialog:
    dialog = GateDialog(None, desk, project, theme, asking)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: child(dialog, QTreeWidget, "gate_list").topLevelItemCount() > 0)
    return dialog


def lines(dialog: GateDialog) -> dict[str, str]:
    tree = child(dialog, QTreeWidget, "gate_list")
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {one.text(1): one.text(0) for one in items if one is not None}


def test_what_is_missing_is_listed_and_the_move_is_closed(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    dialog = gate(qtbot, desk, theme, desk.records.add(PROJECTS, {"name": "镜片镀膜车间"}), FakeAsking())
    found = lines(dialog)
    assert (found["投资主体"], found["首报"], found["走访或接洽记录"]) == ("× 必须", "√ 已满足", "！提醒")
    assert not child(dialog, QPushButton, "gate_move").isEnabled()
    assert child(dialog, QPushButton, "gate_override").isHidden()
    assert "还差 3 项" in child(dialog, QLabel, "gate_state").text()


def test_a_project_goes_on_from_its_table_by_keyboard(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    record = desk.records.add(
        PROJECTS, {"name": "镜片镀膜车间", "company_id": "示例镜业", "chain_id": "眼镜", "source_kind": "展会"}
    )
    opened = open_tab(qtbot, desk, theme, PROJECTS)
    opened.table.selectRow(0)
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = child(opened.tab, GateDialog, "gate")
    move = child(dialog, QPushButton, "gate_move")
    qtbot.waitUntil(move.isEnabled)
    assert move.text() == "转到“洽谈”"
    day = child(dialog, QLineEdit, "gate_day")
    day.setText("昨天")
    QTest.keyClick(move, Qt.Key.Key_Space)
    assert "发生日期" in opened.asking.reported[0].text
    day.setText("2026.11.20")
    QTest.keyClick(move, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.view.read(PROJECTS, record).texts["stage"] == "洽谈")
    qtbot.waitUntil(lambda: "洽谈" in opened.shown(0))


def test_documents_offered_are_the_record_s_own(desk: Desk, tmp_path: Path) -> None:
    assert desk.view.suggest(CATALOG["decisions"], "minutes_id", "") == []
