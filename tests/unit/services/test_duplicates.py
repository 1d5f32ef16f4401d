"""Records that are kept twice are found, those that only look alike are left to a person."""

import uuid

import pytest

from fj_desktop.core.progress import Cancelled
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.duplicates import Pair
from fj_desktop.store.transactions import Store
from tests.support import mistyped, twins
from tests.support.twins import Ledger
from tests.unit.services.test_stopping import StopsAt

COMPANIES, PEOPLE, ENTREPRENEURS = twins.COMPANIES, twins.PEOPLE, CATALOG["entrepreneurs"]
OPPORTUNITIES = CATALOG["opportunities"]


@pytest.mark.parametrize("seed", [20261123, 7])
@pytest.mark.parametrize("library", [COMPANIES, PEOPLE])
def test_of_a_thousand_pairs_nearly_all_are_found_and_those_merged_unasked_are_right(
    desk: Desk, store: Store, library: type, seed: int
) -> None:
    ledger = (twins.companies if library is COMPANIES else twins.people)(1000, seed)
    places = ledger.store(store, desk, library)
    found = {_places(one, places): one for one in desk.duplicates.find(library) if one.first in places}
    sure = {pair for pair, one in found.items() if one.sure}
    assert len(sure) >= 450
    assert len(sure & ledger.twins) / len(sure) >= 0.98
    assert len(found.keys() & ledger.twins) / len(ledger.twins) >= 0.95


def _places(one: Pair, places: dict[uuid.UUID, int]) -> tuple[int, int]:
    first, second = sorted((places[one.first], places[one.second]))
    return first, second


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("重庆夔门光学有限公司", "重庆市夔门光学有限责任公司", "sure"),
        ("重庆夔门光学有限公司", "重庆夔門光學有限公司", "asked"),
        ("重庆夔门光学有限公司", "夔门光学", "asked"),
        ("重庆夔门光学有限公司", "重庆夔门光学有限公司巫山分公司", None),
        ("重庆夔门光学有限公司", "上海夔门光学有限公司", "asked"),
        ("示例光学有限公司", "示例光学（温州）有限公司", "asked"),
        ("ＡＢＣ光学有限公司", "abc光学 有限公司", "sure"),
        ("奉节县第一建筑工程有限公司", "奉节县第二建筑工程有限公司", None),
        ("夔门脐橙一期有限公司", "夔门脐橙二期有限公司", None),
        ("洛阳祥云利软件开发有限公司", "洛阳长丰利软件开发有限公司", None),
        ("重庆夔门光学有限公司", "重庆夔门光学集团有限公司", "asked"),
        ("白帝城旅游开发有限公司", "白帝成旅游开发有限公司", "asked"),
        ("白帝城旅游开发有限公司", "白帝城游旅开发有限公司", "asked"),
    ],
)
def test_names_of_companies(desk: Desk, one: str, other: str, verdict: str | None) -> None:
    desk.records.add(COMPANIES, {"name": one})
    ledger = Ledger([{"name": other}])
    ledger.store(desk.records._store, desk, COMPANIES)
    found = desk.duplicates.find(COMPANIES)
    assert [("sure" if pair.sure else "asked") for pair in found] == ([verdict] if verdict else [])


def test_two_credit_codes_are_two_companies(desk: Desk, store: Store) -> None:
    rows = [{"name": "夔门光学有限公司", "uscc": code} for code in ("91500236MA5U8Q2K4D", "91500236MA60B1TE7X")]
    Ledger(rows).store(store, desk, COMPANIES)
    assert [one.sure for one in desk.duplicates.find(COMPANIES)] == [False]


def test_a_switchboard_of_many_tells_nothing(desk: Desk, store: Store) -> None:
    names = (
        "恒泰模具",
        "远航物流",
        "嘉禾食品",
        "博信电子",
        "天润纺织",
        "启明照明",
        "云锦服饰",
        "星辰传媒",
        "大地测绘",
        "昆仑矿业",
    )
    Ledger([{"name": name, "contact_phone": "023-56550000"} for name in names]).store(store, desk, COMPANIES)
    assert desk.duplicates.find(COMPANIES) == []


