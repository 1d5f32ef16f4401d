"""What lies in a profile, looked at before anything is opened or written."""

import datetime as dt
from enum import Enum
from pathlib import Path

from fj_desktop.core.clock import Clock
from fj_desktop.paths import Profile
from fj_desktop.store import pages
from fj_desktop.store.kdf import ARGON2ID, PassphraseKdf
from fj_desktop.store.keyslots import DamagedKeysError, KeyFile


class StoreState(Enum):
    """What was found; the value says to a person what it means and what to do next."""

    ABSENT = "这里还没有台账。请先新建。"
    READY = "台账和钥匙文件都在。请解锁。"
    UNFINISHED = "上次新建台账时中断，还没有任何内容。请重新打开程序，它会把新建做完。"
    NO_KEYS = "台账文件在，但打开它所必需的钥匙文件 desk.keys 不见了。请从备份中取出同一台账的钥匙文件放回原处。"
    NO_STORE = "钥匙文件或日志在，但台账文件 desk.fjdb 不见了。请从备份恢复台账文件，或把留下的文件移到别处后新建。"
    FOREIGN = "台账文件 desk.fjdb 不是本程序的加密台账。没有改动它；请把它移到别处，再从备份恢复或新建。"
    RESTORING = "上次恢复备份时中断，现有文件都还在。请重新打开程序，它会把恢复做完。"
    DAMAGED = "台账文件或钥匙文件已损坏。没有改动任何文件；请从备份恢复。"


def unfinished_store(profile: Profile) -> Path:
    """The name under which a new store is built before it is whole."""
    return profile.store.with_name(profile.store.name + ".new")


def unfinished_keys(profile: Profile) -> Path:
    """The name under which the key file of a new store is written first."""
    return profile.keys.with_name(profile.keys.name + ".new")


def sidecars(store: Path) -> list[Path]:
    """The files that SQLite keeps beside a store while it is open or after it was killed."""
    return [store.with_name(store.name + end) for end in ("-wal", "-shm", "-journal")]


def draft_of(profile: Profile) -> Path:
    """The name of the copy that an upgrade works on."""
    return profile.store.with_name(profile.store.name + ".migrating")


def restoring_note(profile: Profile) -> Path:
    """Says that a restore was begun and must be carried through before anything is opened."""
    return profile.folder / "desk.restoring"


def restored_note(profile: Profile) -> Path:
    """Says that what lies here was restored and needs a new identity for exchange."""
    return profile.folder / "desk.restored"


def aside_folder(profile: Profile, clock: Clock) -> Path:
    """A name that is free for a new folder of what is set aside."""
    moment = clock.now()
    while (folder := profile.backups / f"aside-{moment:%Y%m%d-%H%M%S-%f}").exists():
        moment += dt.timedelta(microseconds=1)
    return folder


def drafts(profile: Profile) -> list[Path]:
    """Files that a kill may leave half written; none of them is ever the only copy of anything."""
    draft = draft_of(profile)
    parts = [*profile.backups.glob("*.part*"), *profile.backups.glob("*.tmp")]
    waiting = [*profile.folder.glob("desk.*.restoring*"), *profile.backups.glob("attachments/??/*.part")]
    halves = [*profile.folder.glob("desk.*.tmp"), *profile.folder.glob("attachments/??/*.part")]
    return [draft, *sidecars(draft), *halves, *parts, *waiting]


def examine(profile: Profile, *, kdf: PassphraseKdf = ARGON2ID) -> StoreState:
    """Say what a profile holds; reads only, needs no key, and never takes a doubtful file for nothing."""
    if restoring_note(profile).exists():
        return StoreState.RESTORING
    store, keys = _present(profile.store), _present(profile.keys)
    if not store:
        return _without_store(profile, keys)
    if not _is_plausible(profile.store):
        return StoreState.FOREIGN
    if _is_cut(profile.store):
        return StoreState.DAMAGED
    if not keys:
        return StoreState.NO_KEYS
    try:
        KeyFile.load(profile.keys, kdf=kdf)
    except DamagedKeysError:
        return StoreState.DAMAGED
    return StoreState.READY


def _present(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _without_store(profile: Profile, keys: bool) -> StoreState:
    if keys:
        return StoreState.UNFINISHED if unfinished_store(profile).is_file() else StoreState.NO_STORE
    remains = [path for path in sidecars(profile.store) if path.is_file() and path.stat().st_size]
    return StoreState.NO_STORE if remains else StoreState.ABSENT


def _is_plausible(store: Path) -> bool:
    try:
        return pages.looks_encrypted(pages.first_page(store))
    except OSError:
        return False


def _is_cut(store: Path) -> bool:
    """Whether the file ends inside a page and no log is there that would mend it."""
    cut = store.stat().st_size % pages.PAGE_BYTES != 0
    return cut and not any(path.is_file() and path.stat().st_size for path in sidecars(store))
