"""Fixtures: the whole window over a desk that may be used from several threads."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fj_desktop.core.clock import FixedClock
from fj_desktop.services.desk import Desk
from fj_desktop.services.founding import found_desk
from fj_desktop.store.engine import open_engine
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.transactions import Store
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.theme import Theme
from tests.support.desks import NOON
from tests.support.fake_asking import FakeAsking

_KEY = bytes(range(32))


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded desk in an encrypted file, to be copied."""
    path = tmp_path_factory.mktemp("founded") / "scratch.db"
    engine = open_engine(path, _KEY, create=True)
    with engine.begin() as connection:
        Scripts().run(connection)
    with engine.begin() as connection:
        found_desk(connection, FixedClock(NOON), "YRD", "示例员")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture
def desk(tmp_path: Path, founded: Path) -> Iterator[Desk]:
    """A copy of it, open."""
    path = tmp_path / founded.name
    shutil.copy(founded, path)
    opened = Desk(Store(open_engine(path, _KEY), FixedClock(NOON)))
    yield opened
    opened.close()


@pytest.fixture
def asked() -> list[str]:
    """What was asked of the program beyond the window."""
    return []


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, theme: Theme, asked: list[str]) -> MainWindow:
    """The open desk on a small laptop."""
    names = ("import", "export", "template", "settings", "about")
    actions = Actions(*[lambda *_, name=name: asked.append(name) for name in names])
    made = MainWindow(desk, theme, FakeAsking(), actions)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
