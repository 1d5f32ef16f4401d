"""The lines of the audit as a table that grows when it is scrolled to its end."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fj_desktop.services.auditing import Entry

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
_HEADS = ("时间", "经办人", "操作", "内容")


class EntriesModel(QAbstractTableModel):
    """``more_wanted``: the view came to the end of what is known; :meth:`add` answers."""

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._is_whole = True

    def clear(self) -> None:
        """Know nothing, and ask for nothing until :meth:`add`."""
        self.beginResetModel()
        self._entries, self._is_whole = [], True
        self.endResetModel()

    def add(self, entries: list[Entry], *, is_whole: bool) -> None:
        """Take the next lines; ``is_whole`` when none are left."""
        self._is_whole = is_whole
        if entries:
            start = len(self._entries)
            self.beginInsertRows(NO_PARENT, start, start + len(entries) - 1)
            self._entries += entries
            self.endInsertRows()

    def entry(self, row: int) -> Entry | None:
        """The line in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    # Qt's own names

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, _: Index) -> None:
        self._is_whole = True  # Asked once; the answer says whether there is still more.
        self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = self._entries[index.row()]
        return (one.at[:16], one.who, one.act, one.what)[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        is_head = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return _HEADS[section] if is_head else None
