"""Backups in the window: the badge, making one, and what is asked before going back to one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from fj_desktop.ui.backup.dialog import BackupDialog
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child, nameless
from tests.support.backed_up import Backed, backed
from tests.support.fake_asking import FakeAsking


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Backed]:
    one = backed(tmp_path / "desk")
    one.add("一号")
    yield one
    one.desk.close()


@pytest.fixture
def asking() -> FakeAsking:
    return FakeAsking()


@pytest.fixture
def dialog(qtbot: QtBot, made: Backed, theme: Theme, asking: FakeAsking) -> BackupDialog:
    opened = BackupDialog(None, made.backups, made.desk.clock, theme, asking)  # type: ignore[arg-type]
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def press(dialog: BackupDialog, name: str) -> None:
    QTest.keyClick(child(dialog, QPushButton, name), Qt.Key.Key_Space)


def listed(dialog: BackupDialog) -> int:
    return child(dialog, QTreeWidget, "backup.list").topLevelItemCount()


def test_a_backup_made_by_hand_is_listed_and_one_without_changes_is_not_made(
    dialog: BackupDialog, asking: FakeAsking, qtbot: QtBot
) -> None:
    assert listed(dialog) == 0
    assert not child(dialog, QPushButton, "backup.restore").isEnabled()
    press(dialog, "backup.now")
    qtbot.waitUntil(lambda: listed(dialog) == 1)
    # The list may tell of the new backup before the work is over, which keeps keys away until then.
    qtbot.waitUntil(lambda: not any(one.is_busy for one in dialog.findChildren(Tasks)))
    press(dialog, "backup.now")
    qtbot.waitUntil(lambda: bool(asking.told), timeout=20_000)
    assert asking.told[0][0] == "不用再备份"
    assert listed(dialog) == 1


def test_going_back_is_asked_about_and_only_then_wanted(
    dialog: BackupDialog, asking: FakeAsking, made: Backed, qtbot: QtBot
) -> None:
    wanted: list[object] = []
    dialog.restore_asked.connect(wanted.append)
    press(dialog, "backup.now")
    qtbot.waitUntil(lambda: listed(dialog) == 1)
    made.add("二号")
    asking._answers += [False, True]
    press(dialog, "backup.restore")
    qtbot.waitUntil(lambda: len(asking.asked) == 1)
    assert wanted == []
    press(dialog, "backup.restore")
    qtbot.waitUntil(lambda: len(wanted) == 1)
    assert asking.asked[-1][0] == "恢复到这份备份？"


def test_every_part_of_the_backup_dialog_has_a_name(dialog: BackupDialog) -> None:
    assert nameless(dialog) == []
