"""A desk that works from several threads, and wizards over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.importing import ImportWizard
from fj_desktop.ui.theme import Theme
from tests.gui.importing.ledgers import Person
from tests.support.desks import open_file_desk

OpenWizard = Callable[..., ImportWizard]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A founded desk in an encrypted file."""
    opened = open_file_desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def asking() -> Person:
    """Answers what the test says beforehand."""
    return Person()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The window of the program, as it stands behind a wizard."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def open_wizard(qtbot: QtBot, desk: Desk, theme: Theme, asking: Person, window: QWidget) -> OpenWizard:
    """Opens a wizard for a library; with a file it stands at the header step."""

    def opened(library: str, file: Path | None = None) -> ImportWizard:
        wizard = ImportWizard(desk, CATALOG[library], theme, asking, window)
        wizard.open()
        if file is not None:
            wizard.bring_in(file)
            qtbot.waitUntil(lambda: wizard.step == 1)
        return wizard

    return opened
