"""Journeys: the real program as a process under an X server, worked by keyboard and mouse."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fj_desktop.ui.theme import Theme, speak_chinese
from tests.journeys.places import Places
from tests.journeys.program import Program


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without an X server and xdotool there is nothing to work with; said loudly in the summary."""
    if sys.platform.startswith("linux") and os.environ.get("DISPLAY") and shutil.which("xdotool"):
        return
    missing = pytest.mark.skip(reason="JOURNEYS NOT RUN: they need an X server (DISPLAY) and xdotool")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(missing)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The program on an empty profile, not started yet."""
    made = Program(tmp_path / "profile", tmp_path)
    yield made
    made.kill()


@pytest.fixture
def places(qapp: QApplication) -> Places:
    """Where to click."""
    speak_chinese(qapp)
    return Places(qapp, Theme(qapp, "light"))
