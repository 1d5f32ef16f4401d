"""A lead to production through its gates, a refused move on the way; a week collected by two offices."""

import datetime as dt
from pathlib import Path
from typing import Any

from tests.journeys.prepared import NOW, at_desk, file, found, put
from tests.journeys.program import PASSPHRASE, Program

_COMPANY = "温州示例光学有限公司"


def day(back: int) -> str:
    return (NOW - dt.timedelta(days=back)).isoformat()


def unlocked(program: Program) -> None:
    """Start the program and open the desk."""
    program.start()
    program.write(PASSPHRASE)
    program.opens("Return")
    program.focus()


def to_projects(program: Program) -> None:
    """By the palette into the table of projects, the only one chosen."""
    program.keys("ctrl+k")
    program.write("dakaizhaoshangxiangmu")
    program.opens("Return")
    program.focus()
    program.keys("ctrl+a")


def ask_gate(program: Program, *, move: bool) -> None:
    """Open the gate; with ``move`` go to its button and press it, else look and leave."""
    program.keys("ctrl+shift+g")
    program.keys(*["Tab"] * 4, "space")
    if not move:
        program.keys("Escape", "Escape")
    program.focus()


def stage(program: Program) -> str:
    (project,) = program.headless("project", "list", "--json")
    return str(project["stage"])


def passed(program: Program, to: str) -> None:
    ask_gate(program, move=True)
    program.until(lambda: stage(program) == to)


def a_dossier(folder: Path) -> tuple[str, str]:
    """Everything the gates ask for but the chain and the file of the minutes; project and decision."""
    with at_desk(folder) as desk:
        company = put(desk, "companies", name=_COMPANY, uscc="91500236MA0005000U")
        project = put(
            desk, "projects", name="年产100万副眼镜生产线", company_id=company, source_kind="展会", industry_code="C3587",
            content="两条镀膜线", total_invest_wan="8000", origin_region="长三角", filing_no="备-1", judged_on=day(0),
        )  # fmt: skip
        mine = {"project_id": project}
        put(desk, "visits", visit_on=day(0), kind="外出拜访", company_id=company, topics="选址", **mine)
        experts = [put(desk, "experts", person_name=f"专家{sign}") for sign in "甲乙丙"]
        put(
            desk, "assessments", ("opinion_doc_id",), conclusion="可行", land_check="符合", energy_check="低于均值",
            env_check="满足", due_diligence="不需要", expert_ids="；".join(experts), concluded_on=day(9), **mine,
        )  # fmt: skip
        decision = put(
            desk, "decisions", ("legal_review_id", "fair_review_id"), level="园区", body="园区管委会主任办公会",
            site_visit_on=day(8), material_check_on=day(7), defence_on=day(6), energy_match="匹配",
            finance_feasible="可行", policy_compliant="合规", meeting_on=day(5), resolution="同意",
            minutes_no="〔2026〕9号", **mine,
        )  # fmt: skip
        put(
            desk, "contracts", ("scan_id",), contract_no="奉招-1", kind="正式合同", party_b=_COMPANY, amount_wan="8000",
            breach_terms="见第八条", exit_terms="见第九条", decision_id=decision, signed_on=day(0), status="履行中",
            agreed_start_on=day(-30), agreed_prod_on=day(-300), **mine,
        )  # fmt: skip
        line = {"payer": "企业", "item": "企业固投", "year": str(NOW.year), "basis": "预测", "source_ref": "可研"}
        for book, side in (("投入产出", "投入"), ("成本效益", "效益")):
            put(desk, "ledger", book=book, side=side, amount_wan="100", **line, **mine)
        for kind in ("备案或核准", "规划许可", "施工许可", "环评"):
            put(desk, "permits", kind=kind, state="已办结", **mine)
        put(desk, "progress", happened_on=day(0), kind="供地", summary="土地交付", **mine)
        for kind in ("开工", "投产"):
            put(desk, "progress", ("photo_id",), happened_on=day(0), kind=kind, summary=kind, **mine)
        paid = {"kind": "到资", "summary": "首期到位", "arrived_wan": "3000"}
        put(desk, "progress", ("arrived_proof_id",), happened_on=day(0), **paid, **mine)
        put(desk, "checks", check_on=day(0), method="现场核查", findings="按约定建成", **mine)
    return project, decision


