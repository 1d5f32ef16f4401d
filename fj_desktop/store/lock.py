"""One writer per profile: a lock of the operating system, with a note of who holds it.

The window holds it as long as it runs; a headless command that writes holds it while it writes.
Commands that only read do not need it. The system frees the lock when its holder dies.
"""

import contextlib
import json
import os
import platform
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic

_NOTE_BYTES = 1024
_POLL_S = 0.05
# Far behind the note: Windows lets nobody read bytes that are locked.
_LOCKED_BYTE = 1 << 30


@dataclass(frozen=True)
class Holder:
    """Who holds the store: process, machine, and what for (a few Chinese words)."""

    pid: int
    host: str
    purpose: str


class HeldError(UserError):
    """Another process holds the store; ``holder`` says which, if it could be read."""

    code = "FJ-1100"

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(_told(holder))
        self.holder = holder
        self.elsewhere = holder is not None and holder.host != platform.node()


class InstanceLock:
    """The right to write to one profile."""

    def __init__(self, profile: Profile, purpose: str = "窗口") -> None:
        self._path = profile.folder / "desk.lock"
        self._purpose = purpose
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        return self._handle is not None

    def acquire(self, *, wait_s: float = 0.0, take_over: bool = False) -> None:
        """Take the lock.

        Args:
            wait_s: how long to wait for another holder to finish.
            take_over: a person has said that the other machine named in the note no longer uses the
                store; a live holder on this machine is never pushed aside.

        Raises:
            HeldError: somebody holds it, or a note of another machine says so.
        """
        atomic.private_folder(self._path.parent)
        until = time.monotonic() + wait_s
        while not self._try(take_over):
            if time.monotonic() >= until:
                raise HeldError(self.holder())
            time.sleep(_POLL_S)

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            # A note that stays names this machine, which the next start here does not mind.
            with contextlib.suppress(OSError):
                _note(handle, b"")
            _unlock(handle)
            os.close(handle)

    def holder(self) -> Holder | None:
        """Who noted to hold the lock last; None when nobody did or the note cannot be read."""
        return _noted(self._path)

    def __enter__(self) -> Self:
        if not self.held:
            self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _try(self, take_over: bool) -> bool:
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)
        handle = atomic.retried(lambda: os.open(self._path, flags, 0o600), self._path)
        if not _lock(handle):
            os.close(handle)
            return False
        # A network folder may not carry locks between machines, but it carries the note.
        before = self.holder()
        if before is not None and before.host != platform.node() and not take_over:
            _unlock(handle)
            os.close(handle)
            return False
        note = json.dumps(asdict(Holder(os.getpid(), platform.node(), self._purpose)), ensure_ascii=False)
        # The lock is the system's; on a full or failing disk the desk must open to be read even without the note.
        with contextlib.suppress(OSError):
            _note(handle, note.encode())
        self._handle = handle
        return True


def _note(handle: int, note: bytes) -> None:
    # Filled up with blanks and never cut: Windows may refuse to cut a file with a locked byte.
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, note.ljust(_NOTE_BYTES))


def _noted(path: Path) -> Holder | None:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError), path.open("rb") as file:
        note = json.loads(file.read(_NOTE_BYTES))
        return Holder(int(note["pid"]), str(note["host"])[:100], str(note["purpose"])[:100])
    return None


def _told(holder: Holder | None) -> str:
    if holder is not None and holder.host != platform.node():
        return (
            f"台账记着正由另一台电脑“{holder.host}”使用，两处同时写会丢失内容。请先在那台电脑上关闭程序；"
            "如果那台电脑已经不用它（例如已断电），可以接管：打开窗口时会询问，命令行用 fj-desktop take-over。"
        )
    who = f"（{holder.purpose}，进程 {holder.pid}）" if holder else ""
    return f"台账正被另一个程序使用{who}，没有改动任何内容。请在那里操作，或先把它关闭；查看类的命令照常可用。"


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
