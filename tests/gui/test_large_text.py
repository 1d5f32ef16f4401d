"""Dialogs at the largest text on the smallest window: all of them in sight, nothing squeezed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from fj_desktop.ui.about import AboutDialog
from fj_desktop.ui.keys_dialog import KeysDialog
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child
from tests.support.desks import open_desk
from tests.support.fake_asking import FakeAsking


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    theme.scale_text(200)
    yield made
    theme.scale_text(100)


def fits(dialog: QDialog, window: QWidget) -> bool:
    return dialog.width() <= window.width() and dialog.height() <= window.height()


def test_the_long_name_of_a_system_is_wrapped(qtbot: QtBot, window: QWidget, theme: Theme) -> None:
    dialog = AboutDialog(window, theme)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.width() <= window.width()


def test_changing_the_passphrase_is_scrolled(qtbot: QtBot, window: QWidget, theme: Theme, tmp_path: Path) -> None:
    desk = open_desk()
    session = Session.of(Profile(tmp_path / "desk"))
    session.create("YRD", "示例员", "示例口令 夔门脐橙 47")
    dialog = KeysDialog(window, session, desk.identity, theme, FakeAsking())
    dialog.show()
    qtbot.waitExposed(dialog)
    assert fits(dialog, window)
    area = child(dialog, QScrollArea, "keys.scrolled")
    inside = area.widget()
    for label in inside.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.fontMetrics().height(), label.text()
    assert inside.width() <= area.viewport().width()
    desk.close()
