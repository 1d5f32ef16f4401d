"""A small card over the table while a long listing is read: what is done, and a way to stop it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from fj_desktop.ui.widgets.looks import button, card, text

_ABOVE_FOOT = 24
_BAR = 90


class WaitingCard(QWidget):
    """``stopped``: the person does not want to wait. The table below stays usable."""

    stopped = Signal()

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self.setObjectName("waiting")
        self._table = table
        frame, column = card(margin=12, spacing=0)
        self._said = text("", name="waiting.text")
        bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        bar.setFixedWidth(_BAR)
        stop = button("取消", name="waiting.stop")
        stop.clicked.connect(self.stopped)
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (self._said, bar, stop):
            row.addWidget(widget)
        column.addLayout(row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        table.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show what is waited for."""
        self._said.setText(words)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        self.adjustSize()
        table = self._table
        self.move((table.width() - self.width()) // 2, table.height() - self.height() - _ABOVE_FOOT)

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
