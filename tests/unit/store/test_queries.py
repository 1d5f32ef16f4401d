"""Reading by declaration: how many, which dates, whose names, who leans on whom."""

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store
from tests.support.desks import open_store

LAND, ENTREPRENEURS, PEOPLE = CATALOG["land"], CATALOG["entrepreneurs"], CATALOG["people"]
KNOWLEDGE = CATALOG["knowledge"]


@pytest.fixture
def store() -> Store:
    return open_store()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_more_records_than_one_statement_holds_are_all_read_in_their_order(store: Store, desk: Desk) -> None:
    plots = [desk.records.add(LAND, {"name": f"{number:04} 号"}) for number in range(520)]
    with store.reading() as connection:
        numbers = queries.ids(connection, LAND, queries.Query(order=(("name", False),)))
        rows = queries.page(connection, LAND, numbers, ["name"])
        names = queries.names(connection, LAND, plots)

    assert [row["name"] for row in rows] == [f"{number:04} 号" for number in range(520)]
    assert (len(names), queries.Query().deleted) == (520, False)


def test_roles_on_many_masters_are_all_counted(store: Store, desk: Desk) -> None:
    typed = {"person_name": "张三", "person_mobile": "13900001234", "company_name": "甲公司"}
    desk.records.add(ENTREPRENEURS, typed)
    person = desk.browse.page(desk.browse.open(PEOPLE, Wanted()), 0, 1, ["name"])[0].id
    others = [desk.identity.staff] * 600

    with store.reading() as connection:
        assert queries.count_linked(connection, ENTREPRENEURS, "person_id", [*others, person]) == 1


def test_references_of_links_names_and_sets_are_told_apart_by_their_target(store: Store, desk: Desk) -> None:
    card = desk.records.add(KNOWLEDGE, {"title": "脐橙链政策汇编", "chain_ids": "脐橙"})
    with store.reading() as connection:
        chains = [row for row in queries.references(connection, "chain") if row[1] == card.bytes]
        lands = list(queries.references(connection, "lib_land"))

    assert (len(chains), lands) == (1, [])


def test_a_record_that_is_not_there_has_no_values_and_no_dates(store: Store, desk: Desk) -> None:
    with store.reading() as connection:
        assert queries.values(connection, LAND, desk.identity.staff) is None
        assert queries.dates(connection, LAND, desk.identity.staff) == {}
        assert queries.row_number_of(connection, LAND, desk.identity.staff) is None
