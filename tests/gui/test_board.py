"""The board and the timeline: keys between cards and columns, a drop asks the gate, a wrong one says why."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.projects.card_model import MIME
from fj_desktop.ui.projects.gate_dialog import GateDialog
from fj_desktop.ui.projects.stage_list import StageList
from fj_desktop.ui.projects.timeline import Timeline
from fj_desktop.ui.projects.timeline_bars import late_stretches, stretches
from fj_desktop.ui.theme import Theme
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking

PROJECTS = CATALOG["projects"]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    made.records.add(PROJECTS, {"name": "脐橙加工", "total_invest_wan": "8000万元"})
    ready = {"name": "眼镜生产线", "company_id": "温州示例光学有限公司", "chain_id": "眼镜", "source_kind": "展会"}
    made.tracking.move(made.records.add(PROJECTS, ready))
    yield made
    made.close()


@pytest.fixture
def asking() -> FakeAsking:
    return FakeAsking("客商转投他处")


@pytest.fixture
def tab(qtbot: QtBot, theme: Theme, desk: Desk, asking: FakeAsking) -> LibraryTab:
    made = LibraryTab(desk, PROJECTS, theme, asking, Actions(*[lambda *_: None] * len(Actions.__dataclass_fields__)))
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh()
    return made


def _column(tab: LibraryTab, stage: str) -> StageList:
    found = tab.findChild(StageList, f"board.{stage}")
    assert isinstance(found, StageList)
    return found


def _board(tab: LibraryTab, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.windowHandle(), Qt.Key.Key_2, CTRL | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _column(tab, "洽谈").model().rowCount() == 1)
    _column(tab, "线索").setFocus()


def _drop(onto: StageList, project: uuid.UUID) -> None:
    mime = QMimeData()
    mime.setData(MIME, project.bytes)
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, CTRL)
    onto.dropEvent(event)


def _gate(tab: LibraryTab) -> str:
    dialogs = [one for one in tab.findChildren(GateDialog) if one.isVisible()]
    if not dialogs:
        return ""
    to = dialogs[-1].findChild(QComboBox, "gate_to")
    assert isinstance(to, QComboBox)
    words = to.currentText()
    dialogs[-1].reject()
    return words


def test_keys_go_between_cards_and_columns_and_open_the_project(tab: LibraryTab, qtbot: QtBot) -> None:
    _board(tab, qtbot)
    assert _column(tab, "线索").accessibleName() == "线索　1 个，总投资 8000万元"
    qtbot.keyClick(_column(tab, "线索"), Qt.Key.Key_Right)
    assert _column(tab, "洽谈").hasFocus()
    qtbot.keyClick(_column(tab, "洽谈"), Qt.Key.Key_Left)
    assert _column(tab, "线索").hasFocus()
    with qtbot.waitSignal(tab.visited) as visited:
        qtbot.keyClick(_column(tab, "线索"), Qt.Key.Key_Return)
    assert visited.args is not None
    assert visited.args[1] == _column(tab, "线索").present or isinstance(visited.args[1], uuid.UUID)


def test_ctrl_right_and_a_drop_ask_the_gate(tab: LibraryTab, qtbot: QtBot, desk: Desk) -> None:
    _board(tab, qtbot)
    qtbot.keyClick(_column(tab, "线索"), Qt.Key.Key_Right, CTRL)
    assert _gate(tab) == "洽谈"
    _column(tab, "洽谈").setFocus()
    project = _column(tab, "洽谈").present
    assert project is not None
    _drop(_column(tab, "签约"), project)
    assert _gate(tab) == "签约"
    assert desk.view.read(PROJECTS, project).texts["stage"] == "洽谈"


def test_a_drop_that_skips_or_goes_back_says_why_and_moves_nothing(
    tab: LibraryTab, qtbot: QtBot, asking: FakeAsking
) -> None:
    _board(tab, qtbot)
    project = _column(tab, "线索").present
    assert project is not None
    _drop(_column(tab, "开工"), project)
    assert _gate(tab) == ""
    assert asking.reported[0].text == "“脐橙加工”在线索阶段，阶段不能跳过，也不能倒退，现在只能转到洽谈。"


def test_a_card_dropped_where_dropped_ones_stand_asks_why_and_leaves(tab: LibraryTab, qtbot: QtBot, desk: Desk) -> None:
    desk.announcer.listen(lambda table, _: tab.heard(table))
    _board(tab, qtbot)
    project = _column(tab, "线索").present
    assert project is not None
    apart = tab.findChild(QPushButton, "board.apart")
    assert isinstance(apart, QPushButton)
    qtbot.mouseClick(apart, Qt.MouseButton.LeftButton)
    _drop(_column(tab, "退库"), project)
    qtbot.waitUntil(lambda: _column(tab, "退库").model().rowCount() == 1)
    assert _column(tab, "线索").model().rowCount() == 0
    assert apart.text() == "退出 0　退库 1"


def test_the_timeline_tells_each_line_and_zooms_with_keys(tab: LibraryTab, qtbot: QtBot) -> None:
    qtbot.keyClick(tab.windowHandle(), Qt.Key.Key_3, CTRL | Qt.KeyboardModifier.AltModifier)
    line = tab.findChild(QWidget, "timeline")
    assert isinstance(line, Timeline)
    qtbot.waitUntil(lambda: line.accessibleDescription().startswith("脐橙加工，线索 2026-11-23 起"))
    wide = line.horizontalScrollBar().maximum()
    qtbot.keyClick(line, Qt.Key.Key_Plus)
    assert line.horizontalScrollBar().maximum() > wide
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.accessibleDescription().startswith("眼镜生产线，线索")
    assert "洽谈 2026-11-23 起" in line.accessibleDescription()


def test_a_line_is_made_of_its_stages_and_of_what_is_late(desk: Desk) -> None:
    from dataclasses import replace

    from fj_desktop.services.browse import Wanted

    day = dt.date
    numbers = desk.board.columns(Wanted())[1].numbers
    (card,) = desk.board.cards(numbers)
    told = replace(
        card, stage="开工", reported_on=day(2026, 1, 1), negotiated_on=day(2026, 2, 1), signed_on=day(2026, 3, 1),
        started_on=day(2026, 6, 1), agreed_start_on=day(2026, 5, 1), agreed_prod_on=day(2026, 10, 1),
    )  # fmt: skip
    today = day(2026, 11, 23)
    assert [(one.stage, one.first, one.last) for one in stretches(told, today)] == [
        ("线索", day(2026, 1, 1), day(2026, 2, 1)), ("洽谈", day(2026, 2, 1), day(2026, 3, 1)),
        ("签约", day(2026, 3, 1), day(2026, 6, 1)), ("开工", day(2026, 6, 1), today),
    ]  # fmt: skip
    assert list(late_stretches(told, today)) == [(day(2026, 5, 1), day(2026, 6, 1)), (day(2026, 10, 1), today)]
    left = replace(told, stage="退出")
    assert list(late_stretches(left, today)) == []
    assert list(stretches(left, today))[-1].last == day(2026, 6, 1)
