"""Another disk that each backup is carried to as well; it may be missing, and is asked again the next time."""

from pathlib import Path

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store.backups.entries import Backup
from fj_desktop.store.backups.folder import FreeBytes, OtherPlace, free_bytes
from fj_desktop.store.places import refuse_foreign_hands
from fj_desktop.store.transactions import Store

_PLACE_KEY = "backup.place"


class Elsewhere:
    """The chosen place on another disk. ``trouble`` says in plain words why the newest backup is not there."""

    def __init__(self, store: Store, profile: Profile, free: FreeBytes = free_bytes) -> None:
        self._store, self._profile, self._free = store, profile, free
        self.trouble = ""

    @property
    def place(self) -> Path | None:
        """The folder a person chose, if any."""
        with self._store.reading() as connection:
            found = connection.exec_driver_sql("SELECT value FROM _setting WHERE key = ?", (_PLACE_KEY,)).scalar()
        return Path(str(found)) if found else None

    def choose(self, folder: Path | None) -> None:
        """Carry each backup there from now on, or nowhere.

        Raises:
            UserError: a folder that another program sends away.
        """
        if folder is not None:
            refuse_foreign_hands(folder)
        with self._store.noting() as connection:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO _setting (key, value) VALUES (?, ?)", (_PLACE_KEY, str(folder or ""))
            )
        self.trouble = ""

    def carry(self, backup: Backup, folder: Path, progress: Progress | None = None) -> Path:
        """Copy a backup to a folder on another disk; returns where it lies there.

        Raises:
            UserError: not there, no room, or pulled out.
            Cancelled: stopped.
        """
        return OtherPlace(folder, self._profile, self._free).carry(backup, self._store.clock.now(), progress)

    def carry_newest(self, newest: Backup | None, progress: Progress | None = None) -> None:
        """Carry the newest backup to the chosen place unless it lies there; a failure is kept, not raised."""
        place = self.place
        self.trouble = ""
        if place is None or newest is None:
            return
        try:
            if not OtherPlace(place, self._profile, self._free).has(newest):
                self.carry(newest, place, progress)
        except UserError as error:
            self.trouble = error.text
