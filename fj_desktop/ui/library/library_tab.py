"""One tab: head, toolbar, filters and table, with the form beside; works for every library alike."""

import uuid
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.drafts import Draft
from fj_desktop.services.record_view import Begun
from fj_desktop.services.view_definitions import Showing
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.duplicates.commands import DuplicateCommands
from fj_desktop.ui.form import RecordForm
from fj_desktop.ui.library.beside import Beside
from fj_desktop.ui.library.commands import TabCommands
from fj_desktop.ui.library.grid import Grid
from fj_desktop.ui.library.ledger_drop import LedgerDrop
from fj_desktop.ui.library.match_command import MatchCommand
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.library.papers import PaperCommands
from fj_desktop.ui.library.publish_commands import PublishCommands
from fj_desktop.ui.library.team_commands import TeamCommands
from fj_desktop.ui.library.views import ViewMenu
from fj_desktop.ui.projects.commands import ProjectCommands
from fj_desktop.ui.projects.faces import ProjectFaces
from fj_desktop.ui.theme import Theme

PROJECTS = CATALOG["projects"]


@dataclass(frozen=True)
class Place:
    """Where a person is: a tab, what its table shows, and the record that is open."""

    tab: "LibraryTab"
    showing: Showing
    in_bin: bool
    record: uuid.UUID | None


