"""The list of attachments and its rows: sign, name, kind and size, and as a warning what is to be said."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fj_desktop.services.attachment_view import Attached
from fj_desktop.ui.theme import Theme

ATTACHED = int(Qt.ItemDataRole.UserRole)
_SIGNS = {"pdf": "pdf", "xlsx": "sheet", "image": "scene", "audio": "play", "video": "play"}
_PAD, _SIGN, _LINES = 10, 20, 2
_MOST_ROWS = 8
Index = QModelIndex | QPersistentModelIndex


class AttachmentList(QListWidget):
    """Asks by keys: Space looks, Ctrl+O opens, Delete removes, Ctrl+V pastes."""

    preview_asked = Signal()
    open_asked = Signal()
    remove_asked = Signal()
    paste_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("attachments_list")
        self.setAccessibleName("附件列表")
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(AttachmentRows(self, theme))

    def show_all(self, found: Sequence[Attached]) -> None:
        """Show these attachments; the chosen place stays chosen, and the list is as tall as its rows."""
        row = self.currentRow()
        self.clear()
        for one in found:
            item = QListWidgetItem(one.name, self)
            item.setData(ATTACHED, one)
            item.setToolTip(one.warning)
            said = "，".join(filter(None, (one.name, one.kind_title, one.size_words, one.warning)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.setCurrentRow(max(0, min(row, len(found) - 1)) if found else -1)
        self.setVisible(bool(found))
        tall = sum(max(0, self.sizeHintForRow(row)) for row in range(min(len(found), _MOST_ROWS)))
        self.setFixedHeight(tall + 2 * self.frameWidth() + 10)

    def chosen(self) -> list[Attached]:
        """The chosen attachments from above."""
        return [item.data(ATTACHED) for item in self.selectedItems()]

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.preview_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Open):
            self.open_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        else:
            super().keyPressEvent(event)


class AttachmentRows(QStyledItemDelegate):
    """Paints an attachment on two lines."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, option.fontMetrics.height() * _LINES + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Attached = index.data(ATTACHED)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("on_selection"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4)
        ink = "on_selection" if selected else "muted"
        place = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        sign = _SIGNS.get(one.kind) or _SIGNS.get(one.shown_as, "file")
        middle = place.top() + (place.height() - _SIGN) // 2
        self._theme.icons.icon(sign, ink).paint(painter, QRect(place.left(), middle, _SIGN, _SIGN))
        self._paint_words(painter, option, place.adjusted(_SIGN + _PAD, 0, 0, 0), one)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, one: Attached) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        tall = option.fontMetrics.height()
        top = QRect(place.left(), place.top() + (place.height() - 2 * tall) // 2, place.width(), tall)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("on_selection" if selected else "text"))
        name = option.fontMetrics.elidedText(one.name, Qt.TextElideMode.ElideMiddle, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, name)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        below, facts = top.translated(0, tall), f"{one.kind_title} · {one.size_words}"
        painter.setPen(self._theme.colour("on_selection" if selected else "muted"))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, facts)
        if one.warning:
            taken = painter.fontMetrics().horizontalAdvance(f"{facts}　")
            rest = below.adjusted(taken, 0, 0, 0)
            painter.setPen(self._theme.colour("on_selection" if selected else "warning"))
            said = painter.fontMetrics().elidedText(one.warning, Qt.TextElideMode.ElideRight, max(0, rest.width()))
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, said)
