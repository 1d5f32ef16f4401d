"""Where the person has been: opened records are remembered, and the way leads back and forward again."""

import uuid
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from fj_desktop.services.desk import Desk
from fj_desktop.ui.library.library_tab import LibraryTab, Place

_LINGER_MS = 600
"""A record passed with the arrow keys counts as opened when it stays that long."""
_KEPT = 100


class Places(QObject):
    """Follows the person through the window. ``changed``: whether there is a way back, and one forward."""

    changed = Signal(bool, bool)

    def __init__(
        self, desk: Desk, host: QWidget, present: Callable[[], QWidget | None], choose: Callable[[str], None]
    ) -> None:
        """``present`` tells the tab that is shown; ``choose`` shows another."""
        super().__init__(host)
        self._desk, self._host, self._present, self._choose = desk, host, present, choose
        self._been: list[Place] = []
        self._at = -1
        self._is_going = False
        self._passing: uuid.UUID | None = None
        self._linger = QTimer(self, singleShot=True, interval=_LINGER_MS)
        self._linger.timeout.connect(self._stayed)
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    def came(self, *_: object) -> None:
        """Another tab may be shown."""
        tab = self._tab()
        if tab is not None and not self._is_going:
            self._note(tab)

    def arrived(self, _library: str, record: uuid.UUID, is_opened: bool) -> None:
        """A record is shown: opened, or only passed by."""
        self._passing = record
        if is_opened:
            self._stayed()
        else:
            self._linger.start()

    def back(self) -> None:
        """Go to the place before, unless unsaved work keeps the person."""
        self._go(-1)

    def forward(self) -> None:
        """Go again where the person came back from."""
        self._go(1)

    def _stayed(self) -> None:
        self._linger.stop()
        if self._passing is not None:
            self._desk.visits.opened(self._passing)
        self.came()

    def _tab(self) -> LibraryTab | None:
        present = self._present()
        return present if isinstance(present, LibraryTab) else None

    def _note(self, tab: LibraryTab) -> None:
        place = tab.place()
        former = self._been[self._at] if self._been else None
        if former is not None and (former.tab, former.record) == (tab, place.record):
            self._been[self._at] = place
            return
        self._leave()
        self._been = [*self._been[: self._at + 1], place][-_KEPT:]
        self._at = len(self._been) - 1
        self._tell()

    def _leave(self) -> None:
        """What the table of the place left shows now is what it will show again."""
        if self._been:
            former = self._been[self._at]
            now = former.tab.place()
            self._been[self._at] = replace(former, showing=now.showing, in_bin=now.in_bin)

    def _go(self, by: int) -> None:
        tab, at = self._tab(), self._at + by
        if tab is None or not 0 <= at < len(self._been) or not tab.leave_guard():
            return
        self._leave()
        self._at, self._is_going = at, True
        place = self._been[at]
        try:
            self._choose(place.tab.library.library)
            place.tab.go_to(place)
        finally:
            self._is_going = False
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self._at > 0, self._at < len(self._been) - 1)

    def _watch(self, focused: QWindow | None) -> None:
        # At the window itself, since tables and fields keep mouse presses to themselves.
        if focused is not None and focused is self._host.window().windowHandle():
            focused.installEventFilter(self)

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and self._host.isVisible():
            ways = {Qt.MouseButton.BackButton: self.back, Qt.MouseButton.ForwardButton: self.forward}
            if event.button() in ways:
                ways[event.button()]()
                return True
        return False
