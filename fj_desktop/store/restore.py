"""Puts a backup in the place of the present store, which is set aside and never deleted.

A note is written once everything the restore needs lies ready; from then on it is carried through, also after a
kill or a power cut: whoever opens the profile next finishes it first (``Vault.settle``).
"""

import contextlib
import json
import shutil
from contextlib import closing
from pathlib import Path

from fj_desktop.core.clock import Clock
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic, pages
from fj_desktop.store.backups import contents
from fj_desktop.store.backups.entries import Backup, from_path
from fj_desktop.store.files import aside_folder, restored_note, restoring_note, sidecars
from fj_desktop.store.kdf import ARGON2ID, PassphraseKdf
from fj_desktop.store.keyslots import KeyFile, marks


def restore_backup(
    profile: Profile,
    backup: Path,
    clock: Clock,
    key: bytes | None = None,
    *,
    progress: Progress | None = None,
    kdf: PassphraseKdf = ARGON2ID,
) -> Path:
    """Bring a backup and its key file back; returns where the present files were set aside.

    The caller holds the instance lock and has no engine open. At the next opening the desk gets a new identity
    (``transactions.renew_identity``): others may hold changes that it lost.

    Args:
        profile: where to.
        backup: the file; its key file lies beside it.
        clock: names the folder of what is set aside.
        key: the data key; with it every page is proved before anything is moved.
        progress: reports and stops.
        kdf: how the passphrase is stretched.

    Raises:
        UserError, Cancelled: nothing was changed (damaged, without a key file, no room; stopped).
    """
    watched = progress or Unwatched()
    KeyFile.load(_keys_of(backup), kdf=kdf)
    with contextlib.ExitStack() as undo:
        undo.callback(_discard, [_waiting(profile.keys), _waiting(profile.store)])
        _lay_ready(backup, _waiting(profile.store), key, watched)
        contents.copy_whole(_keys_of(backup), _waiting(profile.keys))
        contents.bring(backup.parent, profile.folder, watched)
        aside = aside_folder(profile, clock)
        atomic.private_folder(aside)
        atomic.sync_folder(aside.parent)
        watched.check()
        atomic.write_file(restoring_note(profile), json.dumps({"aside": aside.name}).encode())
        undo.pop_all()
    finish_restore(profile)
    return aside


def finish_restore(profile: Profile) -> None:
    """Carry a restore through that was begun; each step may have been done already."""
    note = restoring_note(profile)
    try:
        aside = profile.backups / Path(json.loads(note.read_bytes())["aside"]).name
    except (OSError, ValueError, KeyError, TypeError):
        raise DamagedStoreError(f"恢复备份的记录“{note}”读不出来，没有继续。请联系维护人员；所有文件都还在。") from None
    keys, store = _waiting(profile.keys), _waiting(profile.store)
    if store.exists():
        for path in (*sidecars(profile.store), profile.store):
            _move(path, aside)
    if keys.exists():
        _move(profile.keys, aside)
        atomic.replace(keys, profile.keys)
    if store.exists():
        atomic.replace(store, profile.store)
    atomic.replace(note, restored_note(profile))


def damage_of(backup: Backup, key: bytes | None = None) -> str:
    """Why a backup can't be restored, in plain words; empty when nothing speaks against it.

    Without the key only what can be seen from outside is looked at; with it, every page.
    """
    try:
        marks(_keys_of(backup.path))
        if backup.path.stat().st_size % pages.PAGE_BYTES or not pages.looks_encrypted(pages.first_page(backup.path)):
            return "文件不完整"
        return "" if key is None else _damage_inside(backup.path, key)
    except OSError:
        return "文件读不出来"
    except UserError as error:
        return error.text


def key_of(backup: Path, passphrase: str, kdf: PassphraseKdf = ARGON2ID) -> bytes:
    """The data key of a backup, by the passphrase of its time.

    Raises:
        LockedError: another passphrase.
        UserError: it has no key file, or a damaged one.
    """
    return KeyFile.load(_keys_of(backup), kdf=kdf).open_with_passphrase(passphrase)


def same_passphrase(profile: Profile, backup: Backup) -> bool:
    """Whether today's passphrase opens a backup; True as well when its key file can't be read."""
    try:
        return marks(backup.keys) == marks(profile.keys)
    except UserError:
        return True


def _damage_inside(path: Path, key: bytes) -> str:
    from fj_desktop.store.checks import findings
    from fj_desktop.store.engine import connect

    # A store that was set aside may have its log beside it, which a read-only look can't take in.
    with closing(connect(path, key, journal=None, read_only=not _has_log(path))) as raw:
        return "；".join(findings(raw))


def _lay_ready(backup: Path, waiting: Path, key: bytes | None, watched: Progress) -> None:
    watched.at(0, None, "正在核对备份")
    if key is not None:
        _refuse_damaged(backup, key)
    elif _has_log(backup):
        raise UserError(f"“{backup.name}”旁边还有没有并入的改动，要先输入口令才能恢复它；没有改动任何文件。")
    watched.at(0, None, "正在恢复")
    if key is not None and _has_log(backup):
        from fj_desktop.store.checks import copy_verified

        atomic.remove(waiting)
        copy_verified(backup, waiting, key)
        atomic.sync_file(waiting)
        return
    try:
        needed, free = backup.stat().st_size, shutil.disk_usage(waiting.parent).free
    except OSError:
        raise UserError(f"找不到备份“{backup.name}”，没有改动任何文件。") from None
    if free < needed:
        raise UserError("磁盘空间不够放下这份备份，现有文件没有改动。请清理磁盘后再试。")
    contents.copy_whole(backup, waiting)


def _refuse_damaged(backup: Path, key: bytes) -> None:
    try:
        damage = damage_of(from_path(backup), key)
    except (OSError, LockedError):
        damage = "读不出来"
    if damage:
        raise DamagedStoreError(f"备份“{backup.name}”已损坏，没有恢复，现有文件没有改动。请另选一份。查出：{damage}")


def _has_log(store: Path) -> bool:
    return any(path.is_file() and path.stat().st_size for path in sidecars(store) if not path.name.endswith("-shm"))


def _keys_of(backup: Path) -> Path:
    for keys in (backup.with_suffix(".keys"), backup.parent / "desk.keys"):
        if keys.is_file():
            return keys
    raise UserError(f"备份“{backup.name}”旁边没有钥匙文件，打不开它，没有恢复。请另选一个备份。")


def _waiting(target: Path) -> Path:
    return target.with_name(target.name + ".restoring")


def _move(path: Path, aside: Path) -> None:
    if path.exists() or path.is_symlink():
        atomic.replace(path, aside / path.name)


def _discard(paths: list[Path]) -> None:
    for path in paths:
        for each in (path, path.with_name(path.name + ".part"), *sidecars(path)):
            atomic.remove(each)
