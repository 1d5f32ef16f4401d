"""The contents of attachments in backups: files that never change, so that all backups of a folder share one copy."""

import contextlib
import os
import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.store import atomic

FOLDER = "attachments"
_PLACE = re.compile(r"[0-9a-f]{2}")
_NAME = re.compile(r"[0-9a-f]{64}")


def names(folder: Path) -> set[str]:
    """The finished contents of a folder, as ``ab/abcd…``; drafts and what was put aside are left out."""
    return {f"{path.parent.name}/{path.name}" for path in _files(folder / FOLDER)}


def bytes_missing(source: Path, target: Path) -> int:
    """How many bytes ``bring`` would have to write if nothing can be linked."""
    return sum((source / FOLDER / name).stat().st_size for name in names(source) - names(target))


def bring(source: Path, target: Path, watched: Progress, *, link: bool = True) -> tuple[str, ...]:
    """Have every content of one folder in another as well; what is there already stays.

    Args:
        source: the folder that holds ``attachments``.
        target: the folder that shall hold them too.
        watched: told how many are done.
        link: give the same file a second name where the disk can do that; never between two disks.

    Returns:
        The names that are in both now.

    Raises:
        UserError: the disk is full, or a file can't be read.
        Cancelled: stopped; what is whole stays.
    """
    wanted, there = names(source), names(target)
    for done, name in enumerate(sorted(wanted - there)):
        watched.at(done, len(wanted - there), "正在保存附件")
        _bring_one(source / FOLDER / name, target / FOLDER / name, link=link)
    for name in wanted & there:
        if (source / FOLDER / name).stat().st_size != (target / FOLDER / name).stat().st_size:
            raise UserError(f"备份里的附件“{name[3:15]}…”与原件大小不同，这一份备份没有做成。请检查磁盘。")
    return tuple(sorted(wanted))


def drop(folder: Path, kept: Collection[str]) -> None:
    """Remove contents that nothing names any more."""
    for name in names(folder) - set(kept):
        atomic.remove(folder / FOLDER / name)


def clear_drafts(folder: Path) -> None:
    """Remove what a kill left half written."""
    for path in (folder / FOLDER).glob("??/*.part"):
        atomic.remove(path)


def _files(folder: Path) -> Iterator[Path]:
    for part in folder.iterdir() if folder.is_dir() else ():
        if _PLACE.fullmatch(part.name) and part.is_dir():
            yield from (path for path in part.iterdir() if _NAME.fullmatch(path.name))


def _bring_one(source: Path, target: Path, *, link: bool) -> None:
    atomic.private_folder(target.parent)
    if link:
        with contextlib.suppress(OSError):
            os.link(source, target)
            atomic.sync_folder(target.parent)
            return
    copy_whole(source, target)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a file; the final name is given last, once the copy was written out and read back.

    Raises:
        UserError: it can't be read or written, or was read back differently.
    """
    part = target.with_name(target.name + ".part")
    with contextlib.ExitStack() as undo:
        undo.callback(_give_up, part)
        atomic.retried(lambda: _copied(source, part), target)
        if not atomic.retried(lambda: _same(source, part), target):
            raise UserError(f"“{target.name}”写到“{target.parent}”后核对不符，没有保留。请检查那个磁盘。")
        atomic.replace(part, target)
        undo.pop_all()


def _copied(source: Path, part: Path) -> None:
    shutil.copyfile(source, part)
    part.chmod(0o600)
    atomic.sync_file(part)


def _give_up(part: Path) -> None:
    # On a disk that was pulled out nothing can be removed any more.
    with contextlib.suppress(UserError):
        atomic.remove(part)


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as left, other.open("rb") as right:
        if hasattr(os, "posix_fadvise"):
            # Read from the disk, not from what the system remembers of the writing.
            os.posix_fadvise(right.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while True:
            here, there = left.read(1 << 20), right.read(1 << 20)
            if here != there:
                return False
            if not here:
                return True
