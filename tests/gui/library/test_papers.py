"""Documents of one page, asked for from the table."""

import uuid
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.papers import papers_of
from fj_desktop.ui.export_actions import ExportActions
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import Opened, open_tab
from tests.support.desks import open_file_desk
from tests.support.fake_asking import FakeAsking
from tests.support.printed import words_of

PROJECTS = CATALOG["projects"]


def opened(qtbot: QtBot, desk: Desk, theme: Theme, count: int) -> tuple[Opened, list[uuid.UUID]]:
    made = [desk.records.add(PROJECTS, {"name": f"示例项目{number}"}) for number in range(count)]
    return open_tab(qtbot, desk, theme, PROJECTS), made


def entries(tab: QWidget) -> list[str]:
    more = tab.findChild(QToolButton, "tool.more")
    assert more is not None
    return [one.text() for one in more.menu().actions()]


def test_the_key_prints_the_selected_project(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    shown, (project,) = opened(qtbot, desk, theme, 1)
    shown.tab.take_focus()
    QTest.keyClick(shown.tab.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown.tab.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert shown.asked == [("paper", papers_of(PROJECTS)[0], project)]
    assert "关口清单（一页 PDF）…" in entries(shown.tab)


def test_without_one_selected_project_it_says_what_to_do(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    shown, _ = opened(qtbot, desk, theme, 2)
    shown.tab.take_focus()
    QTest.keyClick(shown.tab.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown.tab.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert shown.asked == []
    assert "现在选中 2 条" in str(shown.asking.reported)


def test_a_library_without_documents_offers_none(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    tab = open_tab(qtbot, desk, theme, CATALOG["land"]).tab
    assert not any("一页" in words for words in entries(tab))


def test_the_file_is_named_for_the_project_and_written(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    desk = open_file_desk(tmp_path)
    shown, (project,) = opened(qtbot, desk, theme, 1)
    asking = FakeAsking(tmp_path / "清单.pdf")
    ExportActions(desk, theme, asking, Tasks(shown.tab)).paper(shown.tab, papers_of(PROJECTS)[0], project)
    qtbot.waitUntil(lambda: bool(asking.told))
    assert "关口清单-示例项目0-20261123.pdf" in str(asking.asked)
    assert "示例项目0" in words_of(tmp_path / "清单.pdf")
