"""Groups: counted by the store, each with the filter that shows it alone."""

from collections.abc import Iterator

import pytest

from fj_desktop.assets import asset
from fj_desktop.core.progress import Unwatched
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.demo import load
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import Filter
from fj_desktop.services.grouping import ways
from fj_desktop.store.transactions import Store
from tests.support.desks import open_store

LAND, OPPORTUNITIES = CATALOG["land"], CATALOG["opportunities"]


@pytest.fixture
def plots(desk: Desk) -> Desk:
    for name, status, town, area in (
        ("甲", "可供", "朱衣镇", "1亩"), ("乙", "可供", "朱衣镇", "2亩"), ("丙", "停用", "甲高镇", ""), ("丁", "停用", "", "4亩"),
    ):  # fmt: skip
        desk.records.add(LAND, {"name": name, "supply_status": status, "town_id": town, "area_m2": area})
    return desk


@pytest.fixture(scope="module")
def filled() -> Iterator[Desk]:
    """The libraries of the demo desk."""
    store = open_store()
    desk = Desk(store)
    load(store, desk, asset("db/demo"), Unwatched())
    yield desk
    desk.close()


def test_groups_are_counted_and_added_up_and_each_filter_shows_its_group(plots: Desk) -> None:
    groups = plots.grouping.of(LAND, Wanted(), "supply_status")
    assert {one.label: (one.count, one.total) for one in groups} == {"可供": (2, "3 亩"), "停用": (2, "4 亩")}
    for one in plots.grouping.of(LAND, Wanted(), "town_id"):
        assert len(plots.browse.open(LAND, Wanted((one.filter,)))) == one.count, one
    assert {one.label for one in plots.grouping.of(LAND, Wanted(), "town_id")} == {"朱衣镇", "甲高镇", "（未填写）"}


def test_filters_of_other_fields_count_and_one_of_its_own_does_not(plots: Desk) -> None:
    wanted = Wanted((Filter("supply_status", "any_of", ("可供",)), Filter("name", "is_not", ("乙",))))
    assert [(one.label, one.count) for one in plots.grouping.of(LAND, wanted, "supply_status")] == [
        ("停用", 2), ("可供", 1),
    ]  # fmt: skip
    assert [one.count for one in plots.grouping.of(LAND, wanted, "town_id")] == [1]


@pytest.mark.parametrize("library", list(CATALOG), ids=lambda one: one.library)
def test_every_way_of_every_library_counts_what_its_filters_show(filled: Desk, library: type) -> None:
    everything = filled.browse.how_many(library, Wanted())
    for way in ways(library):
        groups = filled.grouping.of(library, Wanted(), way.name)
        assert sum(one.count for one in groups) == everything, way
        for one in groups[:12]:
            if one.filter is None:
                assert one.label == "（未留姓名）"
                continue
            assert filled.browse.how_many(library, Wanted((one.filter,))) == one.count, (way, one)


def test_a_text_left_empty_and_one_never_written_are_one_group(plots: Desk, store: Store) -> None:
    with store.writing(plots.identity.staff, "change") as write:
        write.connection.exec_driver_sql("UPDATE lib_land SET parcel_no = '' WHERE name = '甲'")
    (blank,) = plots.grouping.of(LAND, Wanted(), "parcel_no")
    assert (blank.label, blank.count) == ("（未填写）", 4)


@pytest.mark.parametrize("day", ["0000-00-00", "2026-13-01", "gestern", "99999-01-01"])
def test_what_is_no_day_is_a_group_that_nothing_shows(plots: Desk, store: Store, day: str) -> None:
    with store.writing(plots.identity.staff, "change") as write:
        write.connection.exec_driver_sql("UPDATE lib_land SET ready_on = ? WHERE name = '甲'", (day,))
    groups = plots.grouping.of(LAND, Wanted(), "ready_on/month")
    assert [(one.label, one.filter) for one in groups if one.label != "（未填写）"] == [(day[:7], None)]


def test_days_are_grouped_by_month_and_year(desk: Desk) -> None:
    library, key = next(
        (each, way.key)
        for each in CATALOG
        for way in ways(each)
        if way.span and way.key in each.fields and not each.links()
    )
    named = next(one for one in library.naming if one in library.fields)
    for number, day in enumerate(("2026-02-01", "2026-02-28", "2026-03-01", "2025-12-31")):
        desk.records.add(library, {named: f"第{number}", key: day})
    months = desk.grouping.of(library, Wanted((Filter(named, "contains", ("第",)),)), f"{key}/month")
    assert [(one.label, one.count) for one in months] == [("2026-02", 2), ("2025-12", 1), ("2026-03", 1)]
    assert len(desk.browse.open(library, Wanted((months[0].filter,)))) == 2
    years = desk.grouping.of(library, Wanted((Filter(named, "contains", ("第",)),)), f"{key}/year")
    assert [(one.label, one.count) for one in years] == [("2026", 3), ("2025", 1)]


def test_a_covered_field_is_no_way_to_group(desk: Desk) -> None:
    with pytest.raises(UserError, match="不能按"):
        desk.grouping.of(CATALOG["people"], Wanted(), "mobile")
