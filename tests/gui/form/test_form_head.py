"""The head of the form under a new look."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.palettes import DARK, LIGHT
from fj_desktop.ui.theme import Theme
from tests.gui.library.opened import open_tab
from tests.gui.pieces import child


@pytest.fixture(autouse=True)
def _light_again(theme: Theme) -> Iterator[None]:
    yield
    theme.choose("light")


def test_links_to_missing_fields_take_the_colour_of_a_new_look(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    opened = open_tab(qtbot, desk, theme, CATALOG["land"])
    QTest.keyClick(opened.tab, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    opened.type_in("name", "示例地块")
    opened.save()
    missing = child(opened.tab, QLabel, "form_missing")
    assert LIGHT.primary in missing.text()
    theme.choose("dark")
    assert DARK.primary in missing.text()
