"""One tab: head, toolbar, filters and table, with the form beside; works for every library alike."""

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.errors import UserError
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.form import RecordForm
from fj_desktop.ui.library.commands import TabCommands
from fj_desktop.ui.library.empty import EmptyState
from fj_desktop.ui.library.filters import FilterBar
from fj_desktop.ui.library.head import TabHead
from fj_desktop.ui.library.listing import ListingView
from fj_desktop.ui.library.toolbar import Toolbar
from fj_desktop.ui.theme import Theme

_FORM_WIDTH = 460
_TABLE_WIDTH = 360


class LibraryTab(QWidget):
    """Shows one library, finds in it, and opens records beside the table."""

    def __init__(self, desk: Desk, library: Library, theme: Theme, asking: Asking, actions: Actions) -> None:
        super().__init__()
        self.library = library
        self._desk, self._asking = desk, asking
        self._in_bin = False
        self._head = TabHead(theme, library)
        self._tools = Toolbar(theme, library.title)
        self._filters = FilterBar(theme, library)
        self._empty = EmptyState(theme, library.icon)
        self._rows = ListingView(desk, library)
        self._form = RecordForm(desk, library, theme, asking)
        self._commands = TabCommands(self, desk, library, self._rows, asking, actions)
        self._shown_tables = {library.table, *(one.kind.target for one in library.links() if isinstance(one.kind, Link))}
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        self._body = QStackedWidget()
        self._body.addWidget(self._rows.table)
        self._body.addWidget(self._empty)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (self._head, self._tools, self._filters):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        left.setMinimumWidth(_TABLE_WIDTH)
        self._split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._split.addWidget(left)
        self._split.addWidget(self._form)
        self._split.setStretchFactor(0, 1)
        self._form.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)

    def _join(self) -> None:
        tools, table, act = self._tools, self._rows.table, self._commands
        for signal, slot in (
            (tools.new_asked, self.start_new),
            (tools.import_asked, act.bring_in),
            (tools.template_asked, act.template),
            (tools.delete_asked, act.delete),
            (tools.restore_asked, act.restore),
            (table.delete_asked, act.delete),
            (tools.export_asked, self._export),
            (tools.columns_asked, self._choose_columns),
            (tools.filter_asked, self._ask_filter),
            (tools.bin_toggled, self._show_bin),
            (tools.text_changed, self.refresh),
            (table.opened, self.show_record),
            (table.filter_asked, self._filters.ask),
            (self._rows.sorted, self.refresh),
            (self._rows.selected, tools.show_selected),
            (self._filters.changed, self.refresh),
            (self._empty.asked, self._empty_action),
            (self._form.saved, table.select),
            (self._form.closed, self._form_closed),
            (self._form.add_another_asked, self.start_new),
        ):
            signal.connect(slot)

    def refresh(self) -> None:
        """Ask the store again, keeping selection and place."""
        try:
            shown = self._rows.open(self._wanted())
        except UserError as error:
            self._asking.report(self, error)
            return
        live = self._desk.browse.count(self.library)
        if self._in_bin:
            self._head.show_count(f"回收站 {shown:,} 条")
        else:
            self._head.show_count(f"{shown:,} / {live:,} 条" if self._is_filtered() else f"{live:,} 条")
        self._empty.say_for(self.library, in_bin=self._in_bin, filtered=self._is_filtered())
        self._body.setCurrentWidget(self._rows.table if shown else self._empty)
        self._tools.show_selected(len(self._rows.table.selected()))

    def heard(self, table: str) -> None:
        """Records of a table changed; ask again when this tab shows them."""
        if table in self._shown_tables:
            self.refresh()

    def show_record(self, record: uuid.UUID) -> None:
        """Open a record beside the table."""
        if self.leave_guard():
            self._rows.table.select(record)
            self._open_form()
            self._form.show_record(record)

    def start_new(self) -> None:
        """Open an empty form."""
        if self.leave_guard():
            self._open_form()
            self._form.start_new()

    def is_dirty(self) -> bool:
        """Something was typed and not saved."""
        return not self._form.isHidden() and self._form.is_dirty()

    def leave_guard(self) -> bool:
        """Ask what to do with unsaved work; True when the form may be left."""
        return not self.is_dirty() or self._form.leave_guard()

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self._rows.table.setFocus()

    def _open_form(self) -> None:
        if self._form.isHidden():
            self._form.show()
            width = max(_FORM_WIDTH, self._split.width() * 36 // 100)
            self._split.setSizes([max(_TABLE_WIDTH, self._split.width() - width), width])

    def close_form(self) -> None:
        """Put the form away, unless unsaved work keeps it."""
        if self.leave_guard():
            self._form_closed()

    def _form_closed(self) -> None:
        self._form.hide()
        self._rows.table.setFocus()

    def _is_filtered(self) -> bool:
        return bool(self._filters.filters() or self._tools.search.text().strip())

    def _wanted(self) -> Wanted:
        order = tuple(self._rows.layout.order)
        return Wanted(self._filters.filters(), self._tools.search.text(), order, self._in_bin)

    def _empty_action(self) -> None:
        if self._is_filtered():
            self._tools.clear_search()
            self._filters.clear()
        else:
            self._commands.bring_in()

    def _ask_filter(self) -> None:
        self._filters.ask_which(self._rows.layout.keys)

    def _export(self, suffix: str) -> None:
        self._commands.export(self._wanted(), suffix)

    def _show_bin(self, shown: bool) -> None:
        self._in_bin = shown
        self._tools.show_bin(shown)
        self.refresh()

    def _choose_columns(self) -> None:
        if self._commands.choose_columns():
            self.refresh()
