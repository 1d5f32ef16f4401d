"""The table of the preview."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from fj_desktop.services.importing import PlannedRow
from fj_desktop.ui.importing.preview_rows import STATE, PreviewRows
from fj_desktop.ui.theme import Theme

_NARROWEST, _WIDEST, _STATE_WIDTH = 80, 260, 116
_MEASURED_ROWS = 60


class _BadStaysRed(QStyledItemDelegate):
    """A selected row keeps the colour of its bad cells."""

    # Qt's own names

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.BackgroundRole) is not None:
            option.state &= ~QStyle.StateFlag.State_Selected


class PreviewTable(QTableView):
    """``selected``: other rows are selected."""

    selected = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = PreviewRows(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(_BadStaysRed(self))
        self.setObjectName("preview.table")
        self.setAccessibleName("将要导入的行")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(120)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(30, self.fontMetrics().height() + 12))
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setResizeContentsPrecision(_MEASURED_ROWS)
        self.selectionModel().selectionChanged.connect(self._changed)

    def fit(self) -> None:
        """Give every column the width of its first rows, within bounds."""
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            self.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, self.columnWidth(column))))
        self.setColumnWidth(STATE, max(_STATE_WIDTH, self.columnWidth(STATE)))

    def doubles(self) -> list[PlannedRow]:
        """The selected rows that double a record or may do so."""
        rows = (self.rows.row(index.row()) for index in self.selectionModel().selectedRows())
        return [row for row in rows if not row.refusals and (row.duplicate or row.possible)]

    def go_to(self, sheet_row: int, column: str) -> bool:
        """Bring a cell into sight; False when a filter hides its row."""
        place = self.rows.place_of(sheet_row, column)
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtCenter)
        return place.isValid()

    def _changed(self, _: QItemSelection, __: QItemSelection) -> None:
        self.selected.emit()
