"""A table of a dispatch for a view: what is shown, how it is aligned, and which record a row is about."""

import uuid
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from fj_desktop.services.dispatch.sections import TEXT, Section, shown
from fj_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
_COLOURS = {"红": "danger", "橙": "warning", "缺": "danger", "未开齐": "warning"}


class SectionModel(QAbstractTableModel):
    """The rows of a section and its total as the last one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._section: Section | None = None
        self._rows: list[Any] = []

    def show(self, section: Section) -> None:
        """Show another section."""
        self.beginResetModel()
        self._section = section
        self._rows = [*section.rows, *([section.total] if section.total is not None else [])]
        self.endResetModel()

    def record(self, row: int) -> tuple[str, uuid.UUID] | None:
        """The record a row is about."""
        records = self._section.records if self._section is not None else ()
        return records[row] if 0 <= row < len(records) else None

    # Qt's own names

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or self._section is None else len(self._section.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or self._section is None:
            return None
        head = self._section.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(head.kind)
        return head.words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._section is None:
            return None
        head, value = self._section.heads[index.column()], self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown(value, head)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(head.kind)
        if role == Qt.ItemDataRole.FontRole and index.row() >= len(self._section.rows):
            bold = QFont()
            bold.setBold(True)
            return bold
        if role == Qt.ItemDataRole.ForegroundRole and value in _COLOURS:
            return QBrush(self._theme.colour(_COLOURS[value]))
        return None


def _aligned(kind: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if kind == TEXT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