def test_what_is_not_the_same_is_not_told_again_until_it_is_asked_again(desk: Desk) -> None:
    one = desk.records.add(PEOPLE, {"name": "张三", "org_name": "夔门光学"})
    other = desk.records.add(PEOPLE, {"name": "张三", "org_name": "夔门光学", "mobile": "13900001234"})
    assert len(desk.duplicates.find(PEOPLE)) == 1
    desk.duplicates.not_same(PEOPLE, one, other)
    desk.duplicates.not_same(PEOPLE, other, one)
    assert desk.duplicates.find(PEOPLE) == []
    (told,) = desk.duplicates.not_the_same(PEOPLE)
    assert (told.first, told.second) == (one, other)
    assert all(told.names)
    desk.duplicates.ask_again(PEOPLE, other, one)
    assert len(desk.duplicates.find(PEOPLE)) == 1
    desk.undoing.undo()
    assert desk.duplicates.find(PEOPLE) == []
    desk.undoing.undo()
    assert len(desk.duplicates.find(PEOPLE)) == 1
    with pytest.raises(UserError, match="同一条"):
        desk.duplicates.not_same(PEOPLE, one, one)
    with pytest.raises(UserError, match="没有编号"):
        desk.duplicates.not_same(PEOPLE, one, uuid.uuid4())


def test_all_sure_pairs_become_one_in_one_step_that_undo_takes_back(desk: Desk, store: Store) -> None:
    names = (
        "重庆夔门光学有限公司",
        "重庆市夔门光学有限公司",
        "重庆夔门光学有限责任公司",
        "万州脐橙有限公司",
        "万州 脐橙有限公司",
    )
    Ledger([{"name": name} for name in names]).store(store, desk, COMPANIES)
    assert desk.duplicates.merge_sure(desk.duplicates.find(COMPANIES)) == 3
    assert len(desk.browse.open(COMPANIES, Wanted())) == 2
    assert desk.duplicates.find(COMPANIES) == []
    desk.undoing.undo()
    assert len(desk.browse.open(COMPANIES, Wanted())) == 5
    desk.undoing.redo()
    assert len(desk.browse.open(COMPANIES, Wanted())) == 2


def test_merging_many_stops_when_asked_and_leaves_all_as_it_was(desk: Desk, store: Store) -> None:
    twins.companies(30, 5).store(store, desk, COMPANIES)
    pairs = desk.duplicates.find(COMPANIES)
    with pytest.raises(Cancelled):
        desk.duplicates.merge_sure(pairs, StopsAt(5))
    assert desk.duplicates.find(COMPANIES) == pairs
    with pytest.raises(Cancelled):
        desk.duplicates.find(COMPANIES, StopsAt(2))


def test_in_a_library_of_roles_the_people_are_told_and_roles_of_one_person(desk: Desk) -> None:
    for mobile, name in (("13900001234", "张三丰"), ("13900001243", "张三丰")):
        desk.records.add(ENTREPRENEURS, {"person_name": name, "person_mobile": mobile})
    first = desk.duplicates.find(ENTREPRENEURS)
    assert [(one.library, one.sure) for one in first] == [(PEOPLE, False)]
    desk.merging.merge(PEOPLE, first[0].first, first[0].second)
    second = desk.duplicates.find(ENTREPRENEURS)
    assert [(one.library, one.sure) for one in second] == [(ENTREPRENEURS, True)]
    assert desk.duplicates.merge_sure(second) == 1
    assert desk.duplicates.find(ENTREPRENEURS) == []


