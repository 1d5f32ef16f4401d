"""The table with its model and layout: opens listings, keeps selection, place, widths and order."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Listing, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.library import columns
from fj_desktop.ui.library.grid_selection import count_rows, place_of, put_back
from fj_desktop.ui.library.reader import ListingReader
from fj_desktop.ui.library.record_table import NO_ORDER, RecordTable
from fj_desktop.ui.library.table_view import TableView
from fj_desktop.ui.theme import Theme

_KEEP_MS = 400


class ListingView(QObject):
    """``sorted``: the order was changed; ``selected``: how many rows are selected.

    ``arrived``: a long listing is read to its end. ``slow``: reading one takes long, or no longer does.
    """

    sorted = Signal()
    selected = Signal(int)
    arrived = Signal()
    failed = Signal(object)
    slow = Signal(bool)

    def __init__(self, desk: Desk, library: Library, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._library, self._theme = desk, library, theme
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        self.layout = columns.kept(desk, library)
        self.model = RecordTable(desk.browse, library)
        self.table = TableView(self.model, theme)
        header = self.table.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        self.table.sort_asked.connect(self._sort)
        self.table.selectionModel().selectionChanged.connect(self._tell_selected)
        self._reader = ListingReader(desk.browse, library, self.table)
        self._reader.read.connect(self._arrived)
        self._reader.failed.connect(self.failed)
        self._reader.slow.connect(self.slow)
        self._wanted = Wanted()
        self._settled: tuple[Wanted, Listing] | None = None
        self.live: int | None = None
        theme.changed.connect(self._measure)

    @property
    def count(self) -> int | None:
        """How many rows there are; None while a long listing is still read."""
        listing = self.model.listing
        return len(listing) if listing is not None and not self._reader.is_reading else None

    @property
    def is_cut(self) -> bool:
        """Only the beginning is shown, since the person did not want to wait for the rest."""
        listing = self.model.listing
        return listing is not None and not listing.is_whole and not self._reader.is_reading

    def recount(self) -> None:
        """Count the live records anew, if that is quick."""
        live = self._desk.browse.quick_count(self._library)
        self.live = self.live if live is None else live

    def open(self, wanted: Wanted) -> None:
        """Show what is wanted, keeping the selected record and the place.

        What the store gives at once is shown at once; the rest of a long listing is read beside the
        window, ``arrived`` follows. ``live`` is the number of live records, None until it is known.

        Raises:
            UserError: a filter's text is not of its field's kind.
        """
        self._reader.stop()
        listing = self._desk.browse.begin(self._library, wanted)
        self._wanted = wanted
        if listing.is_whole:
            live = len(listing) if wanted.is_of_all else self._desk.browse.quick_count(self._library)
            self._settle(listing, self.live if live is None else live)
        # Nothing yet: what was shown stays until there is something to show instead.
        self._show(listing if listing.is_whole or len(listing) else self.model.listing or listing)
        if not listing.is_whole:
            self._reader.start(wanted)

    def give_up(self) -> Wanted | None:
        """Stop reading and show again what was shown before; returns what that is, None if there was nothing."""
        self._reader.stop()
        if self._settled is None:
            return None
        self._wanted, listing = self._settled
        self.layout.order = list(self._wanted.order)
        self._show(listing)
        return self._wanted

    def _settle(self, listing: Listing, live: int | None) -> None:
        self._settled, self.live = (self._wanted, listing), live

    def _arrived(self, listing: Listing, live: int) -> None:
        self._settle(listing, live)
        if not self.model.grow(listing):
            self._show(listing)
        self.arrived.emit()

    def _show(self, listing: Listing) -> None:
        kept = place_of(self.table, self.model)
        place = self.table.verticalScrollBar().value()
        with self.quiet():
            self.model.show(listing, self.layout.keys, self.layout.order)
            self._set_widths()
            self.table.verticalScrollBar().setValue(place)
            if kept is not None:
                put_back(self.table, self.model, kept)

    def reread(self) -> None:
        """Read the shown cells again; rows stay where they stand."""
        self.model.reread()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Move the current row without telling anybody."""
        was = self.table.blockSignals(True)
        try:
            yield
        finally:
            self.table.blockSignals(was)

    def shown_keys(self) -> list[str]:
        """The columns in the order they stand on the screen."""
        header = self.table.horizontalHeader()
        return [self.layout.keys[at] for at in sorted(range(len(self.layout.keys)), key=header.visualIndex)]

    def choose(self, keys: list[str]) -> None:
        """Show other columns."""
        self.layout.keys = keys
        self.keep()

    def _set_widths(self) -> None:
        header = self.table.horizontalHeader()
        header.blockSignals(True)
        surface = CATALOG.by_key(self._library)
        for at, key in enumerate(self.layout.keys):
            width = self.layout.widths.get(key) or columns.usual_width(surface[key])
            header.resizeSection(at, width * self._theme.text_percent // 100)
            header.moveSection(header.visualIndex(at), at)
        header.blockSignals(False)

    def _resized(self, section: int, _: int, width: int) -> None:
        if section < len(self.layout.keys):
            self.layout.widths[self.layout.keys[section]] = width * 100 // self._theme.text_percent
            self._keeping.start()

    def _moved(self, _logical: int, _old: int, _new: int) -> None:
        self.layout.keys = self.shown_keys()
        self.keep()
        self.sorted.emit()

    def _sort(self, key: str, add: bool) -> None:
        if not CATALOG.by_key(self._library)[key].sorts:
            QToolTip.showText(QCursor.pos(), NO_ORDER, self.table)
            return
        present = dict(self.layout.order)
        order = [one for one in self.layout.order if one[0] != key] if add else []
        if key not in present:
            order.append((key, False))
        elif not present[key]:
            order.append((key, True))
        self.layout.order = order
        self.keep()
        self.sorted.emit()

    def keep(self) -> None:
        """Remember columns, widths and order in the encrypted store."""
        self._keeping.stop()
        columns.keep(self._desk, self._library, self.layout)

    def _measure(self) -> None:
        self.table.measure()
        self._set_widths()

    def _tell_selected(self) -> None:
        self.selected.emit(count_rows(self.table))
