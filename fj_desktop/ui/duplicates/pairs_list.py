"""The pairs that were found: both names, and below them why they are alike."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fj_desktop.services.duplicates import Pair
from fj_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_REASONS = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _GAP = 10, 4


class PairsModel(QAbstractListModel):
    """Holds pairs; shows those that a person still has to look at."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[Pair] = []

    def show(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    # Qt's own names

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.pairs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            first, second = (name or "（无名称）" for name in one.names)
            return first if first == second else f"{first} ／ {second}"
        told = f"{_head(one)}{'；'.join(one.reasons)}"
        if role == _REASONS:
            return told
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return told
        return None


def _head(one: Pair) -> str:
    if not one.score:
        return ""
    return f"{'可直接合并' if one.sure else '请核对'}（{one.score:.0%}）："


class PairsList(QListView):
    """``model()`` is a :class:`PairsModel`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pairs = PairsModel()
        self.setObjectName("duplicates_list")
        self.setAccessibleName("相似的记录")
        self.setModel(self.pairs)
        self.setItemDelegate(_PairRows(self, theme))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def present(self) -> Pair | None:
        """The chosen pair."""
        row = self.currentIndex().row()
        return self.pairs.pairs[row] if 0 <= row < len(self.pairs.pairs) else None

    def go_to(self, row: int) -> None:
        """Choose a pair by its place, or the last one."""
        last = len(self.pairs.pairs) - 1
        self.setCurrentIndex(self.pairs.index(max(0, min(row, last)), 0))


class _PairRows(QStyledItemDelegate):
    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, 2 * option.fontMetrics.height() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4)
        metrics, place = option.fontMetrics, option.rect.adjusted(_PAD, _PAD - _GAP, -_PAD, 0)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("on_selection" if selected else "text"))
        painter.drawText(place, 0, metrics.elidedText(str(index.data() or ""), elide, place.width()))
        painter.setPen(self._theme.colour("on_selection" if selected else "muted"))
        below = place.adjusted(0, metrics.height() + _GAP, 0, 0)
        painter.drawText(below, 0, metrics.elidedText(str(index.data(_REASONS) or ""), elide, below.width()))
        painter.restore()
