"""What helps while references are typed: unknown names, namesakes, masters that are known already."""

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk

LAND, HOMETOWN, ALUMNI, PEOPLE = CATALOG["land"], CATALOG["hometown"], CATALOG["alumni"], CATALOG["people"]
PERSON = {"name": "张示例", "mobile": "13912345678"}


def test_a_reference_to_nothing_is_refused_while_it_is_typed(desk: Desk) -> None:
    assert desk.view.check(LAND, "town_id", "白帝镇").refusal == ""
    assert "没有的镇" in desk.view.check(LAND, "town_id", "没有的镇").refusal


def test_a_reference_that_makes_its_record_says_so(desk: Desk) -> None:
    checked = desk.view.check(PEOPLE, "company_id", "示例新公司")
    assert checked.refusal == ""
    assert "新建到企业总库" in checked.twin


def test_namesakes_are_told_apart_by_the_id_of_what_was_picked(desk: Desk) -> None:
    for mobile in ("13912345678", "13811112222"):
        desk.records.add(PEOPLE, PERSON | {"mobile": mobile})
    found = desk.view.suggest(ALUMNI, "person_id", "张示例")
    assert len({one.id for one in found}) == 2
    assert "请从列表中选取其中一条" in desk.view.check(ALUMNI, "person_id", "张示例").refusal
    assert desk.view.check(ALUMNI, "person_id", found[0].id).refusal == ""


@pytest.mark.parametrize(
    ("typed", "is_known"),
    [
        (PERSON, True),
        ({"name": "张示例", "mobile": "139 1234 5678"}, True),
        ({"name": "李示例", "mobile": "13912345678"}, False),
        ({"name": "张示例", "mobile": "不是号码"}, False),
        ({}, False),
    ],
)
def test_a_known_person_is_recognised_from_what_was_typed(desk: Desk, typed: dict[str, str], is_known: bool) -> None:
    desk.records.add(PEOPLE, PERSON)
    found = desk.view.known(HOMETOWN, "person_id", typed)
    assert (found is not None) is is_known
    if found is not None:
        assert (found.text, found.detail) == ("张示例", "人员总库")
