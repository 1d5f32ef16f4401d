"""The cards of one column: row numbers, and the few pages that were seen."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from fj_desktop.services.board import Card, Column

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
CARD = int(Qt.ItemDataRole.UserRole)
MIME = "application/x-fj-project"
_PAGE, _KEPT = 20, 40


class CardModel(QAbstractListModel):
    """Shows one stage; a page of cards is read when it comes into sight."""

    def __init__(self, read: Callable[[Sequence[int]], list[Card]]) -> None:
        super().__init__()
        self._read = read
        self.column = Column("", [])  # type: ignore[arg-type]
        self._pages: OrderedDict[int, list[Card]] = OrderedDict()

    def show(self, column: Column) -> None:
        """Show another set of projects."""
        self.beginResetModel()
        self.column = column
        self._pages.clear()
        self.endResetModel()

    def card(self, row: int) -> Card | None:
        """The card in a row; None when its project is gone."""
        if not 0 <= row < len(self.column):
            return None
        number, place = divmod(row, _PAGE)
        if number not in self._pages:
            self._pages[number] = self._read(self.column.numbers[number * _PAGE : (number + 1) * _PAGE])
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        page = self._pages[number]
        return page[place] if place < len(page) else None

    # Qt's own names

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (CARD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        card = self.card(index.row())
        if card is None or role == CARD:
            return card
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (card.name, card.company, card.chain, card.invest, card.why) if part)
        return "，".join(part for part in (card.name, card.company, card.invest, card.level, card.why) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        card = self.card(indexes[0].row()) if indexes else None
        if card is not None:
            mime.setData(MIME, card.id.bytes)
        return mime
