"""Whoever lets go of a window last is the window's thread; in any other Qt would crash."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.core.progress import Progress
from fj_desktop.ui.collecting import Collector
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme

_died: list[str] = []


class _Known(QWidget):
    """Says in which thread it ends."""

    def __del__(self) -> None:
        _died.append(threading.current_thread().name)


class _Cycle:
    def __init__(self) -> None:
        self.window = _Known()
        self.itself = self


@pytest.fixture(autouse=True)
def died() -> Iterator[list[str]]:
    _died.clear()
    yield _died
    _died.clear()


def test_a_working_thread_leaves_forgotten_windows_alone(qtbot: QtBot, theme: Theme, died: list[str]) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    tasks = Tasks(host)
    _Cycle()

    def work(_: Progress) -> int:
        return len([[one] for one in range(200_000)])

    counted: list[int] = []
    tasks.run("正在数", work, counted.append, pytest.fail, overlay=False)
    qtbot.waitUntil(lambda: counted == [200_000])
    other = threading.Thread(target=work, args=(None,), name="other")
    other.start()
    other.join()
    # The window's own collector may have come by while the work was waited for.
    assert set(died) <= {"MainThread"}
    gc.collect()
    assert died == ["MainThread"]


def test_what_only_the_work_knows_ends_with_the_window(qtbot: QtBot, theme: Theme, died: list[str]) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    tasks = Tasks(host)
    for _ in range(50):
        known = _Known()
        tasks.run("正在看", lambda _, held=known: None, lambda _, held=known: None, pytest.fail, overlay=False)
        del known
    qtbot.waitUntil(lambda: not tasks.is_busy)
    gc.collect()
    assert died == ["MainThread"] * 50


def test_the_collector_looks_once_there_is_enough(qtbot: QtBot, theme: Theme, died: list[str]) -> None:
    collector = Collector(host := QWidget())
    qtbot.addWidget(host)
    gc.collect()
    _Cycle()
    collector.collect()
    assert died == []
    kept = [[one] for one in range(gc.get_threshold()[0] + 100)]
    collector.collect()
    assert died == ["MainThread"]
    assert len(kept) > gc.get_threshold()[0]
