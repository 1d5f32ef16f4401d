"""Projects as cards: by stage, with sums, the table's filters, and what is late."""

import datetime as dt
from decimal import Decimal

import pytest

from fj_desktop.services.board import money_words
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import Filter
from fj_desktop.store.transactions import Store
from tests.support.straight import Records

ZONE = dt.timezone(dt.timedelta(hours=8))


def ago(days: int) -> dt.date:
    return dt.date(2026, 11, 23) - dt.timedelta(days=days)


@pytest.fixture
def records(desk: Desk, store: Store) -> Records:
    made = Records(desk, store)
    reported = dt.datetime(2026, 11, 3, 9, tzinfo=ZONE)
    made.many([
        ("projects", {"name": "线索一", "stage": "线索", "total_invest_wan": Decimal(5000), "first_reported_at": reported}),
        ("projects", {"name": "线索二", "stage": "线索", "total_invest_wan": Decimal(7000), "last_substantive_on": ago(2)}),
        ("projects", {"name": "退库的", "stage": "洽谈", "outcome": "退库"}),
        ("projects", {"name": "签约的", "stage": "签约", "agreed_start_on": ago(40), "agreed_prod_on": ago(1)}),
    ])  # fmt: skip
    return made


def test_each_stage_has_its_cards_and_their_sum(desk: Desk, records: Records) -> None:
    columns = {one.stage: one for one in desk.board.columns(Wanted())}
    assert {stage: len(one) for stage, one in columns.items()} == {
        "线索": 2, "洽谈": 0, "签约": 1, "开工": 0, "投产": 0, "退出": 0, "退库": 1,
    }  # fmt: skip
    assert columns["线索"].invest_wan == Decimal(12000)


def test_the_board_shows_what_the_table_is_asked_for_in_its_order(desk: Desk, records: Records) -> None:
    wanted = Wanted((Filter("name", "contains", ("线索",)),), order=(("total_invest_wan", True),))
    columns = {one.stage: one for one in desk.board.columns(wanted)}
    assert [one.name for one in desk.board.cards(columns["线索"].numbers)] == ["线索二", "线索一"]
    assert len(columns["签约"]) == 0
    assert [len(one) for one in desk.board.columns(Wanted(text="不存在"))] == [0] * 7


def test_a_card_says_the_worst_of_what_is_late(desk: Desk, records: Records) -> None:
    columns = {one.stage: one for one in desk.board.columns(Wanted())}
    (signed,) = desk.board.cards(columns["签约"].numbers)
    assert (signed.level, signed.why) == ("橙", "开工逾期 40 天")
    leads = {one.name: (one.level, one.why) for one in desk.board.cards(columns["线索"].numbers)}
    assert leads == {"线索一": ("黄", "20 天没有进展"), "线索二": ("绿", "2 天前有进展")}
    contract = {"kind": "正式合同", "party_b": "示例公司", "signed_on": ago(50), "agreed_start_on": ago(5)}
    records.add("contracts", project_id=signed.id, **contract)
    late = desk.board.card(signed.id)
    assert late is not None
    assert late.why == "开工逾期 5 天"


@pytest.mark.parametrize(
    ("wan", "words"),
    [(None, ""), (Decimal("9999.5"), "9999.5万元"), (Decimal(12000), "1.2亿元"), (Decimal(100), "100万元")],
)
def test_money_is_said_as_people_say_it(wan: Decimal | None, words: str) -> None:
    assert money_words(wan) == words
