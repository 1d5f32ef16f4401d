"""The left side of the first screens: the product's name over a painted gorge with the river and an orange."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import text
from fj_desktop.ui.widgets.notice import Sign

PRODUCT = "奉节招商工作台"

_FARTHEST = (
    (0, 0.60),
    (0.13, 0.53),
    (0.25, 0.58),
    (0.38, 0.50),
    (0.50, 0.62),
    (0.66, 0.51),
    (0.82, 0.57),
    (1, 0.50),
    (1, 1),
    (0, 1),
)
_FAR = (
    (0, 0.66),
    (0.09, 0.61),
    (0.20, 0.67),
    (0.33, 0.60),
    (0.47, 0.77),
    (0.53, 0.77),
    (0.70, 0.62),
    (0.84, 0.68),
    (1, 0.60),
    (1, 1),
    (0, 1),
)
_RIVER = ((0.47, 0.77), (0.53, 0.77), (0.60, 0.87), (0.90, 1), (0.56, 1), (0.46, 0.87))
_NEAR_LEFT = ((0, 0.70), (0.08, 0.68), (0.20, 0.76), (0.31, 0.82), (0.46, 0.87), (0.56, 1), (0, 1))
_NEAR_RIGHT = ((1, 0.67), (0.88, 0.71), (0.76, 0.77), (0.68, 0.84), (0.60, 0.87), (0.90, 1), (1, 1))
_LAYERS = ((_FARTHEST, 138), (_FAR, 118), (_RIVER, 165), (_NEAR_LEFT, 88), (_NEAR_RIGHT, 82))
_ORANGE = (0.50, 0.535, 0.042)


@dataclass(frozen=True)
class Facts:
    """What the first screens say of the program and the desk; ``office`` and ``person`` may be unknown (empty)."""

    version: str
    office: str = ""
    person: str = ""


class BrandPanel(QWidget):
    """Paints itself from the palette in use."""

    def __init__(self, theme: Theme, facts: Facts) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)
        name = QHBoxLayout()
        name.setSpacing(12)
        name.addWidget(Sign(theme.icons, "logo", "on_brand", 36))
        name.addWidget(text(PRODUCT, "brandTitle"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 48, 40, 32)
        column.setSpacing(8)
        column.addLayout(name)
        column.addWidget(text("八库两清单 · 驻外招商 · 离线加密", "brandText", wrap=True))
        column.addStretch()
        if facts.office:
            column.addWidget(text(" · ".join(filter(None, (facts.office, facts.person))), "brandStrong", wrap=True))
        column.addWidget(text(f"版本 {facts.version}　本机数据全部加密保存", "brandText", wrap=True))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.colour("brand")
        painter.fillRect(self.rect(), ground)
        if self._theme.tokens.name != "contrast":
            _paint_gorge(painter, QRectF(self.rect()), ground, self._theme.colour("accent"))
        else:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))
        painter.end()


def _paint_gorge(painter: QPainter, frame: QRectF, ground: QColor, orange: QColor) -> None:
    sky = QLinearGradient(frame.topLeft(), frame.bottomLeft())
    sky.setColorAt(0, ground)
    sky.setColorAt(0.7, ground.lighter(170))
    painter.fillRect(frame, sky)
    painter.setPen(Qt.PenStyle.NoPen)
    x, y, radius = _ORANGE
    painter.setBrush(orange)
    painter.drawEllipse(_at(frame, (x, y)), frame.width() * radius, frame.width() * radius)
    for points, shade in _LAYERS:
        painter.setBrush(ground.lighter(shade))
        painter.drawPath(_ridge(frame, points))


def _ridge(frame: QRectF, points: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath(_at(frame, points[0]))
    for point in points[1:]:
        path.lineTo(_at(frame, point))
    path.closeSubpath()
    return path


def _at(frame: QRectF, point: tuple[float, float]) -> QPointF:
    return QPointF(frame.x() + frame.width() * point[0], frame.y() + frame.height() * point[1])