def test_a_lead_goes_to_production_once_every_document_is_there(program: Program) -> None:
    found(program.profile, "YRD", "冉示例甲")
    project, decision = a_dossier(program.profile)
    unlocked(program)
    to_projects(program)
    ask_gate(program, move=False)
    assert stage(program) == "线索", "no chain, no negotiation"
    assert program.quit() == 0

    assert program.run("set", "projects", project, "chain_id=眼镜").returncode == 0
    unlocked(program)
    to_projects(program)
    passed(program, "洽谈")
    ask_gate(program, move=False)
    assert stage(program) == "洽谈", "without the minutes nothing is signed"
    assert program.quit() == 0

    with at_desk(program.profile) as desk:
        file(desk, "decisions", decision, "minutes_id")
    unlocked(program)
    to_projects(program)
    for to in ("签约", "开工", "投产"):
        passed(program, to)
    year = program.headless("dispatch", "year", "--json")
    results: list[dict[str, Any]] = year["sections"]["results"]["rows"]
    assert [(row["signed"], row["started"], row["in_production"], row["arrived_wan"]) for row in results] == [
        (1, 1, 1, "3000")
    ] * 3
    moves = program.headless("list", "stage-moves", "--json")
    assert {(one["from_stage"], one["to_stage"], one["override_reason"]) for one in moves} == {
        ("线索", "洽谈", None), ("洽谈", "签约", None), ("签约", "开工", None), ("开工", "投产", None),
    }  # fmt: skip
    assert program.quit() == 0


def an_office(tmp_path: Path, code: str, person: str, *projects: str) -> Program:
    """An office with projects that were reported on last week."""
    program = Program(tmp_path / code, tmp_path)
    found(program.profile, code, person)
    with at_desk(program.profile) as desk:
        for name in projects:
            project = put(desk, "projects", name=name, company_id=f"{name}有限公司", total_invest_wan="3000")
            last = {"happened_on": day(NOW.weekday() + 3), "kind": "谈判", "summary": f"{name}核对用地"}
            put(desk, "progress", project_id=project, **last)
    return program


def steps(program: Program) -> int:
    return len(program.headless("list", "progress", "--json"))


def a_week(office: Program, projects: int, sheet: Path) -> None:
    """The week of an office by hand: last week's words are copied, and Friday's workbook is saved."""
    unlocked(office)
    office.opens("alt+2")
    office.keys("ctrl+shift+c")
    office.until(lambda: steps(office) == 2 * projects)
    office.focus()
    office.keys("ctrl+shift+e", "Return")
    office.still()
    office.keys("ctrl+a")
    office.write(str(sheet))
    office.keys("Return")
    office.until(sheet.exists)
    office.keys("Return")
    office.focus()
    assert office.quit() == 0


def test_two_offices_collect_their_week_and_the_county_sees_both(tmp_path: Path) -> None:
    county = Program(tmp_path / "HQ", tmp_path)
    found(county.profile, "HQ", "县中心甲")
    offices = (("YRD", "冉示例甲", ("甲项目", "乙项目")), ("GBA", "陈示例己", ("丙项目",)))
    for code, person, names in offices:
        office, sheet = an_office(tmp_path, code, person, *names), tmp_path / f"{code}.xlsx"
        try:
            a_week(office, len(names), sheet)
        finally:
            office.kill()
        for _ in ("it comes in", "once more, and doubles nothing"):
            assert county.run("import", "projects", str(sheet)).returncode == 0
    projects = county.headless("list", "projects", "--json")
    assert {(one["name"], one["office_id"]) for one in projects} == {
        ("甲项目", "长三角"), ("乙项目", "长三角"), ("丙项目", "粤港澳大湾区"),
    }  # fmt: skip
    assert steps(county) == 3
    week = county.headless("dispatch", "week", "--json")["sections"]["offices"]["rows"]
    assert {row["office"]: row["reported"] for row in week if row["reported"]} == {"长三角": 2, "粤港澳大湾区": 1}
