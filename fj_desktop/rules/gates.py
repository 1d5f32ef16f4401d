"""The gates between the stages of a project: G1 to G4, and GX out (notice 2025-18, clauses 3.2, 4, 7 and 9.2)."""

from dataclasses import dataclass

from fj_desktop.rules import signing
from fj_desktop.rules.conditions import OURS, SEED, SRC, Condition, Finding, filled, has
from fj_desktop.rules.dossier import Dossier, proven
from fj_desktop.rules.thresholds import Thresholds

STAGES = ("线索", "洽谈", "签约", "开工", "投产")
"""In their order (notice 2025-18, clause 3.2); 退出 stands apart."""

EXITED = "退出"
DROPPED = "退库"
"""Where a lead or negotiation that came to nothing stands in the log and in reports; its stage stays."""
_ABROAD = ("外资", "港澳台资")
_PERMITS = (("备案或核准",), ("规划许可",), ("施工许可", "装修备案"), ("环评",))


@dataclass(frozen=True)
class Gate:
    """What stands between two stages."""

    code: str
    to: str
    conditions: tuple[Condition, ...]

    def ask(self, dossier: Dossier, thresholds: Thresholds) -> list[Finding]:
        """Every condition asked of a project, met or not, in the order of the list."""
        return [Finding(one, one.check(dossier, thresholds), one.blocks(thresholds)) for one in self.conditions]


def next_stage(stage: str) -> str | None:
    """The stage a project goes to from here; None from the last one and from 退出."""
    at = STAGES.index(stage) + 1 if stage in STAGES else len(STAGES)
    return STAGES[at] if at < len(STAGES) else None


def gate_to(stage: str, to: str) -> Gate | None:
    """The gate of a move; None where there is no such move: a stage is never skipped and never gone back to."""
    if to == EXITED:
        return _GATES[EXITED] if stage in STAGES[2:] else None
    return _GATES[to] if next_stage(stage) == to else None


def _company_known(dossier: Dossier, _: Thresholds) -> str:
    company = dossier.company
    known = filled(company, "uscc") or company.get("nature") in _ABROAD or "未注册" in str(company.get("note") or "")
    return "" if known else "没有统一社会信用代码；境外企业请填企业性质，未注册的请在企业备注里写明"


def _reported(dossier: Dossier, _: Thresholds) -> str:
    return "" if filled(dossier.project, "first_reported_at", "office_id") else "没有首报时间或首报办事处"


def _rivals(dossier: Dossier, _: Thresholds) -> str:
    return f"有 {len(dossier.rivals)} 个疑似重复的项目没有判定" if dossier.rivals else ""


def _met(dossier: Dossier, _: Thresholds) -> str:
    return "" if dossier.visits else "没有走访、电话或接洽记录"


def _judged(dossier: Dossier, thresholds: Thresholds) -> str:
    judged, reported = dossier.project.get("judged_on"), dossier.project.get("first_reported_at")
    days = thresholds.days("judge_days")
    if judged is None:
        return f"首报后 {days} 天内应有研判"
    late = (judged - reported.date()).days if reported is not None else 0
    return f"首报后第 {late} 天才研判，应在 {days} 天内" if late > days else ""


def _signed_contract(dossier: Dossier, _: Thresholds) -> str:
    if not dossier.formal:
        return "没有正式合同"
    missing = [
        words for name, words in (("signed_on", "签订日期"), ("scan_id", "扫描件")) if not filled(dossier.formal, name)
    ]
    return f"正式合同没有{'、'.join(missing)}" if missing else ""


def _handed_over(dossier: Dossier, _: Thresholds) -> str:
    supplied = bool(dossier.project.get("supplied_land_m2")) or bool(dossier.steps("供地"))
    plots = any(one.get("supply_status") == "已供" for one in dossier.plots)
    return "" if supplied or plots else "没有供地或厂房交付的记录"


def _permits(dossier: Dossier, _: Thresholds) -> str:
    done = {one.get("kind") for one in dossier.permits if one.get("state") in ("已办结", "不需要")}
    missing = ["或".join(kinds) for kinds in _PERMITS if not done.intersection(kinds)]
    under_way = any(one.get("kind") == "节能审查" and one.get("kind") not in done for one in dossier.permits)
    missing += ["节能审查"] if under_way else []
    return f"{'、'.join(missing)}没有办结" if missing else ""


