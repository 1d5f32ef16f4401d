"""One moment of a store, held still while it is copied and proved; everybody goes on writing meanwhile."""

import contextlib
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Self

from sqlcipher3 import dbapi2

from fj_desktop.core.progress import Cancelled, Progress
from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.libraries import LIBRARIES
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.checks import findings, row_counts
from fj_desktop.store.engine import Raw, connect, explained

PAGE_STEP = 256
"""Pages copied between two looks at the person's wish to stop: 1 MB, a few milliseconds."""
_STEPS_BETWEEN_LOOKS = 20_000
_ABOUT = "backup"


@dataclass(frozen=True)
class About:
    """What a backup says of itself; it stands inside it, encrypted.

    ``mark`` is the same as long as nothing was changed. ``counts`` are the records of each library that are not
    deleted. ``contents`` are the attachment files that were there.
    """

    at: str
    reason: str
    mark: str
    counts: Mapping[str, int]
    contents: tuple[str, ...] = field(default=())


class Snapshot:
    """Holds one moment of a store from the time it is made until ``close``.

    Raises:
        LockedError, DamagedStoreError, UserError: the store can't be read.
    """

    def __init__(self, profile: Profile, key: bytes) -> None:
        self._store, self._key = profile.store, key
        self._keys = atomic.retried(profile.keys.read_bytes, profile.keys)
        self._raw = connect(profile.store, key, journal=None)
        with contextlib.ExitStack() as undo:
            undo.callback(self._raw.close)
            # The read transaction stays open: in the log's mode nobody waits for it, and it goes on seeing this moment.
            self._raw.execute("BEGIN")
            self.mark = mark(self._raw, self._keys)
            self.bytes = pages(self._raw) * int(self._raw.execute("PRAGMA page_size").fetchone()[0])
            undo.pop_all()

    def close(self) -> None:
        """Let go of the moment."""
        self._raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, target: Path, about: About, watched: Progress) -> None:
        """Copy, prove and name one backup with its key file beside it; all of it or nothing.

        Args:
            target: the final name; it is given last.
            about: what the backup says of itself; counts are filled in.
            watched: told the pages copied; a stop leaves nothing behind.

        Raises:
            DamagedStoreError: the copy is not whole or holds other rows.
            UserError: the disk is full or can't be written.
            Cancelled: stopped.
        """
        part = target.with_name(target.name + ".part")
        with contextlib.ExitStack() as undo:
            undo.callback(_discard, part)
            try:
                self._copy(part, watched)
                expected = self._describe(part, replace(about, counts=live_counts(self._raw)), watched)
                atomic.retried(lambda: atomic.sync_file(part), part)
                self._prove(part, expected, watched)
            except dbapi2.DatabaseError as error:
                watched.check()
                raise explained(error, part) from error
            atomic.write_file(target.with_suffix(".keys"), self._keys)
            undo.callback(_discard_keys, target)
            atomic.replace(part, target)
            undo.pop_all()

    def _copy(self, part: Path, watched: Progress) -> None:
        _discard(part)
        with closing(connect(part, self._key, journal="OFF")) as copy:
            # Nothing relies on this file before it is whole, on the disk and proved.
            copy.execute("PRAGMA synchronous = OFF")
            done = pages(self._raw)

            def step(_status: int, remaining: int, total: int) -> None:
                watched.at(total - remaining, total + max(1, done // 2), "正在复制")

            self._raw.backup(copy, pages=PAGE_STEP, progress=step)

    def _describe(self, part: Path, about: About, watched: Progress) -> dict[str, int]:
        """Write into the copy what it is; returns the rows it must then hold."""
        self._raw.set_progress_handler(_asks_to_stop(watched), _STEPS_BETWEEN_LOOKS)
        expected = row_counts(self._raw)
        if "_meta" in expected:
            with closing(connect(part, self._key, journal="DELETE")) as copy:
                copy.execute("INSERT OR REPLACE INTO _meta VALUES (?, ?)", (_ABOUT, json.dumps(asdict(about))))
                expected["_meta"] = copy.execute("SELECT count(*) FROM _meta").fetchone()[0]
        return expected

    def _prove(self, part: Path, expected: dict[str, int], watched: Progress) -> None:
        total = pages(self._raw)
        watched.at(total, total + max(1, total // 2), "正在核对")
        with closing(connect(part, self._key, journal="DELETE")) as copy:
            copy.set_progress_handler(_asks_to_stop(watched), _STEPS_BETWEEN_LOOKS)
            found = findings(copy)
            watched.check()
            if not found and row_counts(copy) != expected:
                found = ["行数不同"]
        watched.check()
        if found:
            raise DamagedStoreError(f"备份核对不符，没有留下这份备份；台账没有改动。查出：{'；'.join(found)}")


def mark(raw: Raw, keys: bytes) -> str:
    """A text that stays the same as long as no record, no line of the access log and no way to unlock changes."""
    try:
        identity, seq = raw.execute("SELECT id, seq FROM _now JOIN _replica ON _replica.no = replica").fetchone()
        seen = raw.execute("SELECT coalesce(max(no), 0) FROM _access").fetchone()[0]
    except (dbapi2.DatabaseError, TypeError):
        # Not the tables of a desk, or one that was never founded: every backup counts as new.
        return ""
    return f"{bytes(identity).hex()}:{seq}:{seen}:{hashlib.sha256(keys).hexdigest()[:16]}"


def live_counts(raw: Raw) -> dict[str, int]:
    """Records per library that are not deleted; a library the store does not have yet is left out."""
    there = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {
        library.library: raw.execute(
            f'SELECT count(*) FROM "{library.table}" WHERE NOT deleted'  # noqa: S608 - a declared name
        ).fetchone()[0]
        for library in LIBRARIES
        if library.table in there
    }


def about(path: Path, key: bytes) -> About | None:
    """What a backup says of itself, at least its counts; None when it can't be read with this key."""
    try:
        with closing(connect(path, key, journal=None, read_only=True)) as raw:
            row = raw.execute("SELECT value FROM _meta WHERE key = ?", (_ABOUT,)).fetchone()
            value = json.loads(row[0]) if row else asdict(About("", "", "", live_counts(raw)))
        return About(**(value | {"contents": tuple(value["contents"])}))
    except (UserError, dbapi2.DatabaseError, OSError, ValueError, TypeError, KeyError):
        return None


def pages(raw: Raw) -> int:
    """How many pages a store has."""
    return int(raw.execute("PRAGMA page_count").fetchone()[0])


def now_text(moment: dt.datetime) -> str:
    """A moment as a backup tells it."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def _asks_to_stop(watched: Progress) -> Callable[[], int]:
    """Tells the driver to break off once the person asked to stop."""

    def asked() -> int:
        try:
            watched.check()
        except Cancelled:
            return 1
        return 0

    return asked


def _discard_keys(target: Path) -> None:
    # A disk that failed right after the backup got its name may have kept it: then it must stay openable.
    if not target.exists():
        atomic.remove(target.with_suffix(".keys"))


def _discard(part: Path) -> None:
    for path in (part, part.with_name(part.name + "-journal")):
        atomic.remove(path)
