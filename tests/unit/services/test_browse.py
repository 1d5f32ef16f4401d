"""A table shows what was asked for, in the order asked for, as finished texts."""

import uuid
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import BrowseService, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import AnyOf, Filter
from fj_desktop.store.transactions import Store
from tests.support.desks import open_desk

COMPANIES = CATALOG["companies"]
LAND, PEOPLE, ENTREPRENEURS = CATALOG["land"], CATALOG["people"], CATALOG["entrepreneurs"]
KNOWLEDGE, OPPORTUNITIES = CATALOG["knowledge"], CATALOG["opportunities"]


def _fill(desk: Desk) -> Desk:
    plots: tuple[dict[str, str], ...] = (
        {
            "name": "甲地块ＡB", "area_m2": "30亩", "ready_on": "2026-03-01", "term_years": "50", "gas_ok": "是",
            "supply_status": "可供", "utilities": "通水；通电", "town_id": "永乐镇", "industry_codes": "C3587",
            "far_min": "1.2", "ref_price_wan_mu": "12.5",
        },
        {
            "name": "乙地块", "area_m2": "20亩", "ready_on": "2026-09-01", "term_years": "40", "gas_ok": "否",
            "supply_status": "已出让", "utilities": "通电", "town_id": "白帝镇", "industry_codes": "A01",
            "far_min": "0.8", "ref_price_wan_mu": "8",
        },
        {"name": "丙地块", "supply_status": ""},
    )  # fmt: skip
    for plot in plots:
        desk.records.add(LAND, plot)
    return desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Three plots, of which the third says little."""
    return _fill(desk)


@pytest.fixture(scope="module")
def same() -> Desk:
    """The same plots, for tests that only read."""
    return _fill(open_desk())


Order = tuple[tuple[str, bool], ...]


def names(desk: Desk, *filters: Filter | AnyOf, order: Order = (("name", False),), text: str = "") -> str:
    listing = desk.browse.open(LAND, Wanted(filters, text, order))
    return "".join(row.cells[0][0] for row in desk.browse.page(listing, 0, 10, ["name"]))


@pytest.mark.parametrize(
    ("key", "operator", "texts", "shown"),
    [
        ("name", "contains", ("地块",), "丙乙甲"),
        ("name", "contains", ("ＡB",), "甲"),
        ("name", "contains", ("ａｂ",), ""),
        ("name", "contains", ("%",), ""),
        ("name", "contains", ("_",), ""),
        ("name", "is", ("乙地块",), "乙"),
        ("name", "contains", (" ",), "丙乙甲"),
        ("name", "contains", (), "丙乙甲"),
        ("area_m2", "at_least", ("20亩",), "乙甲"),
        ("area_m2", "at_least", ("13334㎡",), "甲"),
        ("area_m2", "at_most", ("２０亩",), "乙"),
        ("area_m2", "is", ("30亩",), "甲"),
        ("area_m2", "empty", (), "丙"),
        ("area_m2", "filled", (), "乙甲"),
        ("ready_on", "at_most", ("2026年3月1日",), "甲"),
        ("ready_on", "at_least", ("2026.3.2",), "乙"),
        ("term_years", "at_least", ("50年",), "甲"),
        ("far_min", "at_most", ("1",), "乙"),
        ("ref_price_wan_mu", "filled", (), "乙甲"),
        ("name", "contains_not", ("甲",), "丙乙"),
        ("name", "is_not", ("乙地块",), "丙甲"),
        ("area_m2", "is_not", ("30亩",), "丙乙"),
        ("area_m2", "between", ("20亩", "25亩"), "乙"),
        ("area_m2", "between", ("", "25亩"), "乙"),
        ("area_m2", "between", ("25亩", ""), "甲"),
        ("ready_on", "span", ("已过期",), "乙甲"),
        ("ready_on", "span", ("最近 90 天",), "乙"),
        ("ready_on", "span", ("本月",), ""),
        ("gas_ok", "none_of", ("否",), "丙甲"),
        ("supply_status", "none_of", ("可供", "已出让"), "丙"),
        ("utilities", "none_of", ("通水",), "丙乙"),
        ("utilities", "none_of", ("通电",), "丙"),
        ("town_id", "contains_not", ("白帝",), "丙甲"),
        ("town_id", "is_not", ("永乐镇",), "丙乙"),
        ("industry_codes", "contains_not", ("眼镜",), "丙乙"),
        ("industry_codes", "contains_not", ("没有这个行业",), "丙乙甲"),
        ("gas_ok", "any_of", ("否",), "乙"),
        ("gas_ok", "any_of", ("是", "否"), "乙甲"),
        ("gas_ok", "empty", (), "丙"),
        ("supply_status", "any_of", ("可供", "已出让"), "乙甲"),
        ("supply_status", "empty", (), "丙"),
        ("utilities", "any_of", ("通电",), "乙甲"),
        ("utilities", "any_of", ("通水",), "甲"),
        ("utilities", "empty", (), "丙"),
        ("utilities", "filled", (), "乙甲"),
        ("town_id", "contains", ("白帝",), "乙"),
        ("town_id", "is", ("永乐镇",), "甲"),
        ("town_id", "empty", (), "丙"),
        ("town_id", "filled", (), "乙甲"),
        ("industry_codes", "contains", ("眼镜",), "甲"),
        ("industry_codes", "contains", ("农业",), "乙"),
        ("industry_codes", "contains", ("c35",), "甲"),
        ("industry_codes", "contains", ("没有这个行业",), ""),
        ("industry_codes", "any_of", ("C3587", "A01"), "乙甲"),
    ],
)
def test_a_filter_shows_what_fits_it(same: Desk, key: str, operator: str, texts: tuple[str, ...], shown: str) -> None:
    assert names(same, Filter(key, operator, texts)) == shown


def test_filters_hold_together_and_with_the_search(same: Desk) -> None:
    two = Filter("utilities", "any_of", ("通电",)), Filter("gas_ok", "any_of", ("否",))

    assert names(same, *two) == "乙"
    assert names(same, *two, text="乙地") == "乙"
    assert names(same, *two, text="甲地") == ""


def test_a_filter_of_another_kind_is_refused_in_words(same: Desk) -> None:
    with pytest.raises(UserError, match="筛选“面积”：缺少单位"):
        same.browse.open(LAND, Wanted((Filter("area_m2", "at_least", ("20",)),)))
    with pytest.raises(UserError, match="没有字段“colour”"):
        same.browse.open(LAND, Wanted((Filter("colour", "is", ("红",)),)))


def test_one_of_several_filters_is_enough_where_a_person_says_so(same: Desk) -> None:
    either = AnyOf(
        (Filter("gas_ok", "any_of", ("否",)), Filter("area_m2", "empty"), Filter("name", "contains", (" ",)))
    )

    assert names(same, either) == "丙乙"
    assert names(same, either, Filter("gas_ok", "filled")) == "乙"
    assert not Wanted((either,)).is_of_all
    assert Wanted((AnyOf((Filter("name", "contains", ("",)),)),)).is_of_all
    assert names(same, AnyOf(())) == "丙乙甲"


@pytest.mark.parametrize("operator", ["contains", "is", "at_least", "none_of", "between"])
def test_a_covered_field_can_not_be_guessed_by_filtering(same: Desk, operator: str) -> None:
    with pytest.raises(UserError, match="“参考价”是受保护的内容"):
        names(same, Filter("ref_price_wan_mu", operator, ("10",)))
    with pytest.raises(UserError, match="受保护"):
        names(same, AnyOf((Filter("ref_price_wan_mu", operator, ("10",)),)))


@given(
    values=st.lists(st.sampled_from(["", "50", "40", "30"]), min_size=1, max_size=6),
    operator=st.sampled_from(["is", "is_not", "at_least", "at_most", "between", "empty", "filled"]),
    asked=st.tuples(st.sampled_from(["30", "40", "45"]), st.sampled_from(["40", "45", "50"])),
)
@settings(max_examples=25, deadline=None)
def test_every_operator_finds_what_comparing_one_by_one_finds(
    values: list[str], operator: str, asked: tuple[str, str]
) -> None:
    desk = open_desk()
    for at, value in enumerate(values):
        desk.records.add(LAND, {"name": f"{at}", "term_years": value})
    low, high = map(int, asked)
    fits: dict[str, Callable[[int | None], bool]] = {
        "is": lambda one: one == low,
        "is_not": lambda one: one != low,
        "at_least": lambda one: one is not None and one >= low,
        "at_most": lambda one: one is not None and one <= low,
        "between": lambda one: one is not None and low <= one <= high,
        "empty": lambda one: one is None,
        "filled": lambda one: one is not None,
    }
    expected = "".join(str(at) for at, one in enumerate(values) if fits[operator](int(one) if one else None))

    assert names(desk, Filter("term_years", operator, asked)) == expected


@pytest.mark.parametrize("library", list(CATALOG), ids=lambda library: library.library)
def test_every_field_takes_its_operators_and_sorts(same: Desk, library: Library) -> None:
    for one in CATALOG.surface(library):
        text = (one.field.kind.choices() or ("2026-01-01",))[0]
        for operator in same.browse.operators(one):
            with suppress(UserError):
                same.browse.open(library, Wanted((Filter(one.key, operator, (text,)),), "", ((one.key, True),)))


@pytest.mark.parametrize(
    ("key", "descending", "shown"),
    [
        ("area_m2", False, "乙甲丙"), ("area_m2", True, "甲乙丙"), ("ready_on", True, "乙甲丙"),
        ("town_id", False, "甲乙丙"), ("town_id", True, "乙甲丙"), ("far_min", False, "乙甲丙"),
        ("gas_ok", True, "甲乙丙"), ("utilities", False, "丙乙甲"),
    ],
)  # fmt: skip
def test_a_table_sorts_by_what_it_shows_and_the_empty_stand_last(
    same: Desk, key: str, descending: bool, shown: str
) -> None:
    assert names(same, order=((key, descending),)) == shown


def test_without_an_order_the_last_changed_stands_first(same: Desk) -> None:
    assert names(same, order=()) == "丙乙甲"


def test_personal_and_secret_cells_are_covered_but_for_mobiles_of_ones_own_contacts(desk: Desk, store: Store) -> None:
    desk.records.add(
        ENTREPRENEURS,
        {"person_name": "张三", "person_mobile": "13900001234", "person_email": "zhang@example.com",
         "company_name": "甲公司", "intent_amount_wan": "3000", "key_concern": "土地；用工"},
    )  # fmt: skip
    keys = ["person_name", "person_mobile", "person_email", "intent_amount_wan", "key_concern"]
    listing = desk.browse.open(ENTREPRENEURS, Wanted())

    own = desk.browse.page(listing, 0, 1, keys)[0]
    others = BrowseService(store, "GBA").page(listing, 0, 1, keys)[0]
    on_paper = desk.browse.page(listing, 0, 1, keys, own_open=False)[0]

    assert own.cells == ("张三", "13900001234", "z＊＊＊@example.com", "＊＊＊", "＊＊＊")
    assert own.covered == {2, 3, 4}
    assert others.cells == ("张三", "139****1234", "z＊＊＊@example.com", "＊＊＊", "＊＊＊")
    assert on_paper.cells == others.cells


def test_sets_and_references_are_shown_by_name(desk: Desk) -> None:
    plot = next(one.id for one in desk.search.find("甲地") if one.library is LAND)
    desk.records.add(KNOWLEDGE, {"title": "汇编", "chain_ids": "脐橙", "industry_codes": "C3587；A01"})
    listing = desk.browse.open(KNOWLEDGE, Wanted())
    cells = desk.browse.page(listing, 0, 1, ["chain_ids", "industry_codes"])[0].cells
    desk.records.add(OPPORTUNITIES, {"name": "机会", "parcel_ids": str(plot)})
    parcels = desk.browse.page(desk.browse.open(OPPORTUNITIES, Wanted()), 0, 1, ["parcel_ids"])[0].cells

    assert "脐橙" in cells[0]
    assert cells[1] == "农业、眼镜制造"
    assert parcels == ("甲地块ＡB",)
    for chain in ("脐橙", cells[0]):
        assert len(desk.browse.open(KNOWLEDGE, Wanted((Filter("chain_ids", "contains", (chain,)),)))) == 1
    assert len(desk.browse.open(OPPORTUNITIES, Wanted((Filter("parcel_ids", "contains", ("乙",)),)))) == 0


def test_pages_follow_one_another_and_a_record_is_found_on_them(same: Desk) -> None:
    listing = same.browse.open(LAND, Wanted(order=(("name", False),)))
    pages = [same.browse.page(listing, at, 2, ["name"]) for at in (0, 2, 4)]

    assert [[row.cells[0][0] for row in page] for page in pages] == [["丙", "乙"], ["甲"], []]
    assert (len(listing), same.browse.count(LAND)) == (3, 3)
    assert [same.browse.row_of(listing, row.id) for row in pages[0]] == [0, 1]
    assert same.browse.row_of(listing, uuid.uuid4()) is None


def test_deleted_records_stand_in_a_view_of_their_own(desk: Desk) -> None:
    plot = desk.browse.page(desk.browse.open(LAND, Wanted(order=(("name", False),))), 0, 1, [])[0].id
    desk.records.delete(LAND, [plot])

    assert names(desk) == "乙甲"
    gone = desk.browse.open(LAND, Wanted(deleted=True))
    assert [row.cells for row in desk.browse.page(gone, 0, 5, ["name"])] == [("丙地块",)]
    assert desk.browse.row_of(desk.browse.open(LAND, Wanted()), plot) is None


def test_the_order_of_protected_values_is_not_told(desk: Desk) -> None:
    """Sorting by revenue would show who earns more without showing what."""
    for name, revenue in (("甲公司", "300"), ("乙公司", "100"), ("丙公司", "200")):
        desk.records.add(COMPANIES, {"name": name, "revenue_wan": revenue})
    plain = list(desk.browse.open(COMPANIES, Wanted()).numbers)
    for down in (True, False):
        assert list(desk.browse.open(COMPANIES, Wanted(order=(("revenue_wan", down),))).numbers) == plain
    assert list(desk.browse.open(COMPANIES, Wanted(order=(("revenue_wan", True), ("name", False)))).numbers) == list(
        desk.browse.open(COMPANIES, Wanted(order=(("name", False),))).numbers
    )


def test_a_person_s_mobile_gives_no_order_either(desk: Desk) -> None:
    """Open to its own office, covered to others: one rule for all who look."""
    assert not CATALOG.by_key(CATALOG["people"])["mobile"].sorts


def test_what_is_wanted_is_counted_without_being_listed(same: Desk) -> None:
    for wanted in (Wanted(), Wanted((Filter("term_years", "not_empty"),)), Wanted(text="乙")):
        assert same.browse.how_many(LAND, wanted) == len(same.browse.open(LAND, wanted))
