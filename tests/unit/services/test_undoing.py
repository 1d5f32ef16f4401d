"""Undo and redo over every kind of act, a hundred steps deep, recorded like anything else."""

import uuid

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.taking_back import edited_since
from fj_desktop.store.chain import broken_links
from fj_desktop.store.transactions import Store, last_transaction
from fj_desktop.store.watching import limited
from tests.support.history import transactions

LAND, ENTREPRENEURS, PEOPLE = CATALOG["land"], CATALOG["entrepreneurs"], CATALOG["people"]


def name_of(desk: Desk, record: uuid.UUID) -> str:
    return desk.view.read(LAND, record).texts["parcel_no"]


def live(desk: Desk, library: type = LAND) -> int:
    return len(desk.browse.open(library, Wanted()))


def test_a_hundred_and_twenty_steps_go_back_and_forth(desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "地块 0"})
    for number in range(1, 120):
        desk.records.change(LAND, record, {"parcel_no": f"地块 {number}"})
    for number in reversed(range(119)):
        desk.undoing.undo()
        assert name_of(desk, record) == f"地块 {number}"
    desk.undoing.undo()
    assert live(desk) == 0
    with pytest.raises(UserError, match="没有可以撤销"):
        desk.undoing.undo()
    for _ in range(120):
        desk.undoing.redo()
    assert (live(desk), name_of(desk, record)) == (1, "地块 119")
    with pytest.raises(UserError, match="没有可以重做"):
        desk.undoing.redo()


def test_a_deletion_comes_back_with_its_search_words(desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "示例甲号地块"})
    desk.records.delete(LAND, [record])
    assert not desk.search.find("示例甲号")

    assert desk.undoing.undo().words == "已撤销：删除“示例甲号地块”（可招商土地库）"
    assert [hit.id for hit in desk.search.find("示例甲号")] == [record]
    desk.undoing.redo()
    assert not desk.search.find("示例甲号")


def test_a_role_goes_with_the_masters_it_made_and_comes_back_with_them(desk: Desk) -> None:
    desk.records.add(ENTREPRENEURS, {"person_name": "张三", "person_mobile": "13900001234", "company_name": "夔门光学"})
    desk.undoing.undo()
    assert (live(desk, ENTREPRENEURS), live(desk, PEOPLE)) == (0, 0)
    desk.undoing.redo()
    assert (live(desk, ENTREPRENEURS), live(desk, PEOPLE)) == (1, 1)


def test_a_set_gets_its_members_back(desk: Desk) -> None:
    alumni = CATALOG["alumni"]
    record = desk.records.add(
        alumni, {"person_name": "张三", "person_mobile": "13900001234", "help_kind": "融资；宣传"}
    )
    before = desk.view.read(alumni, record).texts["help_kind"]
    desk.records.change(alumni, record, {"help_kind": "人才引进"})
    desk.undoing.undo()
    assert desk.view.read(alumni, record).texts["help_kind"] == before
    desk.undoing.redo()
    assert desk.view.read(alumni, record).texts["help_kind"] == "人才引进"


def test_a_new_act_after_an_undo_ends_the_redo(desk: Desk) -> None:
    record = desk.records.add(LAND, {"parcel_no": "甲"})
    desk.records.change(LAND, record, {"parcel_no": "乙"})
    desk.undoing.undo()
    desk.records.change(LAND, record, {"parcel_no": "丙"})

    assert desk.undoing.next_redo() is None
    desk.undoing.undo()
    assert name_of(desk, record) == "甲"
    desk.undoing.undo()
    assert live(desk) == 0


def test_steps_of_an_earlier_session_are_left_alone_when_asked(store: Store, desk: Desk) -> None:
    desk.records.add(LAND, {"parcel_no": "昨天的"})
    today = Desk(store)
    assert today.undoing.next_undo(today.undoing.opened_at) is None
    assert today.undoing.next_undo() is not None


def test_undo_and_redo_stand_in_the_history_and_keep_its_chain(store: Store, desk: Desk) -> None:
    desk.records.add(LAND, {"parcel_no": "甲"})
    desk.undoing.undo()
    desk.undoing.redo()
    assert [action for _, action, _ in transactions(store)][-3:] == ["add", "undo", "redo"]
    with store.reading() as connection:
        assert broken_links(connection) == []


def test_looking_for_later_edits_does_not_grow_with_the_square_of_the_rows(desk: Desk, store: Store) -> None:
    """A large import undone, redone and undone again: each row is looked for among its own changes alone."""
    rows = 600
    records = [desk.records.add(LAND, {"parcel_no": f"地块 {number}"}) for number in range(rows)]
    desk.records.delete(LAND, records)
    desk.undoing.undo()
    desk.undoing.redo()

    with store.reading() as connection:
        deletion = last_transaction(connection) - 2
        with limited(connection, 200 * rows) as stopped:
            assert edited_since(connection, deletion, deletion + 3) == set()
    assert not stopped
