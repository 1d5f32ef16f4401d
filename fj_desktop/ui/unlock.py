"""Unlocking a desk: the first thing painted, so it imports nothing of the store or the services.

What it needs of them comes in as ``Unlocking``; every call of that runs off the window's thread, because a
passphrase costs half a second by design.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fj_desktop.errors import LockedError, UserError
from fj_desktop.ui.passphrase_edit import StrengthOf
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.unlock_ways import NewPassphraseWay, PassphraseWay, RecoveryWay, Way
from fj_desktop.ui.widgets.brand import BrandPanel, Facts
from fj_desktop.ui.widgets.looks import button, rule, text
from fj_desktop.ui.widgets.notice import Notice
from fj_desktop.ui.widgets.pages import Pages
from fj_desktop.ui.widgets.stage import Stage

NO_STATE_SECRETS = "本程序不是涉密系统，不得录入国家秘密和工作秘密。"
_COUNT_EVERY_MS = 250


class Unlocking(Protocol):
    """The ways to unlock one desk; called off the window's thread."""

    def try_passphrase(self, text: str) -> None:
        """Unlock.

        Raises:
            LockedError: wrong; the text says so.
            UserError: it could not be tried (damaged store, keys missing …).
        """

    def try_recovery(self, code: str) -> None:
        """Unlock with the recovery code; raises like ``try_passphrase``."""

    def try_keyring(self) -> bool:
        """Unlock with the key kept by the operating system; False when there is none or it does not answer."""

    def set_passphrase(self, text: str) -> None:
        """Replace the passphrase of the desk just unlocked."""

    def wait_seconds(self) -> float:
        """Seconds until the next try is allowed; 0 when it is allowed now. Cheap: also called by the window."""


class UnlockPage(QWidget):
    """Asks for the passphrase or the recovery code until the desk is open.

    ``unlocked``: the desk is open, and after a recovery code the new passphrase is set.
    ``demo_asked``: the person wants the demo desk instead.
    ``broken``: the desk cannot be opened at all; carries the ``UserError``.
    """

    unlocked = Signal()
    demo_asked = Signal()
    broken = Signal(object)

    def __init__(self, theme: Theme, unlocking: Unlocking, strength: StrengthOf, facts: Facts) -> None:
        super().__init__()
        self._unlocking = unlocking
        self._tasks = Tasks(self)
        self._heading = text("解锁台账", "title", name="unlock.heading")
        self._words = text("输入口令后打开本机的加密台账。", "muted", wrap=True, name="unlock.words")
        self._passphrase = PassphraseWay(theme)
        self._recovery = RecoveryWay(theme)
        self._new = NewPassphraseWay(theme, strength)
        self._all: tuple[Way, ...] = (self._passphrase, self._recovery, self._new)
        self._ways = Pages(*self._all)
        self._demo = button("打开演示台账", "link", icon=theme.icons.icon("play", "primary"), name="unlock.demo")
        self._lay_out(theme, facts)
        self._join()
        self._counting = QTimer(self, interval=_COUNT_EVERY_MS)
        self._counting.timeout.connect(self._count_down)
        self._show(self._passphrase)

    def start(self, *, keyring: bool = True) -> None:
        """Begin: an empty field with the focus, and one silent try with the key kept by the system."""
        self._passphrase.clear()
        self._recovery.clear()
        self._show(self._passphrase)
        self._await_next_try()
        if keyring:
            self._tasks.run("", lambda _: self._unlocking.try_keyring(), self._keyring_tried, _ignore, overlay=False)

    def greet(self, heading: str, words: str, *, demo: bool = True) -> None:
        """Other words above the field, e.g. for a desk that was locked; ``demo`` offers the demo desk."""
        self._heading.setText(heading)
        self._words.setText(words)
        self._demo.setVisible(demo)

    def _lay_out(self, theme: Theme, facts: Facts) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addSpacing(16)
        column.addWidget(self._ways)
        column.addStretch(3)
        column.addWidget(rule())
        column.addSpacing(4)
        column.addWidget(self._demo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Notice(theme.icons, "notice", NO_STATE_SECRETS))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Stage(BrandPanel(theme, facts), content, width=420))

    def _join(self) -> None:
        self._passphrase.submitted.connect(self._try_passphrase)
        self._passphrase.other_asked.connect(self._use_recovery)
        self._recovery.submitted.connect(self._try_recovery)
        self._recovery.other_asked.connect(self._use_passphrase)
        self._new.submitted.connect(self._set_passphrase)
        self._demo.clicked.connect(self.demo_asked)

    def _use_recovery(self) -> None:
        self._show(self._recovery)

    def _use_passphrase(self) -> None:
        self._show(self._passphrase)

    def _show(self, way: Way) -> None:
        self._ways.show_page(self._all.index(way))
        way.setFocus()

    def _current(self) -> Way:
        return self._all[self._ways.index]

    def _try_passphrase(self, typed: str) -> None:
        self._attempt(lambda: self._unlocking.try_passphrase(typed), self._opened)

    def _try_recovery(self, typed: str) -> None:
        self._attempt(lambda: self._unlocking.try_recovery(typed), self._ask_new_passphrase)

    def _set_passphrase(self, typed: str) -> None:
        self._attempt(lambda: self._unlocking.set_passphrase(typed), self._opened)

    def _attempt(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        self._current().work()
        self._tasks.run("解锁", lambda _: work(), lambda _: done(), self._refused, overlay=False)

    def _keyring_tried(self, opened: bool) -> None:
        if opened:
            self._opened()

    def _opened(self) -> None:
        for way in self._all:
            way.clear()
        self.unlocked.emit()

    def _ask_new_passphrase(self) -> None:
        self._recovery.clear()
        self.greet("设置新口令", "已用恢复码打开。请设置新的口令，原口令随即作废；恢复码继续有效。", demo=False)
        self._show(self._new)

    def _refused(self, error: UserError) -> None:
        self._current().rest()
        if isinstance(error, LockedError):
            self._current().refuse(error.text)
            self._await_next_try()
        else:
            self._current().refuse("")
            self.broken.emit(error)

    def _await_next_try(self) -> None:
        self._counting.start()
        self._count_down()

    def _count_down(self) -> None:
        seconds = self._unlocking.wait_seconds()
        if seconds <= 0:
            self._counting.stop()
        for way in (self._passphrase, self._recovery):
            way.wait(seconds)


def _ignore(error: UserError) -> None:
    """A keyring that fails is no reason to bother the person: the passphrase is asked for anyway."""
