"""The project page: its parts with what can be opened and added from there, by key and by click."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import Begun
from fj_desktop.ui.projects.story_dialog import StoryDialog
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


@pytest.fixture
def project(desk: Desk) -> uuid.UUID:
    made = desk.records.add(PROJECTS, {"name": "眼镜生产线", "company_id": "温州示例光学有限公司", "chain_id": "眼镜"})
    visit = {
        "visit_on": "2026-11-20",
        "company_id": "温州示例光学有限公司",
        "project_id": str(made),
        "kind": "外出拜访",
    }
    desk.records.add(CATALOG["visits"], visit)
    return made


def told(qtbot: QtBot, desk: Desk, theme: Theme, project: uuid.UUID) -> tuple[StoryDialog, QTreeWidget]:
    dialog = StoryDialog(None, desk, project, theme, FakeAsking())  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    tree = child(dialog, QTreeWidget, "story.tree")
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    return dialog, tree


def group(tree: QTreeWidget, start: str) -> QTreeWidgetItem:
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return next(one for one in items if one is not None and one.text(0).startswith(start))


def test_enter_opens_the_record_of_a_line(qtbot: QtBot, desk: Desk, theme: Theme, project: uuid.UUID) -> None:
    dialog, tree = told(qtbot, desk, theme, project)
    opened: list[tuple[str, object]] = []
    dialog.open_asked.connect(lambda library, record: opened.append((library, record)))
    tree.setCurrentItem(group(tree, "走访对接（1）").child(0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    (visit,) = desk.view.rows_json(CATALOG["visits"], None, reveal=True, deleted=False)
    assert [(library, str(record)) for library, record in opened] == [("visits", visit["id"])]
    assert not dialog.isVisible()


def test_a_part_is_added_by_its_plus_or_by_key(qtbot: QtBot, desk: Desk, theme: Theme, project: uuid.UUID) -> None:
    asked: list[tuple[str, Begun]] = []
    dialog, tree = told(qtbot, desk, theme, project)
    dialog.new_asked.connect(lambda library, begun: asked.append((library, begun)))
    QTest.mouseClick(child(dialog, QToolButton, "story.add.progress"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()

    dialog, tree = told(qtbot, desk, theme, project)
    dialog.new_asked.connect(lambda library, begun: asked.append((library, begun)))
    tree.setCurrentItem(group(tree, "走访对接").child(0))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(tree, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert [library for library, _ in asked] == ["progress", "visits"]
    assert asked[1][1].texts["project_id"] == str(project)


def test_a_begun_record_is_saved_with_its_project(qtbot: QtBot, desk: Desk, theme: Theme, project: uuid.UUID) -> None:
    begun = {one.library: one.begun for one in desk.story.of(project).sections}["progress"]
    opened = open_tab(qtbot, desk, theme, CATALOG["progress"])
    opened.tab.start_new(begun)
    assert not opened.tab.is_dirty()
    opened.type_in("happened_on", "2026-11-22")
    opened.type_in("summary", "主体封顶")
    opened.save()
    (row,) = desk.view.rows_json(CATALOG["progress"], None, reveal=True, deleted=False)
    assert row["project_id"] == "眼镜生产线"


def test_a_record_the_program_alone_writes_can_be_opened(
    qtbot: QtBot, desk: Desk, theme: Theme, project: uuid.UUID
) -> None:
    desk.tracking.drop(project, "企业改投外地")
    opened = open_tab(qtbot, desk, theme, CATALOG["stage-moves"])
    (move,) = desk.view.rows_json(CATALOG["stage-moves"], None, reveal=True, deleted=False)
    opened.tab.show_record(uuid.UUID(move["id"]))
    assert opened.editor("to_stage").value() == "退库"
