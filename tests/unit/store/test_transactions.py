"""Transactions of the store: whole or not at all, numbered, chained, and never older than the last."""

import datetime as dt
from collections.abc import Iterator

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.desks import NOON, open_store
from tests.support.history import rows, transactions

LAND = CATALOG["land"]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def store(clock: FixedClock) -> Iterator[Store]:
    opened = open_store(clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def _stamps(store: Store) -> list[int]:
    return [hlc for (hlc,) in rows(store, "SELECT hlc FROM _txn ORDER BY seq")]


def test_a_clock_set_back_never_makes_a_stamp_older_than_the_last(store: Store, desk: Desk, clock: FixedClock) -> None:
    plot = desk.records.add(LAND, {"name": "一号"})
    for name, step in (("二号", -365), ("三号", 0), ("四号", 364), ("五号", 30)):
        clock.moment += dt.timedelta(days=step)
        desk.records.change(LAND, plot, {"name": name})

    stamps = _stamps(store)
    assert stamps == sorted(set(stamps))
    assert stamps[-1] >> 16 == int(clock.moment.timestamp() * 1000)


def test_a_transaction_without_changes_leaves_nothing_and_takes_no_number(store: Store) -> None:
    before = transactions(store)

    with store.writing(None, "test"):
        pass
    with store.writing(None, "test") as write:
        write.connection.exec_driver_sql("UPDATE unit SET name = name")

    assert transactions(store) == before


def test_transactions_are_numbered_without_gaps_and_each_has_its_own_tip(store: Store, desk: Desk) -> None:
    for name in ("一号", "二号", "三号"):
        desk.records.add(LAND, {"name": name})
        with store.writing(None, "test"):
            pass

    found = transactions(store)
    assert [seq for seq, _, _ in found] == list(range(1, len(found) + 1))
    assert [action for _, action, _ in found] == ["found", "add", "add", "add"]
    assert len({tip for _, _, tip in found}) == len(found)
    assert all(tip for _, _, tip in found)


def test_a_transaction_that_fails_leaves_nothing_at_all(store: Store) -> None:
    before = rows(store, "SELECT * FROM _now"), transactions(store), rows(store, "SELECT name FROM unit")

    def fail() -> None:
        with store.writing(None, "test") as write:
            write.connection.exec_driver_sql("UPDATE unit SET name = 'x'")
            raise UserError("停")

    with pytest.raises(UserError, match="停"):
        fail()

    assert (rows(store, "SELECT * FROM _now"), transactions(store), rows(store, "SELECT name FROM unit")) == before


def test_every_change_names_the_person_the_moment_and_the_batch(store: Store, desk: Desk) -> None:
    desk.records.add(LAND, {"name": "一号"})

    assert rows(store, "SELECT at, actor, action, batch FROM _txn ORDER BY seq DESC LIMIT 1") == [
        ("2026-11-23 04:00:00.000000", desk.identity.staff.bytes, "add", None)
    ]


def test_records_are_closed_again_after_each_transaction(store: Store, desk: Desk) -> None:
    desk.records.add(LAND, {"name": "一号"})
    with store.writing(None, "test"):
        pass

    assert rows(store, "SELECT cap FROM _now") == [(2,)]
