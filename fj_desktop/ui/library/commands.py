"""What a tab's buttons do to the selected records or the whole library."""

import uuid
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.recycle_bin import KEPT_DAYS
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.library.column_chooser import ColumnChooser
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme


class TabCommands:
    """Import, export, template, columns, delete and restore of one tab."""

    def __init__(
        self,
        host: QWidget,
        desk: Desk,
        library: Library,
        pane: TablePane,
        theme: Theme,
        asking: Asking,
        actions: Actions,
    ) -> None:
        self._host, self._desk, self._library = host, desk, library
        self._pane, self._asking, self._actions = pane, asking, actions
        self._theme = theme
        self.in_bin = False

    def bring_in(self) -> None:
        """Open the import wizard."""
        self._actions.import_asked(self._library, None)

    def bring_in_file(self, file: Path) -> None:
        """Open the import wizard with a file."""
        self._actions.import_asked(self._library, file)

    def past_imports(self) -> None:
        """Show what was imported before, into any library."""
        from fj_desktop.ui.importing.past_dialog import PastImportsDialog

        PastImportsDialog(self._host, self._desk, self._asking).open()

    def export(self, suffix: str) -> None:
        """Write what the table shows."""
        self._actions.export_asked(self._library, self._pane.wanted(), self._pane.rows.shown_keys(), suffix)

    def template(self) -> None:
        """Write a blank sheet."""
        self._actions.template_asked(self._library)

    def choose_columns(self) -> None:
        """Ask which columns to show."""
        chooser = ColumnChooser(self._host, self._library, self._pane.rows.layout.keys, self._theme)
        if chooser.exec() and chooser.chosen():
            self._pane.rows.choose(chooser.chosen())
            self._pane.refresh()

    def delete(self) -> None:
        """Put the selected records into the recycle bin, after asking."""
        chosen = self._pane.rows.table.selected()
        words = f"把选中的 {len(chosen)} 条记录移入回收站吗？{KEPT_DAYS} 天内可以从“更多 → 回收站”恢复。"
        if chosen and not self.in_bin and self._asking.ask(self._host, "删除记录", words, yes="删除", no="取消"):
            self._try(self._desk.records.delete, chosen)

    def restore(self) -> None:
        """Bring the selected records back."""
        self._try(self._desk.records.restore, self._pane.rows.table.selected())

    def _try(self, act: Callable[[Library, Iterable[uuid.UUID]], int], chosen: list[uuid.UUID]) -> None:
        try:
            act(self._library, chosen)
        except UserError as error:
            self._asking.report(self._host, error)
