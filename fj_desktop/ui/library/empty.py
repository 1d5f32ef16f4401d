"""What stands where a table would be empty: one sentence and one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.services.recycle_bin import KEPT_DAYS
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text

_PICTURE = 48


class EmptyState(QWidget):
    """``asked``: the action was chosen."""

    asked = Signal()

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words = text("", "lead", wrap=True, name="empty_words")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more = text("", "muted", wrap=True)
        self._more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._action = button("", "primary", name="empty_action")
        self._action.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for widget in (self._picture, self._words, self._more):
            column.addWidget(widget)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._paint)
        self._paint()

    def say_for(self, library: Library, *, in_bin: bool, filtered: bool) -> None:
        """Say why a library's table is empty."""
        if in_bin:
            self.say("回收站是空的", f"删除的记录在这里保留 {KEPT_DAYS} 天，可随时恢复。", "")
        elif filtered:
            self.say("没有符合条件的记录", "换个说法，或清除筛选后再看。", "清除筛选")
        else:
            more = "可以从 Excel 台账或名片文件导入，也可以按 Ctrl+N 逐条新增。"
            self.say(f"{library.title}还没有记录", more, "导入台账")

    def say(self, words: str, more: str, action: str) -> None:
        """Show a sentence, an explanation and the action's words."""
        self._words.setText(words)
        self._more.setText(more)
        self._action.setText(action)
        self._action.setVisible(bool(action))

    def _paint(self) -> None:
        self._picture.setPixmap(self._theme.icons.pixmap(self._icon, _PICTURE, "faint", self.devicePixelRatioF()))
