"""The program's one window: first run, unlock, recovery or the desk; lock, idle and leaving."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from fj_desktop.errors import UserError
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.composing import FocusGuard
from fj_desktop.ui.idle import IdleWatch
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.lock_curtain import LockCurtain
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.unlock import UnlockPage


class DeskPage(Protocol):
    """What the shell needs of the open desk's page."""

    def is_dirty(self) -> bool: ...
    def leave_guard(self) -> bool: ...


class Shell(QMainWindow):
    """Shows one page at a time. ``left``: the window was closed."""

    left = Signal()

    def __init__(self, app: QApplication, asking: Asking, title: str) -> None:
        super().__init__()
        self._app, self._asking = app, asking
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setWindowTitle(title)
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)
        bind(self, "退出程序", "Ctrl+Q", self.close)
        # From the first page on: names and passphrases are typed before there is a desk.
        FocusGuard(self)
        self.tasks = Tasks(self)
        self._desk_page: QWidget | None = None
        self._curtain: LockCurtain | None = None
        self._close_desk: Callable[[], None] | None = None
        self._idle: IdleWatch | None = None
        self._last_work: Callable[[Callable[[], object]], None] | None = None

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of the present one, which is thrown away."""
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_desk(self, page: QWidget, close_desk: Callable[[], None]) -> None:
        """Show an open desk; ``close_desk`` closes its store when the page is left."""
        self.end_desk()
        self._desk_page, self._close_desk = page, close_desk
        self.show_page(page)

    def before_leaving(self, work: Callable[[Callable[[], object]], None]) -> None:
        """Do something slow once before the window closes; it calls what it is handed when the window may go."""
        self._last_work = work

    def guard_desk(self, unlock: UnlockPage, minutes: int, on_lock: Callable[[], None]) -> None:
        """Lock the desk on demand and when nobody works for some minutes; ``on_lock`` runs once all is hidden."""
        self._curtain = LockCurtain(self._app, self, unlock, self._asking)
        self._idle = IdleWatch(self._app, minutes=minutes, is_busy=self._is_busy)
        self._idle.idle.connect(self.lock)
        self._curtain.locked.connect(on_lock)
        self._curtain.lifted.connect(self._idle.start)
        self._idle.start()

    def lock(self) -> None:
        """Hide everything now; unsaved work stays behind the curtain."""
        if self._curtain is not None:
            self._curtain.lock()

    def set_idle_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without a key or click, 1 to 15."""
        if self._idle is not None:
            self._idle.set_minutes(minutes)

    def end_desk(self) -> None:
        """Close the open desk, if any."""
        if self._idle is not None:
            self._idle.stop()
        self._idle, self._curtain, self._last_work = None, None, None
        close, self._close_desk, self._desk_page = self._close_desk, None, None
        if close is not None:
            close()

    def may_leave(self) -> bool:
        """Ask about unsaved work; a locked desk keeps its own until it is unlocked."""
        page = self._desk_page
        return page is None or not hasattr(page, "leave_guard") or bool(page.leave_guard())

    def raise_up(self) -> None:
        """Come to the front; another start asked for it."""
        self.show()
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.raise_()
        self.activateWindow()

    def report(self, error: UserError) -> None:
        """Show an error over the present page."""
        self._asking.report(self, error)

    def later(self, act: Callable[[], None]) -> None:
        """Do something once the present event is done."""
        QTimer.singleShot(0, self, act)

    def _is_busy(self) -> bool:
        return self.tasks.is_busy

    # Qt's own names

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._curtain is not None and self._curtain.is_down:
            page = self._desk_page
            if page is not None and getattr(page, "is_dirty", bool)():
                event.ignore()
                return
        elif not self.may_leave():
            event.ignore()
            return
        work, self._last_work = self._last_work, None
        if work is not None and not self._app.isSavingSession():
            event.ignore()
            work(self.close)
            return
        self.tasks.stop_all()
        self.end_desk()
        self.left.emit()
        event.accept()
