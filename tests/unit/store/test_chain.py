"""A deleted, edited or reordered line of the history is found."""

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.store.chain import broken_links
from fj_desktop.store.transactions import Store
from tests.support.desks import open_store

LAND = CATALOG["land"]


@pytest.fixture
def store() -> Store:
    opened = open_store()
    desk = Desk(opened)
    record = desk.records.add(LAND, {"parcel_no": "甲地"})
    desk.records.change(LAND, record, {"parcel_no": "乙地", "note": "旧"})
    desk.records.change(LAND, record, {"parcel_no": "丙地"})
    desk.view.note_access("reveal", LAND, record)
    desk.view.note_access("export", LAND, None, "3 rows")
    desk.view.note_access("export", LAND, None, "4 rows")
    return opened


def found(store: Store, *spoiling: str) -> list[str]:
    with store.noting() as connection:
        for statement in spoiling:
            connection.exec_driver_sql(statement)
    with store.reading() as connection:
        return broken_links(connection)


def test_an_untouched_history_hangs_together(store: Store) -> None:
    assert found(store) == []


@pytest.mark.parametrize(
    "spoiling",
    [
        "DELETE FROM _change WHERE no = (SELECT max(no) FROM _change WHERE seq = 3)",
        "UPDATE _change SET after = 'x' WHERE no = (SELECT max(no) FROM _change)",
        "UPDATE _change SET seq = 4 WHERE seq = 3",
        "UPDATE _txn SET at = '2020-01-01 00:00:00' WHERE seq = 3",
        "UPDATE _txn SET actor = x'00' WHERE seq = 4",
        "DELETE FROM _txn WHERE seq = 3",
        "DELETE FROM _txn WHERE seq = (SELECT max(seq) FROM _txn)",
        "DELETE FROM _access WHERE no = 2",
        "UPDATE _access SET detail = '1 rows' WHERE no = 2",
        "UPDATE _access SET act = 'export' WHERE no = 1",
    ],
)
def test_a_spoiled_line_is_found(store: Store, spoiling: str) -> None:
    assert found(store, spoiling)


def test_two_lines_in_each_others_place_are_found(store: Store) -> None:
    first, second = "(SELECT min(no) FROM _change WHERE seq = 3)", "(SELECT max(no) FROM _change WHERE seq = 3)"
    swap = (
        f"UPDATE _change SET no = -1 WHERE no = {first}",  # noqa: S608
        f"UPDATE _change SET no = {first} - 1000 WHERE no = {second}",  # noqa: S608
    )
    assert found(store, *swap)
