"""The table with its model and layout: opens listings, keeps selection, place, widths and order."""

from PySide6.QtCore import QObject, Signal

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library import columns
from fj_desktop.ui.library.record_table import RecordTable
from fj_desktop.ui.library.table_view import TableView


class ListingView(QObject):
    """``sorted``: the order was changed; ``selected``: how many rows are selected."""

    sorted = Signal()
    selected = Signal(int)

    def __init__(self, desk: Desk, library: Library) -> None:
        super().__init__()
        self._desk, self._library = desk, library
        self.layout = columns.kept(desk, library)
        self._model = RecordTable(desk.browse, library)
        self.table = TableView(self._model)
        header = self.table.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        self.table.sort_asked.connect(self._sort)
        self.table.selectionModel().selectionChanged.connect(self._tell_selected)

    def open(self, wanted: Wanted) -> int:
        """Show what is wanted, keeping the selected record and the place; returns the number of rows.

        Raises:
            UserError: a filter's text is not of its field's kind.
        """
        listing = self._desk.browse.open(self._library, wanted)
        kept = self.table.selected()[:1]
        place = self.table.verticalScrollBar().value()
        self._model.show(listing, self.layout.keys, self.layout.order)
        self._set_widths()
        self.table.verticalScrollBar().setValue(place)
        if kept:
            self.table.select(kept[0])
        return len(listing)

    def shown_keys(self) -> list[str]:
        """The columns in the order they stand on the screen."""
        header = self.table.horizontalHeader()
        return [self.layout.keys[at] for at in sorted(range(len(self.layout.keys)), key=header.visualIndex)]

    def choose(self, keys: list[str]) -> None:
        """Show other columns."""
        self.layout.keys = keys
        self._keep()

    def _set_widths(self) -> None:
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        surface = CATALOG.by_key(self._library)
        for at, key in enumerate(self.layout.keys):
            header.resizeSection(at, self.layout.widths.get(key) or columns.usual_width(surface[key]))
            header.moveSection(header.visualIndex(at), at)
        header.blockSignals(False)

    def _resized(self, section: int, _: int, width: int) -> None:
        if section < len(self.layout.keys):
            self.layout.widths[self.layout.keys[section]] = width
            self._keep()

    def _moved(self, _logical: int, _old: int, _new: int) -> None:
        self.layout.keys = self.shown_keys()
        self._keep()
        self.sorted.emit()

    def _sort(self, key: str, add: bool) -> None:
        present = dict(self.layout.order)
        order = [one for one in self.layout.order if one[0] != key] if add else []
        if key not in present:
            order.append((key, False))
        elif not present[key]:
            order.append((key, True))
        self.layout.order = order
        self._keep()
        self.sorted.emit()

    def _keep(self) -> None:
        columns.keep(self._desk, self._library, self.layout)

    def _tell_selected(self) -> None:
        self.selected.emit(len(self.table.selectionModel().selectedRows()))
