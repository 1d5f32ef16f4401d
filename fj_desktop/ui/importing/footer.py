"""The row of buttons below every step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text


class Footer(QWidget):
    """Cancel at the left, back and on at the right."""

    cancel_asked = Signal()
    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cancel = button("取消", "quiet", name="wizard.cancel")
        self._hint = text("", "muted", name="wizard.hint")
        self._back = button("上一步", icon=theme.icons.icon("chevron-left"), name="wizard.back")
        self._next = button("下一步", "primary", name="wizard.next")
        self._next.setMinimumWidth(120)
        self._next.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self._cancel)
        row.addStretch()
        row.addWidget(self._hint)
        row.addWidget(self._back)
        row.addWidget(self._next)
        self._cancel.clicked.connect(self.cancel_asked)
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)

    def show_buttons(self, *, cancel: bool, back: bool, on: str, why_not: str = "") -> None:
        """Show these buttons; ``on`` is the words of the last one, empty for none; ``why_not`` stops it."""
        self._cancel.setVisible(cancel)
        self._back.setVisible(back)
        self._next.setVisible(bool(on))
        self._next.setText(on)
        self._next.setEnabled(not why_not)
        self._hint.setText(why_not)

    def take_focus(self) -> None:
        """Put the keyboard on the button that goes on."""
        self._next.setFocus()
