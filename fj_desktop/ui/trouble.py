"""The recovery screen joined with a profile: what lies there, and the ways out of it."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from fj_desktop import __version__
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.recovery_screen import FileSeen, RecoveryScreen, Trouble
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.brand import Facts


class TroublePage(QObject):
    """``retry``: look again; ``moved``: use another profile; ``demo_asked``: open the demo desk."""

    retry = Signal()
    demo_asked = Signal()
    moved = Signal(object)

    def __init__(self, profile: Profile, error: UserError, session: Session, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._profile, self._session, self._asking = profile, session, asking
        self.screen = RecoveryScreen(theme, asking, trouble_of(profile, error), Facts(__version__))
        self.screen.retry_asked.connect(self.retry)
        self.screen.demo_asked.connect(self.demo_asked)
        self.screen.folder_asked.connect(partial(open_folder, profile.folder))
        self.screen.other_folder_asked.connect(self._choose_folder)
        self.screen.set_aside_asked.connect(self._set_aside)
        self.screen.restore_asked.connect(self._restore)

    def _choose_folder(self) -> None:
        folder = self._asking.open_folder(self.screen, "选择台账文件夹")
        if folder is not None:
            self.moved.emit(Profile(folder))

    def _set_aside(self) -> None:
        self._act(self._session.set_aside)

    def _restore(self, backup: Path) -> None:
        restoring = self._session.restoring
        self._act(lambda: restoring.restore(restoring.find(str(backup))))

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._asking.report(self.screen, error)
        self.retry.emit()


def trouble_of(profile: Profile, error: UserError) -> Trouble:
    """What lies in a profile that can't be opened."""
    files = _seen(path for path in (profile.store, profile.keys) if path.exists())
    backups = _seen(profile.backups.glob("**/*.fjdb")) if profile.backups.is_dir() else []
    newest = sorted(backups, key=lambda one: one.changed_at, reverse=True)
    return Trouble(error.text, error.code, profile.folder, files, newest, may_set_aside=bool(files))


def _seen(paths: Iterable[Path]) -> list[FileSeen]:
    found = []
    for path in paths:
        facts = path.stat()
        found.append(FileSeen(path, facts.st_size, dt.datetime.fromtimestamp(facts.st_mtime)))
    return found


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
