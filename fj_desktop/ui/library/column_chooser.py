"""Choosing the columns of a table: tick, move up and down, back to the usual ones."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.ui.composing import guard
from fj_desktop.ui.library.columns import usual
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, icon_button, text


class ColumnChooser(QDialog):
    """A list of all fields; the ticked ones are shown, in this order. Ctrl+↑ and Ctrl+↓ move the present one."""

    def __init__(self, parent: QWidget, library: Library, shown: Sequence[str], theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle("选择列")
        self._library, self._theme = library, theme
        self._finder = QLineEdit(placeholderText="查找字段", clearButtonEnabled=True)
        self._finder.setAccessibleName("查找字段")
        self._finder.addAction(theme.icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._finder.textChanged.connect(self._find)
        guard(self._finder)
        self._list = QListWidget()
        self._list.setObjectName("columns")
        self._list.setAccessibleName("可显示的列")
        self._list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self._fill(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(text("勾选要显示的列，拖动或用 Ctrl+↑、Ctrl+↓ 调整顺序。", "muted", wrap=True))
        column.addLayout(self._tools())
        column.addWidget(self._list)
        column.addLayout(self._buttons())
        self.resize(440, 600)
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._finder, 1)
        for words, icon, keys, act in (
            ("上移（Ctrl+↑）", "chevron-up", "Ctrl+Up", self._up),
            ("下移（Ctrl+↓）", "chevron-down", "Ctrl+Down", self._down),
        ):
            made = icon_button(words, self._theme.icons.icon(icon), name=f"columns.{icon}")
            made.clicked.connect(act)
            QShortcut(QKeySequence(keys), self, act)
            row.addWidget(made)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, look, act in (
            ("恢复默认", "quiet", self._reset),
            ("取消", "", self.reject),
            ("确定", "primary", self.accept),
        ):
            made = button(words, look)
            made.clicked.connect(act)
            made.setDefault(look == "primary")
            row.addWidget(made)
            if look == "quiet":
                row.addStretch()
        return row

    def _find(self, words: str) -> None:
        for row in range(self._list.count()):
            self._list.setRowHidden(row, words.strip() not in self._list.item(row).text())

    def _fill(self, shown: Sequence[str]) -> None:
        self._list.clear()
        surface = CATALOG.by_key(self._library)
        rest = [key for key in surface if key not in shown]
        for key in [*shown, *rest]:
            item = QListWidgetItem(surface[key].heading, self._list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(0, max(30, self.fontMetrics().height() + 13)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)

    def chosen(self) -> list[str]:
        """The ticked columns in order."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return [str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() == Qt.CheckState.Checked]

    def _up(self) -> None:
        self._shift(-1)

    def _down(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        row = self._list.currentRow()
        if row >= 0 and 0 <= row + by < self._list.count():
            item = self._list.takeItem(row)
            self._list.insertItem(row + by, item)
            self._list.setCurrentRow(row + by)

    def _reset(self) -> None:
        self._fill(usual(self._library).keys)
