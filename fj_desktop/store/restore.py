"""Puts a backup in the place of the present store, which is set aside and never deleted."""

import shutil
from pathlib import Path

from fj_desktop.core.clock import Clock
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.keyslots import KeyFile
from fj_desktop.store.vault import set_aside


def restore_backup(profile: Profile, backup: Path, clock: Clock) -> Path:
    """Bring a backup and the key file beside it back; returns where the present files were set aside.

    Raises:
        DamagedStoreError: the backup's key file is damaged; nothing was changed.
        UserError: there is no key file beside the backup, or no room; nothing was changed.
    """
    keys = _keys_of(backup)
    KeyFile.load(keys)
    waiting = {}
    for source, target in ((keys, profile.keys), (backup, profile.store)):
        waiting[target] = target.with_name(target.name + ".restoring")
        try:
            shutil.copyfile(source, waiting[target])
        except OSError:
            for half in waiting.values():
                atomic.remove(half)
            raise UserError("复制备份时出错，现有文件没有改动。请检查磁盘空间后再试。") from None
    aside = set_aside(profile, clock)
    for target, copy in waiting.items():
        atomic.replace(copy, target)
    return aside


def _keys_of(backup: Path) -> Path:
    for keys in (backup.with_suffix(".keys"), backup.parent / "desk.keys"):
        if keys.is_file():
            return keys
    raise UserError(f"备份“{backup.name}”旁边没有钥匙文件，打不开它，没有恢复。请另选一个备份。")
