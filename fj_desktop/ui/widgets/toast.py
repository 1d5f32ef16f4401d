"""A line that says what was just done and goes away by itself; it takes no keyboard and no click."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from fj_desktop.ui.widgets.looks import wear

_SHOWN_MS = 4000
_ABOVE_FOOT = 28


class Toast(QLabel):
    """Lies over the lower middle of its host."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        wear(self, "toast")
        self.setObjectName("toast")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._going = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._going.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show a line for some seconds."""
        self.setText(words)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self._going.start()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - _ABOVE_FOOT)

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
