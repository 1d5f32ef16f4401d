"""Projects from stage to stage through the store: numbers, sums, gates, overrides, dropping."""

import collections
import datetime as dt
import uuid

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.services.tracking import GateRefusedError
from fj_desktop.store.transactions import Store
from tests.support.desks import open_store

PROJECTS, PROGRESS, CONTRACTS = CATALOG["projects"], CATALOG["progress"], CATALOG["contracts"]


def document(desk: Desk, store: Store, owner: uuid.UUID, table: str = "project") -> str:
    """An attachment of a record, without a file behind it; its id as a form picks it."""
    with store.writing(desk.identity.staff, "attach") as write:
        writer = RowWriter(write, desk.identity)
        made = writer.add(Attachment, {"name": "附件.pdf", "owner_table": table, "owner": str(owner)})
        writer.flush()
    return str(made)


def lead(desk: Desk, **typed: str) -> uuid.UUID:
    return desk.records.add(PROJECTS, {"name": "年产100万副眼镜生产线", **typed})


def ready(desk: Desk) -> uuid.UUID:
    """A lead with what the first gate needs."""
    return lead(desk, company_id="温州示例光学有限公司", chain_id="眼镜", source_kind="展会")


def texts(desk: Desk, library: type, record: uuid.UUID) -> dict[str, str]:
    return collections.defaultdict(str, desk.view.read(library, record).texts)


def moves(desk: Desk) -> list[dict[str, str]]:
    found = desk.view.rows_json(CATALOG["stage-moves"], None, reveal=False, deleted=False)
    return sorted(found, key=lambda one: one["moved_at"])


def test_a_project_is_numbered_by_office_and_year_and_a_number_is_never_given_again(desk: Desk) -> None:
    first, second = lead(desk), lead(desk, name="第二个项目")
    assert [texts(desk, PROJECTS, one)["code"] for one in (first, second)] == ["YRD-2026-0001", "YRD-2026-0002"]
    desk.records.delete(PROJECTS, [second])
    assert texts(desk, PROJECTS, lead(desk, name="第三个项目"))["code"] == "YRD-2026-0003"


def test_a_new_project_is_a_lead_first_reported_here_now_by_me(desk: Desk) -> None:
    shown = texts(desk, PROJECTS, lead(desk))
    assert (shown["stage"], shown["outcome"], shown["first_reported_at"]) == ("线索", "推进中", "2026-11-23 12:00:00")
    with pytest.raises(UserError, match="首报"):
        desk.records.change(PROJECTS, lead(desk, name="另一个"), {"first_reported_at": "2020-01-01 08:00"})


@pytest.mark.parametrize("name", ["stage", "outcome", "signed_on", "arrived_total_wan", "code"])
def test_what_gates_and_sums_decide_can_not_be_typed(desk: Desk, name: str) -> None:
    record = lead(desk)
    with pytest.raises(UserError, match="由程序计算"):
        desk.records.change(PROJECTS, record, {name: "投产"})


def test_a_move_that_fails_its_gate_is_refused_with_the_list_and_changes_nothing(desk: Desk) -> None:
    record = lead(desk)
    with pytest.raises(GateRefusedError) as refused:
        desk.tracking.move(record)
    assert {one.condition.code for one in refused.value.findings} == {"company", "chain", "source"}
    assert "没有填投资主体（通知 3.2，OURS）" in refused.value.text
    assert texts(desk, PROJECTS, record)["stage"] == "线索"
    assert moves(desk) == []


def test_a_move_is_kept_with_day_gate_and_what_it_was_warned_of(desk: Desk) -> None:
    record = ready(desk)
    asked = desk.tracking.move(record, on=dt.date(2026, 11, 20))
    assert {one.condition.code for one in asked.warnings} == {"uscc", "industry", "met", "judged"}
    shown = texts(desk, PROJECTS, record)
    assert (shown["stage"], shown["negotiated_on"]) == ("洽谈", "2026-11-20")
    (move,) = moves(desk)
    assert (move["from_stage"], move["to_stage"], move["moved_on"], move["gate"]) == (
        "线索",
        "洽谈",
        "2026-11-20",
        "G1",
    )
    assert "没有走访" in move["warned"]


