"""A store with damaged pages gives back all that stands on the others, and names what it can't (R-09)."""

import random
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import DatabaseError

from fj_desktop.core.progress import Cancelled
from fj_desktop.errors import DamagedStoreError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.services.salvaging import Rescue, rescue
from fj_desktop.store.engine import connect
from fj_desktop.store.pages import PAGE_BYTES
from tests.support.backed_up import Backed, backed
from tests.unit.services.test_stopping import StopsAt

LAND, PEOPLE, ALUMNI = CATALOG["land"], CATALOG["people"], CATALOG["alumni"]
PLOTS, ROLES = 1500, 300


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Backed]:
    """A closed desk with plots, people and their roles."""
    one = backed(tmp_path / "desk")
    with one.desk._store.writing(one.desk.identity.staff, "import") as write:
        writer = RowWriter(write, one.desk.identity)
        for number in range(PLOTS):
            writer.add(LAND, {"name": f"地块{number}", "note": f"说明{number} " * 20})
        for number in range(ROLES):
            person = writer.add(PEOPLE, {"name": f"甲{number}", "mobile": f"139{number:08}"})
            writer.add(ALUMNI, {"person_id": person, "school": "重庆大学"})
        writer.flush()
    one.desk.close()
    with connect(one.profile.store, one.key) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    yield one
    one.desk.close()


def pages_of(made: Backed, name: str, count: int, seed: int = 1) -> list[int]:
    """Some pages that hold rows of a table, neither its first nor its directory: found by damaging one after another."""
    whole, found = made.profile.store.read_bytes(), list[int]()
    pages = list(range(2, len(whole) // PAGE_BYTES + 1))
    random.Random(seed).shuffle(pages)  # noqa: S311 - places, not secrets
    for page in pages:
        flip(made, [page])
        if _breaks_off(made, name):
            found.append(page)
        made.profile.store.write_bytes(whole)
        if len(found) == count:
            break
    return found


def _breaks_off(made: Backed, name: str) -> bool:
    """Whether rows of a table can be read, but not all."""
    read = 0
    with suppress(DamagedStoreError), closing(connect(made.profile.store, made.key)) as raw:
        try:
            for _ in raw.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
                read += 1
        except DatabaseError:
            return read > 0
    return False


def flip(made: Backed, pages: list[int]) -> None:
    content = bytearray(made.profile.store.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE_BYTES + 100] ^= 1
    made.profile.store.write_bytes(content)


def saved(made: Backed) -> Rescue:
    with made.session.hold("抢救", writes=True):
        done = rescue(made.profile, made.session.vault, made.session.clock, made.key)
    made.reopen()
    assert made.session.verify(made.key) == []
    return done


@pytest.mark.parametrize("seed", range(4))
def test_all_on_undamaged_pages_comes_back_and_the_rest_is_named(made: Backed, seed: int) -> None:
    hit = pages_of(made, LAND.table, 3, seed)
    flip(made, hit)

    done = saved(made)

    lost = sum(title == LAND.title for title, _ in done.lost)
    assert made.plots() + lost == PLOTS
    # A page of 4 KiB holds a few plots; everything else is back.
    assert 0 < lost <= 12 * len(hit)
    assert done.saved[PEOPLE.title] == ROLES
    assert len(made.desk.search.find("地块")) > 0


def test_a_lost_person_leaves_no_reference_to_nobody(made: Backed) -> None:
    flip(made, pages_of(made, PEOPLE.table, 1))

    done = saved(made)

    assert any(title == PEOPLE.title for title, _ in done.lost)
    assert done.saved[ALUMNI.title] >= 1


def test_a_hole_in_the_history_is_told_and_the_history_goes_on(made: Backed) -> None:
    flip(made, pages_of(made, "_change", 2))

    saved(made)
    plot = made.desk.records.add(LAND, {"name": "后来"})
    assert made.desk.history.of(LAND, plot)
    assert made.session.verify(made.key) == []


def test_damaged_search_pages_cost_nothing(made: Backed) -> None:
    flip(made, pages_of(made, "_doc", 3))

    done = saved(made)

    assert done.lost == ()
    assert made.plots() == PLOTS
    assert made.desk.search.find("甲7")


def test_a_store_without_its_beginning_is_refused_and_stays(made: Backed) -> None:
    flip(made, [1])
    before = made.profile.store.read_bytes()
    with made.session.hold("抢救", writes=True), pytest.raises(DamagedStoreError, match="从备份恢复"):
        rescue(made.profile, made.session.vault, made.session.clock, made.key)
    assert made.profile.store.read_bytes() == before


def test_a_rescue_that_is_stopped_changes_nothing(made: Backed) -> None:
    before = made.profile.store.read_bytes()
    with made.session.hold("抢救", writes=True), pytest.raises(Cancelled):
        rescue(made.profile, made.session.vault, made.session.clock, made.key, StopsAt(4))
    assert made.profile.store.read_bytes() == before
    assert not list(made.profile.backups.glob("*salvage*"))
