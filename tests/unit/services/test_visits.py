"""Records opened last and favourites: ids only, living records only, gone with an erased person."""

import uuid

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services import visits
from fj_desktop.services.desk import Desk
from fj_desktop.services.visits import VisitService
from fj_desktop.store import remembered

LAND, PEOPLE = CATALOG["land"], CATALOG["people"]


def lands(desk: Desk, count: int) -> list[uuid.UUID]:
    return [desk.records.add(LAND, {"name": f"地块{at}"}) for at in range(count)]


def kept(desk: Desk) -> str:
    return desk.setting(remembered.RECENT) + desk.setting(remembered.FAVOURITE)


def test_the_record_opened_last_stands_first_and_only_once(desk: Desk) -> None:
    first, second = lands(desk, 2)
    for one in (first, second, first, first):
        desk.visits.opened(one)

    assert [one.id for one in desk.visits.recents()] == [first, second]
    assert [one.id for one in VisitService(desk.visits._store).recents()] == [first, second]


def test_a_deleted_record_is_not_listed_until_it_is_restored(desk: Desk) -> None:
    (one,) = lands(desk, 1)
    desk.visits.opened(one)
    desk.visits.mark(one, favourite=True)
    desk.records.delete(LAND, [one])
    assert (desk.visits.recents(), desk.visits.favourites()) == ([], [])

    desk.undoing.undo()
    assert [each.id for each in desk.visits.recents() + desk.visits.favourites()] == [one, one]


def test_an_erased_person_leaves_neither_list_an_id(desk: Desk) -> None:
    person = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13800138000"})
    desk.visits.opened(person)
    desk.visits.mark(person, favourite=True)
    assert "张三" not in kept(desk)

    desk.personal.erase(person, "本人要求")

    assert person.hex not in kept(desk)
    desk.visits.opened(person)
    with pytest.raises(UserError, match="清空"):
        desk.visits.mark(person, favourite=True)
    assert person.hex not in kept(desk)


def test_too_many_favourites_are_refused_and_the_others_stay(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "MOST_FAVOURITES", 1)
    first, second = lands(desk, 2)
    desk.visits.mark(first, favourite=True)
    with pytest.raises(UserError, match="收藏已满"):
        desk.visits.mark(second, favourite=True)
    assert [one.id for one in desk.visits.favourites()] == [first]

    desk.visits.mark(first, favourite=False)
    assert not desk.visits.is_favourite(first)


@pytest.mark.parametrize("text", ["", "null", "[1]", '{"a": 1}', '["zz"]', "[[]]", "7", "[" * 9])
def test_a_list_that_can_not_be_read_counts_as_empty(desk: Desk, text: str) -> None:
    desk.keep_setting(remembered.RECENT, text)
    assert desk.visits.recents() == []
