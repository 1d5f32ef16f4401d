"""How a card is painted: a stripe of its level, the name, who and how much, what waits."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fj_desktop.rules.overdue import GREEN, LEVELS
from fj_desktop.services.board import Card
from fj_desktop.ui.projects.card_model import CARD
from fj_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
COLOURS = dict(zip(LEVELS, ("success", "warning", "accent", "danger"), strict=True))
_WORDS = dict(zip(LEVELS, ("muted", "warning", "accent_text", "danger"), strict=True))
_LINES, _PAD, _GAP, _STRIPE = 4, 10.0, 8, 4.0


class CardDelegate(QStyledItemDelegate):
    """Paints in the palette of the moment; four lines of text whatever the size of text."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, round(_LINES * (option.fontMetrics.height() + 2) + 2 * _PAD) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if not isinstance(card, Card):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(option.rect).adjusted(1, 1, -1, -_GAP)
        self._paint_body(painter, option, card, body)
        inner = body.adjusted(_PAD + _STRIPE, _PAD - 2, -_PAD, -_PAD + 2)
        line = option.fontMetrics.height() + 2
        metrics = option.fontMetrics

        def put(number: int, words: str, colour: str, *, right: str = "", bold: bool = False) -> None:
            font = QFont(option.font)
            font.setBold(bold)
            painter.setFont(font)
            place = QRectF(inner.left(), inner.top() + number * line, inner.width(), line)
            painter.setPen(self._theme.colour(colour))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
            room = int(place.width()) - (metrics.horizontalAdvance(right) + 8 if right else 0)
            room = room - metrics.averageCharWidth() if bold else room
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

        put(0, card.name, "text", bold=True)
        put(1, card.company or "未填投资主体", "text" if card.company else "muted")
        put(2, card.chain or "未填产业链", "muted", right=card.invest)
        after = f"下次 {card.next_on.month}月{card.next_on.day}日" if card.next_on is not None else card.owner
        put(3, card.why if card.level != GREEN or not after else after, _WORDS[card.level])
        painter.restore()

    def _paint_body(self, painter: QPainter, option: QStyleOptionViewItem, card: Card, body: QRectF) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and self._view.hasFocus()
        painter.setPen(QPen(self._theme.colour("focus" if focused else "line"), 2.0 if focused else 1.0))
        hovered = option.state & QStyle.StateFlag.State_MouseOver
        painter.setBrush(self._theme.colour("selection" if selected else "hover" if hovered else "surface"))
        painter.drawRoundedRect(body, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(COLOURS[card.level]))
        painter.drawRoundedRect(QRectF(body.left() + 3, body.top() + 6, _STRIPE, body.height() - 12), 2, 2)
