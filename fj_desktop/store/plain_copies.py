"""Plain copies of attachments while another program shows them: private, read-only, wiped on lock and exit."""

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.attachments import Contents

_BLANK_BYTES = 256 << 10
# What Windows and Office look at before they run anything: the file came from the internet zone.
_ZONE = b"[ZoneTransfer]\r\nZoneId=3\r\n"


def give(contents: Contents, digest: str, shown: str) -> Path:
    """A plain, read-only copy in a private folder of its own.

    Args:
        contents: where the content lies.
        digest: which content.
        shown: a file name that is safe on every system.

    Raises:
        MissingContentError: the content is not there, or damaged.
        UserError: the disk is full or can't be written to.
    """
    folder = contents.profile.opened
    atomic.private_folder(folder)
    path = Path(tempfile.mkdtemp(dir=folder)) / shown
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, path.parent, ignore_errors=True)
        atomic.retried(lambda: _write(contents, digest, path), path)
        mark_as_from_outside(path)
        path.chmod(0o400)
        undo.pop_all()
    return path


def wipe(profile: Profile) -> bool:
    """Remove all plain copies; False when another program still holds one, which the next wipe takes up again."""
    if not profile.opened.is_dir():
        return True
    for path in profile.opened.rglob("*"):
        if path.is_file() and not path.is_symlink():
            _blank(path)
    shutil.rmtree(profile.opened, ignore_errors=True)
    return not profile.opened.exists()


def mark_as_from_outside(path: Path, platform: str = sys.platform) -> None:
    """Tell Windows that a file came from outside, so that it is opened guarded; elsewhere there is no such mark."""
    if platform == "win32":
        with contextlib.suppress(OSError):
            path.with_name(f"{path.name}:Zone.Identifier").write_bytes(_ZONE)


def _write(contents: Contents, digest: str, path: Path) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as out:
        out.writelines(contents.chunks(digest))


def _blank(path: Path) -> None:
    """Overwrite a copy before it goes; what the disk itself keeps of it can't be reached from here."""
    with contextlib.suppress(OSError):
        path.chmod(0o600)
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, _BLANK_BYTES)))
            file.flush()
            os.fsync(file.fileno())
