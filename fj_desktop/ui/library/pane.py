"""The table's side of a tab: head, toolbar, filters, and the table or what stands in its place."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import Filter
from fj_desktop.services.recycle_bin import KEPT_DAYS
from fj_desktop.services.view_definitions import Showing
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, bind
from fj_desktop.ui.library.empty import EmptyState
from fj_desktop.ui.library.filters import FilterBar
from fj_desktop.ui.library.grid_selection import count_rows
from fj_desktop.ui.library.groups import GroupList
from fj_desktop.ui.library.head import TabHead
from fj_desktop.ui.library.listing import ListingView
from fj_desktop.ui.library.toolbar import Toolbar
from fj_desktop.ui.library.waiting import WaitingCard
from fj_desktop.ui.theme import Theme

_SHORT_SIGNS = 50


class TablePane(QWidget):
    """Shows what is wanted of one library.

    ``import_asked``: the empty table's action. ``refreshed``: the store was asked anew.
    """

    import_asked = Signal()
    refreshed = Signal()

    def __init__(self, desk: Desk, library: Library, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._library, self._asking = desk, library, asking
        self._in_bin = False
        self._head = TabHead(theme, library)
        self.tools = Toolbar(theme, library.title, closed=library.closed)
        self._theme = theme
        self._filters = FilterBar(theme, library)
        self.groups = GroupList(desk, library, theme)
        self._empty = EmptyState(theme, library.icon)
        self.rows = ListingView(desk, library, theme, self)
        self._waiting = WaitingCard(self.rows.table)
        self._lay_out()
        bind(self, "组合筛选…", "Ctrl+Alt+S", self._build_filter, group=IN_TABLE)
        for signal, slot in (
            (self.tools.text_changed, self.refresh),
            (self.tools.filter_asked, self._ask_filter),
            (self.rows.table.filter_asked, self._ask_filter),
            (self.rows.sorted, self.refresh),
            (self.rows.selected, self._tell),
            (self.rows.arrived, self._arrived),
            (self.rows.failed, self._refused),
            (self.rows.slow, self._wait),
            (self._waiting.stopped, self._give_up),
            (self._filters.changed, self.refresh),
            (self.groups.changed, self.refresh),
            (self.groups.picked, self._filters.put_one),
            (self._filters.builder_asked, self._build_filter),
            (self._empty.asked, lambda: self.show_all() if self._is_filtered() else self.import_asked.emit()),
        ):
            signal.connect(slot)

    def _lay_out(self) -> None:
        self._body = QStackedWidget()
        self._body.addWidget(self.rows.table)
        self._body.addWidget(self._empty)
        self._face: QWidget = self.rows.table
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        for widget in (self._head, self.tools, self._filters):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.groups)
        row.addWidget(self._body, 1)
        column.addLayout(row, 1)

    def refresh(self) -> None:
        """Ask the store again, keeping selection and place."""
        try:
            self.rows.open(self.wanted())
        except UserError as error:
            self._refused(error)
            return
        self._arrived()
        self.groups.refresh(self.wanted())
        self.refreshed.emit()

    def _arrived(self) -> None:
        self._empty.say_for(self._library, in_bin=self._in_bin, filtered=self._is_filtered())
        self._body.setCurrentWidget(self._empty if self.rows.count == 0 else self._face)
        self._tell(count_rows(self.rows.table))

    def show_face(self, face: QWidget | None) -> None:
        """Show the same records in another way than as a table; None for the table."""
        self._face = face or self.rows.table
        if self._body.indexOf(self._face) < 0:
            self._body.addWidget(self._face)
        self._arrived()

    def renew(self) -> None:
        """Read the shown cells again after a change made in the table itself; no row moves."""
        self.rows.reread()
        self.rows.recount()
        self._tell(count_rows(self.rows.table))

    def _refused(self, error: UserError) -> None:
        self._asking.report(self, error)
        self._filters.drop_last()

    def _wait(self, is_slow: bool) -> None:
        if is_slow:
            self._waiting.say(
                "正在排序…" if self.rows.layout.order else "正在查找…" if self._is_filtered() else "正在读取…"
            )
        else:
            self._waiting.hide()

    def stop_waiting(self) -> bool:
        """Give up a long reading, as the card's button does; False when nothing takes long."""
        if self._waiting.isHidden():
            return False
        self._give_up()
        return True

    def _give_up(self) -> None:
        """Show again what was shown before the person asked for what takes so long."""
        before = self.rows.give_up()
        if before is not None:
            self._in_bin = before.deleted
            self.tools.show_bin(before.deleted)
            self.tools.put_search(before.text)
            self._filters.put_back(before.filters)
        self._arrived()

    def wanted(self) -> Wanted:
        """What the table is asked to show."""
        return Wanted(self._filters.filters(), self.tools.search.text(), tuple(self.rows.layout.order), self._in_bin)

    def showing(self) -> Showing:
        """What the table shows, as a view keeps it."""
        rows, text = self.rows, self.tools.search.text().strip()
        return Showing(
            self._filters.filters(), text, tuple(rows.layout.order), tuple(rows.shown_keys()), self.groups.name
        )

    def put(self, showing: Showing) -> None:
        """Set what is shown; the store is asked at the next :meth:`refresh`."""
        self._filters.put_back(showing.filters)
        self.tools.put_search(showing.text)
        self.groups.put(showing.group)
        self.rows.layout.order = list(showing.order)
        self.rows.choose(list(showing.keys) or self.rows.layout.keys)

    def filter_by(self, filters: Iterable[Filter]) -> None:
        """Show less: these filters beside those there are."""
        for one in filters:
            self._filters.add(one)

    def show_bin(self, shown: bool) -> None:
        """Show the recycle bin, or the live records."""
        self._in_bin = shown
        self.tools.show_bin(shown)
        self.refresh()

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        (self.tools.search if self.rows.count == 0 else self.rows.table).setFocus()

    def _tell(self, selected: int) -> None:
        shown, live = self.rows.count, self.rows.live
        words = "" if live is None else f"共 {live:,} 条"
        if shown is None:
            words = words or "正在读取…"
        elif self.rows.is_cut:
            words = f"只读取了前 {shown:,} 条"
        elif self._in_bin:
            words = f"回收站 {shown:,} 条，删除满 {KEPT_DAYS} 天后不再列出"
        elif self._is_filtered():
            words = f"筛选出 {shown:,} 条{'，' if words else ''}{words}"
        self._head.show_count(f"{words}，选中 {selected:,} 条" if selected > 1 else words)
        self.tools.show_selected(selected)

    def _is_filtered(self) -> bool:
        return bool(self._filters.filters() or self.tools.search.text().strip())

    def show_all(self) -> None:
        """Take all filters away."""
        if self._is_filtered():
            self.tools.clear_search()
            self._filters.clear()

    def _ask_filter(self, key: str = "") -> None:
        if key:
            self._filters.ask(key, self.tools.filter_button)
        else:
            self._filters.ask_which(self.rows.shown_keys(), self.tools.filter_button)

    def _build_filter(self) -> None:
        from fj_desktop.ui.library.filter_builder import FilterBuilder

        builder = FilterBuilder(self, self._desk, self._library, self.wanted(), self._theme)
        if builder.exec():
            self._filters.put_back(builder.filters())
            self.refresh()

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.shorten(self.width() < _SHORT_SIGNS * self.fontMetrics().horizontalAdvance("字"))
