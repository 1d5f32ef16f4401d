"""Leads stored: who is known, what is added, what only the note keeps; one step, undone as one."""

import uuid
from collections.abc import Iterator

import pytest

from fj_desktop.core.field import Library
from fj_desktop.core.leads import Lead
from fj_desktop.core.progress import Cancelled, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.capturing import Entry, Planned
from fj_desktop.services.desk import Desk
from fj_desktop.services.lead_slots import slots, takers
from tests.support.desks import open_desk

ENTREPRENEURS = CATALOG["entrepreneurs"]
CARD_2 = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=B8=89;;;\r\nTEL;CELL:13800138000\r\n"
    "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9F=90=E6=9F=90=\r\n=E5=85=89=E5=AD=A6\r\nEND:VCARD\r\n"
)
CARD_3 = (
    "BEGIN:VCARD\nVERSION:3.0\nN:李;四;;;\nFN:李四\nORG:某某机械;采购部\nTITLE:经理\nTEL;TYPE=CELL:+86 139 0013 9000\n"
    "EMAIL:lisi@example.cn\nNOTE:想租厂房\nEND:VCARD\n"
)
CARD_4 = "BEGIN:VCARD\nVERSION:4.0\nFN:王五\nTEL;VALUE=uri;TYPE=cell:tel:+8613700137000\nORG:某某食品\nEND:VCARD"


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = open_desk()
    yield made
    made.close()


def entries(desk: Desk, text: str, library: Library = ENTREPRENEURS) -> list[Entry]:
    return [Entry(lead, desk.capturing.fitting(lead, library)) for lead in desk.capturing.read(text)]


def put(desk: Desk, text: str, library: Library = ENTREPRENEURS) -> list[dict[str, str]]:
    stored = desk.capturing.store(entries(desk, text, library))
    return [shown(desk, one, record) for one, record in stored.records]


def shown(desk: Desk, library: Library, record: uuid.UUID) -> dict[str, str]:
    return desk.view.read(library, record, reveal=True).texts


def planned(desk: Desk, text: str) -> Planned:
    return desk.capturing.plan(entries(desk, text))[0]


def count(desk: Desk, library: str) -> int:
    return len(desk.browse.open(CATALOG[library], Wanted()))


def test_one_line_becomes_a_person_a_company_and_a_note(desk: Desk) -> None:
    kept = put(desk, "张三 13800138000 某某光学 想看地")[0]
    assert [kept[key] for key in ("person_name", "person_mobile", "company_name", "intent_note")] == [
        "张三", "13800138000", "某某光学", "想看地",
    ]  # fmt: skip
    assert [count(desk, one) for one in ("entrepreneurs", "people", "companies")] == [1, 1, 1]


@pytest.mark.parametrize("library", takers(), ids=lambda one: one.library)
def test_every_library_that_takes_leads_keeps_every_word(desk: Desk, library: Library) -> None:
    kept = put(desk, "王五 13700137000 某某光学 经理 wangwu@example.cn 微信：wangwu88 想看地", library)[0]
    words = " ".join(kept.values())
    for word in ("王五", "13700137000", "某某光学", "经理", "wangwu@example.cn", "wangwu88", "想看地"):
        assert word in words, word


def test_libraries_without_people_take_no_leads(desk: Desk) -> None:
    assert slots(CATALOG["land"]) is None
    with pytest.raises(UserError, match="不收线索"):
        desk.capturing.plan([Entry(Lead(name="张三"), CATALOG["land"])])


def test_a_known_person_is_filled_and_the_note_goes_behind(desk: Desk) -> None:
    put(desk, "张三 13800138000 某某光学 想看地")
    plan = planned(desk, "张三 13800138000 某某光学有限公司 董事长 想租厂房")
    assert (plan.settled.person, plan.settled.company, plan.settled.added) == ("张三", "某某光学", ["职务", "意向说明"])
    kept = put(desk, "张三 13800138000 某某光学有限公司 董事长 想租厂房")[0]
    assert (kept["person_title"], kept["intent_note"], kept["company_name"]) == (
        "董事长",
        "想看地\n想租厂房",
        "某某光学",
    )
    assert count(desk, "entrepreneurs") == 1


def test_what_a_known_person_has_otherwise_is_kept_in_the_note(desk: Desk) -> None:
    put(desk, "张三 13800138000 某某光学 总经理")
    kept = put(desk, "张三 13800138000 某某机械 董事长")[0]
    assert (kept["person_title"], kept["company_name"]) == ("总经理", "某某光学")
    assert {"职务：董事长", "企业名称：某某机械"} <= set(kept["intent_note"].split("\n"))


