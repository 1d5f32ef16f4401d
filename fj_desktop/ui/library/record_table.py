"""The table's model: an array of row numbers and a few pages of finished texts, never all rows."""

import uuid
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import BrowseService, Listing, Row

_PAGE = 40
_KEPT_PAGES = 75
Index = QModelIndex | QPersistentModelIndex
_ALIGN_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ALIGN_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
NO_PARENT = QModelIndex()
STATE = int(Qt.ItemDataRole.UserRole) + 1
COVERED = STATE + 1

NO_ORDER = "这一列有受保护的内容或多个值，不能按它排序"
"""Said of a column that gives no order."""


class RecordTable(QAbstractTableModel):
    """Shows a listing; pages are read when they come into sight."""

    def __init__(self, browse: BrowseService, library: Library) -> None:
        super().__init__()
        self._browse = browse
        self._surface = CATALOG.by_key(library)
        self._listing: Listing | None = None
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self.keys: tuple[str, ...] = ()
        self._order: dict[str, bool] = {}

    def show(self, listing: Listing, keys: Sequence[str], order: Sequence[tuple[str, bool]] = ()) -> None:
        """Show another listing, or other columns of it."""
        self.beginResetModel()
        self._listing, self.keys, self._order = listing, tuple(keys), dict(order)
        self._pages.clear()
        self.endResetModel()

    @property
    def listing(self) -> Listing | None:
        """What is shown."""
        return self._listing

    def grow(self, listing: Listing) -> bool:
        """Put a whole listing in the place of its beginning, rows and selection staying; False if it is not that."""
        shown = self._listing
        if shown is None or not len(shown) or len(listing) < len(shown):
            return False
        if listing.numbers[: len(shown)] != shown.numbers:
            return False
        if len(listing) > len(shown):
            # The last page was cut short where the beginning ended.
            self._pages.pop(len(shown) // _PAGE, None)
            self.beginInsertRows(NO_PARENT, len(shown), len(listing) - 1)
            self._listing = listing
            self.endInsertRows()
        self._listing = listing
        return True

    def record(self, row: int) -> uuid.UUID | None:
        """The record in a row, or None when it is gone."""
        found = self._row(row)
        return found.id if found is not None else None

    def records(self, rows: Sequence[int]) -> list[uuid.UUID]:
        """The records of many rows, fewer where the table ends; may be asked off the window's thread.

        Raises:
            UserError: a record among them is gone, or the table's end is not known yet.
        """
        listing = self._listing
        if listing is None:
            return []
        if not listing.is_whole and rows and rows[-1] >= len(listing):
            raise UserError("表格还没有读完，不知道末尾在哪里。请等读完，或先筛选，再做一次。")
        found: list[uuid.UUID] = []
        for start, size in _runs(rows, len(listing)):
            page = self._browse.page(listing, start, size, ())
            if len(page) < size:
                raise UserError("选中的记录里有刚刚删除的，请重新选择后再做一次。")
            found += [row.id for row in page]
        return found

    def reread(self) -> None:
        """Read the cells again; rows stay where they stand, whatever they hold now."""
        self._pages.clear()
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def row_of(self, record: uuid.UUID) -> int | None:
        """Where a record stands, or None."""
        return self._browse.row_of(self._listing, record) if self._listing is not None else None

    def label(self, column: int) -> str:
        """The heading of a column with its unit."""
        return self._surface[self.keys[column]].heading

    def texts(self, row: int) -> tuple[str, ...]:
        """The cells of a row as shown."""
        found = self._row(row)
        return found.cells if found is not None else ()

    def _row(self, row: int) -> Row | None:
        if self._listing is None or not 0 <= row < len(self._listing):
            return None
        number, place = divmod(row, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._browse.page(self._listing, number * _PAGE, _PAGE, self.keys)
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
        return page[place] if place < len(page) else None

    def _arrow(self, key: str) -> str:
        """The direction of a sorted column, numbered when several are."""
        if key not in self._order:
            return ""
        place = str(list(self._order).index(key) + 1) if len(self._order) > 1 else ""
        return f" {'↓' if self._order[key] else '↑'}{place}"

    # Qt's own names

    def flags(self, index: Index) -> Qt.ItemFlag:
        # An input method is offered only over what can be edited.
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or self._listing is None else len(self._listing)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_RIGHT if self._surface[self.keys[index.column()]].field.kind.right_aligned else _ALIGN_LEFT
        one = self._surface[self.keys[index.column()]]
        if role == STATE:
            return one.key.endswith("status") and not one.field.masked
        if role == COVERED:
            row = self._row(index.row())
            return row is not None and index.column() in row.covered
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cells = self.texts(index.row())
        text = cells[index.column()] if index.column() < len(cells) else ""
        return text if role == Qt.ItemDataRole.DisplayRole or len(text) > 12 else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        one = self._surface[self.keys[section]]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.label + self._arrow(one.key)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_RIGHT if one.field.kind.right_aligned else _ALIGN_LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            remark = NO_ORDER if one.field.masked else ""
            return "\n".join(words for words in (one.heading, one.field.note, remark) if words)
        return None


def _runs(rows: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """Start and length of each run of rows next to each other, within a table of so many."""
    start = size = 0
    for row in rows:
        if row >= count:
            break
        if size and row == start + size:
            size += 1
            continue
        if size:
            yield start, size
        start, size = row, 1
    if size:
        yield start, size
