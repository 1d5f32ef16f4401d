"""Backups as a person looks at them: what stands in each, and how that differs from now."""

from dataclasses import dataclass

from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.store.backups.entries import Backup, listing
from fj_desktop.store.backups.snapshot import About, about, live_counts
from fj_desktop.store.restore import damage_of, same_passphrase
from fj_desktop.store.transactions import Store


@dataclass(frozen=True)
class Difference:
    """Records of one library in a backup and now."""

    title: str
    then: int
    now: int


class SeenBackups:
    """The backups of one desk, to look at."""

    def __init__(self, store: Store, profile: Profile, key: bytes) -> None:
        self._store, self._profile, self._key = store, profile, key
        self._read: dict[Backup, About | None] = {}

    def listing(self) -> list[Backup]:
        """All backups and the stores set aside, the newest first."""
        return listing(self._profile.backups)

    def about(self, backup: Backup) -> About | None:
        """What a backup says of itself; None when it is damaged, of another key, or older than such words."""
        if backup not in self._read:
            self._read[backup] = about(backup.path, self._key)
        return self._read[backup]

    def damage(self, backup: Backup) -> str:
        """Look at every page of a backup: what is wrong in plain words, empty when it is whole."""
        return damage_of(backup, self._key)

    def next_older(self, backup: Backup) -> Backup | None:
        """The next older backup that is not damaged; reads whole files."""
        older = [one for one in self.listing() if one.no and (one.at, one.no) < (backup.at, backup.no)]
        return next((one for one in older if not self.damage(one)), None)

    def has_passphrase_of_today(self, backup: Backup) -> bool:
        """Whether today's passphrase opens it."""
        return same_passphrase(self._profile, backup)

    def differences(self, backup: Backup) -> list[Difference] | None:
        """Records per library then and now; None when the backup does not say."""
        then = self.about(backup)
        if then is None:
            return None
        with self._store.reading() as connection:
            now = live_counts(connection.connection.driver_connection)
        titles = {library.library: library.title for library in CATALOG}
        return [Difference(titles[name], then.counts.get(name, 0), count) for name, count in now.items()]
