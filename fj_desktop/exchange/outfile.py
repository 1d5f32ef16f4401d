"""Writing a file for a person whole or not at all, on disks that may be full, pulled out or in use."""

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fj_desktop.errors import UserError

# Access denied, sharing violation, lock violation: what Windows says while WPS, Excel or a scanner holds the file.
_HELD_ON_WINDOWS = frozenset({5, 32, 33})
_DISK_FULL_ON_WINDOWS = frozenset({39, 112})
_WRITE_PROTECTED_ON_WINDOWS = 19
_VANISHED_ON_WINDOWS = frozenset({2, 3, 15, 21, 53, 55, 64, 67, 433, 1006, 1117, 1167, 1617})
_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
_PART_PREFIX = ".fj-part-"
_STALE_SECONDS = 3600

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM})
_VANISHED = frozenset({errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENOTCONN})


@contextmanager
def writing(
    path: Path,
    verify: Callable[[Path], None] | None = None,
    pause: Callable[[float], None] = time.sleep,
) -> Iterator[Path]:
    """Hand out a temporary path beside ``path``; move what was written there into place at the end.

    The file is flushed to the disk, checked and renamed only when the body ends without an error;
    until then a file of the same name stands untouched, and after any error (a cancelled job too)
    nothing of the new one is left.

    Args:
        path: where the person wants the file; an existing file is replaced.
        verify: opens the finished temporary file again and raises UserError when it cannot be read back.
        pause: waits the given seconds between tries while another program holds the old file.

    Raises:
        UserError: the disk is full, write-protected or gone, or another program holds the file; says which.
    """
    temporary = path.with_name(f"{_PART_PREFIX}{secrets.token_hex(8)}{path.suffix}")
    try:
        _check_place(path)
        _sweep(path.parent)
        try:
            yield temporary
            _flush(temporary)
            if verify is not None:
                verify(temporary)
            _move(temporary, path, pause)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    except OSError as error:
        if _is_elsewhere(error, path.parent):
            raise
        raise UserError(_explained(error, path)) from error


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise UserError(f"“{path}”是一个文件夹，不能存成文件。请换一个文件名。")
    if not path.parent.is_dir():
        raise UserError(f"要存到的文件夹“{path.parent}”不存在，或所在的盘已拔出。请插好后再试，或另选一个位置。")


def _sweep(folder: Path) -> None:
    """Remove what a killed run left here, so that no hidden half-file with contents stays on a USB stick."""
    oldest = time.time() - _STALE_SECONDS
    for left in folder.glob(f"{_PART_PREFIX}*"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < oldest:
                left.unlink()


def _flush(temporary: Path) -> None:
    # Windows flushes only through a handle opened for writing.
    with temporary.open("r+b") as written:
        os.fsync(written.fileno())


def _move(temporary: Path, path: Path, pause: Callable[[float], None]) -> None:
    for seconds in (*_RETRY_SECONDS, None):
        try:
            temporary.replace(path)
            break
        except PermissionError as error:
            if seconds is None or _windows_code(error) not in _HELD_ON_WINDOWS:
                raise
            pause(seconds)
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows and some USB file systems cannot, and need not be asked twice."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _is_elsewhere(error: OSError, folder: Path) -> bool:
    """The fault names a file of another folder: it is not about the file being written."""
    if not isinstance(error.filename, str | os.PathLike):
        return False
    named = Path(error.filename)
    return named != folder and named.parent != folder


def _windows_code(error: OSError) -> int | None:
    return getattr(error, "winerror", None)


def _explained(error: OSError, path: Path) -> str:
    code, windows = error.errno, _windows_code(error)
    if code in _FULL or windows in _DISK_FULL_ON_WINDOWS:
        return f"磁盘空间不够，“{path.name}”没有写成，原有文件未动。请清理出空间，或另选一个盘再试。"
    if code == errno.EROFS or windows == _WRITE_PROTECTED_ON_WINDOWS:
        return f"“{path.parent}”所在的盘是只读的（或写保护开关已打开），“{path.name}”没有写成。请另选一个位置。"
    if windows in _HELD_ON_WINDOWS and path.exists():
        return f"“{path.name}”可能正在 WPS、Excel 或其他程序中打开，没有写成。请先关闭它再试，或换一个文件名。"
    if code in _REFUSED:
        return f"没有权限写入“{path.parent}”，“{path.name}”没有写成。请另选一个位置，例如“文档”文件夹。"
    if code == errno.ENAMETOOLONG:
        return f"文件名“{path.name}”太长，没有写成。请改短一些再试。"
    if code in _VANISHED or windows in _VANISHED_ON_WINDOWS:
        return f"写到一半时“{path.parent}”所在的盘断开或读写出错，“{path.name}”没有写成。请插好盘再试，或另选一个位置。"
    return f"“{path.name}”没有写成（系统错误 {windows or code}）。请另选一个位置再试。"
