"""Notices that nobody works: no key, click or touch for some minutes, or the machine slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

SHORTEST_MINUTES, LONGEST_MINUTES, DEFAULT_MINUTES = 1, 15, 5
_LOOK_EVERY_S = 1.0
_SLEPT_S = 30.0
_INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        # An input method swallows the keys and sends what was composed.
        QEvent.Type.InputMethod,
    )
)


class IdleWatch(QObject):
    """Emits ``idle`` once, then rests until ``start``.

    It listens to windows and to what has the focus, not to the whole program: a filter there would run
    Python for every event.
    """

    idle = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        *,
        minutes: int = DEFAULT_MINUTES,
        is_busy: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """Watch nothing before ``start``.

        Args:
            app: whose input counts.
            minutes: 1 to 15; anything else is moved to the nearest.
            is_busy: while this is true (an import runs) nobody counts as idle.
            clock: seconds that only go forward; tests hand in another.
            wall: seconds of the calendar; a leap of more than 30 s means that the machine slept.
        """
        super().__init__()
        self._is_busy = is_busy
        self._clock = clock
        self._wall = wall
        self._limit_s = 0.0
        self.set_minutes(minutes)
        self._timer = QTimer(self, interval=int(_LOOK_EVERY_S * 1000))
        self._timer.timeout.connect(self.look)
        self._last_input = self._last_look = 0.0
        self._last_wall = 0.0
        app.focusWindowChanged.connect(self._watch_window)
        app.focusObjectChanged.connect(self._watch_object)
        self._watch_window(app.focusWindow())
        self._watch_object(app.focusObject())

    def set_minutes(self, minutes: int) -> None:
        """Change the time without input after which ``idle`` comes."""
        self._limit_s = 60.0 * min(LONGEST_MINUTES, max(SHORTEST_MINUTES, minutes))

    def start(self) -> None:
        """Begin to watch, from now."""
        self.touch()
        self._last_look, self._last_wall = self._clock(), self._wall()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def touch(self) -> None:
        """Count this moment as work."""
        self._last_input = self._clock()

    def look(self) -> None:
        """Look once; the timer does so every second. Nothing happens while the watch rests."""
        if not self._timer.isActive():
            return
        now, wall = self._clock(), self._wall()
        has_slept = (wall - self._last_wall) - (now - self._last_look) > _SLEPT_S or now - self._last_look > _SLEPT_S
        self._last_look, self._last_wall = now, wall
        if self._is_busy():
            self.touch()
        elif has_slept or now - self._last_input >= self._limit_s:
            self.stop()
            self.idle.emit()

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _watch_object(self, focused: QObject | None) -> None:
        if focused is not None:
            focused.installEventFilter(self)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = self._clock()
        return False
