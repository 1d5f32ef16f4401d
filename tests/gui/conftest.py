"""What every window test needs: the dressed program."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from fj_desktop.ui.collecting import Collector
from fj_desktop.ui.icons import Icons
from fj_desktop.ui.theme import Theme, speak_chinese

_MANY = 400


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen the offscreen platform remarks on what it cannot do; that is no fault of a window."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session", autouse=True)
def collector(qapp: QApplication) -> Iterator[None]:
    """As in the program, no thread but the window's destroys a window that only a cycle still knows."""
    made = Collector(qapp)
    yield
    made.deleteLater()
    gc.enable()


@pytest.fixture(autouse=True)
def few_left(qapp: QApplication) -> Iterator[None]:
    """Windows that only a cycle still knows are gone before there are many: a new look would dress them all again."""
    yield
    if len(qapp.allWidgets()) > _MANY:
        gc.collect()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light look on the one application of the test run; a test that changes it puts it back."""
    speak_chinese(qapp)
    return Theme(qapp, "light")


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """The icons of the look."""
    return theme.icons
