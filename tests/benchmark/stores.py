"""Founded desks on disk: encrypted as the program makes them, and the same without a key."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from fj_desktop.core.clock import SystemClock
from fj_desktop.paths import Profile
from fj_desktop.services.founding import found_desk
from fj_desktop.store.capture import lay_triggers
from fj_desktop.store.engine import engine_over
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.transactions import Store
from fj_desktop.store.vault import Vault, open_store
from tests.support.cheap_keys import PASSPHRASE, NoKeyring, cheap_vault

_CLOCK = SystemClock()
# As engine.py sets them, the key apart.
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_size = -65536",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
    "secure_delete = ON",
)


def _found(connection: sa.Connection) -> None:
    found_desk(connection, _CLOCK, "YRD", "示例员")


def encrypted(folder: Path) -> Callable[[], Store]:
    """Make an encrypted desk; the answer opens it, each time with an empty cache."""
    profile = Profile(folder)
    key, _ = cheap_vault(profile).create(PASSPHRASE, after_upgrade=_found)
    return lambda: Store(open_store(profile, key, lay_triggers), _CLOCK)


def with_real_keys(folder: Path) -> None:
    """Make an encrypted desk whose passphrase costs what it costs a person."""
    Vault(Profile(folder), keyring=NoKeyring()).create(PASSPHRASE, after_upgrade=_found)


def plain(folder: Path) -> Callable[[], Store]:
    """The same desk in a file without a key: same library, same tables, same triggers, same settings."""
    folder.mkdir(parents=True)
    path = folder / "plain.db"
    engine = engine_over(path, lambda: _connect(path))
    with engine.connect().execution_options(fj_write=True) as connection, connection.begin():
        Scripts().run(connection)
        _found(connection)
    engine.dispose()
    with sqlite3.connect(path) as check:
        assert check.execute("SELECT count(*) FROM company").fetchone() is not None
    return lambda: Store(engine_over(path, lambda: _connect(path)), _CLOCK)


def _connect(path: Path) -> Any:
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection
