"""Saving what can still be read of a damaged store into a new one, and naming what can't (QUALITY R-09).

The damaged file is only read. Rows are taken page by page: where a page fails its check, the rows on it are passed
over and the next readable ones are looked for. What is missing is named by the ids that indexes still hold.
"""

import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from fj_desktop.core.progress import Progress
from fj_desktop.errors import DamagedStoreError
from fj_desktop.libraries import CATALOG
from fj_desktop.store.engine import Raw, connect, explained

_FIRST, _FARTHEST = -(2**62), 2**62
_STEP = 500
_REBUILT = ("_fts", "_doc", "_key")
"""Search and duplicate keys are made anew from the records."""
_NEEDED = ("alembic_version", "_meta", "_now", "_column", "office")
"""Small tables without which a store can't be used; any backup has them."""


@dataclass
class Salvaged:
    """What came out of a damaged store.

    Attributes:
        saved: rows by table.
        lost: ids of records that are named somewhere but can't be read, by table.
        loosened: references to lost records that were emptied.
    """

    saved: dict[str, int] = field(default_factory=dict)
    lost: dict[str, list[uuid.UUID]] = field(default_factory=dict)
    loosened: int = 0


class _Source:
    """Reads the damaged file; after a page that fails its check the driver gives nothing more, so it is opened anew."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path, self._key = path, key
        self._raw = connect(path, key, journal=None)

    def read(self, statement: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows one after the other; a DatabaseError at the first that can't be read."""
        try:
            yield from self._raw.execute(statement, values)
        except dbapi2.DatabaseError:
            self.close()
            self._raw = connect(self._path, self._key, journal=None)
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()


def salvage(source: Path, target: Path, key: bytes, progress: Progress) -> Salvaged:
    """Copy every readable row into a new store; its search is empty and its history may have holes.

    Args:
        source: the damaged store; never written to.
        target: a file that is not there yet.
        key: the data key of both.
        progress: reports and stops.

    Raises:
        DamagedStoreError: the list of tables, or a table nothing works without, can't be read: take a backup.
        Cancelled: stopped; the new file is of no use.
    """
    found = Salvaged()
    with closing(_Source(source, key)) as old, closing(connect(target, key, journal="DELETE")) as new:
        parts = _parts(old, source)
        new.execute("PRAGMA foreign_keys = OFF")
        new.execute("BEGIN IMMEDIATE")
        _copy_tables(old, new, parts["table"], found, progress)
        _refuse_bare(old, new, source)
        found.loosened = _loosen(new)
        for _, sql in [*parts["index"], *parts["trigger"]]:
            new.execute(sql)
        for name in ("application_id", "user_version"):
            new.execute(f"PRAGMA {name} = {int(next(old.read(f'PRAGMA {name}'))[0])}")
        new.execute("COMMIT")
    return found


