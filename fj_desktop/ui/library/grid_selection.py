"""Which cells of a table are selected: rows and columns of its ranges, never one object a cell."""

import uuid
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QTableView

from fj_desktop.ui.library.record_table import RecordTable

_FLAG = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True)
class Cells:
    """Selected cells: rows in order, columns (of the model) as they stand on the screen."""

    rows: list[int]
    columns: list[int]
    is_whole: bool
    """Whether whole rows are selected."""
    is_block: bool
    """Whether every one of the rows is selected in every one of the columns."""

    def __len__(self) -> int:
        return len(self.rows) * len(self.columns)


def ranges(table: QTableView) -> list[tuple[int, int, int, int]]:
    """Top, left, bottom and right of every selected range."""
    return [(one.top(), one.left(), one.bottom(), one.right()) for one in table.selectionModel().selection().toList()]


def selected_rows(table: QTableView) -> list[int]:
    """Rows that hold a selected cell, in order."""
    return [row for top, bottom in _runs(table) for row in range(top, bottom + 1)]


def count_rows(table: QTableView) -> int:
    """How many rows hold a selected cell; quick even where all of a million do."""
    return sum(bottom - top + 1 for top, bottom in _runs(table))


def _runs(table: QTableView) -> list[tuple[int, int]]:
    """First and last row of each run of selected rows, in order."""
    runs: list[tuple[int, int]] = []
    for top, _, bottom, _ in sorted(ranges(table)):
        if runs and top <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], bottom))
        else:
            runs.append((top, bottom))
    return runs


def selected_cells(table: QTableView) -> Cells:
    """The block of cells that the selection spans; without one, the current cell."""
    found = ranges(table)
    current = table.currentIndex()
    if not found and current.isValid():
        found = [(current.row(), current.column(), current.row(), current.column())]
    columns = set().union(*(range(left, right + 1) for _, left, _, right in found))
    rows = sorted(set().union(*(range(top, bottom + 1) for top, _, bottom, _ in found)))
    in_sight = sorted(columns, key=table.horizontalHeader().visualIndex)
    area = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in found)
    is_whole = bool(rows) and len(columns) == table.model().columnCount()
    return Cells(rows, in_sight, is_whole, area == len(rows) * len(columns))


def columns_from(table: QTableView, column: int) -> list[int]:
    """A column and all to its right, as they stand on the screen."""
    header = table.horizontalHeader()
    return [header.logicalIndex(at) for at in range(header.visualIndex(column), header.count())]


def go(table: QTableView, row: int, column: int) -> None:
    """Select one cell and bring it into sight."""
    index = table.model().index(row, column)
    if index.isValid():
        table.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
        table.scrollTo(index)


def step(table: QTableView, down: int, right: int) -> None:
    """Go to a neighbouring cell; past the last column to the next row's first, as spreadsheets do."""
    index, header = table.currentIndex(), table.horizontalHeader()
    row, place = index.row() + down, header.visualIndex(index.column()) + right
    if not 0 <= place < header.count():
        row, place = row + right, 0 if right > 0 else header.count() - 1
    if 0 <= row < table.model().rowCount():
        go(table, row, header.logicalIndex(place))


def jump(table: QTableView, down: int, right: int, *, extend: bool) -> None:
    """Go to the edge of the table, or with ``extend`` select as far as there."""
    index, header, model = table.currentIndex(), table.horizontalHeader(), table.model()
    row = index.row() if not down else (model.rowCount() - 1 if down > 0 else 0)
    place = header.visualIndex(index.column()) if not right else (header.count() - 1 if right > 0 else 0)
    edge = model.index(row, header.logicalIndex(place))
    if not extend:
        go(table, edge.row(), edge.column())
        return
    chosen = QItemSelection(_anchor(table, index), edge)
    table.selectionModel().select(chosen, _FLAG.ClearAndSelect)
    table.selectionModel().setCurrentIndex(edge, _FLAG.NoUpdate)
    table.scrollTo(edge)


def select_column(table: QTableView) -> None:
    """Select the current column."""
    table.selectColumn(table.currentIndex().column())


def select_row(table: QTableView) -> None:
    """Select the rows of the selected cells."""
    rows = _FLAG.Select | _FLAG.Rows
    table.selectionModel().select(table.selectionModel().selection(), rows)


def _anchor(table: QTableView, current: QModelIndex) -> QModelIndex:
    """The corner of the selection that lies across from the current cell."""
    for top, left, bottom, right in ranges(table):
        if top <= current.row() <= bottom and left <= current.column() <= right:
            row = bottom if current.row() == top else top
            column = right if current.column() == left else left
            return table.model().index(row, column)
    return current


@dataclass(frozen=True)
class Place:
    """What is selected in a table, to be found again after it asked anew: record, column, or the whole row."""

    record: uuid.UUID
    key: str
    is_whole: bool


def place_of(table: QTableView, model: RecordTable) -> Place | None:
    """The first selected row, in the column of the current cell; None where nothing is selected."""
    found = ranges(table)
    if not found or not model.keys:
        return None
    record = model.record(min(top for top, _, _, _ in found))
    column = max(0, table.currentIndex().column())
    is_whole = len({at for _, left, _, right in found for at in range(left, right + 1)}) == len(model.keys)
    return None if record is None or column >= len(model.keys) else Place(record, model.keys[column], is_whole)


def put_back(table: QTableView, model: RecordTable, place: Place) -> None:
    """Select what was selected, where it is still shown."""
    row = model.row_of(place.record)
    if row is None:
        return
    column = model.keys.index(place.key) if place.key in model.keys else 0
    go(table, row, column)
    if place.is_whole:
        select_row(table)
