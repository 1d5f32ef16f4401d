"""The demo desk: whole on any day, its projects spread over all stages, nothing in it ahead of its time."""

import datetime as dt
from collections import Counter

import pytest

from fj_desktop.assets import asset
from fj_desktop.core.clock import COUNTY_ZONE, FixedClock, today
from fj_desktop.core.progress import Unwatched
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.gates import STAGES
from fj_desktop.services.demo import dated, load
from fj_desktop.services.desk import Desk
from tests.support.desks import open_store

DAYS = (dt.date(2026, 11, 23), dt.date(2028, 2, 29), dt.date(2027, 1, 1))


@pytest.mark.parametrize("day", DAYS)
def test_the_projects_of_a_demo_desk_are_under_way_on_the_day_it_is_made(day: dt.date) -> None:
    store = open_store(FixedClock(dt.datetime.combine(day, dt.time(12), COUNTY_ZONE)))
    desk = Desk(store)
    load(store, desk, asset("db/demo"), Unwatched())
    projects = desk.view.rows_json(CATALOG["projects"], None, reveal=True, deleted=False)
    assert set(STAGES) == set(Counter(one["stage"] for one in projects))
    moves = desk.view.rows_json(CATALOG["stage-moves"], None, reveal=True, deleted=False)
    assert all(one["moved_on"] <= day.isoformat() for one in moves)
    for one in projects:
        mine = sorted((move for move in moves if move["project_id"] == one["name"]), key=lambda move: move["moved_on"])
        way = [move["to_stage"] for move in mine if move["to_stage"] in STAGES]
        assert way == list(STAGES[1 : STAGES.index(one["stage"]) + 1]), one["name"]
    made = desk.dispatch.of("year", as_of=today(store.clock))
    assert {one.code: one.rows for one in made.sections}["funnel"]
    assert desk.queue.of().items
    store.close()


def test_a_cell_that_depends_on_the_day() -> None:
    day = dt.date(2026, 3, 1)
    assert [dated(text, day) for text in ("@-1", "@+0 09:30", "@y", "@q", "@m", "张三@示例", "")] == [
        "2026-02-28", "2026-03-01 09:30", "2026", "2026-Q1", "2026-03", "张三@示例", "",
    ]  # fmt: skip
