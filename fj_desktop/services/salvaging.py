"""A damaged desk made usable again: everything readable in a new store, the damaged one set aside, the losses named."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from fj_desktop.core.clock import Clock
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import DamagedStoreError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.indexing import Indexer
from fj_desktop.store import atomic, chain
from fj_desktop.store.backups import contents
from fj_desktop.store.backups.entries import next_path
from fj_desktop.store.checks import verify
from fj_desktop.store.engine import open_engine
from fj_desktop.store.restore import restore_backup
from fj_desktop.store.salvage import Salvaged, salvage
from fj_desktop.store.schema import record_table
from fj_desktop.store.vault import Vault

_STEP = 200


@dataclass(frozen=True)
class Rescue:
    """What was saved and what is gone.

    Attributes:
        saved: records by library title.
        lost: titles and ids of records that can't be read any more; a backup may still hold them.
        holes: lines of the history that are gone.
        aside: where the damaged store lies now.
    """

    saved: dict[str, int]
    lost: tuple[tuple[str, uuid.UUID], ...]
    holes: int
    aside: Path


def rescue(profile: Profile, vault: Vault, clock: Clock, key: bytes, progress: Progress | None = None) -> Rescue:
    """Save what can be read of the profile's store and put it in the place of the damaged one.

    The instance lock is held by the caller and the desk is closed.

    Args:
        profile: whose store is damaged.
        vault: of the profile.
        clock: names the new file.
        key: the data key.
        progress: reports and stops; stopped, nothing is changed.

    Raises:
        DamagedStoreError: too much is damaged; nothing was changed.
        UserError: no room on the disk; nothing was changed.
        Cancelled: stopped.
    """
    watched = progress or Unwatched()
    atomic.private_folder(profile.backups)
    made = next_path(profile.backups, clock.now(), "salvage")
    try:
        found = salvage(profile.store, made, key, watched)
        holes = _make_whole(made, key, watched)
        contents.copy_whole(profile.keys, made.with_suffix(".keys"))
        aside = restore_backup(profile, made, clock, key, progress=watched, kdf=vault.kdf)
    except BaseException:
        for path in (made, made.with_suffix(".keys")):
            atomic.remove(path)
        raise
    return Rescue(_counts(found), _named(found), holes, aside)


def _make_whole(made: Path, key: bytes, progress: Progress) -> int:
    """Make search and keys anew, chain the history, and prove the store whole; returns the lines of history lost."""
    engine = open_engine(made, key, journal="DELETE")
    try:
        with engine.connect().execution_options(fj_write=True) as connection, connection.begin():
            indexer = Indexer(connection)
            for library in sorted(CATALOG.everything, key=lambda one: one.table not in CATALOG.masters):
                table = record_table(library)
                records = list(connection.execute(select(table.c.id)).scalars())
                for at in range(0, len(records), _STEP):
                    progress.at(at, len(records), f"正在重建{library.title}的搜索")
                    indexer.renew(library, records[at : at + _STEP])
            holes = chain.mend(connection)
        left = verify(engine)
    finally:
        engine.dispose()
    if left:
        raise DamagedStoreError(f"抢救出的台账仍不完整，没有采用，原文件没有改动。请从备份恢复。查出：{left[0]}")
    return holes


def _counts(found: Salvaged) -> dict[str, int]:
    return {one.title: found.saved[one.table] for one in CATALOG if found.saved.get(one.table)}


def _named(found: Salvaged) -> tuple[tuple[str, uuid.UUID], ...]:
    return tuple((one.title, record) for one in CATALOG.everything for record in found.lost.get(one.table, ()))
