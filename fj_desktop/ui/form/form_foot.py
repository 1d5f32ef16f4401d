"""The foot of the form: save, save and go on, cancel, and what stopped a save."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text, wear


class FormFoot(QWidget):
    """Tells what was asked; ``refuse`` shows that something stopped a save."""

    save_asked = Signal()
    another_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        wear(self, "surface")
        self._trouble = text("", "refusal", wrap=True, name="form_trouble")
        self._cancel = button("关闭", "quiet", name="cancel")
        self._another = button("保存并新增", "", name="save_another")
        self._save = button("保存", "primary", icon=theme.icons.icon("save", "on_primary"), name="save")
        self._save.setToolTip("保存（Ctrl+S）")
        self._another.setToolTip("保存并新增（Ctrl+Shift+S）")
        self._cancel.setToolTip("关闭（Esc）")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._cancel)
        row.addStretch()
        row.addWidget(self._another)
        row.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 20, 12)
        column.setSpacing(8)
        column.addWidget(self._trouble)
        column.addLayout(row)
        self._save.clicked.connect(self.save_asked)
        self._another.clicked.connect(self.another_asked)
        self._cancel.clicked.connect(self.cancel_asked)

    def settle(self, *, editable: bool) -> None:
        """Nothing is in the way; a record that can't be changed can't be saved either."""
        self._trouble.hide()
        self._save.setVisible(editable)
        self._another.setVisible(editable)

    def refuse(self, count: int, loose: Sequence[str]) -> None:
        """Say that a save was stopped, and by what no field stands for."""
        self._trouble.setText("；".join([f"有 {count} 处需要修改，还没有保存", *loose]) + "。")
        self._trouble.show()
