"""The menu of a table's cells, by the right mouse button or the menu key."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from fj_desktop.ui.library.record_table import COVERED
from fj_desktop.ui.library.table_view import TableView

_BY_VALUE = ("only", "without")
_GROUPS = (
    ("open", "edit"),
    ("copy", "copy_headed", "paste"),
    _BY_VALUE,
    ("fill", "set_all", "clear"),
    ("merge", "delete"),
)


class GridMenu:
    """Offers the table's commands; in the recycle bin only what changes nothing."""

    def __init__(self, table: TableView, actions: Mapping[str, QAction]) -> None:
        self._table, self._actions = table, actions
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show)

    def _show(self, place: QPoint) -> None:
        if not self._table.currentIndex().isValid():
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hidden = _BY_VALUE if self._table.currentIndex().data(COVERED) else ()
        for group in _GROUPS:
            shown = [self._actions[name] for name in group if self._actions[name].isEnabled() and name not in hidden]
            menu.addActions(shown)
            if shown:
                menu.addSeparator()
        menu.popup(self._table.viewport().mapToGlobal(place))
