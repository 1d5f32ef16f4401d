"""Desks for tests: in memory, without a key, with all migrations, triggers and seed rows."""

import datetime as dt
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from fj_desktop.core.clock import Clock, FixedClock
from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.services.founding import found_desk
from fj_desktop.store.attachments import Contents
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.transactions import Store
from tests.support.cheap_keys import scratch_engine

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
    engine, running = fresh_engine(), clock or FixedClock(NOON)
    with engine.begin() as connection:
        found_desk(connection, running, office, person)
    return Store(engine, running)


def open_desk(
    clock: Clock | None = None, office: str = "YRD", person: str = "示例员", *, beside: Path | None = None
) -> Desk:
    """A founded desk in memory; ``beside`` is a folder for what its attachments hold."""
    return Desk(open_store(clock, office, person), Contents(Profile(beside), bytes(range(32))) if beside else None)


def open_file_desk(folder: Path, clock: Clock | None = None) -> Desk:
    """A founded desk in an encrypted file, which several threads may read."""
    engine, running = scratch_engine(folder / "scratch.db"), clock or FixedClock(NOON)
    with engine.begin() as connection:
        Scripts().run(connection)
    with engine.begin() as connection:
        found_desk(connection, running, "YRD", "示例员")
    return Desk(Store(engine, running))
