"""What opens the search for duplicates: a tab's menu and key, and the merging of two selected records."""

import uuid
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.duplicates import Pair
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme

_TWO = "请先在表格里选中两条记录（按住 Ctrl 再点第二条），再合并。"


class DuplicateCommands:
    """``say`` tells what was done in the window behind."""

    def __init__(
        self, host: QWidget, desk: Desk, library: Library, pane: TablePane, theme: Theme, asking: Asking,
        say: Callable[[str], object],
    ) -> None:  # fmt: skip
        self._host, self._desk, self._library, self._pane = host, desk, library, pane
        self._theme, self._asking, self._say = theme, asking, say

    def find(self) -> None:
        """Look through the whole library."""
        self._open(None)

    def merge_selected(self) -> None:
        """Lay the two selected records side by side."""
        chosen = self._pane.rows.table.selected()
        if len(chosen) == 2:
            self._open([Pair(self._library, chosen[0], chosen[1], 1.0, (), sure=False)])
        else:
            self._asking.report(self._host, UserError(_TWO), "合并两条记录")

    def merge_two(self, library: Library, stays: uuid.UUID, goes: uuid.UUID) -> None:
        """Lay these two side by side, e.g. the one on the form and the one it is like."""
        self._open([Pair(library, stays, goes, 1.0, (), sure=False)])

    def _open(self, pairs: Sequence[Pair] | None) -> None:
        from fj_desktop.ui.duplicates import DuplicatesDialog

        dialog = DuplicatesDialog(self._host, self._desk, self._library, self._theme, self._asking, pairs)
        dialog.done_something.connect(self._say)
        dialog.open()
