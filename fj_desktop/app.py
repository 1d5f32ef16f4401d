"""The one place that builds the window and joins it with a profile."""

import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from fj_desktop import __version__, logs, settings
from fj_desktop.assets import asset
from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.paths import Profile
from fj_desktop.services.reference_tables import ReferenceTables
from fj_desktop.services.session import Session
from fj_desktop.store.lock import HeldError, InstanceLock
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.collecting import Collector
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.single_instance import SingleInstance
from fj_desktop.ui.theme import Theme, speak_chinese
from fj_desktop.ui.unlock import UnlockPage
from fj_desktop.ui.ways_in import DeskFounding, DeskUnlocking, SameDeskUnlocking
from fj_desktop.ui.widgets.brand import PRODUCT, Facts

if TYPE_CHECKING:
    from fj_desktop.services.desk import Desk
    from fj_desktop.services.restoring import Restored
    from fj_desktop.store.backups.entries import Backup
    from fj_desktop.ui.trouble import TroublePage

_PAINTED_MS = 150
_UNCONFIRMED = (
    "新建台账时没有核对恢复码。忘记口令时只有恢复码能打开台账：请到“设置 → 口令与恢复码”重新生成一份并保存好。"
)


def open_window(profile: Profile, *, demo: bool = False) -> int:
    """Open the window on a profile and stay until it is closed; returns the exit code."""
    application = make_application()
    kept = settings.load(profile.settings)
    theme = Theme(application, kept.theme, kept.text_percent)
    asking = Asking(theme.icons)
    logs.start(profile.logs)
    program = Program(application, profile, theme, asking)
    damaged = ReferenceTables(profile).take_up()
    try:
        if not program.claim(sys.argv[1:]):
            return 0
    except UserError as error:
        asking.report(None, error)
        return error.exit_code
    program.shell.show()
    program.start(demo=demo)
    if damaged:
        asking.tell(program.shell, "参考表", "\n".join(damaged))
    code = application.exec()
    program.end()
    return code


