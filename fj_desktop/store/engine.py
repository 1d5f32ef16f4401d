"""The encrypted file opened for SQLAlchemy: SQLCipher with a raw random key, durable and plain-free."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.store import atomic, pages, room

KEY_BYTES = 32
Raw: TypeAlias = Any
"""A connection of the driver, which ships no types."""

_BUSY_WAIT_S = 5.0
_CONNECTIONS = 5
# FULL, not NORMAL: under WAL, NORMAL loses acknowledged saves in a power cut.
_PRAGMAS = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_size = -65536",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    "secure_delete = ON",
)

_CODES = {
    "database or disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database is locked": dbapi2.SQLITE_BUSY,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
    "unable to open database file": dbapi2.SQLITE_CANTOPEN,
}

_BY_WANT_OF_ROOM = (dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_READONLY)


def open_engine(path: Path, key: bytes, *, create: bool = False, journal: str | None = "WAL") -> sa.Engine:
    """Open a store with its data key; each transaction is its own BEGIN.

    Transactions begin deferred; with the execution option ``fj_write=True`` they begin immediate, so
    that a writer waits for its turn at the start and not in the middle.

    Args:
        path: the store file.
        key: the 32-byte data key.
        create: make an empty store where there is none; otherwise a missing file is an error.
        journal: the journal mode to set; None leaves the file as it is.

    Raises:
        LockedError: the file is whole but belongs to another key.
        DamagedStoreError: the file is missing, damaged, or no encrypted store. Nothing was written.
    """
    if not create and not (path.exists() and path.stat().st_size):
        raise DamagedStoreError(f"台账文件“{path}”不存在或是空的。请检查磁盘或从备份恢复；没有改动任何文件。")
    engine = engine_over(path, lambda: connect(path, key, journal=journal))
    try:
        with engine.connect():
            pass
    except UserError:
        engine.dispose()
        raise
    return engine


def connect(path: Path, key: bytes, *, journal: str | None = "WAL", read_only: bool = False) -> Raw:
    """One driver connection in autocommit mode, keyed and proved to read this file.

    Args:
        path: the store file; a missing one is made, readable to this account only.
        key: the 32-byte data key.
        journal: the journal mode to set; None leaves the file as it is.
        read_only: never change a byte of the file.

    Raises:
        LockedError, DamagedStoreError, UserError: as ``open_engine``.
    """
    if len(key) != KEY_BYTES:
        # SQLCipher takes anything but exactly 64 hex digits for a passphrase, silently.
        raise ValueError("a data key has 32 bytes")
    if not read_only and not path.exists():
        atomic.private_file(path)
    _refuse_plain(path)
    connection = _opened(path, read_only)
    try:
        if room.is_full(path) and not _has_log(path) and not _can_be_read(connection, key):
            # SQLite needs files of its own beside the store; what lies in the store can still be shown.
            connection.close()
            connection, journal = _opened(path, read_only, fixed=True), None
        _set_up(connection, f"PRAGMA key = \"x'{key.hex()}'\"", journal)
        if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
            raise DamagedStoreError("数据库驱动没有加密功能，为安全起见没有打开台账。请重新安装本程序。")
    except dbapi2.DatabaseError as error:
        connection.close()
        raise explained(error, path, key) from error
    except UserError:
        connection.close()
        raise
    _refuse_plain(path)
    return connection


def explained(error: BaseException, path: Path, key: bytes | None = None) -> UserError:
    """A driver's error in plain words; with the key also whether the key or the file is at fault."""
    code = _code(error)
    if code == dbapi2.SQLITE_NOTADB and key is not None:
        return _key_or_damage(path, key)
    if code in (dbapi2.SQLITE_NOTADB, dbapi2.SQLITE_CORRUPT):
        return DamagedStoreError(f"台账文件“{path}”有损坏的部分，读不出来；没有改动任何内容。请从备份恢复。")
    if code == dbapi2.SQLITE_FULL or (code in _BY_WANT_OF_ROOM and room.is_full(path)):
        return UserError(
            f"磁盘已满，刚才的改动没有保存，原有内容完好、照常可看。{room.shortage(path)}。"
            "请清理磁盘后再保存；仍不能保存时，请重新打开程序。"
        )
    if code == dbapi2.SQLITE_BUSY:
        return UserError("台账正被另一个程序写入，刚才的改动没有保存。请稍候再试，或先关闭另一个窗口。")
    if code in (dbapi2.SQLITE_READONLY, dbapi2.SQLITE_CANTOPEN):
        return UserError(f"台账文件“{path}”不能写入，改动没有保存。请检查磁盘是否只读、文件夹权限是否正确。")
    return UserError(f"读写台账文件“{path}”时磁盘出错（{code}），刚才的改动没有保存。请检查磁盘后重试。")