def _started(dossier: Dossier, _: Thresholds) -> str:
    return (
        "" if any(filled(one, "photo_id", "happened_on") for one in dossier.steps("开工")) else "没有带照片的开工记录"
    )


def _produces(dossier: Dossier, _: Thresholds) -> str:
    shown = any(filled(one, "photo_id") or filled(one, "arrived_proof_id") for one in dossier.steps("投产"))
    return "" if shown else "没有带照片或首张发票的投产记录"


def _checked(dossier: Dossier, thresholds: Thresholds) -> str:
    days = thresholds.days("check_days")
    recent = any(0 <= (dossier.today - one["check_on"]).days <= days for one in dossier.checks if one.get("check_on"))
    return "" if recent else f"最近 {days} 天没有履约监测"


def _arrived(dossier: Dossier, _: Thresholds) -> str:
    unproven = sum(bool(one.get("arrived_wan")) and not proven(one) for one in dossier.progress)
    if unproven:
        return f"有 {unproven} 笔到位资金没有凭证"
    return "" if dossier.arrived_wan > 0 else "没有到位资金"


def _closed(dossier: Dossier, _: Thresholds) -> str:
    cases = [one for one in dossier.exits if filled(one, "closed_on")]
    if not cases:
        return "没有已办结的清理退出事项" if dossier.exits else "没有清理退出事项"
    names = {"triggers": "触发情形", "exit_class": "分类", "evidence_ids": "证据"}
    missing = [words for name, words in names.items() if not filled(cases[-1], name)]
    return f"清理退出事项没有{'、'.join(missing)}" if missing else ""


def _ended(dossier: Dossier, _: Thresholds) -> str:
    case = next((one for one in reversed(dossier.exits) if filled(one, "closed_on")), {})
    if case.get("exit_class") == "法律途径":
        return "" if filled(case, "legal_case_no") else "法律途径没有案号"
    if case.get("exit_class") != "协议终止":
        return ""
    endings = {one.get("id") for one in dossier.contracts if one.get("kind") == "解除协议"}
    return "" if case.get("termination_id") in endings else "协议终止没有解除协议"


_GATES = {
    gate.to: gate
    for gate in (
        Gate("G1", "洽谈", (
            Condition("company", "投资主体", "3.2", OURS, has("company_id", "没有填投资主体"), needed=True),
            Condition("uscc", "企业身份", "3.2", OURS, _company_known),
            Condition("chain", "产业链", "1.1", OURS, has("chain_id", "没有选产业链"), needed=True),
            Condition("industry", "行业代码", "1.1", OURS, has("industry_code", "没有填行业代码")),
            Condition("source", "线索来源", "3.2", OURS, has("source_kind", "没有填线索来源"), needed=True),
            Condition("owner", "跟进人", "1.1", OURS, has("owner_id", "没有填跟进人"), needed=True),
            Condition("reported", "首报", "3.2", SRC, _reported),
            Condition("rivals", "重复项目已判定", "3.2", OURS, _rivals),
            Condition("met", "走访或接洽记录", "3.2", OURS, _met),
            Condition("judged", "研判", "3.2", SRC, _judged, warns=True),
        )),
        Gate("G2", "签约", signing.CONDITIONS),
        Gate("G3", "开工", (
            Condition("contract", "已签的正式合同和扫描件", "4.2", SRC, _signed_contract, needed=True),
            Condition("filing", "市级监管平台备案号", "4.2", OURS, has("filing_no", "没有备案号")),
            Condition("land", "供地或厂房交付", "8.1", OURS, _handed_over),
            Condition("permits", "许可办理", "8.1", OURS, _permits),
            Condition("start", "开工记录和照片", "3.2", OURS, _started),
        )),
        Gate("G4", "投产", (
            Condition("production", "投产记录", "3.2", OURS, _produces),
            Condition("check", "履约监测", "9.1", OURS, _checked),
            Condition("arrived", "到位资金和凭证", "4.2", SRC, _arrived),
        )),
        Gate("GX", EXITED, (
            Condition("case", "清理退出事项办结", "9.2", SEED, _closed),
            Condition("way", "解除协议或案号", "9.2", SEED, _ended),
        )),
    )
}  # fmt: skip
