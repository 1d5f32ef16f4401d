"""A founded desk in memory for every test of the form."""

from collections.abc import Iterator

import pytest

from fj_desktop.services.desk import Desk
from tests.support.desks import open_desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = open_desk()
    yield made
    made.close()
