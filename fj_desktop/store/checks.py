"""Is a store whole? Checks of its pages, its encryption and its references, and copies proved by them."""

import re
import time
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.store.attachments import Contents
from fj_desktop.store.chain import broken_links
from fj_desktop.store.engine import Raw, connect, explained

_STEPS_BETWEEN_LOOKS = 20_000
_MOST_LISTED = 20
_BUSY_WAIT_S = 5.0


def quick_check(engine: sa.Engine, within_s: float = 2.0) -> list[str]:
    """Look for damage for at most that long, as at every start; an empty list when none was found.

    A store too large for the time is looked through as far as the time reaches.
    """
    with engine.connect() as connection:
        raw: Raw = connection.connection.driver_connection
        until = time.monotonic() + within_s
        raw.set_progress_handler(lambda: time.monotonic() > until, _STEPS_BETWEEN_LOOKS)
        try:
            return _structure(raw)
        finally:
            raw.set_progress_handler(None, 0)


def verify(engine: sa.Engine) -> list[str]:
    """Check all of a store: structure, encryption of each page, references, history; one plain line per finding."""
    with engine.connect() as connection:
        raw: Raw = connection.connection.driver_connection
        # The encryption is checked in the file itself, not in the log beside it.
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        return findings(raw) or broken_links(connection)


def broken_attachments(engine: sa.Engine, contents: Contents) -> list[str]:
    """One plain line for each living attachment whose content is missing, damaged, or another one; reads all of it."""
    with engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'attachment'").first()
        if known is None:  # A store of before attachments, looked at without being upgraded.
            return []
        rows = connection.exec_driver_sql(
            "SELECT sha256, group_concat(name, '、') FROM attachment WHERE deleted = 0 GROUP BY sha256"
        ).fetchall()
    return [f"附件核对：“{names}”的内容缺失或已损坏" for digest, names in rows if not contents.is_whole(str(digest))]


def findings(raw: Raw) -> list[str]:
    """What ``verify`` finds, over a driver connection; reads only."""
    try:
        return _structure(raw) + _encryption(raw) + _references(raw)
    except dbapi2.DatabaseError as error:
        return [_line(error)]


def row_counts(raw: Raw) -> dict[str, int]:
    """Rows per table; virtual tables are counted by the tables that back them."""
    names = raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    # The names come from the file's own list of tables.
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}  # noqa: S608


def copy_verified(source: Path, target: Path, key: bytes) -> None:
    """Copy a store page by page into a new file under the same key, reopen it and prove it whole.

    The backup interface and not VACUUM INTO: that one gives rows new numbers, on which the search relies.

    Raises:
        DamagedStoreError: the copy is not whole or holds other rows; then the source is damaged as well.
        UserError: another program writes to the source all the time, or the disk is full.
    """
    with closing(connect(source, key, journal=None)) as original:
        with closing(connect(target, key, journal="DELETE")) as copy:
            _back_up(original, copy, target)
        with closing(connect(target, key, journal="DELETE")) as copy:
            found = findings(copy)
            if not found and row_counts(copy) != row_counts(original):
                found = ["行数不同"]
    if found:
        raise DamagedStoreError(
            f"台账“{source}”的核对副本与原件不符，没有改动原件。请从备份恢复。查出：{'；'.join(found)}"
        )


def _back_up(original: Raw, copy: Raw, target: Path) -> None:
    until = time.monotonic() + _BUSY_WAIT_S

    def give_up(status: int, _remaining: int, _total: int) -> None:
        # The driver itself would ask again for ever.
        if status == dbapi2.SQLITE_BUSY and time.monotonic() > until:
            raise UserError("台账正被另一个程序写入，不能制作副本；没有改动任何内容。请关闭其他窗口后再试。")

    try:
        original.backup(copy, progress=give_up)
    except dbapi2.DatabaseError as error:
        raise explained(error, target) from error


def _structure(raw: Raw) -> list[str]:
    try:
        rows = raw.execute(f"PRAGMA quick_check({_MOST_LISTED})").fetchall()
    except dbapi2.OperationalError as error:
        if error.sqlite_errorcode == dbapi2.SQLITE_INTERRUPT:
            return []
        return [_line(error)]
    except dbapi2.DatabaseError as error:
        return [_line(error)]
    return [f"结构检查：{text}" for (text,) in rows if text != "ok"]


def _encryption(raw: Raw) -> list[str]:
    rows = raw.execute("PRAGMA cipher_integrity_check").fetchall()
    found = []
    for (text,) in rows[:_MOST_LISTED]:
        page = re.search(r"page (\d+)", text)
        found.append(f"加密校验：第 {page[1]} 页不符" if page else f"加密校验：{text}")
    return found


def _references(raw: Raw) -> list[str]:
    rows = raw.execute("PRAGMA foreign_key_check").fetchmany(_MOST_LISTED)
    return [f"引用检查：表 {table} 第 {row} 行指向表 {parent} 中不存在的记录" for table, row, parent, _ in rows]


def _line(error: Exception) -> str:
    return f"{explained(error, Path('desk.fjdb')).text}（{error}）"
