"""Who changed what, when, from what to what; and the way back to it."""

import datetime as dt

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk

LAND, ENTREPRENEURS, ALUMNI = CATALOG["land"], CATALOG["entrepreneurs"], CATALOG["alumni"]


def test_a_change_tells_who_when_and_from_what_to_what(desk: Desk, clock: FixedClock) -> None:
    record = desk.records.add(LAND, {"parcel_no": "甲地", "area_m2": "10000㎡"})
    clock.moment += dt.timedelta(hours=1)
    desk.records.change(LAND, record, {"area_m2": "20000㎡"})

    newest, oldest = desk.history.of(LAND, record)
    assert (newest.at, newest.who, newest.what) == ("2026-11-23 13:00:00", "示例员", "修改")
    assert [(line.key, line.before, line.after) for line in newest.lines] == [("area_m2", "15 亩", "30 亩")]
    assert oldest.what == "新增"


def test_a_masters_change_stands_in_the_history_of_its_role_covered(desk: Desk) -> None:
    role = desk.records.add(ENTREPRENEURS, {"person_name": "张三", "person_mobile": "13900001234"})
    desk.records.change(ENTREPRENEURS, role, {"person_mobile": "13900005678"})
    line = next(line for line in desk.history.of(ENTREPRENEURS, role)[0].lines if line.key == "person_mobile")
    assert "00001234" not in line.before
    assert "*" in line.before.replace("＊", "*")


def test_one_field_goes_back_and_the_others_stay(desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "甲地", "area_m2": "10000㎡"})
    desk.records.change(LAND, record, {"parcel_no": "乙地", "area_m2": "5000㎡"})
    event = desk.history.of(LAND, record)[0]
    desk.history.put_back(LAND, record, event, "area_m2")
    texts = desk.view.read(LAND, record).texts
    assert texts["parcel_no"] == "乙地"
    assert texts["area_m2"] == "15 亩"


def test_a_record_returns_to_where_it_stood_before_an_event(desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "甲地"})
    for values in ({"parcel_no": "乙地"}, {"area_m2": "5000㎡"}, {"parcel_no": "丙地"}):
        desk.records.change(LAND, record, values)
    first_change = desk.history.of(LAND, record)[2]
    desk.history.return_to(LAND, record, first_change)
    texts = desk.view.read(LAND, record).texts
    assert (texts["parcel_no"], texts.get("area_m2", "")) == ("甲地", "")


def test_sets_and_deletion_are_told_too(desk: Desk) -> None:
    record = desk.records.add(ALUMNI, {"person_name": "张三", "person_mobile": "13900001234", "help_kind": "融资"})
    desk.records.change(ALUMNI, record, {"help_kind": "宣传"})
    desk.records.delete(ALUMNI, [record])
    gone, changed, _ = desk.history.of(ALUMNI, record)
    assert [(line.label, line.after) for line in gone.lines] == [("删除标记", "已删除")]
    assert {(line.before, line.after) for line in changed.lines} == {("融资", ""), ("", "宣传")}


def test_a_former_value_that_is_no_longer_allowed_is_refused(desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "甲地", "note": "旧"})
    desk.records.change(LAND, record, {"note": ""})
    event = desk.history.of(LAND, record)[0]
    desk.history.put_back(LAND, record, event)
    assert desk.view.read(LAND, record).texts["note"] == "旧"
    with pytest.raises(UserError):
        desk.history.put_back(LAND, record, event, "area_m2")


def test_the_first_state_of_a_needed_field_is_not_emptied(desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "甲地"})
    created = desk.history.of(LAND, record)[-1]
    with pytest.raises((InvalidRecordError, UserError)):
        desk.history.return_to(LAND, record, created)
