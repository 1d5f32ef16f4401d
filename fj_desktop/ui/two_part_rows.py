"""Rows of a list that show a name and, fainter beside it, what tells it from its namesakes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fj_desktop.ui.theme import Theme

DETAIL = int(Qt.ItemDataRole.UserRole) + 8
_PAD, _GAP, _TALL, _HEAD = 10, 12, 14, 10
Index = QModelIndex | QPersistentModelIndex


class TwoPartRows(QStyledItemDelegate):
    """Paints name and detail; a row that can't be chosen is the head of a group."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_head = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        return QSize(120, max(28, option.fontMetrics.height() + (_HEAD if is_head else _TALL)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        name, detail = str(index.data() or ""), str(index.data(DETAIL) or "")
        place = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._paint_head(painter, option, place, name)
        else:
            self._paint_row(painter, option, place, name, detail)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, name: str) -> None:
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        painter.setFont(small)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, name: str, detail: str) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4)
        metrics = option.fontMetrics
        rest_wide = metrics.horizontalAdvance(detail) + _GAP if detail else 0
        room = max(place.width() * 3 // 5, place.width() - rest_wide)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("on_selection" if selected else "text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        left = metrics.horizontalAdvance(name) + _GAP
        rest = place.adjusted(left, 0, 0, 0)
        painter.setPen(self._theme.colour("on_selection" if selected else "muted"))
        detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, max(0, rest.width()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, detail)


def dress(view: QListView, theme: Theme) -> None:
    """Give a list these rows."""
    view.setItemDelegate(TwoPartRows(view, theme))
    view.setMouseTracking(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
