"""Projects from the command line: a lead to 签约 with every document, refused without any one of them."""

from pathlib import Path

import pytest

from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from tests.support.command_line import good, refused, run_here
from tests.support.printed import words_of

_CHECKS = ("land_check=符合", "energy_check=低于均值", "env_check=不适用", "due_diligence=不需要", "conclusion=可行")
_ACTS = ("site_visit_on=2026-01-05", "material_check_on=2026-01-06", "defence_on=2026-01-07", "meeting_on=2026-01-08")
_FOCUS = ("energy_match=匹配", "finance_feasible=可行", "policy_compliant=合规", "resolution=同意", "level=县级")


def made(profile: Path, library: str, *values: str) -> str:
    return str(good(profile, "add", library, *values, "--json").json["id"])


def attached(profile: Path, tmp_path: Path, library: str, record: str, field: str) -> None:
    file = tmp_path / f"{field}.txt"
    file.write_text(f"{library} {record} {field}", "utf-8")
    good(profile, "attach", library, record, str(file), "--as", field)


def complete(profile: Path, tmp_path: Path, without: str = "") -> str:
    """A negotiated project with all that 签约 asks for, but one thing; its id."""
    project = made(
        profile, "projects", "name=眼镜生产线", "company_id=温州示例光学有限公司", "chain_id=眼镜", "source_kind=展会",
        "origin_region=长三角", "industry_code=C3587", "content=年产100万副", "total_invest_wan=3000万元",
    )  # fmt: skip
    good(profile, "project", "move", project)
    expert = made(profile, "experts", "person_name=示例专家")
    assessment = made(
        profile,
        "assessments",
        f"project_id={project}",
        *_CHECKS,
        *([] if without == "experts" else [f"expert_ids={expert}"]),
    )
    if without != "opinion_file":
        attached(profile, tmp_path, "assessments", assessment, "opinion_doc_id")
    number = [] if without == "minutes" else ["minutes_no=奉府纪〔2026〕1号"]
    body = ["body=县政府常务会"]
    decision = made(profile, "decisions", f"project_id={project}", *_ACTS, *_FOCUS, *body, *number)
    attached(profile, tmp_path, "decisions", decision, "minutes_id")
    contract = made(
        profile, "contracts", f"project_id={project}", "kind=正式合同", "party_b=温州示例光学有限公司", "contract_no=1号",
        "amount_wan=3000万元", "breach_terms=违约责任条款", "exit_terms=退出条款", f"decision_id={decision}",
    )  # fmt: skip
    basis = ["legal_basis=奉节府发〔2025〕1号", "fair_checked=通过"] if without != "benefits" else []
    made(profile, "commitments", f"contract_id={contract}", "party=政府", "kind=财政奖补", "content=设备补贴", *basis)
    for book, side, payer in (("投入产出", "投入", "企业"), ("成本效益", "成本", "政府")):
        if without != "books" or book == "投入产出":
            made(
                profile, "ledger", f"project_id={project}", f"book={book}", f"side={side}", f"payer={payer}", "item=其他",
                "year=2026", "basis=预测", "amount_wan=100万", "source_ref=可研报告",
            )  # fmt: skip
    return project


def test_a_project_with_every_document_is_signed(profile: Path, tmp_path: Path) -> None:
    project = complete(profile, tmp_path)
    checked = good(profile, "project", "check", project, "--json").json
    assert (checked["to"], checked["gate"], checked["passes"]) == ("签约", "G2", True)
    moved = good(profile, "project", "move", project, "签约", "--json").json
    assert moved["moved"] is True
    shown = good(profile, "project", "show", project, "--json").json
    assert (shown["stage"], shown["next"]["to"]) == ("签约", "开工")
    listed = good(profile, "project", "list", "--stage", "签约", "--json").json
    assert [one["id"] for one in listed] == [project]
    assert "扫描件" in refused(profile, "project", "move", project, "开工")


@pytest.mark.parametrize("without", ["experts", "opinion_file", "minutes", "benefits", "books"])
def test_without_any_one_document_it_is_refused_with_the_clause(profile: Path, tmp_path: Path, without: str) -> None:
    project = complete(profile, tmp_path, without)
    done = run_here(profile, "project", "move", project, "--json")
    assert done.code == 1
    assert [one["code"] for one in done.json["blocking"]] == [without]
    assert done.json["blocking"][0]["clause"] in ("4.1", "4.2", "7.1", "7.2")
    assert good(profile, "project", "show", project, "--json").json["stage"] == "洽谈"


def test_a_removed_document_counts_as_missing(profile: Path, tmp_path: Path) -> None:
    project = complete(profile, tmp_path)
    decision = good(profile, "list", "decisions", "--json").json[0]
    minutes = good(profile, "attachments", "decisions", decision["id"], "--json").json[0]["id"]
    assert "已移除" in good(profile, "detach", minutes).out
    done = run_here(profile, "project", "check", project, "--json")
    assert [one["code"] for one in done.json["conditions"] if one["blocks"] and not one["met"]] == ["minutes"]


def test_what_is_typed_wrong_is_told(profile: Path) -> None:
    assert "项目编号" in refused(profile, "project", "move")
    assert "不是记录编号" in refused(profile, "project", "move", "abc")
    project = made(profile, "projects", "name=某项目")
    assert "不是日期" in refused(profile, "project", "move", project, "--on", "昨天")
    assert "没有填投资主体" in refused(profile, "project", "move", project)
    assert "写明原因" in refused(profile, "project", "drop", project)


def test_the_checklist_of_a_gate_is_one_page(profile: Path, tmp_path: Path) -> None:
    project = made(profile, "projects", "name=眼镜生产线")
    out = tmp_path / "清单.pdf"
    assert str(out) in good(profile, "project", "checklist", project, str(out)).out
    assert "线索→洽谈（关口G1）" in words_of(out)
    good(profile, "project", "checklist", project, str(out), "洽谈", "--as-of", "2026-11-30")
    assert "2026年11月30日判断" in words_of(out)
    assert "不能跳过" in refused(profile, "project", "checklist", project, str(out), "投产")
    assert "文件" in refused(profile, "project", "checklist", project)


def test_what_only_looks_works_beside_an_open_window(profile: Path, tmp_path: Path) -> None:
    project = made(profile, "projects", "name=眼镜生产线")
    with Session.of(Profile(profile)).hold("窗口"):
        assert good(profile, "project", "list", "--json").json[0]["name"] == "眼镜生产线"
        assert "还差" in run_here(profile, "project", "check", project).out
        good(profile, "project", "checklist", project, str(tmp_path / "清单.pdf"))
        good(profile, "reference", "list")
        assert "正被另一个程序使用" in refused(profile, "project", "drop", project, "--reason", "改投外地")
