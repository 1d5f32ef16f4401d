"""Keys and clicks of the table that a spreadsheet has: typing edits, arrows jump, the input method composes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent

from fj_desktop.ui.library.grid_editing import GridEditing
from fj_desktop.ui.library.grid_selection import jump
from fj_desktop.ui.library.table_view import TableView

_CTRL, _SHIFT, _ALT, _META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
_JUMPS = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip


class GridKeys(QObject):
    """An event filter over the table and its viewport."""

    def __init__(self, table: TableView, editing: GridEditing) -> None:
        super().__init__(table)
        self._table, self._editing = table, editing
        self.is_on = True
        """Off in the recycle bin, whose records are not edited."""
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def _press(self, event: QKeyEvent) -> bool:
        held, key = event.modifiers(), Qt.Key(event.key())
        if key in _JUMPS and held & _CTRL and self._table.currentIndex().isValid():
            jump(self._table, *_JUMPS[key], extend=bool(held & _SHIFT))
            return True
        if not self.is_on or not _is_typing(event):
            return False
        self._editing.type_on(event)
        return True

    def _double_click(self, event: QMouseEvent) -> bool:
        """Edit the cell below; one that can't be edited opens its record, as all do in the recycle bin."""
        index = self._table.indexAt(event.position().toPoint())
        if not index.isValid() or not self.is_on or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._table.setCurrentIndex(index)
        return self._editing.begin()

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._table and kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if watched is self._table and kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self.is_on and self._editing.compose(event)
        if kind == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            return watched is self._table.viewport() and self._double_click(event)
        return super().eventFilter(watched, event)


def _is_typing(event: QKeyEvent) -> bool:
    """A sign that begins a text; a blank previews the record instead."""
    if event.modifiers() & (_CTRL | _ALT | _META):
        return False
    return event.text().isprintable() and bool(event.text().strip())
