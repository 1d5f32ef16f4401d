"""The reminder in the tray of the screen, where there is one."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

_SHOWN_MS = 8000


class Tray(QObject):
    """An icon that says what waits; a click brings the window up."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None

    def remind(self, words: str) -> None:
        """Say what waits; nothing happens where the screen has no tray."""
        if self._icon is None and QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = QSystemTrayIcon(self._window.window().windowIcon(), self)
            self._icon.activated.connect(self._raise)
            self._icon.messageClicked.connect(self._raise)
        if self._icon is not None:
            self._icon.setToolTip(f"奉节招商工作台\n{words}")
            self._icon.show()
            self._icon.showMessage("今日工作", words, self._window.window().windowIcon(), _SHOWN_MS)

    def _raise(self, *_: object) -> None:
        top = self._window.window()
        top.showNormal() if top.isMinimized() else top.show()
        top.raise_()
        top.activateWindow()
