"""While an input method composes a word, keys belong to it and to nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

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


class FocusGuard(QObject):
    """Keeps keys away while a word is composed, in every window: it stands at whatever has the keyboard.

    A filter on the whole program would run Python for every event.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watch = ComposeWatch(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self._follow)
            self._follow(app.focusObject())

    def _follow(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget):
            # Qt keeps a filter once, however often it is put there, and drops it with the widget.
            focused.installEventFilter(self._watch)


class AnywhereKey(QObject):
    """A key that works in open dialogs too, where the window's own shortcuts are silent."""

    def __init__(self, keys: str, slot: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._keys, self._slot = QKeySequence(keys), slot
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusObjectChanged.connect(self._follow)

    def _follow(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget):
            focused.installEventFilter(self)

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or watched.property(_STATE):
            return False
        in_dialog = QApplication.activeModalWidget() is not None
        if not in_dialog or QKeySequence(event.keyCombination()) != self._keys:
            return False
        self._slot()
        return True


def guard(field: QWidget) -> None:
    """Keep keys away from a text field, and from the window's shortcuts, while a word is being composed in it."""
    field.installEventFilter(ComposeWatch(field))
