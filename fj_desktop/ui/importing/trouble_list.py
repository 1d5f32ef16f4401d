"""Every refused or blanked cell in one list; choosing one leads to its cell."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QTableView

from fj_desktop.services.importing import BadValue, ImportPlan
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.rows_table import dress_rows

_HEADS = ("行", "列", "单元格内容", "原因")
_WIDTHS = (64, 170, 180)
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Troubles(QAbstractTableModel):
    """Refused cells first in the order of the sheet, blanked ones among them."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: list[tuple[int, BadValue, bool]] = []

    def show(self, plan: ImportPlan) -> None:
        """List the troubles of a plan."""
        self.beginResetModel()
        self._found = [
            (row.row, bad, refused)
            for row in plan.rows
            for bads, refused in ((row.refusals, True), (row.blanked, False))
            for bad in bads
        ]
        self.endResetModel()

    def at(self, place: int) -> tuple[int, str]:
        """Sheet row and column of one trouble."""
        row, bad, _ = self._found[place]
        return row, bad.column

    # Qt's own names

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, bad, refused = self._found[index.row()]
        token = "danger" if refused else "warning"
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return self._theme.icons.icon("error" if refused else "warning", token)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            reason = bad.reason if refused else f"{bad.reason}（留空后导入）"
            return (str(row), bad.column, bad.value or "（空）", reason)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == len(_HEADS) - 1:
            return self._theme.colour(token)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return None


class TroubleList(QTableView):
    """``picked``: the sheet row and the column of the trouble that was chosen."""

    picked = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.troubles = Troubles(theme, self)
        self.setModel(self.troubles)
        dress_rows(self, "preview.troubles", "退回和留空的单元格", _WIDTHS)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.clicked.connect(self._clicked)

    def _moved(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and self.hasFocus():
            self.picked.emit(*self.troubles.at(current.row()))

    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(*self.troubles.at(index.row()))
