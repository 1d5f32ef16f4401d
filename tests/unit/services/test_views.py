"""Saved views are records: undone like any other, and harmless whatever stands in them."""

import datetime as dt
import json
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import SPANS, AnyOf, Filter, span
from fj_desktop.services.view_definitions import Showing, read_definition, write_definition
from tests.support.desks import NOON, open_desk

LAND = CATALOG["land"]
SHOWING = Showing(
    (Filter("supply_status", "any_of", ("可供",)), AnyOf((Filter("gas_ok", "empty"), Filter("name", "is", ("甲",))))),
    "地",
    (("name", True),),
    ("name", "area_m2"),
    "supply_status",
)


def test_what_was_saved_comes_back_word_for_word(desk: Desk) -> None:
    desk.views.save(LAND, " 可供  地块 ", SHOWING)

    view = desk.views.named(LAND, "可供 地块")
    assert (view.showing, view.name, view.owner, view.remarks) == (SHOWING, "可供 地块", "", ())
    assert desk.views.of(CATALOG["people"]) == []


def test_every_change_of_a_view_is_taken_back_by_undo(desk: Desk) -> None:
    view = desk.views.save(LAND, "甲", SHOWING)
    desk.views.rename(LAND, view, "乙")
    desk.views.change(view, Showing())
    desk.views.delete(view)

    assert desk.views.of(LAND) == []
    desk.undoing.undo()
    assert desk.views.of(LAND)[0].showing == Showing()
    desk.undoing.undo()
    desk.undoing.undo()
    assert [(one.name, one.showing) for one in desk.views.of(LAND)] == [("甲", SHOWING)]
    desk.undoing.undo()
    assert desk.views.of(LAND) == []


@pytest.mark.parametrize(("name", "said"), [("", "还没有名称"), ("字" * 41, "最多 40 字"), ("甲 ", "已有名为“甲”")])
def test_a_name_that_does_not_do_is_refused_in_words(desk: Desk, name: str, said: str) -> None:
    desk.views.save(LAND, "甲", SHOWING)

    with pytest.raises(UserError, match=said):
        desk.views.save(LAND, name, SHOWING)
    with pytest.raises(UserError, match="可用：甲"):
        desk.views.named(LAND, "丙")


def test_a_library_opens_with_the_view_of_this_machine(desk: Desk) -> None:
    assert desk.views.usual(LAND) is None
    view = desk.views.save(LAND, "甲", SHOWING)
    desk.views.make_usual(LAND, view)
    assert desk.views.usual(LAND) == view
    desk.views.make_usual(LAND, None)
    assert desk.views.usual(LAND) is None


def test_too_many_conditions_are_refused() -> None:
    with pytest.raises(UserError, match="条件太多"):
        write_definition(Showing((AnyOf((Filter("name", "is", ("甲",)),) * 31),)))


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        ("", "读不懂"), ("[" * 7000, "读不懂"), ("7" * 7000, "读不懂"), ("{}" * 9000, "读不懂"), ("[]", "读不懂"),
        ('{"filters":[{"key":"colour","is":"is","texts":["红"]}]}', "本版本没有"),
        ('{"filters":[{"key":"name","is":"drop","texts":["红"]}]}', "“名称”|不适用"),
        ('{"filters":[{"key":"name","is":["is"],"texts":["红"]}]}', "不适用"),
        ('{"filters":[{"key":"ref_price_wan_mu","is":"at_least","texts":["1"]}]}', "不适用"),
        ('{"filters":[{"key":"ready_on","is":"span","texts":["随便"]}]}', "不适用"),
        ('{"filters":[{"any":[{"any":[]}]}]}', "本版本没有"),
        ('{"columns":["colour"],"order":[["colour",true]]}', "本版本没有"),
        ('{"order":[["floor_price_wan_mu",true]]}', "不能按“底价”排序"),
        ('{"group":"colour"}', "分组的字段已不能用"),
        ('{"group":["colour"]}', "分组的字段已不能用"),
        (json.dumps({"filters": [{"key": "name", "is": "empty"}] * 31}), "超出 30 项"),
    ],
)  # fmt: skip
def test_what_a_hostile_view_asks_for_is_left_out_with_a_remark(desk: Desk, definition: str, said: str) -> None:
    showing, remarks = read_definition(LAND, definition)

    assert len(remarks) == 1
    assert any(words in remarks[0] for words in said.split("|"))
    desk.browse.open(LAND, showing.wanted())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["name", "is", "span", "本周"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["filters", "any", "key", "is", "texts", "text", "order", "columns", "group"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON)
@settings(max_examples=200, deadline=None)
def test_no_definition_stops_a_library_from_opening(found: object) -> None:
    showing, _ = read_definition(LAND, json.dumps(found))

    assert read_definition(LAND, write_definition(showing))[0] == showing


def test_spans_move_with_the_calendar_of_the_store() -> None:
    clock = FixedClock(NOON)
    desk = open_desk(clock)
    desk.records.add(LAND, {"name": "甲", "ready_on": "2026-11-29"})
    view = Showing((Filter("ready_on", "span", ("本周",)),)).wanted()

    assert len(desk.browse.open(LAND, view)) == 1
    clock.moment += dt.timedelta(days=7)
    assert len(desk.browse.open(LAND, view)) == 0


@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)))
def test_the_present_day_belongs_to_every_span_but_what_is_past(day: dt.date) -> None:
    for words in SPANS:
        ends = span(words, day)
        assert ends is not None
        first, after = ends
        assert (first is not None and first <= day < after) == (words != "已过期")


@pytest.mark.parametrize("key", [one.key for one in CATALOG.surface(LAND) if not one.field.masked])
def test_the_value_of_a_cell_finds_its_record_and_leaves_it_out(plot: tuple[Desk, uuid.UUID], key: str) -> None:
    desk, record = plot
    only, without = (desk.browse.like(LAND, record, key, without=one) for one in (False, True))

    found = desk.browse.open(LAND, Wanted(only))
    left = desk.browse.open(LAND, Wanted(without))
    assert desk.browse.row_of(found, record) is not None
    assert desk.browse.row_of(left, record) is None


@pytest.fixture(scope="module")
def plot() -> tuple[Desk, uuid.UUID]:
    desk = open_desk()
    values = {
        "name": "甲（一）", "area_m2": "30.55亩", "ready_on": "2026-03-01", "term_years": "50", "gas_ok": "是",
        "supply_status": "可供", "utilities": "通水；通电", "town_id": "永乐镇", "industry_codes": "C3587；A01",
        "far_min": "1.25",
    }  # fmt: skip
    desk.records.add(LAND, {"name": "乙"})
    return desk, desk.records.add(LAND, values)
