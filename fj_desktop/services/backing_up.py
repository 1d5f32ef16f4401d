"""Keeps the backups of one open desk: when one is due, made beside the work, carried to another disk.

Everything works without a window. Nothing here ever stops the work: what fails is kept as ``trouble`` and told to
those who listen. Listeners are called on whatever thread has news.
"""

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from fj_desktop.core.progress import Cancelled, Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.services.backup_places import Elsewhere
from fj_desktop.services.backup_views import SeenBackups
from fj_desktop.store.backups.entries import Backup
from fj_desktop.store.backups.folder import BackupFolder, FreeBytes, free_bytes
from fj_desktop.store.backups.snapshot import Snapshot, mark
from fj_desktop.store.transactions import Store

EVERY = dt.timedelta(minutes=30)
OLD = dt.timedelta(days=3)
_SHARE = 20
"""Backups before small steps take at most one part in so many of the time."""
_ALWAYS = frozenset({"import", "exchange"})
_SMALL = frozenset({"paste", "fill"})
_SMALL_APART_S = 300.0
"""Steps of a few cells, which follow each other quickly, have one backup in five minutes."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class BackupState:
    """What a badge shows: the newest backup, whether one is being made, what went wrong last, what is not in it.

    ``is_elsewhere``: only the copy on the other disk failed.
    """

    newest: Backup | None
    running: bool
    trouble: str
    changed: bool
    is_elsewhere: bool = False

    def is_old(self, now: dt.datetime) -> bool:
        """Changes lie unprotected for days, or were never backed up."""
        return self.changed and (self.newest is None or now - self.newest.at > OLD)


class Stopping(Unwatched):
    """Progress that nobody sees and that can be stopped, also by a time limit in seconds."""

    def __init__(self, seen: Progress | None = None, within_s: float | None = None) -> None:
        self._seen, self._stop = seen or Unwatched(), threading.Event()
        self._until = None if within_s is None else time.monotonic() + within_s

    def stop(self) -> None:
        """Ask the work to end."""
        self._stop.set()

    def check(self) -> None:
        """Go on, or stop."""
        self._seen.check()
        if self._stop.is_set() or (self._until is not None and time.monotonic() > self._until):
            raise Cancelled

    def at(self, done: int, total: int | None, text: str = "") -> None:
        """Pass the report on, and check."""
        self._seen.at(done, total, text)
        self.check()


class Backups:
    """The backups of one open desk. ``seen`` looks at them, ``elsewhere`` carries them to another disk."""

    def __init__(self, store: Store, profile: Profile, key: bytes, free: FreeBytes = free_bytes) -> None:
        """Args:
        store: the open store.
        profile: where it lies.
        key: its data key.
        free: bytes free on the disk of a folder; only tests hand in another one.
        """
        self._store, self._profile, self._key = store, profile, key
        self.folder = BackupFolder(profile, key, free)
        self.seen = SeenBackups(store, profile, key)
        self.elsewhere = Elsewhere(store, profile, free)
        self.trouble = ""
        self._listeners: list[Callable[[], None]] = []
        self._turn = threading.Lock()
        self._running: dict[Stopping, threading.Thread] = {}
        self._quiet_until = 0.0
        newest = self.folder.newest_about()
        self._kept_mark = newest.mark if newest else ""

    def make(self, reason: str = "hand", progress: Progress | None = None, *, always: bool = False) -> Backup | None:
        """Make one now and carry it to the other place, if one is chosen.

        Args:
            reason: a key of ``REASONS``.
            progress: reports; a stop leaves nothing behind.
            always: also when nothing has changed since the newest one.

        Returns:
            The backup; None when nothing has changed since the newest one.

        Raises:
            UserError: it can't be made; said also by ``trouble``. The other place never raises.
            Cancelled: stopped.
        """
        with self._noted():
            return self._make(Snapshot(self._profile, self._key), reason, progress or Unwatched(), always=always)

    def before(self, action: str) -> None:
        """Hold this very moment for a backup and make it in a thread of its own; returns in some milliseconds.

        Never raises for a backup that fails. Skipped when the newest backup holds the same moment, and for small
        steps in quick succession when backups would take more than a twentieth of the time.
        """
        quiet_until = self._quiet_until + (_SMALL_APART_S if action in _SMALL and self._quiet_until else 0.0)
        if action in _ALWAYS or time.monotonic() >= quiet_until:
            self.start(action)

    def start(self, reason: str) -> None:
        """Hold this moment and make a backup of it in a thread of its own; never raises for one that fails."""
        with suppress(UserError), self._noted():
            if not self.is_changed():
                return
            snapshot, stopping = Snapshot(self._profile, self._key), Stopping()
            work = (snapshot, reason, stopping)
            self._running[stopping] = threading.Thread(target=self._work, args=work, name="backup", daemon=True)
            self._running[stopping].start()

    def is_due(self) -> bool:
        """Something was changed, and the newest backup is half an hour old."""
        newest = self.folder.newest()
        since = newest.at if newest else _founded_at(self._store)
        return not self._running and abs(self._store.clock.now() - since) >= EVERY and self.is_changed()

    def is_changed(self) -> bool:
        """Something was changed since the newest backup, or that one is not there any more."""
        now = self._mark()
        return not now or now != self._kept_mark or self.folder.newest() is None

    def wait(self, within_s: float | None = None) -> bool:
        """Wait for those under way; True when none is left."""
        until = None if within_s is None else time.monotonic() + within_s
        for thread in tuple(self._running.values()):
            thread.join(None if until is None else max(0.0, until - time.monotonic()))
        return not self._running

    def skip(self) -> None:
        """Give up those under way; nothing half done keeps a name."""
        for stopping in tuple(self._running):
            stopping.stop()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have a function called, on any thread, whenever ``state`` may have changed; the answer ends that."""
        self._listeners.append(listener)
        return partial(self._listeners.remove, listener)

    def state(self) -> BackupState:
        """What a badge shows."""
        trouble = self.trouble or self.elsewhere.trouble
        elsewhere = bool(trouble) and not self.trouble
        return BackupState(self.folder.newest(), bool(self._running), trouble, self.is_changed(), elsewhere)

    def _make(self, snapshot: Snapshot, reason: str, progress: Progress, *, always: bool = False) -> Backup | None:
        made = None
        with snapshot, self._own_turn(progress):
            if always or not snapshot.mark or snapshot.mark != self._kept_mark or self.folder.newest() is None:
                begun = time.monotonic()
                made = self.folder.make(snapshot, self._store.clock.now(), reason, progress)
                self._kept_mark = snapshot.mark
                self._quiet_until = time.monotonic() + _SHARE * (time.monotonic() - begun)
            self.trouble = ""
            self.elsewhere.carry_newest(self.folder.newest(), progress)
        return made

    @contextmanager
    def _own_turn(self, progress: Progress) -> Iterator[None]:
        """One backup at a time; waiting for another can be stopped."""
        while not self._turn.acquire(timeout=0.1):
            progress.check()
        try:
            yield
        finally:
            self._turn.release()

    def _work(self, snapshot: Snapshot, reason: str, stopping: Stopping) -> None:
        try:
            with suppress(UserError, Cancelled), self._noted():
                self._make(snapshot, reason, stopping)
        finally:
            del self._running[stopping]
            self._tell()

    @contextmanager
    def _noted(self) -> Iterator[None]:
        """Keep what went wrong, and tell."""
        try:
            yield
        except OSError as error:
            _log.warning("backup failed: %s", type(error).__name__)
            self.trouble = "备份没有做成：磁盘读写出错。台账照常可用；请检查磁盘后再备份一次。"
            raise UserError(self.trouble) from error
        except UserError as error:
            _log.warning("backup failed: %s", error.code)
            self.trouble = error.text
            raise
        finally:
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    def _mark(self) -> str:
        with self._store.reading() as connection:
            return mark(connection.connection.driver_connection, self._profile.keys.read_bytes())


def _founded_at(store: Store) -> dt.datetime:
    with store.reading() as connection:
        since = connection.exec_driver_sql("SELECT since FROM _replica WHERE no = 1").scalar_one()
    return dt.datetime.fromisoformat(str(since)).replace(tzinfo=dt.UTC)
