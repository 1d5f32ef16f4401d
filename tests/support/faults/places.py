"""Names, open files and memory of a watched process, as the system tells them."""

import contextlib
import os
import struct
from pathlib import Path, PurePosixPath

HERE = 0xFFFFFF9C
"""AT_FDCWD, as the lower half of an argument: names are meant from the present folder."""
_LONGEST_PATH = 4096


class Places:
    """What lies below one folder."""

    def __init__(self, folder: os.PathLike[str]) -> None:
        self._folder = PurePosixPath(os.path.realpath(folder))

    def real(self, path: PurePosixPath) -> Path:
        """The whole path."""
        return Path(self._folder / path)

    def exists(self, path: PurePosixPath) -> bool:
        """Whether the name is there now."""
        return os.path.lexists(self._folder / path)

    def opened(self, thread: int, handle: int) -> PurePosixPath | None:
        """The file behind an open handle."""
        with contextlib.suppress(OSError):
            return self._below(str(Path(f"/proc/{thread}/fd/{_signed(handle)}").readlink()))
        return None

    def named(self, thread: int, home: int, address: int) -> PurePosixPath | None:
        """The file that a name in the memory means, seen from a folder."""
        given = text(thread, address)
        if not given.startswith("/"):
            base = "cwd" if home & 0xFFFFFFFF == HERE else f"fd/{_signed(home)}"
            given = os.path.join(Path(f"/proc/{thread}/{base}").readlink(), given)  # noqa: PTH118
        folder, name = os.path.split(given)
        return self._below(os.path.join(os.path.realpath(folder), name))  # noqa: PTH118

    def _below(self, full: str) -> PurePosixPath | None:
        """Relative to the folder; None outside, for a file that has no name any more, and for SQLite's shared index."""
        path = PurePosixPath(full)
        if not path.is_relative_to(self._folder) or full.endswith((" (deleted)", "-shm")):
            return None
        return path.relative_to(self._folder)


def _signed(handle: int) -> int:
    return int(struct.unpack("=i", struct.pack("=I", handle & 0xFFFFFFFF))[0])


def place(thread: int, handle: int) -> tuple[int, int]:
    """Where the next write to an open file goes, and how it was opened."""
    with open(f"/proc/{thread}/fdinfo/{handle}") as file:  # noqa: PTH123
        facts = dict(line.split(":\t", 1) for line in file if ":\t" in line)
    return int(facts["pos"]), int(facts["flags"], 8)


def memory(thread: int, address: int, length: int) -> bytes:
    """Bytes in a process's memory."""
    with open(f"/proc/{thread}/mem", "rb", buffering=0) as file:  # noqa: PTH123
        found = os.pread(file.fileno(), length, address)
    if len(found) != length:
        raise OSError("the memory of the child can't be read")
    return found


def text(thread: int, address: int) -> str:
    """A name in a process's memory."""
    with open(f"/proc/{thread}/mem", "rb", buffering=0) as file:  # noqa: PTH123
        # A text may end just before memory that is not there.
        length = min(_LONGEST_PATH, 4096 - address % 4096)
        found = os.pread(file.fileno(), length, address)
        if b"\0" not in found:
            found += os.pread(file.fileno(), _LONGEST_PATH, address + length)
    return os.fsdecode(found.split(b"\0", 1)[0])
