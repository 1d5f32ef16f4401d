"""A desk in memory with a clock that stands still."""

from collections.abc import Iterator

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.desks import NOON, open_store


@pytest.fixture
def clock() -> FixedClock:
    """Noon of a day in November 2026, until a test moves it."""
    return FixedClock(NOON)


@pytest.fixture
def store(clock: FixedClock) -> Iterator[Store]:
    """The store behind the desk, for what no page shows."""
    opened = open_store(clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    """An open desk of 长三角."""
    return Desk(store)