def _parts(old: _Source, source: Path) -> dict[str, list[tuple[str, str]]]:
    try:
        rows = list(old.read("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))
    except dbapi2.DatabaseError as error:
        raise explained(error, source) from error
    parts: dict[str, list[tuple[str, str]]] = {"table": [], "index": [], "trigger": [], "view": []}
    for kind, name, sql in rows:
        if not name.startswith("sqlite_"):
            parts[kind].append((name, sql))
    if {"_meta", "_now"} - {name for name, _ in parts["table"]}:
        raise DamagedStoreError(f"台账文件“{source}”的目录有损坏，抢救不了；没有改动它。请从备份恢复。")
    return parts


def _copy_tables(old: _Source, new: Raw, tables: list[tuple[str, str]], found: Salvaged, progress: Progress) -> None:
    for name, sql in tables:
        if not name.startswith("_fts_"):  # The search makes these by itself.
            new.execute(sql)
    for number, (name, sql) in enumerate(tables):
        progress.at(number, len(tables), "正在抢救")
        if not name.startswith(_REBUILT):
            found.saved[name] = _copy(old, new, name, sql, progress)
    for one in CATALOG.everything:
        if one.table in found.saved and (gone := _lost(old, new, one.table)):
            found.lost[one.table] = gone


def _copy(old: _Source, new: Raw, name: str, sql: str, progress: Progress) -> int:
    """Copy the readable rows of a table; returns how many."""
    has_rowid = "WITHOUT ROWID" not in sql.upper()
    columns = [row[1] for row in new.execute(f'PRAGMA table_info("{name}")')]
    named = ", ".join(f'"{column}"' for column in columns)
    # A number of its own is a row's number already.
    numbered = has_rowid and not any(row[5] and row[2].upper() == "INTEGER" for row in _info(new, name))
    first = "rowid, " if numbered else ""
    into = f'INSERT OR IGNORE INTO "{name}" ({first}{named}) VALUES ({_marks(columns, numbered)})'  # noqa: S608
    rows = _by_number(old, name, named) if has_rowid else _by_key(old, new, name, named)
    count = 0
    for number, *values in rows:
        new.execute(into, [number, *values] if numbered else values)
        count += 1
        if count % _STEP == 0:
            progress.check()
    return count


def _info(raw: Raw, name: str) -> list[Any]:
    return list(raw.execute(f'PRAGMA table_info("{name}")').fetchall())


def _marks(columns: list[str], numbered: bool) -> str:
    return ", ".join("?" * (len(columns) + numbered))


def _by_number(old: _Source, name: str, named: str) -> Iterator[tuple[Any, ...]]:
    """The readable rows by row number; behind a damaged page it goes on with the next readable row."""
    wanted = f'SELECT rowid, {named} FROM "{name}" WHERE rowid >= ? ORDER BY rowid'  # noqa: S608
    start = _FIRST
    while start <= _FARTHEST:
        try:
            for row in old.read(wanted, (start,)):
                yield row
                start = int(row[0]) + 1
        except dbapi2.DatabaseError:
            start = _behind(old, name, start)
        else:
            return


def _behind(old: _Source, name: str, start: int) -> int:
    """The smallest row number from ``start`` on at which reading works again."""
    low, step = start, 1
    while not _reads(old, name, low + step):
        low += step
        step *= 2
        if low + step > _FARTHEST:
            return _FARTHEST + 1
    high = low + step
    while low + 1 < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _reads(old, name, middle) else (middle, high)
    return high


def _reads(old: _Source, name: str, number: int) -> bool:
    try:
        list(old.read(f'SELECT * FROM "{name}" WHERE rowid >= ? ORDER BY rowid LIMIT 1', (number,)))  # noqa: S608
    except dbapi2.DatabaseError:
        return False
    return True


def _by_key(old: _Source, new: Raw, name: str, named: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that is kept by its key: from both ends up to where it can't be read."""
    key = ", ".join(f'"{row[1]}"' for row in sorted(_info(new, name), key=lambda row: row[5]) if row[5])
    downwards = ", ".join(f"{part} DESC" for part in key.split(", "))
    for order in (key, downwards):
        try:
            for row in old.read(f'SELECT {named} FROM "{name}" ORDER BY {order}'):  # noqa: S608
                yield (None, *row)
        except dbapi2.DatabaseError:
            continue
        return


def _lost(old: _Source, new: Raw, table: str) -> list[uuid.UUID]:
    """Ids that the index still names and that were not saved."""
    named: set[bytes] = set()
    for order in ("ASC", "DESC"):
        try:
            for (one,) in old.read(f'SELECT id FROM "{table}" ORDER BY id {order}'):  # noqa: S608
                named.add(bytes(one))
        except dbapi2.DatabaseError:
            continue
        break
    saved = {bytes(one) for (one,) in new.execute(f'SELECT id FROM "{table}"')}  # noqa: S608
    return sorted(uuid.UUID(bytes=one) for one in named - saved)


def _refuse_bare(old: _Source, new: Raw, source: Path) -> None:
    for name in _NEEDED:
        kept = new.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        try:
            whole = len(list(old.read(f'SELECT * FROM "{name}"'))) == kept  # noqa: S608
        except dbapi2.DatabaseError:
            whole = False
        if not whole or not kept:
            raise DamagedStoreError(f"台账文件“{source}”缺了不可少的部分，抢救不了；没有改动它。请从备份恢复。")


def _loosen(new: Raw) -> int:
    """Empty references to records that could not be saved; a reference that must not be empty takes its row with it."""
    loosened = 0
    while rows := new.execute("PRAGMA foreign_key_check").fetchmany(_STEP):
        for table, number, _, which in rows:
            keys = new.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            column = next(row[3] for row in keys if row[0] == which)
            must = any(row[1] == column and row[3] for row in _info(new, table))
            change = f'DELETE FROM "{table}"' if must else f'UPDATE "{table}" SET "{column}" = NULL'  # noqa: S608
            new.execute(f"{change} WHERE rowid = ?", (number,))
            loosened += 1
    return loosened
