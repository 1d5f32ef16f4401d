"""While an input method composes a word, keys belong to it and to nothing else."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

_STATE = "composing"
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class ComposeWatch(QObject):
    """Event filter of a text field: no shortcut, Enter or Esc reaches it before the composed word does."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            watched.setProperty(_STATE, bool(event.preeditString()))
        elif event.type() == QEvent.Type.FocusOut:
            watched.setProperty(_STATE, False)
        elif event.type() in _KEYS and watched.property(_STATE):
            # An accepted override keeps window shortcuts away; an eaten key press reaches nobody.
            event.accept()
            return True
        return False


def guard(field: QWidget) -> None:
    """Keep keys away from a text field, and from the window's shortcuts, while a word is being composed in it."""
    field.installEventFilter(ComposeWatch(field))
