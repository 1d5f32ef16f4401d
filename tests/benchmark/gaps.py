"""Watches the window's thread: how long it was away from its events."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer

_TICK_MS = 2


class Gaps(QObject):
    """Between ``start`` and ``stop`` a timer ticks; the time between two ticks is how long a click may wait."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.seconds.append(now - self._last)
        self._last = now


def until(is_done: Callable[[], bool], most_s: float = 900.0) -> None:
    """Let the window live until something is so."""
    end = time.monotonic() + most_s
    waker = QTimer(interval=_TICK_MS)  # Something always happens, so that waiting for it never lasts.
    waker.start()
    flags = QEventLoop.ProcessEventsFlag
    while not is_done():
        assert time.monotonic() < end, "it never came"
        QCoreApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
