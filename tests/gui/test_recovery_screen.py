"""When the desk cannot be opened: what is there, nothing touched, next steps; each risky one asks first."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fj_desktop.ui.recovery_screen import FileSeen, RecoveryScreen, Trouble
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.brand import Facts
from tests.gui.pieces import child, nameless
from tests.support.fake_asking import FakeAsking

MOMENT = dt.datetime(2026, 11, 20, 9, 30)


def _screen(qtbot: QtBot, theme: Theme, folder: Path, *answers: object, backups: int = 2) -> RecoveryScreen:
    trouble = Trouble(
        "台账文件已损坏。",
        "FJ-3000",
        folder,
        [FileSeen(folder / "desk.fjdb", 12_345_678, MOMENT), FileSeen(folder / "desk.keys", 812, MOMENT)],
        [FileSeen(folder / "backups" / f"desk-{number}.fjbackup", 1000, MOMENT) for number in range(backups)],
        may_set_aside=True,
    )
    made = RecoveryScreen(theme, FakeAsking(*answers), trouble, Facts("1.0"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def test_it_says_what_is_wrong_what_lies_there_and_that_nothing_was_touched(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    screen = _screen(qtbot, theme, tmp_path)
    shown = [label.text() for label in screen.findChildren(QLabel)]
    assert "台账文件已损坏。（FJ-3000）" in shown
    assert str(tmp_path) in shown
    assert {"desk.fjdb", "11.8 MB", "desk.keys", "812 字节", "2026-11-20 09:30"} <= set(shown)
    assert "以上文件程序都没有改动，也不会覆盖。" in shown


def test_a_backup_is_restored_only_after_a_yes(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    screen = _screen(qtbot, theme, tmp_path, False, True)
    child(screen, QComboBox, "backups").setCurrentIndex(1)
    with qtbot.assertNotEmitted(screen.restore_asked):
        child(screen, QPushButton, "restore").click()
    with qtbot.waitSignal(screen.restore_asked) as asked:
        child(screen, QPushButton, "restore").click()
    assert asked.args == [tmp_path / "backups" / "desk-1.fjbackup"]


def test_files_are_set_aside_only_after_a_yes(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    screen = _screen(qtbot, theme, tmp_path, False, True)
    with qtbot.assertNotEmitted(screen.set_aside_asked):
        child(screen, QPushButton, "set_aside").click()
    with qtbot.waitSignal(screen.set_aside_asked):
        child(screen, QPushButton, "set_aside").click()


@pytest.mark.parametrize("name", ["retry", "folder", "other_folder", "demo"])
def test_every_harmless_step_is_one_button(qtbot: QtBot, theme: Theme, tmp_path: Path, name: str) -> None:
    screen = _screen(qtbot, theme, tmp_path)
    with qtbot.waitSignal(getattr(screen, f"{name}_asked")):
        child(screen, QPushButton, name).click()


def test_without_a_backup_none_is_offered(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    assert _screen(qtbot, theme, tmp_path, backups=0).findChildren(QPushButton, "restore") == []


def test_u18_every_field_has_a_name(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    assert nameless(_screen(qtbot, theme, tmp_path)) == []