class LibraryTab(QWidget):
    """Shows one library, finds in it, and opens records beside the table.

    ``visited``: a record is shown (library, id, whether it was opened; else the form only followed the rows).
    ``open_asked``: library and id of a record, maybe of another tab; ``new_asked``: library, and what a new record
    of it begins with.
    """

    visited = Signal(str, object, bool)
    open_asked = Signal(str, object)
    new_asked = Signal(str, object)

    def __init__(self, desk: Desk, library: Library, theme: Theme, asking: Asking, actions: Actions) -> None:
        super().__init__()
        self.library = library
        self._pane = TablePane(desk, library, theme, asking)
        self._form = RecordForm(desk, library, theme, asking)
        self._beside = Beside(theme, self._pane, self._form)
        self._commands = TabCommands(self, desk, library, self._pane, theme, asking, actions)
        self._grid = Grid(self, desk, library, self._pane, theme, asking)
        self._duplicates = DuplicateCommands(self, desk, library, self._pane, theme, asking, self._grid.say)
        PaperCommands(self, library, self._pane, theme, asking, actions)
        MatchCommand(self, desk, library, self._pane, theme, asking, self.open_asked.emit)
        PublishCommands(self, desk, library, self._pane, theme, asking, self.open_asked.emit)
        TeamCommands(self, desk, library, self._pane, theme, asking, self._grid.say)
        self._views = ViewMenu(desk, library, self._pane, asking)
        if library is PROJECTS:
            acts = ProjectCommands(self, desk, self._pane, theme, asking, self._grid.say)
            acts.open_asked.connect(self.open_asked)
            acts.new_asked.connect(self.new_asked)
            ProjectFaces(self, desk, self._pane, theme, asking, acts, self.show_record)
        targets = [one.kind.target for one in library.links() if isinstance(one.kind, Link)]
        self._shown_tables = {library.table, *targets}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._beside)
        self._drop = LedgerDrop(self._pane, library.title)
        self._join()

    def _join(self) -> None:
        pane, act, form = self._pane, self._commands, self._form
        tools, table = pane.tools, pane.rows.table
        for signal, slot in (
            (tools.new_asked, self.start_new),
            (tools.import_asked, act.bring_in),
            (tools.template_asked, act.template),
            (tools.past_asked, act.past_imports),
            (tools.delete_asked, act.delete),
            (tools.restore_asked, act.restore),
            (tools.columns_asked, act.choose_columns),
            (tools.export_asked, act.export),
            (tools.bin_toggled, self._show_bin),
            (pane.import_asked, act.bring_in),
            (self._grid.delete_asked, act.delete),
            (self._grid.merge_asked, self._duplicates.merge_selected),
            (self._grid.duplicates_asked, self._duplicates.find),
            (tools.duplicates_asked, self._duplicates.find),
            (self._drop.dropped, act.bring_in_file),
            (table.opened, self.show_record),
            (table.previewed, self._preview),
            (table.picked, self._follow),
            (form.saved, table.select),
            (form.saved, lambda record: self.visited.emit(self.library.library, record, True)),
            (form.closed, self._put_form_away),
            (form.add_another_asked, self.start_new),
            (form.open_asked, self.open_asked),
            (form.merge_asked, self._duplicates.merge_two),
        ):
            signal.connect(slot)

    def refresh(self) -> None:
        """Ask the store again, keeping selection and place."""
        self._pane.refresh()

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self._pane.take_focus()

    def heard(self, table: str) -> None:
        """Records of a table changed; ask again when this tab shows them."""
        self._form.heard(table)
        self._views.heard(table)
        if table not in self._shown_tables:
            return
        self._pane.renew() if self._grid.is_writing else self._pane.refresh()
        if not self._form.isHidden() and not self._form.is_dirty() and self._form.record is not None:
            self._form.show_record(self._form.record, focus=False)

    def show_record(self, record: uuid.UUID) -> None:
        """Open a record beside the table."""
        self._show(record, focus=True)

    def place(self) -> Place:
        """What is shown now; columns are the person's own and stay as they are."""
        record = None if self._form.isHidden() else self._form.record
        return Place(self, replace(self._pane.showing(), keys=()), self._commands.in_bin, record)

    def go_to(self, place: Place) -> None:
        """Show again what was shown there; nothing unsaved may be open."""
        if place.in_bin != self._commands.in_bin:
            self._show_bin(place.in_bin)
        if place.showing != self.place().showing:
            self._pane.put(place.showing)
            self._pane.refresh()
        if place.record is not None:
            self._show(place.record, focus=False)
        else:
            self._put_form_away()

    def start_new(self, begun: Begun | None = None) -> None:
        """Open a form with what is begun, else empty, where a person may add at all."""
        if not self.library.closed and self.leave_guard():
            self._beside.show_form()
            self._form.start_new(begun or Begun())

    def take_draft(self, draft: Draft) -> None:
        """Open a record, or a new one, with what was typed of it before the program ended."""
        if not self.leave_guard():
            return
        if draft.record is None:
            self.start_new()
        else:
            self.show_record(draft.record)
        if self._form.record == draft.record:
            self._form.take_draft(draft.texts, draft.named, has_changed=draft.has_changed)

    def is_dirty(self) -> bool:
        """Something was typed and not saved."""
        return not self._form.isHidden() and self._form.is_dirty()

    def leave_guard(self) -> bool:
        """Ask what to do with unsaved work; True when the form may be left."""
        return self._grid.leave_guard() and (not self.is_dirty() or self._form.leave_guard())

    def _show(self, record: uuid.UUID, *, focus: bool) -> None:
        if not self.leave_guard():
            return
        with self._pane.rows.quiet():
            self._pane.rows.table.select(record)
        self._beside.show_form()
        self._form.show_record(record, focus=focus)
        self.visited.emit(self.library.library, record, True)

    def _preview(self, record: uuid.UUID) -> None:
        if self._form.isHidden():
            self._show(record, focus=False)
        else:
            self._form.leave()

    def _follow(self, record: uuid.UUID | None) -> None:
        """The form shows the row the person goes to, unless unsaved work keeps it."""
        if self._form.isHidden() or record is None or record == self._form.record:
            return
        if self.leave_guard():
            self._form.show_record(record, focus=False)
            self.visited.emit(self.library.library, record, False)
        elif self._form.record is not None:
            with self._pane.rows.quiet():
                self._pane.rows.table.select(self._form.record)

    def _put_form_away(self) -> None:
        self._beside.hide_form()
        self._pane.take_focus()

    def _show_bin(self, shown: bool) -> None:
        if not self.leave_guard():
            self._pane.tools.show_bin(not shown)
            return
        self._beside.hide_form()
        self._commands.in_bin = shown
        self._grid.show_bin(shown)
        self._drop.is_open = not shown
        self._pane.show_bin(shown)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._pane.stop_waiting():
            return
        elif self._form.isHidden():
            self._pane.show_all()
        else:
            self._form.leave()
