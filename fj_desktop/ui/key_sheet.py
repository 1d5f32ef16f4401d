"""F1 and ?: every key of the window as it stands, read from the window itself, and those of tables and forms."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.ui.keyboard import EVERYWHERE, IN_FORM, IN_TABLE
from fj_desktop.ui.palette.gathering import keys_of
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, card, text, wear

# Keys that widgets answer to themselves.
_OWN = {
    IN_TABLE: (
        ("打开记录", "Enter"),
        ("预览记录", "空格"),
        ("直接输入，替换单元格内容", "任意字符"),
        ("编辑中：保存并向下、向右", "Enter Tab"),
        ("编辑中：换行", "Alt+Enter"),
        ("编辑中：放弃", "Esc"),
        ("选中了整行时：移入回收站", "Delete"),
        ("全选", "Ctrl+A"),
        ("扩大选区", "Shift+↑ ↓ ← →"),
        ("到表格的边上", "Ctrl+↑ ↓ ← →"),
    ),
    IN_FORM: (
        ("下一个、上一个字段", "Tab Shift+Tab"),
        ("关闭表单", "Esc"),
        ("展开选择列表", "Alt+↓"),
        ("附件：预览、打开、移除", "空格 Ctrl+O Delete"),
    ),
}
_IN_WINDOW = (("移到下一个部分", "Tab"), ("取消、关闭", "Esc"))


class KeySheet(QDialog):
    """A sheet to read; a key that is bound anywhere in the window stands on it by itself."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setWindowTitle("快捷键")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(text("快捷键", "heading"))
        column.addWidget(text("输入法正在选字时，快捷键不起作用。", "small"))
        column.addWidget(self._sheet(lines(window)), 1)
        close = button("关闭", "primary", name="keys.close")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(min(860, window.width() - 40), min(640, window.height() - 40))

    def _sheet(self, groups: dict[str, list[tuple[str, str]]]) -> QScrollArea:
        inside = QWidget()
        wear(inside, "page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        right = QVBoxLayout()
        for number, (title, keys) in enumerate(groups.items()):
            frame, column = card(margin=16, spacing=8)
            column.addWidget(text(title, "strong"))
            column.addLayout(_grid(keys))
            column.addStretch()
            row.addWidget(frame, 1) if number == 0 else right.addWidget(frame)
        right.addStretch()
        row.addLayout(right, 1)
        area = QScrollArea(widgetResizable=True)
        area.setObjectName("key_sheet")
        area.setAccessibleName("快捷键一览")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area


def lines(window: QWidget) -> dict[str, list[tuple[str, str]]]:
    """Words and keys by where they work."""
    groups: dict[str, list[tuple[str, str]]] = {EVERYWHERE: [], IN_TABLE: [], IN_FORM: []}
    for group, words, keys in keys_of(window):
        groups.setdefault(group, []).append((words, keys))
    for group, own in _OWN.items():
        groups[group] += own
    groups[EVERYWHERE] += _IN_WINDOW
    return {group: written for group, written in groups.items() if written}


def _grid(keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(0, 1)
    for row, (words, written) in enumerate(keys):
        grid.addWidget(text(words, wrap=True), row, 0)
        grid.addWidget(_key(written), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _key(written: str) -> QLabel:
    return text(written, "key")
