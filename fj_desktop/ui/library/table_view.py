"""The table itself: rows to select, headers to sort by, cells to copy; everything by keyboard too."""

import uuid

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fj_desktop.ui.library.delegates import CellLook
from fj_desktop.ui.library.grid_selection import selected_rows
from fj_desktop.ui.library.record_table import RecordTable
from fj_desktop.ui.theme import Theme

ROW_HEIGHT = 34


class TableView(QTableView):
    """A table of records.

    ``opened``: a record was asked for by Enter, or by double click where no cell can be edited.
    ``previewed``: by Space.
    ``picked``: the current row moved.
    ``sort_asked``: a header was clicked (key, add to the present order). ``filter_asked``: a header's menu (key).
    """

    opened = Signal(object)
    previewed = Signal(object)
    picked = Signal(object)
    sort_asked = Signal(str, bool)
    filter_asked = Signal(str)

    def __init__(self, model: RecordTable, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._look = CellLook(self, theme)
        self.setItemDelegate(self._look)
        self.setMouseTracking(True)
        self.setModel(model)
        self.setObjectName("table")
        self.setAccessibleName("记录表")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_up_headers()
        self.measure()

    def measure(self) -> None:
        """Fit rows and headers to the size of text."""
        height = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, height + 16))
        self.horizontalHeader().setFixedHeight(max(36, height + 18))

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.setHighlightSections(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        columns = self.horizontalHeader()
        columns.setSectionsMovable(True)
        columns.setSectionsClickable(True)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(56)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(self._header_menu)
        columns.sectionClicked.connect(self._header_clicked)
        columns.setStretchLastSection(False)
        self.doubleClicked.connect(self._open)
        self.entered.connect(self._hovered)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def selected(self) -> list[uuid.UUID]:
        """The records with a selected cell, in the order of the table."""
        return self._model.records(selected_rows(self))

    def select(self, record: uuid.UUID) -> bool:
        """Select a record and bring it into sight; False when it is not shown."""
        row = self._model.row_of(record)
        if row is None:
            return False
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def open_current(self) -> None:
        """Ask for the record of the current row."""
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        record = self._model.record(index.row())
        if record is not None:
            self.opened.emit(record)

    def _moved(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._model.record(current.row()))

    def _header_clicked(self, section: int) -> None:
        shift = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.sort_asked.emit(self._model.keys[section], shift)

    def _header_menu(self, position: QPoint) -> None:
        section = self.horizontalHeader().logicalIndexAt(position)
        if section >= 0:
            self.filter_asked.emit(self._model.keys[section])

    def _hovered(self, index: QModelIndex) -> None:
        self._look.hovered = index.row()
        self.viewport().update()

    # Qt's own names

    def leaveEvent(self, event: QEvent) -> None:
        self._look.hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open_current()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.previewed.emit(self._model.record(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)
