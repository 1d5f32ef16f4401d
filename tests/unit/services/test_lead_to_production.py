"""A lead to production with every document, and each thing that is missing keeps it from being signed (clauses 4, 7)."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.services.tracking import GateRefusedError
from fj_desktop.store.transactions import Store
from tests.support.straight import Records

D = Decimal
PROJECTS = CATALOG["projects"]


def day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


class Dossier:
    """A project in negotiation with everything the gates ask for; the latest record of each library by its name."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self.desk, self.store, self.put = desk, store, Records(desk, store)
        typed = {"name": "年产100万副眼镜生产线", "company_id": "温州示例光学有限公司", "chain_id": "眼镜", "source_kind": "展会",
                 "industry_code": "C3587", "content": "一期两条镀膜线", "total_invest_wan": "1.2亿",
                 "origin_region": "长三角", "filing_no": "备-1"}  # fmt: skip
        self.project = desk.records.add(PROJECTS, typed)
        self.made: dict[str, uuid.UUID] = {"projects": self.project}
        desk.tracking.move(self.project)
        self._review()
        self._contract()

    def add(self, library: str, **values: Any) -> None:
        self.made[library] = self.put.add(library, project_id=self.project, **values)

    def paper(self) -> uuid.UUID:
        return self.put.proof(self.project)

    def _review(self) -> None:
        self.made["experts"] = self.desk.records.add(CATALOG["experts"], {"person_name": "专家甲"})
        self.add("assessments", conclusion="可行", opinion_doc_id=self.paper(), land_check="符合", energy_check="低于均值",
                 env_check="满足", due_diligence="已完成", dd_report_id=self.paper(),
                 expert_ids=(str(self.made["experts"]),), concluded_on=day(5))  # fmt: skip
        self.add("decisions", level="县级", body="县政府常务会议", site_visit_on=day(6), material_check_on=day(7),
                 defence_on=day(8), energy_match="匹配", finance_feasible="可行", policy_compliant="合规",
                 legal_review_id=self.paper(), fair_review_id=self.paper(), meeting_on=day(9), resolution="同意",
                 minutes_no="〔2026〕9号", minutes_id=self.paper())  # fmt: skip

    def _contract(self) -> None:
        self.add("contracts", contract_no="奉招-1", kind="正式合同", party_b="温州示例光学有限公司", amount_wan=D(12000),
                 breach_terms="见第八条", exit_terms="见第九条", decision_id=self.made["decisions"],
                 agreed_start_on=dt.date(2027, 1, 1), agreed_prod_on=dt.date(2028, 1, 1))  # fmt: skip
        self.made["commitments"] = self.put.add(
            "commitments", contract_id=self.made["contracts"], party="政府", kind="用地", content="供地二十亩",
            legal_basis="奉节府发〔2025〕1号", fair_checked="通过",
        )  # fmt: skip
        self.add("ledger", book="投入产出", side="投入", basis="预测", amount_wan=D(100))
        self.made["input"] = self.made["ledger"]
        self.add("ledger", book="成本效益", side="效益", basis="预测", amount_wan=D(100))

    def change(self, library: str, record: str = "", **values: Any) -> None:
        with self.store.writing(self.desk.identity.staff, "change") as write:
            writer = RowWriter(write, self.desk.identity)
            writer.change(CATALOG[library], self.made[record or library], values)
            writer.flush()

    def stage(self) -> str:
        return self.desk.view.read(PROJECTS, self.project).texts["stage"]


@pytest.fixture
def dossier(desk: Desk, store: Store) -> Dossier:
    return Dossier(desk, store)


def test_a_lead_reaches_production_with_every_document_and_not_before(dossier: Dossier) -> None:
    desk, project = dossier.desk, dossier.project
    assert desk.tracking.ask(project).blocking == []
    desk.tracking.move(project)
    dossier.change("contracts", signed_on=day(12), scan_id=dossier.paper(), status="履行中")
    for kind in ("备案或核准", "规划许可", "施工许可", "环评"):
        dossier.add("permits", kind=kind, state="已办结")
    dossier.add("progress", kind="供地", summary="土地交付", happened_on=day(13))
    dossier.add("progress", kind="开工", summary="开工", happened_on=day(14), photo_id=dossier.paper())
    assert desk.tracking.ask(project).blocking == []
    desk.tracking.move(project)
    dossier.add(
        "progress",
        kind="到资",
        summary="到位",
        happened_on=day(15),
        arrived_wan=D(3000),
        arrived_proof_id=dossier.paper(),
    )
    dossier.add("progress", kind="投产", summary="首批产品", happened_on=day(16), photo_id=dossier.paper())
    dossier.add("checks", check_on=day(17), method="现场核查")
    asked = desk.tracking.ask(project)
    assert (asked.blocking, asked.to) == ([], "投产")
    desk.tracking.move(project)
    assert dossier.stage() == "投产"
    log = desk.view.rows_json(CATALOG["stage-moves"], None, reveal=False, deleted=False)
    assert {one["to_stage"] for one in log} == {"洽谈", "签约", "开工", "投产"}


@pytest.mark.parametrize(
    ("library", "values", "told"),
    [
        ("projects", {"content": None}, "basics"), ("projects", {"origin_region": None}, "basics"),
        ("assessments", {"conclusion": "不可行"}, "conclusion"), ("assessments", {"opinion_doc_id": None}, "opinion_file"),
        ("assessments", {"land_check": "不符合"}, "land"), ("assessments", {"energy_check": "未审"}, "energy_checked"),
        ("assessments", {"env_check": "不满足"}, "environment"), ("assessments", {"dd_report_id": None}, "diligence"),
        ("assessments", {"expert_ids": ()}, "experts"), ("decisions", {"level": None}, "level"),
        ("decisions", {"site_visit_on": day(10)}, "acts"), ("decisions", {"defence_on": None}, "acts"),
        ("decisions", {"finance_feasible": None}, "focus"), ("decisions", {"resolution": "暂缓"}, "resolution"),
        ("decisions", {"minutes_no": None}, "minutes"), ("decisions", {"minutes_id": None}, "minutes"),
        ("commitments", {"legal_basis": None}, "benefits"), ("commitments", {"fair_checked": "未审"}, "benefits"),
        ("contracts", {"kind": "框架协议"}, "draft"), ("contracts", {"breach_terms": None}, "terms"),
        ("contracts", {"exit_terms": None}, "terms"), ("contracts", {"decision_id": None}, "terms"),
        ("ledger", {"basis": "实际"}, "books"),
    ],
)  # fmt: skip
def test_one_thing_missing_keeps_it_from_being_signed(
    dossier: Dossier, library: str, values: dict[str, Any], told: str
) -> None:
    dossier.change(library, **values)
    with pytest.raises(GateRefusedError):
        dossier.desk.tracking.move(dossier.project)
    assert told in {one.condition.code for one in dossier.desk.tracking.ask(dossier.project).blocking}
    assert dossier.stage() == "洽谈"


def test_a_document_that_is_taken_away_is_missing(dossier: Dossier) -> None:
    (row,) = dossier.desk.view.rows_json(CATALOG["decisions"], None, reveal=True, deleted=False)
    assert row["minutes_id"]
    with dossier.store.writing(dossier.desk.identity.staff, "detach") as write:
        writer = RowWriter(write, dossier.desk.identity)
        papers = dossier.desk.view.rows_json(Attachment, None, reveal=False, deleted=False)
        writer.mark(Attachment, [uuid.UUID(one["id"]) for one in papers], deleted=True)
        writer.flush()
    assert "minutes" in {one.condition.code for one in dossier.desk.tracking.ask(dossier.project).blocking}