def test_one_mobile_with_two_names_is_offered_and_never_merged_silently(desk: Desk) -> None:
    put(desk, "张三 13800138000")
    plan = planned(desk, "李四 13800138000")
    assert [words for _, words in plan.settled.possible] == ["张三，尾号 8000"]
    put(desk, "李四 13800138000")
    assert count(desk, "people") == 2


def test_a_person_chosen_by_hand_takes_the_lead(desk: Desk) -> None:
    put(desk, "张三 13800138000")
    known = planned(desk, "张三 13900139000 某某光学").settled.possible[0][0]
    entry = entries(desk, "张三 13900139000 某某光学")[0]
    desk.capturing.store([Entry(entry.lead, entry.library, known)])
    assert (count(desk, "people"), count(desk, "entrepreneurs")) == (1, 1)


def test_the_note_of_a_known_person_in_another_library_is_not_lost(desk: Desk) -> None:
    put(desk, "张三 13800138000 喜欢钓鱼", CATALOG["hometown"])
    kept = put(desk, "张三 13800138000 校友会理事", CATALOG["alumni"])[0]
    assert kept["person_note"].startswith("喜欢钓鱼")


def test_a_list_with_the_same_person_twice_stores_one(desk: Desk) -> None:
    put(desk, "1. 张三 13800138000 某某光学\n2. 李四 13900139000 某某光学\n3. 张三 13800138000 想看地")
    assert [count(desk, one) for one in ("entrepreneurs", "people", "companies")] == [2, 2, 1]


def test_a_company_without_a_person_goes_to_the_companies(desk: Desk) -> None:
    kept = put(desk, "某某食品厂 023-56551234 想租厂房")[0]
    assert (kept["name"], kept["contact_phone"], kept["note"]) == ("某某食品厂", "023-56551234", "想租厂房")


def test_all_is_undone_as_one_step(desk: Desk) -> None:
    put(desk, "张三 13800138000 某某光学\n李四 13900139000 某某机械")
    assert "速记" in desk.undoing.undo().words
    assert [count(desk, one) for one in ("entrepreneurs", "people", "companies")] == [0, 0, 0]


def test_one_refused_lead_stores_none(desk: Desk) -> None:
    good, bad = Entry(Lead(name="张三"), ENTREPRENEURS), Entry(Lead(mobile="123"), ENTREPRENEURS)
    with pytest.raises(UserError, match="第 2 条"):
        desk.capturing.store([good, bad])
    assert count(desk, "people") == 0


def test_a_stop_leaves_nothing(desk: Desk) -> None:
    class Stopping(Unwatched):
        def at(self, done: int, total: int | None, text: str = "") -> None:
            if done == 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        desk.capturing.store(entries(desk, "张三 13800138000\n李四 13900139000"), Stopping())
    assert count(desk, "people") == 0


def test_a_long_chat_is_kept_whole_over_the_notes(desk: Desk) -> None:
    chat = "张三 2026/11/23 10:05:12\n我电话13800138000\n" + "张三 2026/11/23 10:06:12\n我们在找地\n" * 80
    kept = put(desk, chat)[0]
    assert (kept["intent_note"] + kept["person_note"]).count("我们在找地") == 80
    assert kept["person_source"] == "微信"


@pytest.mark.parametrize(
    ("card", "fields"),
    [
        (CARD_2, ("张三", "13800138000", "某某光学", "")),
        (CARD_3, ("李四", "13900139000", "某某机械", "想租厂房\n部门：采购部")),
        (CARD_4, ("王五", "13700137000", "某某食品", "")),
    ],
)
def test_an_address_card_becomes_a_lead(desk: Desk, card: str, fields: tuple[str, ...]) -> None:
    lead = desk.capturing.read(card)[0]
    assert (lead.name, lead.mobile.removeprefix("+86"), lead.company, lead.note) == fields


def test_cards_and_words_beside_them_are_all_read(desk: Desk) -> None:
    leads = desk.capturing.read(f"{CARD_2}\n{CARD_3}\n赵六 13600136000 某某药业")
    assert [one.name for one in leads] == ["张三", "李四", "赵六"]


@pytest.mark.parametrize(
    ("text", "says"), [("张" * 20_001, "20,000"), ("\n".join(f"{n}. 张三 1380013{n:04}" for n in range(201)), "200")]
)
def test_too_much_is_refused_in_words(desk: Desk, text: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        desk.capturing.read(text)
