"""Small files written whole or not at all, and moves that outlast a virus scanner's short grip."""

import contextlib
import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from fj_desktop.errors import UserError
from fj_desktop.store import room

T = TypeVar("T")

# Access denied, sharing violation, lock violation: Windows says so while another program reads the file.
_HELD_BY_OTHERS = frozenset({5, 32, 33})
_WAITS_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# Some network disks know no such call, and the folder above may be one that this account can't read.
_CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM})


def retried(action: Callable[[], T], path: Path, sleep: Callable[[float], None] = time.sleep) -> T:
    """Do a file operation, waiting up to 2.55 s in all while another program holds the file.

    Raises:
        UserError: the file stayed held, the disk is full or the place may not be written; says which file.
    """
    for wait in (*_WAITS_S, None):
        try:
            return action()
        except OSError as error:
            if wait is None or getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                raise _plain(error, path) from error
            sleep(wait)
    raise AssertionError("unreachable: the last round returns or raises")


def _plain(error: OSError, path: Path) -> UserError:
    if getattr(error, "winerror", None) in _HELD_BY_OTHERS:
        return UserError(f"文件“{path}”正被别的程序占用（可能是杀毒软件或网盘同步），原文件没有改动。请稍候再试一次。")
    if error.errno in _FULL:
        return UserError(f"磁盘已满，“{path}”没有写成，原有内容没有改动。{room.shortage(path)}。请清理磁盘后再试。")
    if error.errno == errno.EROFS:
        return UserError(
            f"“{path.parent}”所在的磁盘是只读的，不能写入，没有改动任何内容。命令行仍可查看和核对；"
            "要修改，请把整个文件夹复制到可以写的磁盘上，再从那里打开。"
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    return UserError(f"不能读写“{path}”（{reason}），原有内容没有改动。请检查磁盘和文件夹的权限。")


def private_folder(folder: Path) -> None:
    """Make a folder that only this account may open and that outlasts a power cut; one that exists stays as it is."""
    missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
    if missing:
        retried(lambda: folder.mkdir(mode=0o700, parents=True, exist_ok=True), folder)
    for made in reversed(missing):
        sync_folder(made.parent)


def private_file(path: Path) -> None:
    """Make an empty file that only this account may read; fails when the name is taken."""
    retried(lambda: os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)), path)


def draft_of(path: Path) -> Path:
    """The temporary name of a file while it is written; a kill may leave it."""
    return path.with_name(path.name + ".tmp")


def write_file(path: Path, content: bytes) -> None:
    """Put content under a name, whole or not at all, also through a power cut.

    The bytes go to a temporary name beside it, are read back, and take the name by one rename.
    """
    draft = draft_of(path)
    remove(draft)
    with contextlib.ExitStack() as undo:
        undo.callback(remove, draft)
        retried(lambda: _write_synced(draft, content), path)
        if draft.read_bytes() != content:
            raise UserError(f"“{path}”写入后核对不符，原文件没有改动。请检查磁盘。")
        replace(draft, path)
        undo.pop_all()


def _write_synced(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace(source: Path, target: Path) -> None:
    """Give a finished file its final name in one step and make the step last."""
    retried(lambda: source.replace(target), target)
    sync_folder(target.parent)


def remove(path: Path) -> None:
    """Delete a file of ours; one that is not there is fine."""
    retried(lambda: path.unlink(missing_ok=True), path)


def sync_file(path: Path) -> None:
    """Wait until the file's content is on the disk; UserError when the disk does not take it."""
    retried(lambda: _sync(path, os.O_RDWR), path)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows has no such call and needs none.

    Raises:
        UserError: the disk does not confirm it. What was done in the folder stands, but may not outlast a power cut.
    """
    if os.name == "nt":
        return
    try:
        _sync(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno in _CANNOT_SYNC_FOLDERS:
            return
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise UserError(
            f"“{folder}”里的改动已经写入，但磁盘没有确认（{reason}），断电后可能退回原样。请检查磁盘，核对后再试一次。"
        ) from error


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