def make_application() -> QApplication:
    """Qt's application object with the product's name and icon."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("fj-desktop")
    application.setApplicationDisplayName(PRODUCT)
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(str(asset("resources/icons/logo.svg"))))
    speak_chinese(application)
    Collector(application)
    return application


class Program:
    """Moves between first run, unlock, desk, demo and recovery."""

    def __init__(self, application: QApplication, profile: Profile, theme: Theme, asking: Asking) -> None:
        self._application, self._profile, self._theme, self._asking = application, profile, theme, asking
        self.shell = Shell(application, asking, PRODUCT)
        self.session = Session.of(profile)
        self._unlocking: DeskUnlocking | None = None
        self._founding: DeskFounding | None = None
        self._trouble: TroublePage | None = None
        self._lock = InstanceLock(profile)
        self._instance = SingleInstance(profile.folder, self._lock.acquire)
        self._instance.started_again.connect(self._started_again)

    def claim(self, arguments: Sequence[str]) -> bool:
        """True when this is the first start here; the note of another machine is asked about.

        Raises:
            UserError: a program on this machine holds the profile and does not answer.
        """
        try:
            return self._instance.claim(arguments)
        except HeldError as held:
            return self._may_take_over(held) and self._instance.claim(arguments)

    def _may_take_over(self, held: HeldError) -> bool:
        if not held.elsewhere:
            raise held
        if not self._asking.ask(None, "另一台电脑可能正在用", held.text, yes="接管并打开", no="不打开", danger=True):
            return False
        self.session.take_over()
        return True

    def end(self) -> None:
        """Give back what was claimed."""
        self._instance.close()
        self._lock.release()

    def start(self, *, demo: bool = False) -> None:
        """Show the page that fits what the profile holds."""
        if demo:
            self.open_demo()
            return
        self.shell.end_desk()
        try:
            self.session.refuse_foreign_hands()
        except UserError as error:
            self.show_trouble(error)
            return
        state = self.session.vault.settle()
        if state.name == "ABSENT":
            self._show_first_run()
        elif state.name == "READY":
            self._show_unlock()
        else:
            self.show_trouble(DamagedStoreError(state.value))

    def _show_unlock(self) -> None:
        self._unlocking = DeskUnlocking(self.session)
        page = UnlockPage(self._theme, self._unlocking, self.session.strength, Facts(__version__))
        page.unlocked.connect(self._unlocked)
        page.demo_asked.connect(self.open_demo)
        page.broken.connect(self.show_trouble)
        self.shell.show_page(page)
        page.start()
        # The rest of the program is imported while the person types, once the page has been painted.
        QTimer.singleShot(_PAINTED_MS, _warm_up)

    def _show_first_run(self) -> None:
        from fj_desktop.core.offices import OFFICES
        from fj_desktop.ui.first_run import FirstRun

        self._founding = DeskFounding(self.session, self._asking, self.shell)
        page = FirstRun(
            self._theme, self._asking, self._founding, offices=OFFICES, strength=self.session.strength,
            facts=Facts(__version__),
        )  # fmt: skip
        page.finished.connect(self._founded)
        page.demo_asked.connect(self.open_demo)
        self.shell.show_page(page)

    def show_trouble(self, error: UserError) -> None:
        """Show what is wrong with the profile and what can be done; nothing is changed."""
        from fj_desktop.ui.trouble import TroublePage

        key = self._unlocking.key if self._unlocking is not None else None
        page = TroublePage(self._profile, error, self.session, self._theme, self._asking, key)
        page.retry.connect(self.start)
        page.demo_asked.connect(self.open_demo)
        page.moved.connect(self._move_to)
        self.shell.show_page(page.screen)
        self._trouble = page

    def open_demo(self) -> None:
        """Open the separate demo desk, making it the first time."""
        from fj_desktop.services.demo import open_demo

        work = partial(open_demo, self._profile)
        self.shell.tasks.run("正在打开演示台账", work, self.show_desk, self.shell.report)

    def show_desk(self, desk: "Desk") -> None:
        """Show an open desk."""
        from fj_desktop.ui.backup import BackupCorner
        from fj_desktop.ui.desk_page import desk_page

        page = desk_page(desk, self._profile, self._theme, self._asking, self.shell)
        page.lock_asked.connect(self.start if desk.identity.demo else self.shell.lock)
        self.shell.show_desk(page, partial(_put_away, desk))
        if desk.backups is not None:
            corner = BackupCorner(page, desk.backups, desk.clock, self._theme, self._asking, self.shell)
            corner.restore_asked.connect(self._restore)
            self.shell.before_leaving(corner.leave)
        if not desk.identity.demo:
            who = Facts(__version__, desk.identity.office_name, desk.identity.name)
            again = UnlockPage(self._theme, SameDeskUnlocking(self.session), self.session.strength, who)
            self.shell.guard_desk(again, settings.load(self._profile.settings).idle_minutes, desk.locked)

    def _unlocked(self) -> None:
        if self._unlocking is not None and self._unlocking.desk is not None:
            self.show_desk(self._unlocking.desk)
            if not self.session.vault.recovery_confirmed:
                self._asking.tell(self.shell, "恢复码还没有核对", _UNCONFIRMED, tone="warning")

    def _founded(self) -> None:
        if self._founding is not None and self._founding.desk is not None:
            self._founding.confirm()
            self.show_desk(self._founding.desk)

    def _restore(self, backup: "Backup") -> None:
        """Go back to a backup that was looked through; the desk is closed, and unlocked again afterwards."""
        if not self.shell.may_leave():
            return
        self.shell.end_desk()
        self.shell.show_page(QWidget())
        restoring = self.session.restoring
        self.shell.tasks.run(
            "正在恢复备份", lambda progress: restoring.restore(backup, progress=progress), self._restored,
            self._restored, cancelled=self.start,
        )  # fmt: skip

    def _restored(self, done: "Restored | UserError") -> None:
        self.start()
        if isinstance(done, UserError):
            self.shell.report(done)
        else:
            from fj_desktop.ui.backup import words

            self._asking.tell(self.shell, "已恢复", words.restored(done.backup, done.aside), tone="done")

    def _started_again(self, _: list[str]) -> None:
        self.shell.raise_up()

    def _move_to(self, profile: Profile) -> None:
        lock = InstanceLock(profile)
        try:
            lock.acquire()
        except UserError as error:
            self.shell.report(error)
            return
        self.end()
        self._profile, self._lock, self.session = profile, lock, Session.of(profile)
        self.start()


def _put_away(desk: "Desk") -> None:
    desk.tidy()
    desk.close()


def _warm_up() -> None:
    threading.Thread(target=_import_the_rest, name="warm up", daemon=True).start()


def _import_the_rest() -> None:
    import fj_desktop.ui.desk_page  # noqa: F401


def render_screens(out: Path, size: str, *, dark: bool) -> int:
    """Save a picture of every screen of the demo desk into a folder; returns the exit code."""
    from fj_desktop.ui.screens import render

    return render(make_application(), out, size, dark=dark)
