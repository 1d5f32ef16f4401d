"""The steps of the wizard by name, with the present one marked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fj_desktop.ui.theme import Theme

_DOT = 24
_GAP = 8
_LINE = 28


class StepRail(QWidget):
    """Numbered steps in a row; those behind have a tick, the present one is bold."""

    def __init__(self, theme: Theme, names: tuple[str, ...]) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setObjectName("steps")
        theme.changed.connect(self.update)
        self.show_step(0)

    @property
    def index(self) -> int:
        """The present step, counted from 0."""
        return self._index

    def show_step(self, index: int) -> None:
        """Stand at step ``index``, counted from 0."""
        self._index = index
        self.setAccessibleName(f"第 {index + 1} 步，共 {len(self._names)} 步：{self._names[index]}")
        self.update()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _paint_dot(self, painter: QPainter, at: QRectF, index: int) -> None:
        ahead = index > self._index
        painter.setPen(self._theme.colour("edge" if ahead else "primary"))
        painter.setBrush(self._theme.colour("surface" if ahead else "primary"))
        painter.drawEllipse(at.adjusted(1, 1, -1, -1))
        if index < self._index:
            self._theme.icons.icon("check", "on_primary").paint(painter, at.adjusted(5, 5, -5, -5).toRect())
            return
        painter.setPen(self._theme.colour("muted" if ahead else "on_primary"))
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    # Qt's own names

    def sizeHint(self) -> QSize:
        words = sum(self.fontMetrics().horizontalAdvance(name) * 11 // 10 + 4 for name in self._names)
        count = len(self._names)
        height = max(_DOT, self.fontMetrics().height()) + 4
        return QSize(words + count * (_DOT + _GAP) + (count - 1) * (_LINE + 2 * _GAP), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, height = 0.0, float(self.height())
        for index, name in enumerate(self._names):
            self._paint_dot(painter, QRectF(x, (height - _DOT) / 2, _DOT, _DOT), index)
            x += _DOT + _GAP
            painter.setFont(self._bold() if index == self._index else self.font())
            painter.setPen(self._theme.colour("muted" if index > self._index else "text"))
            width = self.fontMetrics().horizontalAdvance(name) * 1.1 + 4
            painter.drawText(QRectF(x, 0, width, height), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setFont(self.font())
            x += width + _GAP
            if index + 1 < len(self._names):
                painter.fillRect(QRectF(x, height / 2, _LINE, 1), self._theme.colour("line"))
                x += _LINE + _GAP
        painter.end()
