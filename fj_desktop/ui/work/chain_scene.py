"""The scene of a chain map: heads, lines and links, painted in the palette."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from fj_desktop.rules.chain_layout import Box
from fj_desktop.services.chain_map import LINE, PAD, ChainMap, MapNode
from fj_desktop.ui.theme import Theme

_EDGES = {"已有": "edge", "薄弱": "warning", "缺失": "danger"}
_FILLS = {"已有": "surface", "薄弱": "warning_soft", "缺失": "danger_soft"}
_WORDS = {"name": "text", "local": "success", "wanted": "warning", "project": "info"}
_PIXELS = 12


class NodeItem(QGraphicsItem):
    """One link; chosen by click or key."""

    def __init__(self, node: MapNode, box: Box, theme: Theme) -> None:
        super().__init__()
        self.node = node
        self._box, self._theme = box, theme
        self.setPos(box.x, box.y)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setToolTip("\n".join(words for _, words in node.lines))

    # Qt's own names

    def boundingRect(self) -> QRectF:
        return QRectF(-1, -1, self._box.width + 2, self._box.height + 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isSelected()
        painter.setPen(QPen(self._theme.colour("focus" if chosen else _EDGES[self.node.gap]), 2.0 if chosen else 1.2))
        painter.setBrush(self._theme.colour("selection" if chosen else _FILLS[self.node.gap]))
        painter.drawRoundedRect(QRectF(0, 0, self._box.width, self._box.height), 5, 5)
        font = QFont(painter.font())
        font.setPixelSize(_PIXELS)
        for place, (kind, words) in enumerate(self.node.lines):
            font.setBold(kind == "name")
            painter.setFont(font)
            painter.setPen(self._theme.colour("on_selection" if chosen else _WORDS[kind]))
            room = self._box.width - 2 * PAD
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(PAD, PAD + place * LINE, room, LINE), Qt.AlignmentFlag.AlignVCenter, shown)


class ChainScene(QGraphicsScene):
    """Shows one map at a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.items_by_id: dict[Any, NodeItem] = {}

    def show_map(self, made: ChainMap) -> None:
        """Show a map anew."""
        self.clear()
        self.items_by_id = {}
        layout = made.layout
        for name, x in layout.heads:
            head = self.addText(name)
            font = QFont(head.font())
            font.setPixelSize(_PIXELS + 2)
            font.setBold(True)
            head.setFont(font)
            head.setDefaultTextColor(self._theme.colour("muted"))
            head.setPos(x - 4, 0)
        for one in made.nodes:
            if one.parent in layout.boxes:
                self.addPath(
                    _way(layout.boxes[one.parent], layout.boxes[one.id]), QPen(self._theme.colour("edge"), 1.2)
                )
        for one in made.nodes:
            item = NodeItem(one, layout.boxes[one.id], self._theme)
            self.items_by_id[one.id] = item
            self.addItem(item)
        self.setSceneRect(QRectF(-20, -10, layout.width + 40, layout.height + 20))
        self.setBackgroundBrush(self._theme.colour("surface"))


def _way(parent: Box, child: Box) -> QPainterPath:
    end = QPointF(child.x, child.y + child.height / 2)
    if child.x > parent.x + parent.width:
        start = QPointF(parent.x + parent.width, parent.y + parent.height / 2)
        path = QPainterPath(start)
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        return path
    path = QPainterPath(QPointF(child.x - 6, parent.y + parent.height))
    path.lineTo(QPointF(child.x - 6, end.y()))
    path.lineTo(end)
    return path