def test_the_log_of_stages_is_only_added_to(desk: Desk) -> None:
    desk.tracking.move(ready(desk))
    log = CATALOG["stage-moves"]
    record = uuid.UUID(moves(desk)[0]["id"])
    with pytest.raises(UserError, match="只增不改"):
        desk.records.delete(log, [record])
    with pytest.raises(UserError, match="由程序计算"):
        desk.records.change(log, record, {"to_stage": "投产"})
    with pytest.raises(UserError):
        desk.records.add(log, {"project_id": "年产100万副眼镜生产线", "to_stage": "投产", "moved_on": "2026-11-01"})


@pytest.mark.parametrize("to", ["签约", "开工", "投产", "退出", "线索", "立项", ""])
def test_no_stage_is_skipped_gone_back_to_or_made_up(desk: Desk, to: str) -> None:
    record = ready(desk)
    if to == "":
        desk.tracking.move(record)
        to = "线索"
    with pytest.raises(UserError, match=r"不能从|没有下一个阶段"):
        desk.tracking.move(record, to)


def test_moves_go_forward_in_time_and_never_ahead_of_today(desk: Desk, clock: FixedClock) -> None:
    record = ready(desk)
    with pytest.raises(UserError, match="不能晚于今天"):
        desk.tracking.move(record, on=dt.date(2026, 11, 24))
    desk.tracking.move(record, on=dt.date(2026, 11, 20))
    assert texts(desk, PROJECTS, record)["negotiated_on"] == "2026-11-20"


def test_an_office_can_not_override_and_the_county_centre_only_with_a_reason() -> None:
    office, centre = Desk(open_store(office="YRD")), Desk(open_store(office="HQ"))
    record = lead(office)
    with pytest.raises(UserError, match="只有县中心"):
        office.tracking.move(record, override=True, reason="县政府常务会已经同意先行洽谈")
    record = lead(centre)
    with pytest.raises(UserError, match="至少 10 个字"):
        centre.tracking.move(record, override=True, reason="先走")
    centre.tracking.move(record, "签约", override=True, reason="县政府常务会已经同意先行签约")
    (move,) = moves(centre)
    assert (move["from_stage"], move["to_stage"]) == ("线索", "签约")
    assert move["override_reason"] == "县政府常务会已经同意先行签约"
    assert "投资主体" in move["overridden"]
    assert "会议纪要" in move["overridden"]
    office.close()
    centre.close()


def test_a_dead_lead_is_dropped_with_a_reason_and_may_be_taken_up_again(desk: Desk) -> None:
    record = ready(desk)
    with pytest.raises(UserError, match="写明原因"):
        desk.tracking.drop(record, "  ")
    desk.tracking.drop(record, "企业改投外省")
    shown = texts(desk, PROJECTS, record)
    assert (shown["stage"], shown["outcome"], shown["dropped_reason"]) == ("线索", "退库", "企业改投外省")
    with pytest.raises(UserError, match="已经退库"):
        desk.tracking.move(record)
    desk.tracking.take_up(record)
    assert desk.tracking.move(record).to == "洽谈"


def test_arrived_funds_count_with_proof_only_and_follow_every_change(desk: Desk, store: Store) -> None:
    record = lead(desk)
    proof = document(desk, store, record)
    first = desk.records.add(
        PROGRESS,
        {
            "project_id": str(record),
            "happened_on": "2026-11-10",
            "kind": "到资",
            "summary": "首笔",
            "arrived_wan": "300万",
        },
    )
    assert texts(desk, PROJECTS, record)["arrived_total_wan"] == ""
    desk.records.change(PROGRESS, first, {"arrived_proof_id": proof})
    assert texts(desk, PROJECTS, record)["arrived_total_wan"] == "300 万元"
    second = desk.records.add(
        PROGRESS,
        {
            "project_id": str(record), "happened_on": "2026-11-12", "kind": "到资", "summary": "二笔",
            "arrived_wan": "0.02亿", "arrived_proof_id": proof,
        },
    )  # fmt: skip
    shown = texts(desk, PROJECTS, record)
    assert (shown["arrived_total_wan"], shown["last_substantive_on"]) == ("500 万元", "2026-11-12")
    desk.records.delete(PROGRESS, [second])
    shown = texts(desk, PROJECTS, record)
    assert (shown["arrived_total_wan"], shown["last_substantive_on"]) == ("300 万元", "2026-11-10")
    desk.undoing.undo()
    assert texts(desk, PROJECTS, record)["arrived_total_wan"] == "500 万元"
    assert texts(desk, PROGRESS, first)["period"] == "2026-W46"


