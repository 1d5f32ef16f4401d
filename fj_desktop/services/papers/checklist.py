"""关口清单: every condition of a project's gate on one page, for the meeting (notice 2025-18, clauses 3.2, 7)."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from fj_desktop.libraries import CATALOG
from fj_desktop.rules.conditions import MARKS, Finding
from fj_desktop.rules.thresholds import Thresholds
from fj_desktop.services.dossiers import PROJECTS, thresholds_of
from fj_desktop.services.papers.desk_reader import DeskReader, labelled
from fj_desktop.services.tracking import Asked
from fj_desktop.store import parts

if TYPE_CHECKING:
    from fj_desktop.exchange.documents.one_page import Grid, OnePage
    from fj_desktop.services.papers.service import Maker

_HEAD = (
    "name", "code", "company_id", "chain_id", "total_invest_wan", "arrived_total_wan", "office_id", "lead_unit_id",
    "owner_id", "signed_on",
)  # fmt: skip
_SIGNS = "√ 具备；× 不具备，不能过关；！ 不具备，只提醒，不阻止。"
# Figures each gate's conditions are asked with; those of the last line decide what blocks, at every gate.
_FIGURES = {
    "G1": ("judge_days", "rival_months"), "G2": ("dd_amount", "experts_least"), "G4": ("check_days",),
}  # fmt: skip
_OF_ALL = ("gate_src", "gate_ours")
_SIGNATURES = ("跟进人：", "责任单位：", "县投资促进中心：", "日期：")


def checklist(maker: "Maker", reader: DeskReader, project: uuid.UUID, asked: Asked) -> "OnePage":
    """The page; ``asked`` is the gate asked on the reader's day.

    Raises:
        UserError: there is no such project.
    """
    from fj_desktop.exchange.documents.one_page import Facts, Words

    told = reader.one(PROJECTS, project)
    gate = f"（关口 {asked.gate}）" if asked.gate else ""
    return maker.page(
        "招商项目关口清单",
        f"{asked.stage} → {asked.to}{gate}　{_day(reader.today)}判断",
        (
            Facts(labelled(PROJECTS, told, *_HEAD)),
            Words("", [_verdict(asked)], strong=True),
            _conditions(asked.findings),
        ),
        notes=[*_footer(thresholds_of(reader.connection), asked), *_overridden(reader, project)],
        signatures=_SIGNATURES,
    )


def sign(finding: Finding) -> str:
    """How a condition stands: met, missing and holding back, missing and only told."""
    return "√" if finding.is_met else "×" if finding.blocking else "！"


def _conditions(findings: list[Finding]) -> "Grid":
    from fj_desktop.exchange.documents.one_page import Column, Grid

    columns = (
        Column("序号", 1.0, centred=True), Column("结果", 1.0, centred=True), Column("条件", 5.2),
        Column("缺什么", 7.0), Column("条款", 1.3, centred=True), Column("性质", 1.8, centred=True),
    )  # fmt: skip
    rows = [
        (str(place), sign(one), one.condition.words, one.lacking, one.condition.clause, MARKS[one.condition.mark])
        for place, one in enumerate(findings, 1)
    ]
    return Grid("", columns, rows)


def _verdict(asked: Asked) -> str:
    met = sum(one.is_met for one in asked.findings)
    held = f"还差 {len(asked.blocking)} 项，不能转入“{asked.to}”" if asked.blocking else f"可以转入“{asked.to}”"
    told = f"；另有 {len(asked.warnings)} 项提醒" if asked.warnings else ""
    return f"结论：{held}{told}。共 {len(asked.findings)} 项，具备 {met} 项。"


def _footer(thresholds: Thresholds, asked: Asked) -> list[str]:
    figures = thresholds.footer((*_FIGURES.get(asked.gate, ()), *_OF_ALL))
    return [_SIGNS, f"所用阈值（通知没有给数的）：{'；'.join(figures)}。", "条款指奉节府办发〔2025〕18号的条款。"]


def _overridden(reader: DeskReader, project: uuid.UUID) -> list[str]:
    """Earlier moves of this project that went past a gate; they stay in sight."""
    moves = parts.rows_of(reader.connection, CATALOG["stage-moves"], "project_id", [project])
    return [
        f"注：{one['moved_on']} 由{one['from_stage']}转{one['to_stage']}时越过关口，"
        f"未具备：{str(one['overridden']).replace(chr(10), '；')}；理由：{one['override_reason'] or ''}"
        for one in moves
        if one["overridden"]
    ]


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
