"""Cycles of objects are looked for by the window's thread alone.

Python collects in whichever thread happens to allocate. A window that only a cycle still knows would so be destroyed
by a thread that works, which Qt answers with a crash. So the automatic search is switched off for the whole process,
and a timer of the window's thread makes it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_WHOLE_EVERY = 120
"""Every how many searches that found enough to look at, everything is looked through."""


class Collector(QObject):
    """Looks for cycles from time to time, on the thread that made it; there is one for the application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._since_whole = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Look through what is new, once there is as much as Python itself would wait for."""
        if gc.get_count()[0] < gc.get_threshold()[0]:
            return
        self._since_whole = (self._since_whole + 1) % _WHOLE_EVERY
        gc.collect(1 if self._since_whole else 2)


def take_as_old() -> None:
    """What a long work made is no longer new: looking through all of it would make the window stand still."""
    gc.freeze()
    gc.unfreeze()
