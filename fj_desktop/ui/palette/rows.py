"""Rows of the palette: icon, words, what tells a record from its namesakes, and the key at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fj_desktop.ui.theme import Theme

DETAIL = int(Qt.ItemDataRole.UserRole) + 8
KEYS = DETAIL + 1
_PAD, _GAP, _TALL, _HEAD, _ICON = 12, 12, 14, 12, 18
Index = QModelIndex | QPersistentModelIndex


class PaletteRows(QStyledItemDelegate):
    """Paints a row; one that can't be chosen is the head of a group."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_head = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        return QSize(120, max(30, option.fontMetrics.height() + (_HEAD if is_head else _TALL)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._paint_row(painter, option, index, place)
        else:
            painter.setFont(self._small(option))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
        painter.restore()

    @staticmethod
    def _small(option: QStyleOptionViewItem) -> QFont:
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        return small

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, place: QRect) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
        side = _ICON * self._theme.text_percent // 100
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(place.left(), place.center().y() - side // 2, side, side))
        place.setLeft(place.left() + side + _GAP)
        self._paint_keys(painter, option, str(index.data(KEYS) or ""), place, selected=selected)
        self._paint_words(painter, option, index, place, selected=selected)

    def _paint_keys(
        self, painter: QPainter, option: QStyleOptionViewItem, keys: str, place: QRect, *, selected: bool
    ) -> None:
        if not keys:
            return
        painter.setFont(self._small(option))
        wide = painter.fontMetrics().horizontalAdvance(keys) + 14
        tall = painter.fontMetrics().height() + 4
        key = QRect(place.right() - wide, place.center().y() - tall // 2, wide, tall)
        painter.setPen(self._theme.colour("edge" if selected else "line"))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(key, 4, 4)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, keys)
        place.setRight(key.left() - _GAP)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, place: QRect, *, selected: bool
    ) -> None:
        metrics, detail = option.fontMetrics, str(index.data(DETAIL) or "")
        rest = metrics.horizontalAdvance(detail) + _GAP if detail else 0
        room = max(place.width() * 3 // 5, place.width() - rest)
        words = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("on_selection" if selected else "text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        place.setLeft(place.left() + metrics.horizontalAdvance(words) + _GAP)
        painter.setPen(self._theme.colour("on_selection" if selected else "muted"))
        detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, max(0, place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, detail)
