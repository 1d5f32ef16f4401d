"""Desks for tests: in memory, without a key, with all migrations, triggers and seed rows."""

import datetime as dt
import os
import tempfile
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from fj_desktop.core.clock import Clock, FixedClock
from fj_desktop.core.ids import new_id
from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.services.founding import found_desk
from fj_desktop.store.attachments import Contents
from fj_desktop.store.engine import open_engine
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.transactions import Store

NOON = dt.datetime(2026, 11, 23, 4, 0, tzinfo=dt.UTC)


def fresh_engine() -> sa.Engine:
    """An empty store at the head of the migrations, in memory and readable."""
    engine = sa.create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    with engine.begin() as connection:
        Scripts().run(connection)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.commit()
    return engine


def open_store(clock: Clock | None = None, office: str = "YRD", person: str = "示例员") -> Store:
    """A founded store in memory."""
    running = clock or FixedClock(NOON)
    engine = sa.create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    with engine.connect() as connection:
        model = _founded(running.now(), office, person)
        model.raw_connection().driver_connection.backup(connection.connection.driver_connection)
        # Each store is a replica of its own, as if it had been founded by itself.
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        connection.exec_driver_sql("UPDATE _replica SET id = ? WHERE no = 1", (new_id().bytes,))
        connection.commit()
    return Store(engine, running)


@cache
def _founded(at: dt.datetime, office: str, person: str) -> sa.Engine:
    """A store founded once a run; the others are its copies, since founding takes a third of a second."""
    engine = fresh_engine()
    with engine.begin() as connection:
        found_desk(connection, FixedClock(at), office, person)
    return engine


def open_desk(
    clock: Clock | None = None, office: str = "YRD", person: str = "示例员", *, beside: Path | None = None
) -> Desk:
    """A founded desk in memory; ``beside`` is a folder for what its attachments hold."""
    return Desk(open_store(clock, office, person), Contents(Profile(beside), bytes(range(32))) if beside else None)


def open_file_desk(folder: Path, clock: Clock | None = None) -> Desk:
    """A founded desk in an encrypted file, which several threads may read."""
    running = clock or FixedClock(NOON)
    content, key = _founded_file(running.now())
    (folder / "scratch.db").write_bytes(content)
    return Desk(Store(open_engine(folder / "scratch.db", key), running))


@cache
def _founded_file(at: dt.datetime) -> tuple[bytes, bytes]:
    """The same in an encrypted file: what it holds, and its key."""
    with tempfile.TemporaryDirectory() as place:
        path, key = Path(place, "scratch.db"), os.urandom(32)
        engine = open_engine(path, key, create=True)
        with engine.begin() as connection:
            Scripts().run(connection)
        with engine.begin() as connection:
            found_desk(connection, FixedClock(at), "YRD", "示例员")
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        return path.read_bytes(), key
