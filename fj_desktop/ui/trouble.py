"""The recovery screen joined with a profile: what lies there, and the ways out of it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from fj_desktop import __version__
from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.services.moving import copy_desk
from fj_desktop.services.restoring import Restored, RestoreService
from fj_desktop.services.session import Session
from fj_desktop.store.backups.entries import Backup
from fj_desktop.store.places import ForeignHandsError
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.backup.words import moment
from fj_desktop.ui.recovery_screen import FileSeen, RecoveryScreen, Trouble
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.brand import Facts


class TroublePage(QObject):
    """``retry``: look again; ``moved``: use another profile; ``demo_asked``: open the demo desk."""

    retry = Signal()
    demo_asked = Signal()
    moved = Signal(object)

    def __init__(
        self,
        profile: Profile,
        error: UserError,
        session: Session,
        theme: Theme,
        asking: Asking,
        key: bytes | None = None,
    ) -> None:
        """``key``: the data key, when the desk was unlocked before it was found to be damaged."""
        super().__init__()
        self._key = key
        self._profile, self._session, self._asking = profile, session, asking
        trouble = trouble_of(profile, error, session.restoring.listing())
        self.screen = RecoveryScreen(theme, asking, trouble, Facts(__version__))
        self.screen.retry_asked.connect(self.retry)
        self.screen.demo_asked.connect(self.demo_asked)
        self.screen.folder_asked.connect(partial(open_folder, profile.folder))
        self.screen.other_folder_asked.connect(self._choose_folder)
        self.screen.set_aside_asked.connect(self._set_aside)
        self.screen.restore_asked.connect(self._restore)
        self.screen.move_asked.connect(self._move)
        self._tasks = Tasks(self.screen)

    def _choose_folder(self) -> None:
        folder = self._asking.open_folder(self.screen, "选择台账文件夹")
        if folder is not None:
            self.moved.emit(Profile(folder))

    def _set_aside(self) -> None:
        self._act(self._session.set_aside)

    def _restore(self, path: Path) -> None:
        restoring = self._session.restoring
        chosen = restoring.find(str(path))
        work = partial(_restore, restoring, chosen, self._key)
        self._tasks.run("正在恢复备份", work, self._restored, self._failed, cancelled=self.retry.emit)

    def _restored(self, done: Restored) -> None:
        if done.damaged:
            passed = "、".join(moment(one.at) for one in done.damaged)
            self._asking.tell(
                self.screen, "改用了更早的备份", f"{passed} 的备份已损坏，恢复的是 {moment(done.backup.at)} 的那一份。"
            )
        self.retry.emit()

    def _move(self) -> None:
        folder = self._asking.open_folder(self.screen, "选择本机上的一个空文件夹")
        if folder is not None:
            work = partial(copy_desk, self._profile, folder)
            self._tasks.run("正在把台账复制到新位置", work, self._moved, self._failed)

    def _moved(self, profile: Profile) -> None:
        self._asking.tell(
            self.screen,
            "台账已在新位置",
            f"以后请从“{profile.folder}”打开。旧位置“{self._profile.folder}”里的文件还在，"
            "核对无误后请自行删除，并在网盘或聊天程序里也删除。",
            tone="done",
        )
        self.moved.emit(profile)

    def _failed(self, error: UserError) -> None:
        self._asking.report(self.screen, error)
        self.retry.emit()

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self._asking.report(self.screen, error)
        self.retry.emit()


def trouble_of(profile: Profile, error: UserError, backups: Sequence[Backup] = ()) -> Trouble:
    """What lies in a profile that can't be opened."""
    files = _seen(path for path in (profile.store, profile.keys) if path.exists())
    told = [FileSeen(one.path, one.size, one.at.astimezone(COUNTY_ZONE), one.words) for one in backups]
    if isinstance(error, ForeignHandsError):
        return Trouble(error.text, error.code, profile.folder, files, may_move=bool(files))
    return Trouble(error.text, error.code, profile.folder, files, told, may_set_aside=bool(files))


def _restore(restoring: RestoreService, chosen: Backup, key: bytes | None, progress: Progress) -> Restored:
    # A damaged newest one gives way to an older one; without the key only what is seen from outside counts.
    return restoring.restore_newest_good(chosen, key, progress)


def _seen(paths: Iterable[Path]) -> list[FileSeen]:
    found = []
    for path in paths:
        facts = path.stat()
        found.append(FileSeen(path, facts.st_size, dt.datetime.fromtimestamp(facts.st_mtime)))
    return found


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
