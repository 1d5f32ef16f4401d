"""How a table's cells look: room at the sides, a hair line below, one hovered row, states as pills."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from fj_desktop.ui.library.record_table import COVERED, STATE
from fj_desktop.ui.theme import Theme

PAD = 10
_PILL_PAD, _PILL_TALL, _BAR = 8, 6, 3
_TONES = {
    "success": ("可供", "现行有效", "已达成", "已到账", "已落地", "已转项目", "是"),
    "info": ("对接中", "洽谈锁定", "已发布"),
    "warning": ("待对接", "待核实", "审核", "收储中", "征集", "草稿"),
}
_TONE = {word: tone for tone, words in _TONES.items() for word in words}
Index = QModelIndex | QPersistentModelIndex


class CellLook(QStyledItemDelegate):
    """Paints one cell from the palette in use."""

    def __init__(self, table: QTableView, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._theme = table, theme
        self.hovered = -1

    # Qt's own names

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, index, selected)
        words = str(index.data() or "")
        place = option.rect.adjusted(PAD, 0, -PAD, 0)
        if words and index.data(STATE) and not selected:
            self._paint_pill(painter, option, place, words)
        elif words:
            faint = bool(index.data(COVERED))
            token = "on_selection" if selected else "muted" if faint else "text"
            painter.setPen(self._theme.colour(token))
            painter.setFont(option.font)
            align = Qt.AlignmentFlag(int(index.data(Qt.ItemDataRole.TextAlignmentRole)))
            painter.drawText(place, align, _elided(option, words, place))
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(self._theme.colour(_ring(selected)), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool) -> None:
        if selected:
            painter.fillRect(option.rect, self._theme.colour("selection"))
        elif index.row() == self.hovered:
            painter.fillRect(option.rect, self._theme.colour("hover"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.row() == self._table.currentIndex().row() and self._table.hasFocus():
            header = self._table.horizontalHeader()
            if header.visualIndex(index.column()) == 0:
                bar = QRect(option.rect.topLeft(), option.rect.bottomLeft()).adjusted(0, 0, _BAR - 1, 0)
                painter.fillRect(bar, self._theme.colour(_ring(selected)))

    def _paint_pill(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, words: str) -> None:
        tone = _TONE.get(words, "")
        words = _elided(option, words, place.adjusted(0, 0, -2 * _PILL_PAD, 0))
        height = option.fontMetrics.height() + _PILL_TALL
        width = option.fontMetrics.horizontalAdvance(words) + 2 * _PILL_PAD
        pill = QRect(place.left() - 2, place.center().y() - height // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{tone}_soft" if tone else "sunken"))
        painter.drawRoundedRect(pill, 6, 6)
        painter.setPen(self._theme.colour(tone or "text"))
        painter.setFont(option.font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


def _ring(selected: bool) -> str:
    """The colour of what marks the present cell; that of the keyboard does not stand out from a bright selection."""
    return "on_selection" if selected else "focus"


def _elided(option: QStyleOptionViewItem, words: str, place: QRect) -> str:
    return option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, place.width()))
