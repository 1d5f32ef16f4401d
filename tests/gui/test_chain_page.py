"""The chain map in the window: from link to link by keyboard, renamed in place, added, printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.work.chain_page import ChainPage, MapView
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking

NODES = CATALOG["nodes"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_file_desk(tmp_path)
    for name, position in (("树脂", "上游"), ("镀膜", "中游")):
        made.records.add(NODES, {"chain_id": "眼镜", "name": name, "position": position, "gap": "缺失"})
    yield made
    made.close()


@pytest.fixture
def asking() -> FakeAsking:
    return FakeAsking()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, asking: FakeAsking) -> ChainPage:
    made = ChainPage(desk, theme, asking)
    qtbot.addWidget(made)
    desk.announcer.listen(lambda table, _: made.heard(table))
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    chains = made.findChild(QComboBox, "chain.choice")
    assert isinstance(chains, QComboBox)
    qtbot.waitUntil(lambda: chains.count() > 0)
    chains.setCurrentIndex(chains.findText("眼镜"))
    qtbot.waitUntil(lambda: _about(made).startswith("环节 2 个"))
    return made


def _about(page: ChainPage) -> str:
    found = page.findChild(QLabel, "chain.about")
    assert isinstance(found, QLabel)
    return found.text()


def _view(page: ChainPage) -> MapView:
    found = page.findChild(QWidget, "chain.map")
    assert isinstance(found, MapView)
    return found


def _chosen(page: ChainPage) -> str:
    item = _view(page).present
    return item.node.name if item is not None else ""


def test_arrows_go_from_link_to_link_and_enter_opens_one(page: ChainPage, qtbot: QtBot) -> None:
    page.take_focus()
    qtbot.keyClick(_view(page), Qt.Key.Key_Right)
    assert _chosen(page) == "树脂"
    qtbot.keyClick(_view(page), Qt.Key.Key_Right)
    assert _chosen(page) == "镀膜"
    assert _view(page).accessibleDescription() == "镀膜（缺失）"
    with qtbot.waitSignal(page.open_asked) as opened:
        qtbot.keyClick(_view(page), Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0] == "nodes"


def test_a_link_is_renamed_and_its_state_changed_in_place(page: ChainPage, qtbot: QtBot, asking: FakeAsking) -> None:
    page.take_focus()
    qtbot.keyClick(_view(page), Qt.Key.Key_Right)
    asking._answers = ["树脂单体"]
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: _chosen(page) == "树脂单体")
    qtbot.keyClick(page.windowHandle(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "缺失 1 个" in _about(page))


def test_a_link_is_added_below_the_chosen_one(page: ChainPage, qtbot: QtBot, asking: FakeAsking, desk: Desk) -> None:
    page.take_focus()
    qtbot.keyClick(_view(page), Qt.Key.Key_Right)
    asking._answers = ["单体合成", 0]
    add = page.findChild(QPushButton, "chain.add")
    assert isinstance(add, QPushButton)
    qtbot.mouseClick(add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _about(page).startswith("环节 3 个"))
    made = desk.chain_map.of(desk.chain_map.named("眼镜"))
    new = next(one for one in made.nodes if one.name == "单体合成")
    assert (new.position, new.gap) == ("上游", "缺失")
    assert next(one.name for one in made.nodes if one.id == new.parent) == "树脂"


def test_the_map_is_printed(page: ChainPage, qtbot: QtBot, asking: FakeAsking, tmp_path: Path) -> None:
    asking._answers = [0, tmp_path / "图谱.pdf"]
    out = page.findChild(QPushButton, "chain.out")
    assert isinstance(out, QPushButton)
    qtbot.mouseClick(out, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asking.told))
    assert (tmp_path / "图谱.pdf").read_bytes().startswith(b"%PDF")
