"""Looks and idle time; takes effect at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from fj_desktop.settings import Settings
from fj_desktop.ui.theme import CHOICES, Theme
from fj_desktop.ui.widgets.looks import button, text


class SettingsDialog(QDialog):
    """``changed``: the settings as they are now; ``keys_asked``: passphrase and recovery code; ``tables_asked``:
    reference tables.
    """

    changed = Signal(object)
    keys_asked = Signal()
    tables_asked = Signal()

    def __init__(self, parent: QWidget, present: Settings, theme: Theme, *, is_demo: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle("设置")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._is_demo = is_demo
        self._look = QComboBox()
        self._look.setObjectName("settings.theme")
        self._look.setAccessibleName("界面外观")
        for choice, words in CHOICES.items():
            self._look.addItem(words, choice)
        self._look.setCurrentIndex(max(0, self._look.findData(theme.choice)))
        self._percent = self._number("settings.text", 100, 200, 10, theme.text_percent, " %")
        self._idle = self._number("settings.idle", 1, 15, 1, present.idle_minutes, " 分钟")
        self._lay_out()
        self._look.currentIndexChanged.connect(self._apply)
        self._percent.valueChanged.connect(self._apply)
        self._idle.valueChanged.connect(self._apply)

    @staticmethod
    def _number(name: str, least: int, most: int, step: int, value: int, unit: str) -> QSpinBox:
        made = QSpinBox(minimum=least, maximum=most, singleStep=step, suffix=unit)
        made.setObjectName(name)
        made.setValue(value)
        return made

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(14)
        form.addRow("界面外观", self._look)
        form.addRow("文字大小", self._percent)
        form.addRow("无人操作后锁定", self._idle)
        close = button("完成", "primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(18)
        column.addWidget(text("设置", "heading"))
        column.addLayout(form)
        column.addWidget(text("列的选择和宽度会随台账加密保存。", "small"))
        keys = button("口令与恢复码…", name="settings.keys")
        keys.clicked.connect(self.keys_asked)
        tables = button("参考数据…", name="settings.tables")
        tables.clicked.connect(self.tables_asked)
        more = QHBoxLayout()
        for one in (keys, tables):
            one.setVisible(not self._is_demo)
            more.addWidget(one)
        more.addStretch()
        column.addLayout(more)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(420)

    def _apply(self) -> None:
        chosen = Settings(str(self._look.currentData()), self._percent.value(), self._idle.value())
        if chosen.theme != self._theme.choice:
            self._theme.choose(chosen.theme)
        if chosen.text_percent != self._theme.text_percent:
            self._theme.scale_text(chosen.text_percent)
        self.changed.emit(chosen)
