"""Hides everything the moment the desk is locked, and shows it again as it was."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fj_desktop.ui.asking import Asking
from fj_desktop.ui.unlock import UnlockPage
from fj_desktop.ui.widgets.brand import PRODUCT

_PASSING = frozenset((Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen))


class LockCurtain(QObject):
    """Over one window: its content and every other window of the program are unmapped, the unlock page stands instead.

    ``locked`` comes after everything is hidden, ``lifted`` after everything is shown again.
    Dialogs stay as they are behind the curtain, so they must be opened with ``open`` or ``show``; prompts of
    ``Asking`` are answered with "no".
    """

    locked = Signal()
    lifted = Signal()

    def __init__(self, app: QApplication, window: QWidget, page: UnlockPage, asking: Asking) -> None:
        """``page`` belongs to the curtain from now on."""
        super().__init__(window)
        self._app = app
        self._window = window
        self._page = page
        self._asking = asking
        self._hidden: list[QWidget] = []
        self._focused: QWidget | None = None
        self._title = ""
        self.is_down = False
        page.setParent(window)
        page.hide()
        page.greet("已锁定", "输入口令继续。没有保存的内容还在，打开后可接着做。", demo=False)
        page.unlocked.connect(self.lift)

    def lock(self) -> None:
        """Hide everything now; a second call does nothing."""
        if self.is_down:
            return
        self.is_down = True
        self._asking.hush(True)
        self._focused = self._window.focusWidget()
        self._title = self._window.windowTitle()
        self._window.setWindowTitle(f"{PRODUCT}（已锁定）")
        self._hidden = [*self._other_windows(), *self._content()]
        for widget in self._hidden:
            widget.hide()
        self._app.installEventFilter(self)
        self._cover()
        self._page.show()
        self._page.start(keyring=False)
        self.locked.emit()

    def lift(self) -> None:
        """Show everything again as it was."""
        if not self.is_down:
            return
        self.is_down = False
        self._app.removeEventFilter(self)
        self._page.hide()
        self._window.setWindowTitle(self._title)
        hidden, self._hidden = self._hidden, []
        for widget in reversed(hidden):
            if isValid(widget):
                widget.show()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self._asking.hush(False)
        self.lifted.emit()

    def _other_windows(self) -> list[QWidget]:
        # A popup (menu, list of a combo box, completer) is closed for good by hiding it.
        shown = [top for top in self._app.topLevelWidgets() if top is not self._window and top.isVisible()]
        for popup in [top for top in shown if top.windowType() in _PASSING]:
            popup.hide()
        return [top for top in shown if top.windowType() not in _PASSING]

    def _content(self) -> list[QWidget]:
        children = [child for child in self._window.children() if isinstance(child, QWidget)]
        return [child for child in children if not (child.isWindow() or child.isHidden() or child is self._page)]

    def _cover(self) -> None:
        self._page.setGeometry(self._window.rect())
        self._page.raise_()

    def _is_of_page(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and (watched is self._page or self._page.isAncestorOf(watched))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._cover()
        return event.type() == QEvent.Type.Shortcut and not self._is_of_page(watched)
