"""Duplicate keys: what makes two records look like one, kept beside the records and never enforced."""

import uuid

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.store import keys
from fj_desktop.store.transactions import Store
from tests.support.desks import open_store

COMPANIES, PEOPLE, LAND = CATALOG["companies"], CATALOG["people"], CATALOG["land"]


@pytest.fixture
def store() -> Store:
    return open_store()


def _holders(store: Store, library: str, **values: object) -> list[uuid.UUID]:
    asked = keys.keys_of(CATALOG[library], values).values()
    with store.reading() as connection:
        return [one for found in keys.find(connection, CATALOG[library].table, asked).values() for one in found]


@pytest.mark.parametrize(
    "name",
    [
        "重庆夔门光学有限公司", "重庆市夔门光学有限责任公司", "夔门光学（重庆）股份有限公司", "夔门光学",
        "重庆夔门光学集团有限公司", " 重庆 夔门光学 有限公司", "重庆夔门光学有限公司（奉节分公司）",
    ],
)  # fmt: skip
def test_a_company_is_known_by_its_name_without_place_and_legal_form(store: Store, name: str) -> None:
    company = Desk(store).records.add(COMPANIES, {"name": "重庆市夔门光学有限公司"})

    assert _holders(store, "companies", name=name) == [company]


def test_other_companies_keep_other_keys(store: Store) -> None:
    Desk(store).records.add(COMPANIES, {"name": "重庆市夔门光学有限公司"})

    assert _holders(store, "companies", name="重庆市夔门光电有限公司") == []


def test_equal_keys_are_kept_for_each_record_and_refused_for_none(store: Store) -> None:
    desk = Desk(store)
    first = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13900001234"})
    second = desk.records.add(PEOPLE, {"name": "李四", "mobile": "13900001234"})

    assert _holders(store, "people", mobile="13900001234") == sorted([first, second])


def test_keys_follow_a_change_a_deletion_and_a_return(store: Store) -> None:
    desk = Desk(store)
    plot = desk.records.add(LAND, {"name": "一号", "parcel_no": "FJ-001"})

    desk.records.change(LAND, plot, {"parcel_no": "FJ-002"})
    assert (_holders(store, "land", parcel_no="FJ-001"), _holders(store, "land", parcel_no="fj-002")) == ([], [plot])

    desk.records.delete(LAND, [plot])
    assert _holders(store, "land", parcel_no="FJ-002") == []

    desk.records.restore(LAND, [plot])
    assert _holders(store, "land", parcel_no="FJ-002") == [plot]


def test_many_keys_are_looked_up_at_once(store: Store) -> None:
    desk = Desk(store)
    plots = [desk.records.add(LAND, {"name": f"{number} 号"}) for number in range(3)]
    with store.reading() as connection:
        wanted = [f"name={number}号" for number in range(1200)]
        found = keys.find(connection, "lib_land", wanted)

    assert found == {f"name={number}号": [plot] for number, plot in enumerate(plots)}
