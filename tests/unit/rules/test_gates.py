"""Each condition of the gates with its edge cases; the clause stands with the condition itself."""

import datetime as dt
import itertools
import uuid
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.rules.conditions import SEED, Finding
from fj_desktop.rules.dossier import Dossier
from fj_desktop.rules.gates import EXITED, STAGES, gate_to, next_stage
from fj_desktop.rules.thresholds import BLOCKS, Figure, Thresholds, shipped

TODAY = dt.date(2026, 11, 23)
COMPANY = uuid.uuid4()
FIGURES = Thresholds()


def day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


def findings(stage: str, to: str, dossier: Dossier, figures: Thresholds = FIGURES) -> dict[str, Finding]:
    gate = gate_to(stage, to)
    assert gate is not None
    return {one.condition.code: one for one in gate.ask(dossier, figures)}


def project(**values: Any) -> dict[str, Any]:
    return {"id": uuid.uuid4(), "company_id": COMPANY, **values}


def g2(code: str, **parts: Any) -> str:
    dossier = Dossier(parts.pop("project", project()), TODAY, **parts)
    return findings("洽谈", "签约", dossier)[code].lacking


@pytest.mark.parametrize(
    ("check", "closed", "is_met"),
    [("符合", None, True), ("不适用", None, True), ("有条件", True, True), ("有条件", False, False), ("有条件", None, False),
     ("不符合", None, False), ("未审", None, False), (None, None, False)],
)  # fmt: skip
def test_land_stands_by_the_three_zones_or_its_conditions_are_closed(check: Any, closed: Any, is_met: bool) -> None:
    assessment = {"land_check": check, "land_conditions_closed": closed}
    assert (g2("land", assessments=[assessment]) == "") is is_met


@pytest.mark.parametrize(
    ("energy", "output", "average", "is_met"),
    [("100", "10000", "0.02", True), ("100", "10000", "0.01", False), ("100", "10000", "0.009", False),
     (None, "10000", "0.01", True), ("100", None, "0.01", True), ("100", "0", "0.01", True)],
)  # fmt: skip
def test_below_the_average_is_below_by_the_figures_too(energy: Any, output: Any, average: Any, is_met: bool) -> None:
    number = lambda text: None if text is None else Decimal(text)  # noqa: E731
    values = project(energy_tce=number(energy), expect_output_wan=number(output))
    assessment = {"energy_check": "低于均值", "energy_region_avg": number(average)}
    assert (g2("energy_checked", project=values, assessments=[assessment]) == "") is is_met


@pytest.mark.parametrize(("amount", "limit", "is_met"), [("1", "1", True), ("1.0001", "1", False), ("5", None, True)])
def test_no_pollutant_is_above_what_the_place_bears(amount: str, limit: str | None, is_met: bool) -> None:
    row = {"pollutant": "COD", "amount_t": Decimal(amount), "limit_t": limit and Decimal(limit)}
    lacking = g2("environment", assessments=[{"env_check": "满足"}], emissions=[row])
    assert (lacking == "") is is_met


@pytest.mark.parametrize(
    ("acts", "told"),
    [((5, 6, 7), ""), ((8, 8, 8), ""), ((5, 6, 9), "质询答辩晚于会议"), ((5, None, 7), "材料审核没有日期")],
)
def test_the_three_acts_lie_before_the_meeting(acts: tuple[int | None, ...], told: str) -> None:
    names = ("site_visit_on", "material_check_on", "defence_on")
    decision = {name: at and day(at) for name, at in zip(names, acts, strict=True)}
    assert g2("acts", decisions=[decision | {"meeting_on": day(8)}]) == told


@pytest.mark.parametrize(
    ("resolution", "is_met"), [("同意", True), ("修改后同意", True), ("暂缓", False), ("不同意", False)]
)
def test_only_consent_leads_on(resolution: str, is_met: bool) -> None:
    assert (g2("resolution", decisions=[{"resolution": resolution}]) == "") is is_met


def test_the_decision_of_the_latest_meeting_counts() -> None:
    old, new = ({"resolution": word, "meeting_on": day(at)} for word, at in (("同意", 3), ("不同意", 9)))
    assert "不同意" in g2("resolution", decisions=[new, old])


@pytest.mark.parametrize("kind", ["财政奖补", "用地", "厂房", "基础设施", "用能", "融资"])
def test_every_benefit_of_the_government_needs_ground_and_review(kind: str) -> None:
    promise = {"party": "政府", "kind": kind, "content": "某项"}
    assert g2("benefits", commitments=[promise])
    assert g2("benefits", commitments=[promise | {"legal_basis": "某文", "fair_checked": "未通过"}])
    assert not g2("benefits", commitments=[promise | {"legal_basis": "某文", "fair_checked": "通过"}])
    assert not g2("benefits", commitments=[promise | {"party": "企业"}])


def test_an_expert_who_avoids_the_company_does_not_count() -> None:
    assert g2("experts") == "没有专家参加评估"
    assert g2("experts", experts=[{}]) == ""
    assert g2("experts", experts=[{}, {}], avoiding=1) == "有 1 位专家应回避"