def test_things_are_told_by_name_and_a_phase_is_another_thing(desk: Desk, store: Store) -> None:
    names = ("奉节脐橙深加工项目", "奉节脐橙 深加工项目", "奉节脐橙深加工项目二期", "奉节脐橙深加工项目三期")
    Ledger([{"name": name} for name in names]).store(store, desk, OPPORTUNITIES)
    found = desk.duplicates.find(OPPORTUNITIES)
    assert [one.sure for one in found] == [True]


@pytest.mark.parametrize("library", list(CATALOG), ids=lambda one: one.library)
def test_every_library_can_be_looked_through(desk: Desk, library: type) -> None:
    assert isinstance(desk.duplicates.find(library), list)


def test_while_a_form_is_typed_the_records_it_is_like_are_told(desk: Desk) -> None:
    company = desk.records.add(COMPANIES, {"name": "温州石榴光学有限公司", "contact_phone": "0577-88123456"})
    for typed in ("温州市石榴光学有限责任公司", "温州石榴光雪有限公司", "石榴光学"):
        assert [one.id for one in desk.duplicates.like(COMPANIES, {"name": typed})] == [company]
    assert desk.duplicates.like(COMPANIES, {"name": "温州石榴光学有限公司"}, besides=company) == ()
    assert desk.duplicates.like(COMPANIES, {"name": "昆仑矿业有限公司", "contact_phone": "不详"}) == ()


def test_a_form_of_roles_is_told_of_people(desk: Desk) -> None:
    desk.records.add(ENTREPRENEURS, {"person_name": "张三丰", "person_mobile": "13900001234"})
    (hint,) = desk.duplicates.like(ENTREPRENEURS, {"person_name": "章三丰", "person_mobile": "139 0000 1234"})
    assert (hint.library, hint.name) == (PEOPLE, "张三丰")
    assert "手机相同" in hint.reasons
    assert not hint.sure


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("示例光学有限公司", "示例光学（温州）有限公司"),
        ("示例光学（台州）有限公司", "示例光学（温州）有限公司"),
        ("台州示例光学有限公司", "示例光学（温州）有限公司"),
    ],
)
def test_a_company_with_another_place_in_brackets_is_not_taken_for_it_when_it_is_added(
    desk: Desk, first: str, second: str
) -> None:
    desk.records.add(COMPANIES, {"name": first})
    desk.records.add(ENTREPRENEURS, {"person_name": "张三丰", "company_name": second})
    assert len(desk.browse.open(COMPANIES, Wanted())) == 2


@pytest.mark.parametrize(
    ("library", "same", "other"),
    [
        (COMPANIES, mistyped.SAME_FIRM, mistyped.OTHER_FIRM),
        (PEOPLE, mistyped.SAME_HUMAN, mistyped.OTHER_HUMAN),
    ],
    ids=["companies", "people"],
)
def test_in_another_world_of_words_and_slips_the_figures_hold(
    desk: Desk, store: Store, library: type, same: tuple[mistyped.Maker, ...], other: tuple[mistyped.Maker, ...]
) -> None:
    ledger = mistyped.ledger(same, other, 500, 411)
    places = ledger.store(store, desk, library)
    found = {_places(one, places): one.sure for one in desk.duplicates.find(library) if one.first in places}
    sure = {pair for pair, is_sure in found.items() if is_sure}
    assert len(sure) >= 200
    assert len(sure & ledger.twins) / len(sure) >= 0.98
    assert len(found.keys() & ledger.twins) / len(ledger.twins) >= 0.95


def test_a_slip_in_a_short_name_is_told_though_many_share_half_of_it(desk: Desk, store: Store) -> None:
    many = [{"name": f"温州石榴{one}{two}有限公司"} for one in "永盛达通科创" for two in "信德宏远佳美"]
    twins.Ledger([{"name": "温州石榴光学有限公司"}, *many]).store(store, desk, COMPANIES)
    assert [one.name for one in desk.duplicates.like(COMPANIES, {"name": "温州石榴光雪有限公司"})] == [
        "温州石榴光学有限公司"
    ]
