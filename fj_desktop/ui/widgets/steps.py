"""Where one stands among the steps of a page: bars and words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import text


class Steps(QWidget):
    """“第 2 步，共 4 步” with one bar a step."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._count = count
        self._bars = _Bars(theme, count)
        self._words = text("", "small", name="steps.words")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._bars)
        row.addWidget(self._words)
        row.addStretch()
        self.show_step(0)

    def show_step(self, index: int) -> None:
        """Stand at step ``index``, counted from 0."""
        self._bars.show_step(index)
        self._words.setText(f"第 {index + 1} 步，共 {self._count} 步")


class _Bars(QWidget):
    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme = theme
        self._count = count
        self._index = 0
        self.setFixedSize(self.sizeHint())
        theme.changed.connect(self.update)

    def show_step(self, index: int) -> None:
        self._index = index
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(self._count * 32 - 6, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(self._count):
            painter.setBrush(self._theme.colour("primary" if index <= self._index else "line"))
            painter.drawRoundedRect(QRectF(index * 32, 6, 26, 4), 2, 2)
        painter.end()
