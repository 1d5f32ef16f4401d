"""Where the person has been: records that were opened are remembered."""

import uuid

from PySide6.QtCore import QObject, QTimer

from fj_desktop.services.desk import Desk

_LINGER_MS = 600
"""A record passed with the arrow keys counts as opened when it stays that long."""


class Places(QObject):
    """Follows the person through the window."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._passing: uuid.UUID | None = None
        self._linger = QTimer(self, singleShot=True, interval=_LINGER_MS)
        self._linger.timeout.connect(self._stayed)

    def arrived(self, _library: str, record: uuid.UUID, is_opened: bool) -> None:
        """A record is shown: opened, or only passed by."""
        self._passing = record
        if is_opened:
            self._linger.stop()
            self._stayed()
        else:
            self._linger.start()

    def _stayed(self) -> None:
        if self._passing is not None:
            self._desk.visits.opened(self._passing)
