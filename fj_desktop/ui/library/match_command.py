"""The command that shows what fits the selected record."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.offers import OFFERS, SEEKERS
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, bind
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme

_MATCHED = (*SEEKERS, *OFFERS)


class MatchCommand(QObject):
    """A library that nothing is matched with gets none."""

    def __init__(
        self, host: QWidget, desk: Desk, library: Library, pane: TablePane, theme: Theme, asking: Asking,
        opened: Callable[[str, object], object],
    ) -> None:  # fmt: skip
        """``opened`` shows a record, maybe of another tab."""
        super().__init__(host)
        self._host, self._desk, self._library, self._pane = host, desk, library, pane
        self._theme, self._asking, self._opened = theme, asking, opened
        if library.library in _MATCHED:
            icon = theme.icons.icon("link")
            pane.tools.add_commands([bind(host, "匹配…", "Ctrl+Alt+M", self._show, group=IN_TABLE, icon=icon)])

    def _show(self) -> None:
        from fj_desktop.ui.library.match_dialog import MatchDialog

        chosen = self._pane.rows.table.selected()
        if len(chosen) != 1:
            self._asking.report(self._host, UserError("请先在表格里选中一条记录，再匹配。"), "匹配")
            return
        dialog = MatchDialog(self._host, self._desk, self._library, chosen[0], self._theme, self._asking)
        dialog.open_asked.connect(self._opened)
        dialog.open()
