"""The list that opens under a column's button: type to find, Enter or click to choose."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fj_desktop.ui.importing.field_list import Target
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import wear

_SIZE = (320, 380)
_MARGIN = 6


class FieldPopup(QFrame):
    """``chosen``: the keys of the target that was picked."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        wear(self, "popup")
        self.setObjectName("field.popup")
        self.resize(*_SIZE)
        self._theme = theme
        self._bold = QFont(self.font())
        self._bold.setBold(True)
        self._targets: Sequence[Target] = ()
        self._taken: dict[tuple[str, ...], str] = {}
        self._search = QLineEdit(placeholderText="输入名称或拼音首字母查找", clearButtonEnabled=True)
        self._search.setObjectName("field.search")
        self._search.setAccessibleName("查找字段")
        self._search.addAction(theme.icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(self._fill)
        self._list = QListWidget()
        self._list.setObjectName("field.list")
        self._list.setAccessibleName("字段")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wear(self._list, "popup")
        self._list.itemClicked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)

    def open_below(
        self, button: QWidget, targets: Sequence[Target], present: tuple[str, ...], taken: dict[tuple[str, ...], str]
    ) -> None:
        """Open under a button; ``taken`` names the column that fills a field already."""
        self._targets, self._taken = targets, taken
        self._search.clear()
        self._fill("")
        for row in range(self._list.count()):
            if self._keys(self._list.item(row)) == present:
                self._list.setCurrentRow(row)
                self._list.scrollToItem(self._list.item(row), QListWidget.ScrollHint.PositionAtCenter)
                break
        self.move(self._place(button))
        self.show()
        self._search.setFocus()

    def _place(self, button: QWidget) -> QPoint:
        room = button.screen().availableGeometry()
        below = button.mapToGlobal(QPoint(0, button.height() + 2))
        if below.y() + self.height() > room.bottom():
            below.setY(max(room.top(), button.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2))
        below.setX(min(below.x(), room.right() - self.width() - _MARGIN))
        return below

    def _fill(self, typed: str) -> None:
        self._list.clear()
        group = ""
        for number, target in enumerate(self._targets):
            if not target.answers(typed):
                continue
            if target.group != group:
                group = target.group
                self._list.addItem(self._head(group))
            taken = self._taken.get(target.keys)
            indent = "　" if target.group else ""
            item = QListWidgetItem(indent + (f"{target.words}　←　{taken}" if taken else target.words), self._list)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 12))
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setToolTip(item.text().strip())
        if not self._list.count():
            QListWidgetItem(f"没有名为“{typed[:20]}”的字段", self._list).setFlags(Qt.ItemFlag.NoItemFlags)
        if typed:
            self._step(1)

    def _head(self, group: str) -> QListWidgetItem:
        head = QListWidgetItem(group)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(self._bold)
        head.setForeground(self._theme.colour("muted"))
        head.setSizeHint(QSize(0, self.fontMetrics().height() + 18))
        return head

    def _step(self, by: int) -> None:
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count():
            if self._list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self._list.setCurrentRow(row)
                return
            row += by

    def _pick(self, item: QListWidgetItem | None) -> None:
        keys = self._keys(item)
        if keys is not None:
            self.hide()
            self.chosen.emit(keys)

    def _keys(self, item: QListWidgetItem | None) -> tuple[str, ...] | None:
        number = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return None if number is None else self._targets[number].keys

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_PageDown:
                self._step(8)
            case Qt.Key.Key_PageUp:
                self._step(-8)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._pick(self._list.currentItem())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                super().keyPressEvent(event)
