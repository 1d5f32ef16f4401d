"""A backup brought back: chosen, proved with its own passphrase, put in the place of the present store."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fj_desktop.core.clock import Clock
from fj_desktop.core.ids import new_id
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.backups.entries import Backup, from_path, listing, numbered
from fj_desktop.store.files import restored_note
from fj_desktop.store.restore import damage_of, key_of, restore_backup, same_passphrase
from fj_desktop.store.transactions import Store, renew_identity
from fj_desktop.store.vault import Vault


@dataclass(frozen=True)
class Restored:
    """What was brought back, where the store of before lies, and the newer backups that were passed over."""

    backup: Backup
    aside: Path
    damaged: Sequence[Backup] = ()


class RestoreService:
    """Brings backups back into one profile. The desk is closed and the instance lock held by the caller."""

    def __init__(self, profile: Profile, vault: Vault, clock: Clock) -> None:
        self._profile, self._vault, self._clock = profile, vault, clock

    def listing(self) -> list[Backup]:
        """All backups and the stores set aside, the newest first."""
        return listing(self._profile.backups)

    def find(self, name: str) -> Backup:
        """A backup by its file, its name, its number, or ``newest``.

        Raises:
            UserError: there is none.
        """
        path = Path(name).expanduser()
        if path.is_absolute() and path.is_file():
            return from_path(path)
        there = self.listing()
        for one in numbered(there) if name == "newest" else there:
            if name in ("newest", one.name, one.path.name, str(one.no) if one.no else ""):
                return one
        if path.is_file():
            return from_path(path.absolute())
        raise UserError(f"没有名为“{name[:80]}”的备份。用 fj-desktop backups 查看有哪些，或给出 .fjdb 文件的路径。")

    def key(self, backup: Backup, passphrase: str) -> bytes:
        """The data key, by the passphrase of the backup's time.

        Raises:
            LockedError: another passphrase.
            UserError: its key file is missing or damaged.
        """
        return key_of(backup.path, passphrase, self._vault.kdf)

    def has_passphrase_of_today(self, backup: Backup) -> bool:
        """Whether today's passphrase opens it."""
        return same_passphrase(self._profile, backup)

    def damage(self, backup: Backup, key: bytes | None = None) -> str:
        """Why it can't be restored, in plain words; empty when nothing is known to be wrong."""
        return damage_of(backup, key)

    def restore(self, backup: Backup, key: bytes | None = None, progress: Progress | None = None) -> Restored:
        """Put exactly this backup in the place of what lies in the profile, which is set aside.

        Raises:
            DamagedStoreError: it is damaged; nothing was changed.
            UserError: no key file, no room; nothing was changed.
            Cancelled: stopped; nothing was changed.
        """
        aside = restore_backup(self._profile, backup.path, self._clock, key, progress=progress, kdf=self._vault.kdf)
        return Restored(backup, aside)

    def restore_newest_good(
        self, newest: Backup, key: bytes | None = None, progress: Progress | None = None
    ) -> Restored:
        """Restore this backup or, when it is damaged, the next older one that is not.

        Raises:
            UserError: all are damaged; nothing was changed.
            Cancelled: stopped; nothing was changed.
        """
        passed: list[Backup] = []
        older = [one for one in self.listing() if one.no and (one.at, one.no) < (newest.at, newest.no)]
        for one in [newest, *older]:
            if self.damage(one, key):
                passed.append(one)
                continue
            done = self.restore(one, key, progress)
            return Restored(one, done.aside, passed)
        raise UserError(f"{len(passed)} 份备份都已损坏，没有恢复，现有文件没有改动。请从备份盘上的文件恢复。")


def renewed(store: Store, profile: Profile) -> None:
    """Give a store that was just restored its new identity; nothing happens to any other."""
    note = restored_note(profile)
    with store.reading() as connection:
        is_copy = connection.exec_driver_sql("SELECT 1 FROM _meta WHERE key = 'backup'").first() is not None
    if not (is_copy or note.exists()):
        return
    with store.noting() as connection:
        renew_identity(connection, store.clock.now().strftime("%Y-%m-%d %H:%M:%S"), new_id().bytes)
        connection.exec_driver_sql("DELETE FROM _meta WHERE key = 'backup'")
    atomic.remove(note)
