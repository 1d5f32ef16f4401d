"""Drafts: one for each record, bounded, unreadable ones passed over, gone with the person they tell of."""

import datetime as dt
import uuid

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.libraries import CATALOG
from fj_desktop.services import drafts
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.history import rows

PEOPLE, LAND = CATALOG["people"], CATALOG["land"]


def test_a_record_has_one_draft_and_a_library_one_for_a_new_record(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "甲地块"})
    desk.drafts.keep(LAND, plot, {"note": "一"})
    desk.drafts.keep(LAND, plot, {"note": "二"})
    desk.drafts.keep(LAND, None, {"name": "新地块"})
    found = {one.record: (one.name, dict(one.texts)) for one in desk.drafts.all()}
    assert found == {plot: ("甲地块", {"note": "二"}), None: ("新地块", {"name": "新地块"})}
    desk.drafts.keep(LAND, plot, {})
    desk.drafts.drop(LAND, None)
    assert desk.drafts.all() == []


def test_a_record_changed_meanwhile_is_told_and_a_deleted_one_is_not_offered(desk: Desk, clock: FixedClock) -> None:
    plot = desk.records.add(LAND, {"name": "甲地块"})
    base = str(desk.view.read(LAND, plot).updated_at)
    desk.drafts.keep(LAND, plot, {"note": "一"}, base)
    assert [one.has_changed for one in desk.drafts.all()] == [False]
    clock.moment += dt.timedelta(minutes=1)
    desk.records.change(LAND, plot, {"name": "乙地块"})
    assert [(one.name, one.has_changed) for one in desk.drafts.all()] == [("乙地块", True)]
    desk.records.delete(LAND, [plot])
    assert desk.drafts.all() == []
    desk.records.restore(LAND, [plot])
    assert len(desk.drafts.all()) == 1


@pytest.mark.parametrize(
    "value",
    ["", "nothing", "[]", '{"at": "x"}', '{"at": "2026-11-23T00:00:00+00:00", "base": "", "texts": 3}',
     '{"at": "2026-11-23T00:00:00+00:00", "base": "", "texts": {"no_such_field": "x"}}'],
)  # fmt: skip
def test_a_draft_of_another_making_is_passed_over(desk: Desk, value: str) -> None:
    for key in ("draft/land/new", "draft/land/not-an-id", "draft/no-library/new", "draft/capture"):
        desk.keep_setting(key, value)
    assert desk.drafts.all() == []


def test_drafts_are_bounded_in_size_and_number(desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_MOST", 3)
    for number in range(5):
        desk.drafts.keep(LAND, uuid.uuid4(), {"note": str(number)})
    assert len(rows(store, "SELECT key FROM _setting WHERE key LIKE 'draft/land/%'")) == 3
    desk.drafts.keep(LAND, None, {"note": "字" * 2_000_000})
    assert rows(store, "SELECT key FROM _setting WHERE key = 'draft/land/new'") == []


def test_drafts_about_an_erased_person_go_with_them(desk: Desk, store: Store) -> None:
    person = desk.records.add(PEOPLE, {"name": "魏无羡", "mobile": "13912345678"})
    desk.drafts.keep(PEOPLE, person, {"home_address": "夷陵老祖路七号"})
    desk.drafts.keep(PEOPLE, None, {"name": "魏某", "mobile": "13912345678"})
    desk.drafts.keep(LAND, None, {"name": "甲地块"})
    desk.keep_setting("draft/capture", "魏无羡 13912345678 想看地")
    desk.personal.erase(person, "本人要求")
    assert rows(store, "SELECT key FROM _setting WHERE key LIKE 'draft/%'") == [("draft/land/new",)]
