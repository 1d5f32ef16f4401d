"""A store brought to this program's structure: on a verified copy, swapped in with one rename."""

import contextlib
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from fj_desktop.core.clock import Clock, SystemClock
from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.backups.entries import next_path
from fj_desktop.store.checks import copy_verified, findings
from fj_desktop.store.engine import Raw, connect, engine_over, explained
from fj_desktop.store.files import draft_of, drafts
from fj_desktop.store.room import SPARE_BYTES
from fj_desktop.store.scripts import Scripts

APPLICATION_ID = 0x464A4453
_MIB = 1024 * 1024

AfterUpgrade: TypeAlias = Callable[[sa.Connection], None]
"""Runs in the transaction of the scripts, after them; makes the generated triggers anew."""


class NewerStoreError(DamagedStoreError):
    """The store has a structure this program does not know; not a byte of it was changed."""

    code = "FJ-3020"


@dataclass(frozen=True)
class _Found:
    """What a store says of itself."""

    application_id: int
    revision: str


def upgrade(
    profile: Profile,
    key: bytes,
    after_upgrade: AfterUpgrade | None = None,
    *,
    scripts: Scripts | None = None,
    clock: Clock | None = None,
) -> Path | None:
    """Bring the store to the head; at once when it stands there.

    The caller holds the instance lock and has no engine open. The scripts run on a verified copy with
    references unchecked, all in one transaction; triggers are dropped before and made anew by
    ``after_upgrade``. The former store stays in the backups folder with its key file beside it.

    Returns:
        The kept former store, or None when there was nothing to do.

    Raises:
        NewerStoreError: the structure is newer or unknown; the file is as it was.
        DamagedStoreError: the store is foreign or damaged, or the result would be; the file stays.
        UserError: too little free space (twice the store and 50 MB), or another program has it open.
    """
    steps = scripts or Scripts()
    found = _look(profile.store, key)
    _refuse_foreign(found, profile.store)
    if found.revision == steps.head:
        return None
    if found.revision not in steps.revisions:
        raise NewerStoreError(
            f"这个台账的结构是 {found.revision or '未知'} 号，本程序只认识到 {steps.head} 号；台账没有改动。"
            "请安装更新的程序后再打开。"
        )
    _refuse_without_space(profile)
    _refuse_damaged(profile.store, key)
    return _swap(profile, key, steps, after_upgrade, clock or SystemClock())


def build(path: Path, key: bytes, after_upgrade: AfterUpgrade | None = None, scripts: Scripts | None = None) -> None:
    """Make a new, empty store at the head under that name, whole and on the disk when this returns."""
    _run(path, key, scripts or Scripts(), after_upgrade)


def _look(store: Path, key: bytes) -> _Found:
    # Read-only, so that a newer store keeps every byte; only a broken-off write must be rolled back first.
    hot = store.with_name(store.name + "-journal").exists()
    with closing(connect(store, key, journal=None, read_only=not hot)) as raw:
        try:
            has_version = raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone() if has_version else None
            return _Found(raw.execute("PRAGMA application_id").fetchone()[0], row[0] if row else "")
        except dbapi2.DatabaseError as error:
            raise explained(error, store, key) from error


def _refuse_foreign(found: _Found, store: Path) -> None:
    if found.application_id != APPLICATION_ID:
        raise DamagedStoreError(f"“{store}”是加密数据库，但不是本程序的台账；没有改动它。请把它移到别处后重试。")


def _refuse_without_space(profile: Profile) -> None:
    needed = 2 * profile.store.stat().st_size + SPARE_BYTES
    free = shutil.disk_usage(profile.folder).free
    if free < needed:
        raise UserError(
            f"升级台账需要 {needed // _MIB} MB 空闲空间，磁盘只剩 {free // _MIB} MB；台账没有改动。"
            f"请清理“{profile.folder}”所在的磁盘后重新打开。"
        )


def _refuse_damaged(store: Path, key: bytes) -> None:
    """Look before the log is moved into the file, which already changes it."""
    with closing(connect(store, key, journal=None, read_only=True)) as raw:
        found = findings(raw)
    if found:
        raise DamagedStoreError(f"台账“{store}”已有损坏，不能升级；没有改动它。请从备份恢复。查出：{'；'.join(found)}")


def _swap(profile: Profile, key: bytes, steps: Scripts, after_upgrade: AfterUpgrade | None, clock: Clock) -> Path:
    draft = draft_of(profile)
    _discard_drafts(profile)
    with contextlib.ExitStack() as undo:
        undo.callback(_discard_drafts, profile)
        # Leaving WAL moves the whole log into the file and fails while another program has it open.
        with closing(connect(profile.store, key, journal="DELETE")) as old:
            _hold(old, profile.store)
            copy_verified(profile.store, draft, key)
            _run(draft, key, steps, after_upgrade)
            kept = _keep(profile, key, clock)
        atomic.replace(draft, profile.store)
    return kept


def _discard_drafts(profile: Profile) -> None:
    for path in drafts(profile):
        atomic.remove(path)


def _hold(raw: Raw, store: Path) -> None:
    """Keep every other writer out until the connection is closed."""
    try:
        raw.execute("BEGIN IMMEDIATE")
        mode = raw.execute("PRAGMA journal_mode").fetchone()[0]
    except dbapi2.DatabaseError as error:
        raise explained(error, store) from error
    if mode != "delete":
        raise UserError("台账正被另一个程序打开，不能升级；台账没有改动。请关闭其他窗口后重新打开。")


def _keep(profile: Profile, key: bytes, clock: Clock) -> Path:
    atomic.private_folder(profile.backups)
    kept = next_path(profile.backups, clock.now(), "migration")
    part = kept.with_name(kept.name + ".part")
    copy_verified(profile.store, part, key)
    atomic.sync_file(part)
    atomic.write_file(kept.with_suffix(".keys"), profile.keys.read_bytes())
    atomic.replace(part, kept)
    return kept


def _run(path: Path, key: bytes, steps: Scripts, after_upgrade: AfterUpgrade | None) -> None:
    def unchecked() -> Raw:
        raw = connect(path, key, journal="DELETE")
        # With references on, rebuilding a parent table deletes its children; settable outside a transaction only.
        raw.execute("PRAGMA foreign_keys = OFF")
        return raw

    engine = engine_over(path, unchecked)
    try:
        with engine.connect().execution_options(fj_write=True) as connection, connection.begin():
            _transform(connection, steps, after_upgrade)
    except sa.exc.DBAPIError as error:
        raise _behind(error) from error
    finally:
        engine.dispose()
    with closing(connect(path, key, journal="DELETE")) as raw:
        found = findings(raw)
    if found:
        raise DamagedStoreError("台账升级后核对不符，原台账没有改动。请把以下内容告诉维护人员：" + "；".join(found))
    atomic.sync_file(path)


def _behind(error: BaseException) -> BaseException:
    """What the disk refused first: a script that clears up after it stumbles over its own tables being gone."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, UserError):
        seen = seen.__cause__ or seen.__context__
    return seen or error


def _transform(connection: sa.Connection, steps: Scripts, after_upgrade: AfterUpgrade | None) -> None:
    triggers = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    for name in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    steps.run(connection)
    if after_upgrade is not None:
        after_upgrade(connection)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise DamagedStoreError(
            f"台账升级后有 {len(broken)} 处引用落空（如表 {broken[0][0]}），原台账没有改动。请联系维护人员。"
        )
    connection.exec_driver_sql(f"PRAGMA user_version = {int(steps.head)}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
