"""The two lists in the window: published under a signer's name, made into a project, matched with their reasons."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.match_dialog import MatchDialog
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.gui.pieces import child
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking

LIST, PROJECTS = CATALOG["opportunities"], CATALOG["projects"]
READY = {
    "category": "眼镜", "chain_id": "眼镜", "industry_code": "C3587", "kind": "招商项目", "background": "有基础",
    "content": "镜片镀膜", "total_invest_wan": "8000万元", "location": "朱衣镇", "cooperation": "独资",
    "owner_unit": "县商务委", "contact_person": "示例员", "contact_phone": "023-56550000", "plan_review": "四项均通过",
    "status": "审核",
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_file_desk(tmp_path)
    yield opened
    opened.close()


def act(opened: Opened, words: str) -> None:
    (found,) = [one for one in opened.tab.findChildren(QAction) if one.text() == words]
    found.trigger()


def test_a_list_is_published_under_a_name_and_an_entry_becomes_a_project(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    desk.records.add(LIST, {"name": "镜片园", **READY})
    desk.records.add(LIST, {"name": "未审的", **READY, "plan_review": "未审"})
    opened = open_tab(qtbot, desk, theme, LIST, "签发人甲")
    act(opened, "发布清单…")
    assert "缺策划审核四项均通过" in str(opened.asking.asked)
    (issue,) = desk.view.rows_json(CATALOG["list-issues"], None, reveal=True, deleted=False)
    assert (issue["signer"], issue["item_count"]) == ("签发人甲", 1)

    shown: list[tuple[str, object]] = []
    opened.tab.open_asked.connect(lambda library, record: shown.append((library, record)))
    (out,) = [one for one in desk.view.rows_json(LIST, None, reveal=True, deleted=False) if one["issue_no"]]
    opened.table.select(uuid.UUID(out["id"]))
    act(opened, "转为项目")
    ((library, record),) = shown
    assert library == "projects"
    assert isinstance(record, uuid.UUID)
    assert desk.view.read(PROJECTS, record).name == "镜片园"


def test_nothing_ready_is_told_and_giving_up_publishes_nothing(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = open_tab(qtbot, desk, theme, LIST, None)
    act(opened, "发布清单…")
    assert "没有状态为“审核”的条目" in opened.asking.reported[0].text
    desk.records.add(LIST, {"name": "镜片园", **READY})
    act(opened, "发布清单…")
    assert desk.browse.count(CATALOG["list-issues"]) == 0


def test_a_match_shows_its_reasons_and_enter_opens_it(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    wanted = {"name": "镜片镀膜车间", "chain_id": "眼镜", "industry_code": "C3587", "content": "镜片镀膜"}
    project = desk.records.add(PROJECTS, wanted)
    offer = desk.records.add(LIST, {"name": "眼镜产业园", "chain_id": "眼镜", "content": "镜片镀膜、镜架加工"})
    dialog = MatchDialog(None, desk, PROJECTS, project, theme, FakeAsking())  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    opened: list[tuple[str, object]] = []
    dialog.open_asked.connect(lambda library, record: opened.append((library, record)))
    dialog.show()
    tree = child(dialog, QTreeWidget, "match.tree")
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    item = tree.currentItem()
    assert item is not None
    assert item.text(0) == "眼镜产业园"
    assert "同一条产业链" in item.text(2)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert opened == [("opportunities", offer)]
