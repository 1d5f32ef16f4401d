"""The plain editor: text in one line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(QLineEdit):
    """Text in one line; Enter goes on to the next field.

    ``touched``: the person typed; ``left``: the person is done with it.
    """

    touched = Signal()
    left = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(placeholderText=hint)
        self._hint = hint
        self.textEdited.connect(self._tell)

    def value(self) -> str:
        """What the person means, as the services take it."""
        return self.text()

    def shown(self) -> str:
        """The text as it stands."""
        return self.text()

    def put(self, text: str) -> None:
        """Show a text that was not typed."""
        self.setPlaceholderText(self._hint)
        self.setText(text)
        self.setCursorPosition(0)

    def cover(self, mask: str) -> None:
        """Show that there is a value, and nothing of it; what is typed replaces it."""
        self.clear()
        self.setPlaceholderText(mask)

    def lock(self, locked: bool) -> None:
        """Let it be read but not changed, or be changed again."""
        self.setReadOnly(locked)

    def _tell(self, _: str) -> None:
        self.touched.emit()

    # Qt's own names

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
