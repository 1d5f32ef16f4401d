"""A folder of backups: one more made, the old ones thinned, the newest carried to another disk."""

import contextlib
import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.backups import contents, thinning
from fj_desktop.store.backups.entries import Backup, from_path, listing, next_path, numbered
from fj_desktop.store.backups.snapshot import About, Snapshot, about, now_text
from fj_desktop.store.keyslots import marks
from fj_desktop.store.room import SPARE_BYTES

_MIB = 1024 * 1024

FreeBytes = Callable[[Path], int]


def free_bytes(folder: Path) -> int:
    """Bytes free on the disk of a folder."""
    return shutil.disk_usage(folder).free


class BackupFolder:
    """The backups of one profile on its own disk."""

    def __init__(self, profile: Profile, key: bytes, free: FreeBytes = free_bytes) -> None:
        self.profile, self._key, self._free = profile, key, free
        self.path = profile.backups

    def newest(self) -> Backup | None:
        """The backup made last, if there is one."""
        return next(iter(numbered(listing(self.path))), None)

    def newest_about(self) -> About | None:
        """What the backup made last says of itself; None when there is none or it can't be read."""
        newest = self.newest()
        return about(newest.path, self._key) if newest else None

    def make(self, snapshot: Snapshot, at: dt.datetime, reason: str, watched: Progress | None = None) -> Backup:
        """Write one backup of a moment and thin the older ones.

        Raises:
            UserError: too little room, or the disk refuses; nothing is left behind and nothing was removed.
            Cancelled: stopped; nothing is left behind.
        """
        progress = watched or Unwatched()
        atomic.private_folder(self.path)
        refuse_without_room(
            self.path, snapshot.bytes + contents.bytes_missing(self.profile.folder, self.path), self._free
        )
        kept = contents.bring(self.profile.folder, self.path, progress)
        target = next_path(self.path, at, reason)
        snapshot.write(target, About(now_text(at), reason, snapshot.mark, {}, kept), progress)
        made = from_path(target)
        self.thin(at)
        return made

    def thin(self, now: dt.datetime) -> list[Backup]:
        """Remove what need not be kept; returns it."""
        there = listing(self.path)
        taken = sum(one.size for one in there if one.no)
        gone = thinning.to_remove(there, now, thinning.most_bytes(self._free(self.path), taken))
        for one in gone:
            atomic.remove(one.path)
            atomic.remove(one.path.with_suffix(".keys"))
        self._drop_lonely_keys()
        if gone:
            self._drop_contents()
        return gone

    def _drop_lonely_keys(self) -> None:
        for keys in self.path.glob("desk-*.keys"):
            if not keys.with_suffix(".fjdb").exists():
                atomic.remove(keys)

    def _drop_contents(self) -> None:
        """Contents that went from the desk stay as long as a backup that names them."""
        gone = contents.names(self.path) - contents.names(self.profile.folder)
        if gone:
            told = [about(one.path, self._key) for one in listing(self.path)]
            # A store set aside and one of before an upgrade name nothing, so nothing may go while there is one.
            if all(one is not None and one.at for one in told):
                named = {name for one in told if one for name in one.contents}
                contents.drop(self.path, named | contents.names(self.profile.folder))


class OtherPlace:
    """A folder on another disk that the newest backup is carried to; it may be missing at any time."""

    def __init__(self, chosen: Path, profile: Profile, free: FreeBytes = free_bytes) -> None:
        self._chosen, self._profile, self._free = chosen, profile, free

    def folder(self) -> Path:
        """A folder of its own for each desk, so that one stick can serve several.

        Raises:
            UserError: the place is not there, or the key file can't be read.
        """
        if not self._chosen.is_dir():
            raise UserError(
                f"备份盘“{self._chosen}”现在没有接上，这一次没有另存过去；本机的备份照常。接上后会自动补存。"
            )
        return self._chosen / f"fj-desktop-{marks(self._profile.keys)[0][:8]}"

    def has(self, backup: Backup) -> bool:
        """Whether a backup lies there already, whole as far as its size tells."""
        with contextlib.suppress(UserError, OSError):
            return (self.folder() / backup.path.name).stat().st_size == backup.size
        return False

    def carry(self, backup: Backup, now: dt.datetime, watched: Progress | None = None) -> Path:
        """Copy a backup, its key file and its attachments there; the final name is given last. Returns it.

        Raises:
            UserError: not there, no room, pulled out, or read back differently; what is half written has no name.
            Cancelled: stopped.
        """
        progress, folder = watched or Unwatched(), self.folder()
        try:
            return self._carry(backup, folder, now, progress)
        except OSError as error:
            raise UserError(
                f"写到备份盘“{self._chosen}”时出错，没有另存完；本机的备份完好。请重新接好那个磁盘。"
            ) from error

    def _carry(self, backup: Backup, folder: Path, now: dt.datetime, progress: Progress) -> Path:
        atomic.private_folder(folder)
        _clear_parts(folder)
        target, source = folder / backup.path.name, backup.path.parent
        refuse_without_room(folder, backup.size + contents.bytes_missing(source, folder), self._free)
        contents.bring(source, folder, progress, link=False)
        progress.at(0, None, "正在另存到备份盘")
        contents.copy_whole(backup.keys, target.with_suffix(".keys"))
        contents.copy_whole(backup.path, target)
        there = listing(folder)
        most = thinning.most_bytes(self._free(folder), sum(one.size for one in there))
        for one in thinning.to_remove(there, now, most):
            atomic.remove(one.path)
            atomic.remove(one.path.with_suffix(".keys"))
        return target


def refuse_without_room(folder: Path, needed: int, free: FreeBytes = free_bytes) -> None:
    """Refuse before anything is written when there is too little room.

    Raises:
        UserError: less than ``needed`` and 50 MB is free; says both figures.
    """
    there, wanted = free(folder), needed + SPARE_BYTES
    if there < wanted:
        raise UserError(
            f"备份需要 {wanted // _MIB + 1} MB 空闲空间，“{folder}”所在的磁盘只剩 {there // _MIB} MB，没有备份。"
            "请清理磁盘后再备份；台账照常可用。"
        )


def _clear_parts(folder: Path) -> None:
    for path in folder.glob("desk-*.part"):
        atomic.remove(path)
    contents.clear_drafts(folder)
