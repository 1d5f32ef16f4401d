"""What the list of screens is made with, and waiting until one stands still."""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme

_ROUNDS, _ROUND_MS, _LONGEST_S = 6, 5, 20.0

W = TypeVar("W", bound=QObject)


@dataclass(frozen=True)
class Around:
    """The program's window over the demo desk, whose files lie in ``profile``."""

    application: QApplication
    shell: Shell
    theme: Theme
    desk: Desk
    profile: Profile
    asking: Asking

    def settle(self) -> None:
        """Wait until nothing works any more and everything is painted."""
        self.wait_for(self._is_still)
        for _ in range(_ROUNDS):
            self._turn()

    def wait_for(self, there: Callable[[], bool]) -> None:
        """Wait until something holds.

        Raises:
            UserError: it does not within a while; a fault of the program.
        """
        until = time.monotonic() + _LONGEST_S
        while not there():
            if time.monotonic() > until:
                raise UserError("界面一直没有画好，请重新运行。")
            self._turn()

    def first(self, library: Library, count: int = 1) -> list[uuid.UUID]:
        """The first records of a library's table."""
        return [one.id for one in self.desk.browse.page(self.desk.browse.open(library, Wanted()), 0, count, ())]

    def _is_still(self) -> bool:
        windows = self.application.topLevelWidgets()
        return not any(one.is_busy for window in windows for one in window.findChildren(Tasks))

    def _turn(self) -> None:
        self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _ROUND_MS)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def part(of: QWidget, kind: type[W], name: str) -> W:
    """The shown child of that name.

    Raises:
        LookupError: there is none; the list of screens is older than the screen.
    """
    for found in of.findChildren(kind, name):
        if not isinstance(found, QWidget) or found.isVisible():
            return found
    raise LookupError(name)
