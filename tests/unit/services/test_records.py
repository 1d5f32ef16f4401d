"""Adding, changing, deleting and bringing back: checked as a whole, stored as a whole."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.core.field import Library
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.history import rows, transactions

LAND, PEOPLE, COMPANIES = CATALOG["land"], CATALOG["people"], CATALOG["companies"]
ENTREPRENEURS, ALUMNI, STAFF = CATALOG["entrepreneurs"], CATALOG["alumni"], CATALOG["staff"]
ZHANG = {"person_name": "张三", "person_mobile": "13900001234", "company_name": "温州白帝眼镜有限公司"}


def refused(act: Callable[[], object]) -> dict[str, str]:
    """What was refused, and why, by field."""
    with pytest.raises(InvalidRecordError) as caught:
        act()
    return {one.key: one.reason for one in caught.value.refusals}


def shown(desk: Desk, library: Library, record: uuid.UUID) -> Mapping[str, str]:
    return desk.view.read(library, record, reveal=True).texts


def ids(desk: Desk, library: Library, *, deleted: bool = False) -> list[uuid.UUID]:
    listing = desk.browse.open(library, Wanted(deleted=deleted))
    return [row.id for row in desk.browse.page(listing, 0, len(listing), [])]


def test_a_role_brings_its_person_and_company_along(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, ZHANG | {"invest_intent": "有意向", "person_title": "总经理"})

    texts = shown(desk, ENTREPRENEURS, role)
    assert {key: texts[key] for key in (*ZHANG, "invest_intent")} == ZHANG | {"invest_intent": "有意向"}
    person, company = ids(desk, PEOPLE)[0], ids(desk, COMPANIES)[0]
    assert shown(desk, PEOPLE, person)["company_id"] == "温州白帝眼镜有限公司"
    assert shown(desk, COMPANIES, company)["name"] == "温州白帝眼镜有限公司"


def test_the_same_mobile_and_name_are_the_same_person_in_every_role(desk: Desk) -> None:
    desk.records.add(ENTREPRENEURS, ZHANG)
    same = {"person_name": "张　三", "person_mobile": "+86 139-0000-1234", "school": "重庆大学"}
    alumnus = desk.records.add(ALUMNI, same)

    assert len(ids(desk, PEOPLE)) == 1
    assert shown(desk, ALUMNI, alumnus)["person_company_id"] == "温州白帝眼镜有限公司"


def test_one_mobile_with_two_names_makes_a_second_person(desk: Desk) -> None:
    desk.records.add(ENTREPRENEURS, ZHANG)
    desk.records.add(ENTREPRENEURS, ZHANG | {"person_name": "李四"})

    assert len(ids(desk, PEOPLE)) == 2
    assert len(ids(desk, COMPANIES)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"company_uscc": "91500236MA5U1F2X46"}, {"company_name": "改名后", "company_uscc": "91500236 ma5u1f2x46"}),
        ({"company_name": "重庆市夔门光学有限公司"}, {"company_name": "夔门光学（重庆）有限责任公司"}),
        ({"company_name": "重庆夔门光学有限公司"}, {"company_name": "重庆市夔门光学集团有限公司"}),
    ],
)
def test_a_company_is_known_by_its_credit_code_and_by_its_name_without_form(
    desk: Desk, first: dict[str, str], second: dict[str, str]
) -> None:
    desk.records.add(ENTREPRENEURS, ZHANG | first)
    desk.records.add(ENTREPRENEURS, {"person_name": "李四", "person_mobile": "13900005678"} | second)

    assert len(ids(desk, COMPANIES)) == 1


def test_companies_of_two_places_are_never_taken_for_one(desk: Desk) -> None:
    for name, mobile in (("奉节县粮油有限公司", "13900005678"), ("巫山县粮油有限公司", "13900005679")):
        desk.records.add(ENTREPRENEURS, {"person_name": "李四", "person_mobile": mobile, "company_name": name})

    assert len(ids(desk, COMPANIES)) == 2


def test_a_role_may_name_its_person_by_id_and_add_to_what_is_known(desk: Desk) -> None:
    person = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13900001234"})

    role = desk.records.add(
        ENTREPRENEURS, {"person_id": str(person), "person_title": "董事长", "company_name": "白帝眼镜"}
    )

    assert ids(desk, PEOPLE) == [person]
    assert shown(desk, ENTREPRENEURS, role)["person_name"] == "张三"
    assert shown(desk, PEOPLE, person)["title"] == "董事长"


def test_a_person_needs_a_name_or_a_mobile_and_no_more(desk: Desk) -> None:
    assert "至少填一项" in refused(lambda: desk.records.add(PEOPLE, {"wechat": "abc"}))["name"]
    assert "至少填一项" in refused(lambda: desk.records.add(ALUMNI, {"school": "重庆大学"}))["person_name"]

    for typed in ({"name": "张三"}, {"mobile": "13900001234"}):
        desk.records.add(PEOPLE, typed)
    assert len(ids(desk, PEOPLE)) == 2


def test_all_refusals_are_told_at_once_and_nothing_is_stored(desk: Desk, store: Store) -> None:
    before = transactions(store), rows(store, "SELECT count(*) FROM member"), rows(store, "SELECT count(*) FROM _doc")
    typed = ZHANG | {
        "person_mobile": "1390000", "company_uscc": "91500236MA5U1F2X4L", "invest_intent": "也许", "colour": "红",
        "company_is_local_landed": "是", "person_tags": "一；二",
    }  # fmt: skip

    reasons = refused(lambda: desk.records.add(ENTREPRENEURS, typed))

    assert set(reasons) == {
        "person_mobile", "company_uscc", "invest_intent", "colour", "company_is_local_landed",
    }  # fmt: skip
    assert reasons["colour"].startswith("没有这个字段")
    assert reasons["company_is_local_landed"] == "由程序计算，不能填写"
    assert all(ids(desk, library) == [] for library in (ENTREPRENEURS, PEOPLE, COMPANIES))
    assert (
        transactions(store), rows(store, "SELECT count(*) FROM member"), rows(store, "SELECT count(*) FROM _doc")
    ) == before  # fmt: skip


def test_a_required_field_stops_the_record(desk: Desk) -> None:
    assert refused(lambda: desk.records.add(LAND, {"note": "临江"})) == {"name": "必填，请补上"}
    assert refused(lambda: desk.records.add(LAND, {"name": "\u200b　"})) == {"name": "必填，请补上"}


def test_a_rule_over_the_record_is_asked_for_what_it_will_be(desk: Desk) -> None:
    post = {"name": "李四", "posted_from": "2026-03-01", "posted_to": "2026-12-31"}
    person = desk.records.add(STAFF, post)

    assert list(refused(lambda: desk.records.change(STAFF, person, {"posted_from": "2027-01-01"}))) == ["posted_from"]
    desk.records.change(STAFF, person, {"posted_from": "2027-01-01", "posted_to": ""})
    assert "posted_to" not in shown(desk, STAFF, person)


def test_the_first_report_is_set_once_and_stays(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, ZHANG)
    texts = shown(desk, ENTREPRENEURS, role)
    assert (texts["first_reported_by"], texts["first_reported_at"]) == ("长三角", "2026-11-23 12:00:00")

    reasons = refused(
        lambda: desk.records.change(
            ENTREPRENEURS, role, {"first_reported_by": "京津冀", "first_reported_at": "2020-01-01", "intent_note": "改"}
        )
    )

    assert reasons == dict.fromkeys(("first_reported_by", "first_reported_at"), "已经确定，不能更改")
    assert "intent_note" not in shown(desk, ENTREPRENEURS, role)


def test_a_blank_text_empties_its_field_and_an_untyped_field_stays(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "floors": "2", "note": "临江", "utilities": "通水；通电"})

    desk.records.change(LAND, plot, {"floors": "", "utilities": " "})

    texts = shown(desk, LAND, plot)
    assert ("floors" in texts, "utilities" in texts, texts["note"]) == (False, False, "临江")


def test_defaults_fill_what_is_not_typed_and_a_field_typed_blank_stays_blank(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "plan_compliance": ""})
    person = desk.records.add(PEOPLE, {"name": "张三"})

    assert (shown(desk, LAND, plot)["supply_status"], "plan_compliance" in shown(desk, LAND, plot)) == ("可供", False)
    texts = shown(desk, PEOPLE, person)
    assert (texts["region"], texts["relation_owner_id"], texts["consent_status"]) == ("长三角", "示例员", "待取得")


def test_what_was_used_last_is_the_next_default(desk: Desk) -> None:
    desk.records.add(PEOPLE, {"name": "张三", "source": "展会"})

    other = desk.records.add(ALUMNI, {"person_name": "李四"})

    assert shown(desk, ALUMNI, other)["person_source"] == "展会"


def test_a_record_belongs_to_the_office_with_the_visibility_of_its_library(desk: Desk, store: Store) -> None:
    role = desk.records.add(ENTREPRENEURS, ZHANG)

    found = rows(store, "SELECT office_code, visibility, created_by FROM lib_entrepreneur WHERE id = ?", role.bytes)
    assert found == [("YRD", "county", desk.identity.staff.bytes)]
    assert rows(store, "SELECT office_code, visibility FROM person") == [("YRD", "office")]


def test_changing_a_role_changes_its_masters_and_says_so(desk: Desk, clock: FixedClock) -> None:
    role = desk.records.add(ENTREPRENEURS, ZHANG)
    heard: list[str] = []
    desk.announcer.listen(lambda table, _: heard.append(table))
    clock.moment += dt.timedelta(minutes=1)

    desk.records.change(ENTREPRENEURS, role, {"person_title": "董事长", "company_nature": "民营"})

    assert shown(desk, PEOPLE, ids(desk, PEOPLE)[0])["title"] == "董事长"
    assert shown(desk, COMPANIES, ids(desk, COMPANIES)[0])["nature"] == "民营"
    assert {"person", "company", "lib_entrepreneur"} <= set(heard)


def test_a_company_typed_into_a_role_without_one_is_found_or_made(desk: Desk) -> None:
    known = desk.records.add(COMPANIES, {"name": "重庆夔门光学有限公司"})
    role = desk.records.add(ALUMNI, {"person_name": "张三"})
    other = desk.records.add(ENTREPRENEURS, ZHANG)

    desk.records.change(ALUMNI, role, {"person_company_id": "重庆夔门光学有限公司"})
    assert len(ids(desk, COMPANIES)) == 2

    desk.records.change(ENTREPRENEURS, other, {"company_id": str(known), "company_nature": "民营"})
    assert len(ids(desk, COMPANIES)) == 2
    assert shown(desk, COMPANIES, known)["nature"] == "民营"
    assert shown(desk, ENTREPRENEURS, other)["company_name"] == "重庆夔门光学有限公司"


def test_a_master_in_use_is_not_deleted_and_the_refusal_says_where_it_is_used(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, ZHANG)
    person, company = ids(desk, PEOPLE)[0], ids(desk, COMPANIES)[0]

    for library, master in ((PEOPLE, person), (COMPANIES, company)):
        with pytest.raises(UserError, match="还有 1 条“企业家资源库”记录用到它"):
            desk.records.delete(library, [master])

    desk.records.delete(ENTREPRENEURS, [role])
    assert desk.records.delete(PEOPLE, [person]) == 1


def test_bringing_a_role_back_brings_its_deleted_masters_back(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, ZHANG)
    person, company = ids(desk, PEOPLE)[0], ids(desk, COMPANIES)[0]
    desk.records.delete(ENTREPRENEURS, [role])
    desk.records.delete(PEOPLE, [person])
    desk.records.delete(COMPANIES, [company])

    desk.records.restore(ENTREPRENEURS, [role])

    assert (ids(desk, PEOPLE), ids(desk, COMPANIES)) == ([person], [company])
    assert [one.id for one in desk.search.find("张三")] == [role, person]


def test_a_deleted_record_leaves_the_table_and_comes_back_as_it_was(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "utilities": "通水；通电"})
    before = dict(shown(desk, LAND, plot))

    desk.records.delete(LAND, [plot])
    assert (ids(desk, LAND), ids(desk, LAND, deleted=True)) == ([], [plot])

    desk.records.restore(LAND, [plot])
    assert (ids(desk, LAND), ids(desk, LAND, deleted=True)) == ([plot], [])
    assert shown(desk, LAND, plot) == before


@pytest.mark.parametrize("act", ["change", "delete", "restore"])
def test_a_record_that_is_not_there_is_named(desk: Desk, act: str) -> None:
    nobody = uuid.uuid4()
    acts: dict[str, Callable[[], object]] = {
        "change": lambda: desk.records.change(LAND, nobody, {"name": "一号"}),
        "delete": lambda: desk.records.delete(LAND, [nobody]),
        "restore": lambda: desk.records.restore(LAND, [nobody]),
    }

    with pytest.raises(UserError, match=str(nobody)):
        acts[act]()


def test_listeners_hear_of_a_change_after_it_is_stored(desk: Desk) -> None:
    heard: list[tuple[str, list[uuid.UUID]]] = []
    desk.announcer.listen(lambda table, ids_: heard.append((table, ids(desk, LAND))))

    plot = desk.records.add(LAND, {"name": "一号"})
    desk.records.delete(LAND, [plot])

    assert heard == [("lib_land", [plot]), ("lib_land", [])]


def test_a_need_without_a_name_is_called_by_its_company(desk: Desk) -> None:
    desk.records.add(COMPANIES, {"name": "重庆夔门光学有限公司"})

    need = desk.records.add(CATALOG["funding"], {"company_id": "重庆夔门光学有限公司"})

    assert shown(desk, CATALOG["funding"], need)["project_name"] == "重庆夔门光学有限公司"


def test_names_that_several_records_bear_are_not_guessed(desk: Desk) -> None:
    for mobile in ("13900001234", "13900005678"):
        desk.records.add(STAFF, {"name": "王五", "mobile": mobile})

    reasons = refused(lambda: desk.records.add(LAND, {"name": "一号", "contact_person_id": "王五"}))

    assert reasons == {"contact_person_id": "工作人员里有 2 条“王五”，请从列表中选取其中一条"}
