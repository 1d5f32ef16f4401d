"""The first rows of a sheet as they stand in the file, with its header marked."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fj_desktop.services.importing import Sheet, SheetProposal, cell_text
from fj_desktop.ui.theme import Theme

ROWS = 20
_BELOW_HEADER = 6
_WIDEST, _NARROWEST = 240, 64
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


def letters(column: int) -> str:
    """The name a spreadsheet program gives a column counted from 0: 0 gives A, 26 gives AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class RawRows(QAbstractTableModel):
    """Raw cells; rows are told apart as header, record and left out by colour, weight and tooltip."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: Sheet | None = None
        self._header: frozenset[int] = frozenset()
        self._left_out: dict[int, str] = {}
        self._first = 0
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, sheet: Sheet, proposal: SheetProposal | None) -> None:
        """Show a sheet with its header; without one all rows look alike."""
        self.beginResetModel()
        self._sheet = sheet
        self._header = frozenset(proposal.header_rows) if proposal else frozenset()
        self._first = proposal.first_row if proposal else 0
        self._left_out = {one.row: one.reason for one in proposal.left_out} if proposal else {}
        self.endResetModel()

    def sheet_row(self, row: int) -> int:
        """The sheet's own number of a shown row."""
        return row + (self._sheet.first_row if self._sheet else 1)

    def _cell(self, index: Index) -> str:
        if self._sheet is None:
            return ""
        cells = self._sheet.rows[index.row()]
        return cell_text(cells[index.column()]) if index.column() < len(cells) else ""

    def _reason(self, number: int) -> str:
        if number in self._header:
            return "表头"
        if number < self._first:
            return "表头上方的标题，不导入"
        reason = self._left_out.get(number, "")
        return f"不导入：{reason}" if reason else ""

    # Qt's own names

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        if parent.isValid() or self._sheet is None:
            return 0
        last = max(self._header, default=0) - self._sheet.first_row + 1
        return min(len(self._sheet.rows), max(ROWS, last + _BELOW_HEADER))

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        if parent.isValid() or self._sheet is None:
            return 0
        return max((len(row) for row in self._sheet.rows[: self.rowCount()]), default=0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        number = self.sheet_row(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self._cell(index).split())[:120]
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (self._cell(index)[:600], self._reason(number)) if part)
            case Qt.ItemDataRole.SizeHintRole if number not in self._header and self._reason(number):
                return QSize(0, 0)
            case Qt.ItemDataRole.BackgroundRole if number in self._header:
                return self._theme.colour("primary_soft")
            case Qt.ItemDataRole.FontRole if number in self._header:
                return self._bold
            case Qt.ItemDataRole.ForegroundRole if self._reason(number):
                return self._theme.colour("text" if number in self._header else "muted")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return letters(section) if role == Qt.ItemDataRole.DisplayRole else None
        number = self.sheet_row(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"表头 {number}" if number in self._header else str(number)
        return self._reason(number) or None if role == Qt.ItemDataRole.ToolTipRole else None


class RawGrid(QTableView):
    """``header_asked``: the sheet row that was clicked, or on which Enter was pressed."""

    header_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = RawRows(theme, self)
        self.setModel(self.rows)
        self.setObjectName("sheet.grid")
        self.setAccessibleName("工作表前几行；在表头所在的行上按回车")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(28, self.fontMetrics().height() + 10))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().sectionClicked.connect(self._row_clicked)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._clicked)

    def show_sheet(self, sheet: Sheet, proposal: SheetProposal | None) -> None:
        """Show the first rows; columns fit what is in them."""
        place = self.currentIndex()
        self.clearSpans()
        self.rows.show(sheet, proposal)
        self._merge(sheet)
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            self.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, self.columnWidth(column))))
        if place.isValid() and place.row() < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(place.row(), min(place.column(), self.rows.columnCount() - 1)))

    def _merge(self, sheet: Sheet) -> None:
        rows, columns = self.rows.rowCount(), self.rows.columnCount()
        for top, left, bottom, right in sheet.merged:
            height, width = min(bottom + 1, rows) - top, min(right + 1, columns) - left
            if height > 0 and width > 0 and height * width > 1:
                self.setSpan(top, left, height, width)

    def _clicked(self, index: QModelIndex) -> None:
        self._row_clicked(index.row())

    def _row_clicked(self, row: int) -> None:
        self.header_asked.emit(self.rows.sheet_row(row))

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._row_clicked(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