def test_only_the_formal_contract_signed_first_counts(desk: Desk) -> None:
    record = lead(desk)
    kinds = (
        ("框架协议", "2026-01-05"),
        ("正式合同", "2026-05-01"),
        ("正式合同", "2026-03-01"),
        ("补充协议", "2026-02-01"),
    )
    made = [
        desk.records.add(
            CONTRACTS,
            {"project_id": str(record), "kind": kind, "signed_on": day, "party_b": "乙方", "contract_no": str(at)},
        )
        for at, (kind, day) in enumerate(kinds)
    ]
    assert [texts(desk, CONTRACTS, one)["counted"] == "是" for one in made] == [False, False, True, False]
    desk.records.change(CONTRACTS, made[2], {"signed_on": ""})
    assert [texts(desk, CONTRACTS, one)["counted"] == "是" for one in made] == [False, True, False, False]


def test_energy_intensity_follows_from_energy_and_output(desk: Desk) -> None:
    record = lead(desk, energy_tce="120", expect_output_wan="1亿")
    assert texts(desk, PROJECTS, record)["energy_intensity"] == "0.012"
    desk.records.change(PROJECTS, record, {"expect_output_wan": ""})
    assert texts(desk, PROJECTS, record)["energy_intensity"] == ""


def test_two_reports_of_one_project_are_listed_as_a_dispute_and_a_second_phase_as_a_hint(desk: Desk) -> None:
    first = lead(desk, company_id="温州示例光学有限公司", chain_id="眼镜", total_invest_wan="3亿")
    second = lead(desk, name="年产100万副眼镜生产线项目", company_id="温州示例光学有限公司", chain_id="眼镜")
    third = lead(desk, name="镜片镀膜车间", company_id="温州示例光学有限公司")
    other = lead(desk, name="别家项目", company_id="丹阳示例光学", chain_id="眼镜", total_invest_wan="3亿元")
    found = {one.project: one.is_dispute for one in desk.tracking.rivals(first)}
    assert found == {second: True, third: False, other: True}
    assert "rivals" in {one.condition.code for one in desk.tracking.ask(first).warnings}
    desk.duplicates.not_same(PROJECTS, first, second)
    desk.duplicates.not_same(PROJECTS, first, other)
    assert "rivals" not in {one.condition.code for one in desk.tracking.ask(first).warnings}


def test_what_is_ours_blocks_once_the_county_says_so(desk: Desk) -> None:
    record = ready(desk)
    assert desk.tracking.ask(record).blocking == []
    ours = next(hit.id for hit in desk.search.find("本县默认的条件不满足时"))
    desk.records.change(CATALOG["thresholds"], ours, {"value": "阻止"})
    assert {one.condition.code for one in desk.tracking.ask(record).blocking} == {"uscc", "industry", "met"}


def test_an_approval_needs_the_pre_review(desk: Desk) -> None:
    record = ready(desk)
    with pytest.raises(GateRefusedError, match="前置审查没有完成"):
        desk.tracking.approve(record)
    desk.records.add(
        CATALOG["assessments"],
        {"project_id": str(record), "land_check": "符合", "energy_check": "低于均值", "env_check": "不适用"},
    )
    desk.tracking.approve(record, dt.date(2026, 11, 21))
    assert texts(desk, PROJECTS, record)["approved_on"] == "2026-11-21"


def test_an_expert_is_named_by_the_person(desk: Desk) -> None:
    desk.records.add(CATALOG["experts"], {"person_name": "示例专家"})
    record = desk.records.add(CATALOG["assessments"], {"project_id": str(lead(desk)), "expert_ids": "示例专家"})
    assert desk.view.json(CATALOG["assessments"], record, reveal=False)["expert_ids"] == ["示例专家"]
