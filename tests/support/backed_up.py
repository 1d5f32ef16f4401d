"""Founded, encrypted desks in a folder, with backups, for tests; and what stands in a file of one."""

import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from fj_desktop.core.clock import FixedClock
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.backing_up import Backups
from fj_desktop.services.desk import Desk
from fj_desktop.services.founding import found_desk
from fj_desktop.services.session import Session
from fj_desktop.store.engine import connect
from tests.support.cheap_keys import made_vault
from tests.support.desks import NOON

LAND = CATALOG["land"]


def found(connection: Connection) -> None:
    """Lay the seeds and the person of every test's desk."""
    found_desk(connection, FixedClock(NOON), "YRD", "示例员")


@dataclass
class Backed:
    """An open desk with its session, key and clock."""

    session: Session
    key: bytes
    clock: FixedClock
    desk: Desk

    @property
    def backups(self) -> Backups:
        assert self.desk.backups is not None
        return self.desk.backups

    @property
    def profile(self) -> Profile:
        return self.session.profile

    def add(self, name: str) -> uuid.UUID:
        """One more plot."""
        return self.desk.records.add(LAND, {"name": name})

    def plots(self) -> int:
        return self.desk.browse.count(LAND)

    def reopen(self) -> None:
        """Close the desk and open what lies in the profile now."""
        self.desk.close()
        self.session.vault.settle()
        self.desk = self.session.open(self.key)


def backed(folder: Path) -> Backed:
    """A founded desk in that folder, open."""
    profile, clock = Profile(folder), FixedClock(NOON)
    vault, key, _ = made_vault(profile, found)
    session = Session(profile, vault, clock)
    return Backed(session, key, clock, session.open(key))


def plots_in(path: Path, key: bytes) -> int:
    """How many plots stand in a store's file."""
    with closing(connect(path, key, journal=None)) as raw:
        return int(raw.execute("SELECT count(*) FROM lib_land WHERE NOT deleted").fetchone()[0])
