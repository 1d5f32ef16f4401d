"""A layout that was imported before opens as the person left it, says so, and can be guessed anew."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFrame, QLabel
from pytestqt.qtbot import QtBot

from fj_desktop.services.desk import Desk
from fj_desktop.ui.importing import ImportWizard
from tests.gui.importing.conftest import OpenWizard
from tests.gui.importing.ledgers import GOOD, HEADER, OTHER, press, store, write
from tests.gui.pieces import child, nameless

WITH_OWN = (*HEADER, "自拟列")


def field(wizard: ImportWizard, column: int) -> str:
    """The field a column goes into, as its box says it."""
    return child(wizard, QComboBox, f"mapping.field.{column}").currentText()


def leave_out_the_day(qtbot: QtBot, open_wizard: OpenWizard, file: Path) -> None:
    """Import a file without its fifth column, duplicates skipped."""
    wizard = open_wizard("entrepreneurs", file)
    press(qtbot, wizard, "wizard.next")
    assert child(wizard, QFrame, "mapping.recalled").isHidden()
    wizard.remap(4, ())
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)
    rule = child(wizard, QComboBox, "preview.for_all")
    rule.setCurrentIndex(2)
    rule.activated.emit(2)
    store(qtbot, wizard)
    press(qtbot, wizard, "wizard.next")


def test_the_mapping_of_last_time_is_used_and_said(
    qtbot: QtBot, desk: Desk, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    leave_out_the_day(qtbot, open_wizard, write(tmp_path / "a.csv", WITH_OWN, (*GOOD, "二")))
    wizard = open_wizard("entrepreneurs", write(tmp_path / "b.csv", WITH_OWN, (*OTHER, "一"), (*GOOD, "二")))
    press(qtbot, wizard, "wizard.next")
    bar = child(wizard, QFrame, "mapping.recalled")
    assert bar.isVisible()
    words = child(bar, QLabel, "mapping.recalled_words").text()
    assert words.startswith("沿用上次 2026-11-23 的对应；重复的行：跳过")
    assert field(wizard, 4) == "不导入"
    assert "请看一眼" not in child(wizard, QLabel, "mapping.summary").text()
    assert nameless(wizard) == []
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)
    assert child(wizard, QComboBox, "preview.for_all").currentText() == "重复的行：跳过"
    store(qtbot, wizard)
    assert [child(wizard, QLabel, f"result.{place}").text() for place in range(3)] == ["1", "0", "1"]


def test_guessing_again_brings_back_what_the_program_reads(
    qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path
) -> None:
    file = write(tmp_path / "a.csv", HEADER, GOOD)
    leave_out_the_day(qtbot, open_wizard, file)
    wizard = open_wizard("entrepreneurs", file)
    press(qtbot, wizard, "wizard.next")
    press(qtbot, wizard, "mapping.guess_again")
    assert child(wizard, QFrame, "mapping.recalled").isHidden()
    # Qt throws the boxes of the former lines away with the next event.
    qtbot.waitUntil(lambda: len(wizard.findChildren(QComboBox, "mapping.field.4")) == 1)
    assert field(wizard, 4) != "不导入"
    press(qtbot, wizard, "wizard.next")
    qtbot.waitUntil(lambda: wizard.step == 3)
    assert child(wizard, QComboBox, "preview.for_all").currentText() == "重复的行：补空白"


def test_another_layout_is_not_touched_by_it(qtbot: QtBot, open_wizard: OpenWizard, tmp_path: Path) -> None:
    leave_out_the_day(qtbot, open_wizard, write(tmp_path / "a.csv", HEADER, GOOD))
    wizard = open_wizard("entrepreneurs", write(tmp_path / "b.csv", HEADER[::-1], OTHER[::-1]))
    press(qtbot, wizard, "wizard.next")
    assert child(wizard, QFrame, "mapping.recalled").isHidden()
