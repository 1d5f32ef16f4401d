"""Idle: five minutes by an injected clock, input of every kind counts, sleep of the machine locks."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fj_desktop.ui.idle import IdleWatch


class Clock:
    """Both clocks of a machine; asleep, only the calendar goes on."""

    def __init__(self) -> None:
        self.running = 1000.0
        self.calendar = 1_800_000_000.0

    def work(self, seconds: float) -> None:
        self.running += seconds
        self.calendar += seconds

    def sleep(self, seconds: float) -> None:
        self.calendar += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


@pytest.fixture
def watched(qapp: QApplication, clock: Clock, field: QLineEdit) -> Iterator[tuple[IdleWatch, list[int]]]:
    watch = IdleWatch(qapp, clock=lambda: clock.running, wall=lambda: clock.calendar)
    ends: list[int] = []
    watch.idle.connect(lambda: ends.append(1))
    watch.start()
    yield watch, ends
    watch.stop()


def _look_for(watch: IdleWatch, clock: Clock, seconds: int) -> None:
    for _ in range(seconds // 10):
        clock.work(10)
        watch.look()


def test_s02_after_five_minutes_without_input_and_not_before(
    watched: tuple[IdleWatch, list[int]], clock: Clock
) -> None:
    watch, ends = watched
    _look_for(watch, clock, 290)
    assert ends == []
    _look_for(watch, clock, 10)
    assert ends == [1]


@pytest.mark.parametrize(
    "work",
    [
        lambda field: QTest.keyClick(field.windowHandle(), Qt.Key.Key_A),
        lambda field: QTest.mouseClick(field.windowHandle(), Qt.MouseButton.LeftButton),
        lambda field: QTest.mouseMove(field.windowHandle(), QPoint(5, 5)),
        lambda field: QCoreApplication.sendEvent(field, QInputMethodEvent("ni", [])),
    ],
    ids=["key", "click", "move", "input method"],
)
def test_input_of_every_kind_begins_the_five_minutes_anew(
    watched: tuple[IdleWatch, list[int]], clock: Clock, field: QLineEdit, work: Callable[[QLineEdit], object]
) -> None:
    watch, ends = watched
    _look_for(watch, clock, 290)
    work(field)
    QCoreApplication.processEvents()
    _look_for(watch, clock, 290)
    assert ends == []
    _look_for(watch, clock, 10)
    assert ends == [1]


def test_a_machine_that_slept_is_idle_at_once(watched: tuple[IdleWatch, list[int]], clock: Clock) -> None:
    watch, ends = watched
    clock.work(10)
    clock.sleep(60)
    watch.look()
    assert ends == [1]


def test_a_machine_whose_clock_counts_sleep_is_idle_too(watched: tuple[IdleWatch, list[int]], clock: Clock) -> None:
    watch, ends = watched
    clock.work(60)
    watch.look()
    assert ends == [1]


def test_s14_a_calendar_set_back_locks_nothing(watched: tuple[IdleWatch, list[int]], clock: Clock) -> None:
    watch, ends = watched
    clock.sleep(-3600)
    _look_for(watch, clock, 10)
    assert ends == []


def test_it_is_told_once_and_again_only_after_a_new_start(watched: tuple[IdleWatch, list[int]], clock: Clock) -> None:
    watch, ends = watched
    _look_for(watch, clock, 300)
    assert ends == [1]
    watch.start()
    _look_for(watch, clock, 290)
    assert ends == [1]


@pytest.mark.parametrize(("asked", "minutes"), [(0, 1), (1, 1), (15, 15), (600, 15)])
def test_the_limit_is_between_one_and_fifteen_minutes(
    watched: tuple[IdleWatch, list[int]], clock: Clock, asked: int, minutes: int
) -> None:
    watch, ends = watched
    watch.set_minutes(asked)
    _look_for(watch, clock, minutes * 60 - 10)
    assert ends == []
    _look_for(watch, clock, 10)
    assert ends == [1]


def test_work_that_runs_is_not_idle(qapp: QApplication, clock: Clock) -> None:
    busy = [True]
    watch = IdleWatch(qapp, is_busy=lambda: busy[0], clock=lambda: clock.running, wall=lambda: clock.calendar)
    ends: list[int] = []
    watch.idle.connect(lambda: ends.append(1))
    watch.start()
    _look_for(watch, clock, 900)
    busy[0] = False
    _look_for(watch, clock, 290)
    assert ends == []
    _look_for(watch, clock, 10)
    assert ends == [1]
