"""What a tab's menu and keys offer to print of the selected record as a document of one page."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.papers import PaperKind, papers_of
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, bind
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme

_KEYS = ("Ctrl+P", "Ctrl+Shift+P")


class PaperCommands(QObject):
    """Commands of one tab; a library without documents gets none."""

    def __init__(
        self, host: QWidget, library: Library, pane: TablePane, theme: Theme, asking: Asking, actions: Actions
    ) -> None:
        super().__init__(host)
        self._host, self._pane, self._asking, self._actions = host, pane, asking, actions
        made = [
            bind(host, f"{kind.title}（一页 PDF）…", keys, partial(self._write, kind), group=IN_TABLE,
                 icon=theme.icons.icon("pdf"))
            for kind, keys in zip(papers_of(library), (*_KEYS, *[""] * 9), strict=False)
        ]  # fmt: skip
        pane.tools.add_commands(made)

    def _write(self, kind: PaperKind) -> None:
        chosen = self._pane.rows.table.selected()
        if len(chosen) == 1:
            self._actions.paper_asked(kind, chosen[0])
        else:
            words = f"请先在表格里选中一条记录，再打印{kind.title}；现在选中 {len(chosen)} 条。"
            self._asking.report(self._host, UserError(words), kind.title)
