"""Makes a table work like a spreadsheet: joins selection, editing, clipboard and commands with one tab."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, bind
from fj_desktop.ui.library.grid_applying import GridApplying
from fj_desktop.ui.library.grid_commands import GridCommands
from fj_desktop.ui.library.grid_editing import GridEditing
from fj_desktop.ui.library.grid_keys import GridKeys
from fj_desktop.ui.library.grid_menu import GridMenu
from fj_desktop.ui.library.grid_selection import select_column, select_row, selected_cells
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.toast import Toast


class Grid(QObject):
    """``delete_asked``: the selected records are to go; ``merge_asked``: two of them are one."""

    delete_asked = Signal()
    merge_asked = Signal()
    duplicates_asked = Signal()

    def __init__(
        self, host: QWidget, desk: Desk, library: Library, pane: TablePane, theme: Theme, asking: Asking
    ) -> None:
        super().__init__(host)
        self._desk, self._library, self._asking = desk, library, asking
        self._pane, self._table = pane, pane.rows.table
        model = pane.rows.model
        toast = Toast(host)
        self.say = toast.say
        toast.setObjectName("grid_toast")
        self._editing = GridEditing(desk, library, self._table, model, theme, toast.say)
        applying = GridApplying(host, desk, library, theme, asking, self._editing, toast.say, pane.refresh)
        self._commands = GridCommands(host, desk, library, self._table, model, asking, applying, theme)
        self._keys = GridKeys(self._table, self._editing)
        self._actions = self._bind()
        self._menu = GridMenu(self._table, self._actions)
        pane.tools.bulk_asked.connect(self._commands.set_all)

    def _bind(self) -> dict[str, QAction]:
        act = self._commands
        return {
            name: self._action(words, keys, slot)
            for name, words, keys, slot in (
                ("open", "打开记录", "Ctrl+Return", self._open),
                ("edit", "编辑单元格", "F2", self._edit),
                ("copy", "复制", "Ctrl+C", act.copy),
                ("copy_headed", "连表头复制", "Ctrl+Shift+C", act.copy_headed),
                ("paste", "粘贴", "Ctrl+V", act.paste),
                ("fill", "向下填充", "Ctrl+D", act.fill_down),
                ("set_all", "批量修改…", "Ctrl+E", act.set_all),
                ("only", "只看此值", "Ctrl+Alt+F", partial(self._narrow, without=False)),
                ("without", "排除此值", "Ctrl+Alt+X", partial(self._narrow, without=True)),
                ("clear", "清空单元格", "Delete", self._clear),
                ("delete", "删除记录…", "Ctrl+Delete", self.delete_asked.emit),
                ("merge", "合并选中的两条…", "Ctrl+M", self.merge_asked.emit),
                ("duplicates", "查重…", "Ctrl+Shift+M", self.duplicates_asked.emit),
                ("row", "选中整行", "Shift+Space", self._select_row),
                ("column", "选中整列", "Ctrl+Space", self._select_column),
            )
        }

    def _action(self, words: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = bind(self._table, words, keys, slot, group=IN_TABLE)
        # The same keys mean something else in a form beside the table.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    @property
    def is_writing(self) -> bool:
        """A change of the table's own is being stored."""
        return self._editing.is_writing

    def leave_guard(self) -> bool:
        """Store what is being typed in a cell; False when it is refused and stays."""
        return self._editing.leave_guard()

    def show_bin(self, shown: bool) -> None:
        """In the recycle bin nothing is edited."""
        self._keys.is_on = not shown
        for name in ("edit", "paste", "fill", "set_all", "clear", "delete"):
            self._actions[name].setEnabled(not shown)

    def _edit(self) -> None:
        self._editing.begin()

    def _open(self) -> None:
        self._table.open_current()

    def _narrow(self, *, without: bool) -> None:
        """Show only the records that have the value of the current cell, or only the others."""
        at, model = self._table.currentIndex(), self._pane.rows.model
        record = model.record(at.row()) if at.isValid() else None
        if record is None:
            return
        try:
            found = self._desk.browse.like(self._library, record, model.keys[at.column()], without=without)
        except UserError as error:
            self._asking.report(self._table, error)
            return
        self._pane.filter_by(found)

    def _clear(self) -> None:
        """Empty cells; where whole records are selected, they are to go."""
        if selected_cells(self._table).is_whole:
            self.delete_asked.emit()
        else:
            self._commands.clear()

    def _select_row(self) -> None:
        select_row(self._table)

    def _select_column(self) -> None:
        select_column(self._table)