@pytest.mark.parametrize(
    ("total", "major", "done", "is_met"),
    [
        (9999, False, "不需要", True),
        (10000, False, "不需要", False),
        (10000, False, "已完成", True),
        (1, True, "不需要", False),
    ],
)
def test_large_and_major_projects_are_looked_into(total: int, major: bool, done: str, is_met: bool) -> None:
    values = project(total_invest_wan=Decimal(total), is_major=major)
    assert (g2("diligence_of_large", project=values, assessments=[{"due_diligence": done}]) == "") is is_met


@pytest.mark.parametrize("kind", ["框架协议", "战略合作协议", "意向书", "补充协议", "解除协议"])
def test_only_a_formal_contract_is_one(kind: str) -> None:
    assert g2("draft", contracts=[{"kind": kind}])
    assert not g2("draft", contracts=[{"kind": kind}, {"kind": "正式合同", "id": uuid.uuid4()}])


@pytest.mark.parametrize(("books", "is_met"), [(("投入产出", "成本效益"), True), (("投入产出",), False), ((), False)])
def test_two_books_are_forecast(books: tuple[str, ...], is_met: bool) -> None:
    assert (g2("books", ledger=[{"book": book, "basis": "预测"} for book in books]) == "") is is_met
    assert g2("books", ledger=[{"book": book, "basis": "承诺"} for book in books])


@pytest.mark.parametrize(("ago", "is_met"), [(0, True), (30, True), (31, False), (-1, False)])
def test_a_check_counts_for_thirty_days(ago: int, is_met: bool) -> None:
    dossier = Dossier(project(), TODAY, checks=[{"check_on": TODAY - dt.timedelta(ago)}])
    assert findings("开工", "投产", dossier)["check"].is_met is is_met


def test_arrived_funds_need_proof_for_every_line() -> None:
    proven = {"arrived_wan": Decimal(5), "arrived_proof_id": uuid.uuid4()}
    bare = {"arrived_wan": Decimal(3), "arrived_proof_id": None}
    told = [findings("开工", "投产", Dossier(project(), TODAY, progress=rows))["arrived"].lacking
            for rows in ([], [proven], [proven, bare])]  # fmt: skip
    assert told == ["没有到位资金", "", "有 1 笔到位资金没有凭证"]


@pytest.mark.parametrize(
    ("case", "contracts", "is_met"),
    [({"exit_class": "约谈"}, (), True), ({"exit_class": "协议终止"}, (), False), ({"exit_class": "法律途径"}, (), False),
     ({"exit_class": "法律途径", "legal_case_no": "（2026）渝0236民初1号"}, (), True)],
)  # fmt: skip
def test_an_exit_is_closed_with_what_its_way_needs(case: dict[str, Any], contracts: Any, is_met: bool) -> None:
    whole = case | {"triggers": ("不按期开工",), "evidence_ids": ("x",), "closed_on": TODAY}
    found = findings("签约", EXITED, Dossier(project(), TODAY, exits=[whole], contracts=contracts))
    assert (found["case"].is_met, found["way"].is_met) == (True, is_met)


def test_a_termination_needs_the_ending_agreement_itself() -> None:
    ending = {"id": uuid.uuid4(), "kind": "解除协议"}
    case = {"exit_class": "协议终止", "termination_id": ending["id"], "closed_on": TODAY}
    dossier = Dossier(project(), TODAY, exits=[case], contracts=[ending])
    assert findings("开工", EXITED, dossier)["way"].is_met


@given(st.lists(st.sampled_from([*STAGES, EXITED]), max_size=12))
def test_no_sequence_of_moves_skips_a_gate(wanted: list[str]) -> None:
    stage, passed = STAGES[0], [STAGES[0]]
    for to in wanted:
        if gate_to(stage, to) is not None:
            stage = to
            passed.append(to)
    inside = [one for one in passed if one != EXITED]
    assert inside == list(STAGES[: len(inside)])
    assert passed.count(EXITED) <= 1
    if EXITED in passed:
        assert passed[-1] == EXITED
        assert len(inside) >= 3


def test_the_notice_alone_blocks_until_the_county_says_otherwise() -> None:
    strict = {code: Figure(code, "", BLOCKS, "", "", "", "") for code in ("gate_src", "gate_ours")}
    for stage, to in itertools.pairwise(STAGES):
        for one in findings(stage, to, Dossier(project(), TODAY)).values():
            assert one.blocking == (one.condition.mark == SEED or one.condition.needed)
        hard = findings(stage, to, Dossier(project(), TODAY), Thresholds(strict)).values()
        assert all(one.blocking or one.condition.warns for one in hard)


def test_every_condition_names_its_clause_and_says_what_is_missing() -> None:
    empty = Dossier({"id": uuid.uuid4(), "company_id": None}, TODAY)
    for stage, to in [*itertools.pairwise(STAGES), ("签约", EXITED)]:
        for code, one in findings(stage, to, empty).items():
            assert one.condition.clause, code
            if one.lacking:
                assert one.condition.mark in one.line()
    assert next_stage("投产") is None


@pytest.mark.parametrize("text", ["", "三位", "-1", "NaN", "1e999999"])
def test_a_figure_that_can_not_be_read_counts_as_the_one_shipped(text: str) -> None:
    broken = Thresholds({"experts_least": Figure("experts_least", "", text, "", "", "", "")})
    assert broken.number("experts_least") == Decimal(shipped()["experts_least"].value)
