"""One box finds records by what people remember of them; nothing typed there is ever taken for a command."""

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.desks import open_store
from tests.support.history import rows

LAND, PEOPLE, COMPANIES = CATALOG["land"], CATALOG["people"], CATALOG["companies"]
ENTREPRENEURS = CATALOG["entrepreneurs"]


@pytest.fixture
def store() -> Store:
    return open_store()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def found(desk: Desk, text: str) -> list[tuple[str, str]]:
    return [(one.library.library, one.title) for one in desk.search.find(text)]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.records.add(COMPANIES, {"name": "重庆夔门光学有限公司", "uscc": "91500236MA5U1F2X46"})
    desk.records.add(
        ENTREPRENEURS,
        {"person_name": "张瞿塘", "person_mobile": "13900001234", "company_name": "温州白帝眼镜有限公司"},
    )
    desk.records.add(LAND, {"name": "永安北组团 A-01 地块", "note": "临近港口，100%平整"})
    return desk


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("夔门", "重庆夔门光学有限公司"),
        ("光学", "重庆夔门光学有限公司"),
        ("kmgx", "重庆夔门光学有限公司"),
        ("KMGX", "重庆夔门光学有限公司"),
        ("91500236MA5U1F2X46", "重庆夔门光学有限公司"),
        ("ma5u1f", "重庆夔门光学有限公司"),
        ("5U", "重庆夔门光学有限公司"),
        ("永安北 港口", "永安北组团 A-01 地块"),
        ("港口　ａ-01", "永安北组团 A-01 地块"),
        ("yabzt", "永安北组团 A-01 地块"),
        ("100%", "永安北组团 A-01 地块"),
        ("块", "永安北组团 A-01 地块"),
        ("永", "永安北组团 A-01 地块"),
    ],
)
def test_a_record_is_found_by_what_is_remembered_of_it(filled: Desk, typed: str, title: str) -> None:
    assert title in [name for _, name in found(filled, typed)]


@pytest.mark.parametrize("typed", ["0001", "1234", "13900001234", "390000", "39"])
def test_a_part_of_a_mobile_finds_the_person_and_every_role_of_the_person(filled: Desk, typed: str) -> None:
    assert {("entrepreneurs", "张瞿塘"), ("people", "张瞿塘")} <= set(found(filled, typed))


def test_a_role_is_found_by_the_name_of_its_company(filled: Desk) -> None:
    assert found(filled, "白帝眼镜") == [("entrepreneurs", "张瞿塘"), ("companies", "温州白帝眼镜有限公司")]


def test_every_word_must_be_there(filled: Desk) -> None:
    assert found(filled, "永安北 夔门") == []
    assert found(filled, "永安北 没有的词") == []


@pytest.mark.parametrize("typed", ["门夔", "kgmx", "13900001235", "01234567"])
def test_signs_in_another_order_find_nothing(filled: Desk, typed: str) -> None:
    assert found(filled, typed) == []


@pytest.mark.parametrize("typed", ["", "   ", "%", "*", "_", "''", '"', "()", "--", "\x00", "\u200b", "。，"])
def test_nothing_but_signs_finds_nothing(filled: Desk, typed: str) -> None:
    assert found(filled, typed) == []


def test_a_changed_record_is_found_by_what_it_says_and_no_more_by_what_it_said(filled: Desk) -> None:
    person = next(one.id for one in filled.search.find("瞿塘") if one.library is PEOPLE)

    filled.records.change(PEOPLE, person, {"name": "张巫峡", "mobile": "13700009876"})

    assert found(filled, "瞿塘") == found(filled, "0001234") == []
    assert found(filled, "巫峡") == found(filled, "9876") == [("entrepreneurs", "张巫峡"), ("people", "张巫峡")]


def test_a_deleted_record_is_not_found_until_it_is_brought_back(filled: Desk) -> None:
    plot = filled.search.find("永安北")[0].id

    filled.records.delete(LAND, [plot])
    assert found(filled, "永安北") == []

    filled.records.restore(LAND, [plot])
    assert found(filled, "永安北") == [("land", "永安北组团 A-01 地块")]


def test_tags_are_still_found_after_another_field_was_changed(desk: Desk) -> None:
    person = desk.records.add(PEOPLE, {"name": "张三", "tags": "脐橙专家"})

    desk.records.change(PEOPLE, person, {"name": "张小三"})

    assert found(desk, "脐橙专家") == [("people", "张小三")]


def test_a_person_without_a_name_is_listed_by_a_covered_number(desk: Desk) -> None:
    desk.records.add(PEOPLE, {"mobile": "13900001234"})

    assert found(desk, "00001234") == [("people", "139****1234")]


def test_what_only_named_persons_may_see_never_enters_the_index(store: Store, desk: Desk) -> None:
    secret = {"id_no": "11010519491231002X", "home_address": "夔州路一百零八号"}
    person = desk.records.add(PEOPLE, {"name": "张三", **secret})
    plot = desk.records.add(LAND, {"name": "一号", "floor_price_wan_mu": "12.3456"})
    desk.records.change(PEOPLE, person, {"note": "改过"})
    desk.records.change(LAND, plot, {"note": "改过"})

    kept = "".join(str(row) for row in rows(store, "SELECT title, detail, folded, sounds FROM _doc"))
    keyed = "".join(str(row) for row in rows(store, "SELECT key FROM _key"))

    for value in ("11010519491231002", "夔州路", "12.3456"):
        assert value.lower() not in kept + keyed
    for typed in ("11010519491231002X", "夔州路一百零八", "12.3456"):
        assert found(desk, typed) == []


def test_the_newest_record_of_a_library_stands_first(desk: Desk) -> None:
    for name in ("朱衣东", "朱衣西", "朱衣北"):
        desk.records.add(LAND, {"name": name})

    assert [name for where, name in found(desk, "朱衣") if where == "land"] == ["朱衣北", "朱衣西", "朱衣东"]
