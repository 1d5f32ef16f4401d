"""A desk copied to another folder of this machine, file by file, whole or not at all."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.backups.contents import copy_whole
from fj_desktop.store.backups.folder import refuse_without_room
from fj_desktop.store.places import refuse_foreign_hands

_LEFT_OUT = frozenset({"desk.lock", "logs", "demo", "opened"})


def copy_desk(profile: Profile, target: Path, progress: Progress) -> Profile:
    """Copy a closed desk with its backups and attachments; what lies in the old place stays there.

    Args:
        profile: the desk; the caller holds its lock.
        target: a folder that is not there yet, or empty.
        progress: told how many files are done; a stop leaves nothing behind.

    Raises:
        UserError: the target is in use or sent away by another program, or there is no room.
        Cancelled: stopped.
    """
    refuse_foreign_hands(target)
    if target.is_dir() and any(target.iterdir()):
        raise UserError(f"文件夹“{target}”里已有文件，没有移动。请选一个空文件夹，或新建一个。")
    files = list(_files(profile.folder))
    refuse_without_room(target.parent, sum(path.stat().st_size for path in files))
    part = target.with_name(target.name + ".part")
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, part, ignore_errors=True)
        shutil.rmtree(part, ignore_errors=True)
        atomic.private_folder(part)
        for done, path in enumerate(files):
            progress.at(done, len(files), "正在复制")
            copy = part / path.relative_to(profile.folder)
            atomic.private_folder(copy.parent)
            copy_whole(path, copy)
        if target.is_dir():
            target.rmdir()
        atomic.replace(part, target)
        undo.pop_all()
    return Profile(target)


def _files(folder: Path) -> Iterator[Path]:
    for top, folders, names in os.walk(folder):
        here = Path(top)
        if here == folder:
            folders[:] = [name for name in folders if name not in _LEFT_OUT]
            names = [name for name in names if name not in _LEFT_OUT]
        yield from (here / name for name in names if not (here / name).is_symlink())