def engine_over(path: Path, creator: Callable[[], Raw]) -> sa.Engine:
    """An engine whose connections the creator makes; ``path`` stands in its messages."""
    engine = sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=_CONNECTIONS,
        max_overflow=_CONNECTIONS,
        # The connection used last has the warm cache; the others stay small.
        pool_use_lifo=True,
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("fj_write", False)
        if writes and not path.exists():
            # The system would go on writing to a file that nobody can find again.
            raise UserError(
                f"台账文件“{path}”不见了（文件夹被移走、删除，或磁盘被拔出）。刚才的改动没有保存；"
                "请把它放回原处，或重新接好磁盘，再重新打开程序。"
            )
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @sa.event.listens_for(engine, "handle_error")
    def say_plainly(context: ExceptionContext) -> None:
        if _is_of_the_disk(context.original_exception):
            raise explained(context.original_exception, path) from context.original_exception

    return engine


def _is_of_the_disk(error: BaseException) -> bool:
    """Whether the surroundings failed; anything else is a fault of the program and stays as it is."""
    code = _code(error)
    surroundings = (
        dbapi2.SQLITE_NOTADB,
        dbapi2.SQLITE_CORRUPT,
        dbapi2.SQLITE_FULL,
        dbapi2.SQLITE_BUSY,
        dbapi2.SQLITE_READONLY,
        dbapi2.SQLITE_CANTOPEN,
        dbapi2.SQLITE_IOERR,
    )
    return isinstance(error, dbapi2.Error) and code in surroundings


def _code(error: BaseException) -> int:
    """SQLite's number of an error; the driver's copying of whole stores gives its words only."""
    code = getattr(error, "sqlite_errorcode", None)
    return _CODES.get(str(error), 0) if code is None else int(code) & 0xFF


def _can_be_read(connection: Raw, key: bytes) -> bool:
    try:
        _set_up(connection, f"PRAGMA key = \"x'{key.hex()}'\"", None)
    except dbapi2.OperationalError:
        return False
    return True


def _opened(path: Path, read_only: bool, *, fixed: bool = False) -> Raw:
    fixed = fixed or room.is_read_only_disk(path)
    if fixed and _has_log(path):
        raise UserError(
            f"“{path.parent}”所在的磁盘是只读的，而台账上次没有正常关闭，还有改动要先并入。没有改动任何内容。"
            "请把整个文件夹复制到可以写的磁盘上，再从那里打开。"
        )
    # Nobody can write to a disk that is read-only or full; told so, SQLite does without files of its own beside it.
    marks = "?mode=ro&immutable=1" if fixed else "?mode=ro" if read_only else ""
    name = path.absolute().as_uri() + marks if marks else os.fspath(path)
    try:
        return dbapi2.connect(
            name, timeout=_BUSY_WAIT_S, isolation_level=None, check_same_thread=False, uri=name.startswith("file:")
        )
    except dbapi2.Error as error:
        raise explained(error, path) from error


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def _set_up(connection: Raw, key_statement: str | None, journal: str | None) -> None:
    if key_statement:
        connection.execute(key_statement)
        connection.execute("PRAGMA cipher_log_level = NONE")
    if journal:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_master")


def _refuse_plain(path: Path) -> None:
    """Other drivers accept ``PRAGMA key`` and write plain text all the same; this file must never be such."""
    if atomic.retried(lambda: pages.first_page(path), path).startswith(pages.PLAIN_HEADER):
        raise DamagedStoreError(f"“{path}”是没有加密的数据库，不是本程序的台账；没有改动它。请把它移到别处后重试。")


def _key_or_damage(path: Path, key: bytes) -> UserError:
    if pages.authenticated(path, key):
        return DamagedStoreError(f"台账文件“{path}”的开头已损坏，其余部分完好；没有改动它。请从备份恢复。")
    if pages.looks_encrypted(pages.first_page(path)):
        return LockedError(
            f"这把钥匙打不开“{path}”：它与旁边的 desk.keys 不是同一套，或者文件开头已损坏。请从备份恢复。"
        )
    return DamagedStoreError(f"台账文件“{path}”已损坏或不是本程序的台账；没有改动它。请从备份恢复。")
