"""What the stopped calls do to the files below one folder, as events that can be played again."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from tests.support.faults.listener import Call
from tests.support.faults.places import HERE, Places, memory, place, text

_REMOVE_FOLDER = 0x200
ACKNOWLEDGED = "/acknowledged-by-the-product/"
"""A child removes a folder of this name to note something in the log; there is none."""

Path: TypeAlias = PurePosixPath


@dataclass(frozen=True)
class Noted:
    """The child has promised something to its person, or says something to the judge."""

    text: str


@dataclass(frozen=True)
class Made:
    """A new empty file, or a new folder."""

    path: Path
    folder: bool = False


@dataclass(frozen=True)
class Written:
    """Bytes at a place of a file; ``offset`` None: at its end."""

    path: Path
    offset: int | None
    content: bytes


@dataclass(frozen=True)
class Cut:
    """A file set to a length."""

    path: Path
    length: int


@dataclass(frozen=True)
class Synced:
    """A wait until a file's content or a folder's names are on the disk."""

    path: Path


@dataclass(frozen=True)
class Moved:
    """A rename."""

    path: Path
    target: Path


@dataclass(frozen=True)
class Linked:
    """A second name for a file."""

    path: Path
    target: Path


@dataclass(frozen=True)
class Removed:
    """A name taken away, of a file or of an empty folder."""

    path: Path


Event: TypeAlias = Noted | Made | Written | Cut | Synced | Moved | Linked | Removed


_OLDER: dict[str, tuple[str, Callable[[tuple[int, ...]], tuple[int, ...]]]] = {
    "open": ("openat", lambda given: (HERE, *given)),
    "creat": ("openat", lambda given: (HERE, given[0], os.O_CREAT | os.O_TRUNC)),
    "rename": ("renameat", lambda given: (HERE, given[0], HERE, given[1])),
    "renameat2": ("renameat", lambda given: given),
    "link": ("linkat", lambda given: (HERE, given[0], HERE, given[1])),
    "unlink": ("unlinkat", lambda given: (HERE, given[0], 0)),
    "rmdir": ("unlinkat", lambda given: (HERE, given[0], _REMOVE_FOLDER)),
    "mkdir": ("mkdirat", lambda given: (HERE, *given)),
    "fdatasync": ("fsync", lambda given: given),
}
"""Calls that are another one with other arguments."""


class Interpreter:
    """Turns calls into events; None for a call that changes nothing below the folder."""

    def __init__(self, folder: os.PathLike[str]) -> None:
        self._places = Places(folder)

    def event(self, call: Call) -> Event | None:
        """What this call, not yet carried out, will do."""
        name, turned = _OLDER.get(call.name, (call.name, lambda given: given))
        read = getattr(self, f"_{name}", None)
        found: Event | None = read(call, *turned(call.arguments)) if read else None
        return found

    def _write(self, call: Call, handle: int, address: int, length: int, *_: int) -> Event | None:
        path = self._places.opened(call.thread, handle)
        if path is None:
            return None
        at, flags = place(call.thread, handle)
        return Written(path, None if flags & os.O_APPEND else at, memory(call.thread, address, length))

    def _pwrite64(self, call: Call, handle: int, address: int, length: int, offset: int, *_: int) -> Event | None:
        path = self._places.opened(call.thread, handle)
        return path and Written(path, offset, memory(call.thread, address, length))

    def _ftruncate(self, call: Call, handle: int, length: int, *_: int) -> Event | None:
        path = self._places.opened(call.thread, handle)
        return path and Cut(path, length)

    def _truncate(self, call: Call, address: int, length: int, *_: int) -> Event | None:
        path = self._places.named(call.thread, HERE, address)
        return path and Cut(path, length)

    def _fsync(self, call: Call, handle: int, *_: int) -> Event | None:
        path = self._places.opened(call.thread, handle)
        return path and Synced(path)

    def _openat(self, call: Call, folder: int, address: int, flags: int, *_: int) -> Event | None:
        path = self._places.named(call.thread, folder, address)
        if path is None:
            return None
        if not self._places.exists(path):
            return Made(path) if flags & os.O_CREAT and self._places.exists(path.parent) else None
        return Cut(path, 0) if flags & os.O_TRUNC and not flags & os.O_EXCL else None

    def _renameat(self, call: Call, home: int, source: int, goal: int, target: int, *_: int) -> Event | None:
        path, new = self._places.named(call.thread, home, source), self._places.named(call.thread, goal, target)
        if (path is None) != (new is None):
            raise NotImplementedError("a move into or out of the watched folder")
        return Moved(path, new) if path and new and self._places.exists(path) else None

    def _linkat(self, call: Call, home: int, source: int, goal: int, target: int, *_: int) -> Event | None:
        path, new = self._places.named(call.thread, home, source), self._places.named(call.thread, goal, target)
        return (
            Linked(path, new) if path and new and self._places.exists(path) and not self._places.exists(new) else None
        )

    def _unlinkat(self, call: Call, home: int, address: int, flags: int, *_: int) -> Event | None:
        named = text(call.thread, address)
        if named.startswith(ACKNOWLEDGED):
            return Noted(named.removeprefix(ACKNOWLEDGED))
        return self._removed(self._places.named(call.thread, home, address), folder=bool(flags & _REMOVE_FOLDER))

    def _mkdirat(self, call: Call, home: int, address: int, *_: int) -> Event | None:
        path = self._places.named(call.thread, home, address)
        can = path is not None and not self._places.exists(path) and self._places.exists(path.parent)
        return Made(path, folder=True) if path and can else None

    def _removed(self, path: Path | None, *, folder: bool) -> Event | None:
        if path is None or not self._places.exists(path):
            return None
        real = self._places.real(path)
        if real.is_dir() != folder or (folder and any(real.iterdir())):
            return None  # The call will fail.
        return Removed(path)
