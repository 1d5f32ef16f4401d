"""A desk that works from several threads, and wizards over it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fj_desktop.core.clock import FixedClock
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.founding import found_desk
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.transactions import Store
from fj_desktop.ui.importing import ImportWizard
from fj_desktop.ui.theme import Theme
from tests.gui.pieces import child
from tests.support.cheap_keys import scratch_engine
from tests.support.desks import NOON
from tests.support.fake_asking import FakeAsking

OpenWizard = Callable[..., ImportWizard]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A founded desk in an encrypted file."""
    engine = scratch_engine(tmp_path / "scratch.db")
    with engine.begin() as connection:
        Scripts().run(connection)
    with engine.begin() as connection:
        found_desk(connection, FixedClock(NOON), "YRD", "示例员")
    opened = Desk(Store(engine, FixedClock(NOON)))
    yield opened
    opened.close()


@pytest.fixture
def asking() -> FakeAsking:
    """Answers are added by the test."""
    return FakeAsking()


@pytest.fixture
def open_wizard(qtbot: QtBot, desk: Desk, theme: Theme, asking: FakeAsking) -> OpenWizard:
    """Opens a wizard for a library, and hands it a file when one is given."""

    def opened(library: str = "land", file: Path | None = None) -> ImportWizard:
        from fj_desktop.ui.importing.file_page import FilePage

        wizard = ImportWizard(desk, CATALOG[library], theme, asking, None)
        qtbot.addWidget(wizard)
        wizard.open()
        if file is not None:
            page = wizard.findChild(FilePage)
            assert page is not None
            page.picked.emit(file)
            qtbot.waitUntil(lambda: wizard.step == 1)
        return wizard

    return opened


__all__ = ["OpenWizard", "child", "time"]
