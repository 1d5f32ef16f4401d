"""One record as a form or a command shows it, and what helps while one is typed."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import ViewService
from fj_desktop.store.transactions import Store
from tests.support.history import rows

LAND, PEOPLE, ENTREPRENEURS = CATALOG["land"], CATALOG["people"], CATALOG["entrepreneurs"]
KNOWLEDGE, COMPANIES = CATALOG["knowledge"], CATALOG["companies"]
TYPED = {
    "person_name": "张三", "person_mobile": "13900001234", "company_name": "白帝眼镜有限公司",
    "company_uscc": "91500236MA5U1F2X46", "intent_amount_wan": "1.2亿", "key_concern": "用工；土地",
    "industry_code": "C3587", "company_reg_capital_wan": "5000万元", "chain_id": "脐橙",
}  # fmt: skip


@pytest.fixture
def role(desk: Desk) -> uuid.UUID:
    return desk.records.add(ENTREPRENEURS, TYPED)


def accesses(store: Store) -> list[tuple[object, ...]]:
    return rows(store, 'SELECT act, library, "row", detail FROM _access ORDER BY no')


def test_json_has_english_names_with_the_masters_flat_beside_their_prefix(desk: Desk, role: uuid.UUID) -> None:
    found = desk.view.json(ENTREPRENEURS, role, reveal=True)

    assert found["id"] == str(role)
    assert {one.key for one in CATALOG.surface(ENTREPRENEURS)} <= set(found)
    assert all(key.isascii() for key in found)
    expected = {
        "person_name": "张三", "person_mobile": "13900001234", "company_name": "白帝眼镜有限公司",
        "intent_amount_wan": "12000", "company_reg_capital_wan": "5000", "industry_code": "C3587 眼镜制造",
        "key_concern": ["土地", "用工"], "first_reported_by": "长三角", "first_reported_at": "2026-11-23T04:00:00Z",
        "company_is_local_landed": False, "person_gender": None, "person_tags": [], "deleted": False,
        "office_code": "YRD", "visibility": "county", "updated_at": "2026-11-23T04:00:00Z",
    }  # fmt: skip
    assert {key: found[key] if key != "key_concern" else sorted(found[key]) for key in expected} == expected


def test_json_gives_dates_whole_numbers_and_areas_as_they_are_kept(desk: Desk) -> None:
    typed = {
        "name": "一号",
        "area_m2": "30亩",
        "ready_on": "2026年3月",
        "floors": "2层",
        "gas_ok": "有",
        "lon": "109.5",
    }
    found = desk.view.json(LAND, desk.records.add(LAND, typed))

    assert [found[key] for key in typed] == ["一号", "20000", "2026-03-01", 2, True, "109.5"]


def test_personal_values_are_covered_until_revealed_and_revealing_is_kept(
    desk: Desk, store: Store, role: uuid.UUID
) -> None:
    own = desk.view.read(ENTREPRENEURS, role)
    assert (own.texts["person_mobile"], "person_mobile" in own.covered) == ("13900001234", False)
    others = ViewService(store, replace(desk.identity, office="GBA"), store.clock)
    covered = others.read(ENTREPRENEURS, role)
    assert (covered.texts["person_mobile"], desk.view.json(ENTREPRENEURS, role)["intent_amount_wan"]) == (
        "139****1234", "＊＊＊",
    )  # fmt: skip
    assert {"person_mobile", "intent_amount_wan", "key_concern"} <= covered.covered
    assert "13900001234" not in str(desk.view.rows_json(ENTREPRENEURS, None, reveal=False, deleted=False))
    assert accesses(store) == []

    revealed = desk.view.read(ENTREPRENEURS, role, reveal=True)
    assert (revealed.texts["person_mobile"], revealed.texts["intent_amount_wan"]) == ("13900001234", "1.2 亿元")
    assert revealed.covered == frozenset()
    desk.view.json(ENTREPRENEURS, role, reveal=True)
    desk.view.rows_json(ENTREPRENEURS, 5, reveal=True, deleted=False)

    one = ("reveal", "entrepreneurs", role.bytes, "")
    assert accesses(store) == [one, one, ("reveal", "entrepreneurs", None, "1 rows")]
    assert rows(store, "SELECT DISTINCT at, actor FROM _access") == [
        ("2026-11-23 04:00:00.000000", desk.identity.staff.bytes)
    ]


def test_every_text_of_a_revealed_record_parses_back_to_the_same(desk: Desk, role: uuid.UUID) -> None:
    texts = desk.view.read(ENTREPRENEURS, role, reveal=True).texts
    before = desk.view.json(ENTREPRENEURS, role, reveal=True)
    own = {one.key for one in CATALOG.surface(ENTREPRENEURS) if not one.field.computed}

    desk.records.change(ENTREPRENEURS, role, {key: text for key, text in texts.items() if key in own})

    assert desk.view.json(ENTREPRENEURS, role, reveal=True) == before


def test_what_is_missing_is_told_by_the_stage_that_needs_it(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号"})
    before = desk.view.read(LAND, plot)
    assert "核实日期" in before.missing["发布"]
    assert "save" not in before.missing

    desk.records.change(LAND, plot, {"verified_on": "2026-11-01"})

    after = desk.view.read(LAND, plot)
    assert "核实日期" not in after.missing["发布"]
    assert 0 < before.complete < after.complete < 1


def test_a_record_tells_its_name_office_and_dates(desk: Desk, clock: FixedClock, role: uuid.UUID) -> None:
    made_at = clock.moment
    clock.moment += dt.timedelta(days=1)
    desk.records.change(ENTREPRENEURS, role, {"intent_note": "改"})

    view = desk.view.read(ENTREPRENEURS, role)

    assert (view.name, view.office, view.visibility, view.deleted) == ("张三", "长三角", "county", False)
    assert (view.created_at, view.updated_at) == (made_at, clock.moment)


def test_a_record_without_a_name_is_called_by_its_covered_number(desk: Desk) -> None:
    person = desk.records.add(PEOPLE, {"mobile": "13900001234"})

    assert desk.view.read(PEOPLE, person).name == "139****1234"


def test_a_record_that_is_not_there_is_named(desk: Desk) -> None:
    nobody = uuid.uuid4()

    with pytest.raises(UserError, match=f"企业总库里没有编号为 {nobody} 的记录"):
        desk.view.read(COMPANIES, nobody)


def test_a_new_record_starts_with_its_defaults(desk: Desk) -> None:
    start = desk.view.start(ENTREPRENEURS)

    expected = {"person_relation_owner_id": "示例员", "person_region": "长三角", "first_reported_by": "长三角"}
    assert {key: start[key] for key in expected} == expected
    assert "company_is_local_landed" not in start
    assert "person_source" not in start
    desk.records.add(PEOPLE, {"name": "张三", "source": "展会"})
    assert desk.view.start(PEOPLE)["source"] == "展会"


@pytest.mark.parametrize(
    ("key", "typed", "text", "twin"),
    [
        ("area_m2", "１０２．７６亩", "102.76 亩", "= 68506.67 ㎡"),
        ("ready_on", "2025.7.4", "2025-07-04", ""),
        ("name", " 一号 ", "一号", ""),
        ("name", "\u200b ", "", ""),
        ("supply_status", "可供", "可供", ""),
    ],
)
def test_a_typed_text_is_shown_as_it_will_stand(desk: Desk, key: str, typed: str, text: str, twin: str) -> None:
    checked = desk.view.check(LAND, key, typed)

    assert (checked.text, checked.twin, checked.refusal) == (text, twin, "")


def test_a_typed_text_that_is_refused_stays_with_its_reason(desk: Desk) -> None:
    checked = desk.view.check(LAND, "area_m2", "102.76")

    assert (checked.text, checked.refusal[:4]) == ("102.76", "缺少单位")


@pytest.mark.parametrize(
    ("library", "key", "typed", "text"),
    [
        ("land", "town_id", "yl", "永乐镇"),
        ("land", "town_id", "永乐", "永乐镇"),
        ("land", "contact_person_id", "sly", "示例员"),
        ("entrepreneurs", "industry_code", "yjzz", "C3587 眼镜制造"),
        ("entrepreneurs", "industry_code", "c3587", "C3587 眼镜制造"),
        ("people", "native_place", "重庆市奉节", "重庆市奉节县"),
        ("knowledge", "industry_codes", "眼镜", "C3587 眼镜制造"),
    ],
)
def test_what_is_meant_is_suggested_from_names_codes_and_initials(
    desk: Desk, library: str, key: str, typed: str, text: str
) -> None:
    assert text in [one.text for one in desk.view.suggest(CATALOG[library], key, typed)]


def test_without_a_text_the_first_names_are_suggested_and_free_texts_have_none(desk: Desk) -> None:
    assert len(desk.view.suggest(LAND, "town_id", "", limit=5)) == 5
    assert desk.view.suggest(LAND, "name", "一") == []
