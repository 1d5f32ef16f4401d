"""The backups of a desk as files: numbered, dated, and named for what was about to happen."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

REASONS = {
    "exit": "退出时",
    "interval": "定时",
    "import": "导入前",
    "bulk": "批量修改前",
    "paste": "粘贴前",
    "fill": "填充前",
    "merge": "合并前",
    "exchange": "交换前",
    "migration": "升级前",
    "hand": "手动",
    "salvage": "从损坏的台账抢救",
    "aside": "恢复前的台账",
    "file": "外部文件",
}
"""What happened when a backup was made, in the person's words; the keys stand in the file names."""

_NAME = re.compile(r"desk-(\d{6,12})-(\d{8}T\d{6}Z)-([a-z]{1,20})\.fjdb")
_ASIDE = re.compile(r"aside-(\d{8}-\d{6})-\d{1,6}")


@dataclass(frozen=True)
class Backup:
    """One backup.

    ``no`` counts up within a folder and tells the order even when the clock was set back; 0 for a store that was
    set aside and for a file named by a person. ``at`` is the moment of its content, aware, in UTC.
    """

    path: Path
    no: int
    at: dt.datetime
    reason: str
    size: int

    @property
    def keys(self) -> Path:
        """Its key file, which the passphrase of its time opens."""
        own = self.path.with_suffix(".keys")
        return own if own.exists() else self.path.parent / "desk.keys"

    @property
    def words(self) -> str:
        """What happened when it was made."""
        return REASONS.get(self.reason, self.reason)

    @property
    def name(self) -> str:
        """How a person names it to a command."""
        return self.path.parent.name if self.reason == "aside" else self.path.stem


def listing(folder: Path) -> list[Backup]:
    """The finished backups of a folder and the stores set aside in it, the newest first; foreign files are left out."""
    found = [backup for path in _files(folder) if (backup := _read(path)) is not None]
    return sorted(found, key=lambda one: (one.at, one.no), reverse=True)


def numbered(backups: Iterable[Backup]) -> list[Backup]:
    """Those made as backups, the last made first."""
    return sorted((one for one in backups if one.no), key=lambda one: one.no, reverse=True)


def next_path(folder: Path, at: dt.datetime, reason: str) -> Path:
    """The name for the next backup of a folder."""
    last = max((one.no for one in listing(folder)), default=0)
    return folder / f"desk-{last + 1:06}-{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}-{reason}.fjdb"


def from_path(path: Path) -> Backup:
    """A file that a person named, as a backup; OSError when it is not there."""
    found = _read(path)
    if found is not None:
        return found
    facts = path.stat()
    return Backup(path, 0, dt.datetime.fromtimestamp(facts.st_mtime, dt.UTC), "file", facts.st_size)


def _files(folder: Path) -> list[Path]:
    return [*folder.glob("desk-*.fjdb"), *folder.glob("aside-*/desk.fjdb")]


def _read(path: Path) -> Backup | None:
    own, aside = _NAME.fullmatch(path.name), _ASIDE.fullmatch(path.parent.name)
    try:
        size = path.stat().st_size
        if own is not None:
            return Backup(path, int(own[1]), _moment(own[2], "%Y%m%dT%H%M%SZ"), own[3], size)
        if aside is not None and path.name == "desk.fjdb":
            return Backup(path, 0, _moment(aside[1], "%Y%m%d-%H%M%S"), "aside", size)
    except (OSError, ValueError):
        # Gone since it was listed, or a day that no calendar has.
        return None
    return None


def _moment(text: str, pattern: str) -> dt.datetime:
    return dt.datetime.strptime(text, pattern).replace(tzinfo=dt.UTC)
