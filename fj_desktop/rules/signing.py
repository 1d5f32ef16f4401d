"""The conditions of gate G2, negotiating to signed (notice 2025-18, clauses 4.1, 4.2, 7.1 and 7.2)."""

from fj_desktop.rules.conditions import OURS, SEED, SRC, Condition, filled, has
from fj_desktop.rules.dossier import Dossier, Row
from fj_desktop.rules.thresholds import Thresholds

BENEFITS = ("财政奖补", "用地", "厂房", "基础设施", "用能", "融资")
"""Kinds of promises by which the government gives something of value: award, land price, rent, energy, fund."""

_ACTS = {"site_visit_on": "现场踏勘", "material_check_on": "材料审核", "defence_on": "质询答辩"}
_FOCUS = {"energy_match": "能耗指标匹配度", "finance_feasible": "融资方案可行性", "policy_compliant": "政策合规性"}
_TERMS = {"amount_wan": "合同投资额", "breach_terms": "违约责任", "exit_terms": "退出条款", "decision_id": "审议依据"}
_NO_ASSESSMENT, _NO_DECISION, _NO_CONTRACT = "还没有综合研判", "还没有集体审议", "还没有正式合同草案"


def _conclusion(dossier: Dossier, _: Thresholds) -> str:
    if not dossier.assessment:
        return _NO_ASSESSMENT
    found = dossier.assessment.get("conclusion")
    return "" if found in ("可行", "有条件可行") else f"结论为“{found or '未填'}”"


def _opinion_file(dossier: Dossier, _: Thresholds) -> str:
    return "" if filled(dossier.assessment, "opinion_doc_id") else "没有评估意见文件"


def _land(dossier: Dossier, _: Thresholds) -> str:
    found = dossier.assessment.get("land_check")
    if found in ("符合", "不适用"):
        return ""
    if found == "有条件":
        return "" if dossier.assessment.get("land_conditions_closed") else "有条件通过，条件还没有落实"
    return f"用地布局审查为“{found or '未审'}”"


def _energy_checked(dossier: Dossier, _: Thresholds) -> str:
    found = dossier.assessment.get("energy_check")
    if found in (None, "", "未审"):
        return "能耗强度还没有审查"
    if found == "低于均值" and _intensity_is_not_below(dossier):
        return "结论写“低于均值”，但按填报数据计算不低于区域均值，请核对"
    return ""


def _energy_below(dossier: Dossier, _: Thresholds) -> str:
    found = dossier.assessment.get("energy_check")
    if found in ("低于均值", "不适用"):
        return ""
    return "能耗强度不低于区域均值" if found == "不低于均值" else "还没有与区域均值比较"


def _intensity_is_not_below(dossier: Dossier) -> bool:
    """吨标煤 a 万元 of output against the region's average; False where a figure is missing."""
    energy, output = dossier.project.get("energy_tce"), dossier.project.get("expect_output_wan")
    average = dossier.assessment.get("energy_region_avg")
    return energy is not None and bool(output) and average is not None and energy / output >= average


def _environment(dossier: Dossier, _: Thresholds) -> str:
    found = dossier.assessment.get("env_check")
    if found == "不适用":
        return ""
    if found != "满足":
        return f"环境承载力审查为“{found or '未审'}”"
    over = [one for one in dossier.emissions if one.get("limit_t") is not None and one["amount_t"] > one["limit_t"]]
    return f"{'、'.join(str(one['pollutant']) for one in over)}超过阈值" if over else ""


def _diligence(dossier: Dossier, _: Thresholds) -> str:
    found = dossier.assessment.get("due_diligence")
    if found == "不需要":
        return ""
    if found != "已完成":
        return f"尽职调查为“{found or '未定'}”"
    return "" if filled(dossier.assessment, "dd_report_id") else "没有尽调报告"


def _diligence_of_large(dossier: Dossier, thresholds: Thresholds) -> str:
    total, line = dossier.project.get("total_invest_wan"), thresholds.number("dd_amount")
    large = dossier.project.get("is_major") or (total is not None and total >= line)
    return "重大项目或投资额达到应尽调线，应做尽职调查" if large and _not_done(dossier) else ""


def _not_done(dossier: Dossier) -> bool:
    return dossier.assessment.get("due_diligence") != "已完成"


def _experts(dossier: Dossier, _: Thresholds) -> str:
    if not dossier.experts:
        return "没有专家参加评估"
    return f"有 {dossier.avoiding} 位专家应回避" if dossier.avoiding else ""


def _enough_experts(dossier: Dossier, thresholds: Thresholds) -> str:
    least = thresholds.days("experts_least")
    return "" if len(dossier.experts) >= least else f"评估专家 {len(dossier.experts)} 位，少于 {least} 位"


def _veto(dossier: Dossier, _: Thresholds) -> str:
    return "、".join(dossier.assessment.get("veto") or ())


def _level(dossier: Dossier, _: Thresholds) -> str:
    if not dossier.decision:
        return _NO_DECISION
    return "" if filled(dossier.decision, "level", "body") else "没有审批层级或审议机构"


def _acts(dossier: Dossier, _: Thresholds) -> str:
    met = dossier.decision.get("meeting_on")
    if met is None:
        return "没有会议日期"
    dates = {words: dossier.decision.get(name) for name, words in _ACTS.items()}
    missing = [words for words, day in dates.items() if day is None]
    late = [words for words, day in dates.items() if day is not None and day > met]
    told = [f"{'、'.join(missing)}没有日期"] if missing else []
    return "；".join(told + ([f"{'、'.join(late)}晚于会议"] if late else []))


def _focus(dossier: Dossier, _: Thresholds) -> str:
    missing = [words for name, words in _FOCUS.items() if not filled(dossier.decision, name)]
    if missing:
        return f"{'、'.join(missing)}没有结论"
    return "政策合规性为“不合规”" if dossier.decision["policy_compliant"] == "不合规" else ""


def _resolution(dossier: Dossier, _: Thresholds) -> str:
    found = dossier.decision.get("resolution")
    return "" if found in ("同意", "修改后同意") else f"审议结论为“{found or '未填'}”"


def _minutes(dossier: Dossier, _: Thresholds) -> str:
    missing = [
        words
        for name, words in (("minutes_no", "会议纪要文号"), ("minutes_id", "会议纪要文件"))
        if not filled(dossier.decision, name)
    ]
    return f"没有{'、'.join(missing)}" if missing else ""


def _reviews(dossier: Dossier, _: Thresholds) -> str:
    names = (("legal_review_id", "合法性审查意见"), ("fair_review_id", "公平竞争审查结论"))
    missing = [words for name, words in names if not filled(dossier.decision, name)]
    return f"没有{'、'.join(missing)}" if missing else ""


def _benefits(dossier: Dossier, _: Thresholds) -> str:
    given = [one for one in dossier.commitments if one.get("party") == "政府" and one.get("kind") in BENEFITS]
    bad = [one for one in given if not filled(one, "legal_basis") or one.get("fair_checked") != "通过"]
    if not bad:
        return ""
    first = str(bad[0].get("content") or bad[0].get("kind"))[:20]
    return f"{len(bad)} 项政府承诺没有政策依据或公平竞争审查没有通过，如“{first}”"


def _draft(dossier: Dossier, _: Thresholds) -> str:
    return "" if dossier.formal else _NO_CONTRACT


def _terms(dossier: Dossier, _: Thresholds) -> str:
    if not dossier.formal:
        return _NO_CONTRACT
    missing = [words for name, words in _TERMS.items() if not filled(dossier.formal, name)]
    return f"合同没有{'、'.join(missing)}" if missing else ""


def _dates(dossier: Dossier, _: Thresholds) -> str:
    start, production = dossier.formal.get("agreed_start_on"), dossier.formal.get("agreed_prod_on")
    if start is None or production is None:
        return "合同没有约定开工和投产日期"
    return "" if start < production else "约定投产应晚于约定开工"


def _industrial(dossier: Dossier, _: Thresholds) -> str:
    if not _takes_land(dossier.formal) and not any("工业" in str(one.get("land_use")) for one in dossier.plots):
        return ""
    ok = filled(dossier.formal, "intensity_min", "tax_min_mu")
    return "" if ok else "工业用地没有约定投资强度或亩均税收"


def _takes_land(contract: Row) -> bool:
    return bool(contract.get("land_mu"))


def _books(dossier: Dossier, _: Thresholds) -> str:
    there = {one.get("book") for one in dossier.ledger if one.get("basis") == "预测"}
    missing = [book for book in ("投入产出", "成本效益") if book not in there]
    return f"没有{'、'.join(missing)}的预测" if missing else ""


def _basics(dossier: Dossier, _: Thresholds) -> str:
    names = {"origin_region": "来源区域", "industry_code": "行业代码", "content": "建设内容及规模"}
    missing = [words for name, words in names.items() if not filled(dossier.project, name)]
    if not dossier.project.get("total_invest_wan") and not dossier.project.get("fixed_invest_wan"):
        missing.append("总投资或固定资产投资")
    return f"没有{'、'.join(missing)}" if missing else ""


CONDITIONS = (
    Condition("basics", "上会前的项目资料", "7.1", SEED, _basics, needed=True),
    Condition("conclusion", "可行性评估意见", "7.1", SEED, _conclusion),
    Condition("opinion_file", "评估意见文件", "7.1", SEED, _opinion_file),
    Condition("land", "用地符合国土空间规划和三区三线", "7.1", SEED, _land),
    Condition("energy_checked", "能耗强度已审查", "7.1", SEED, _energy_checked),
    Condition("energy_below", "能耗强度低于区域均值", "7.1", OURS, _energy_below),
    Condition("environment", "污染物排放满足环境承载力", "7.1", SEED, _environment),
    Condition("diligence", "尽职调查", "7.1", SEED, _diligence),
    Condition("diligence_of_large", "大额项目的尽职调查", "7.1", OURS, _diligence_of_large),
    Condition("experts", "领域专家评估，无应回避者", "7.1", SEED, _experts),
    Condition("enough_experts", "评估专家人数", "7.1", OURS, _enough_experts),
    Condition("veto", "无一票否决项", "7.1", SRC, _veto),
    Condition("approved", "立项", "7.1", OURS, has("approved_on", "还没有立项")),
    Condition("level", "三级审批的层级和机构", "7.2", SEED, _level),
    Condition("acts", "现场踏勘、材料审核、质询答辩不晚于会议", "7.2", SEED, _acts),
    Condition("focus", "重点审查三项", "7.2", SEED, _focus),
    Condition("resolution", "集体审议同意", "7.2", SEED, _resolution),
    Condition("minutes", "会议纪要", "7.2", SEED, _minutes),
    Condition("reviews", "合法性审查和公平竞争审查", "4.1", SRC, _reviews),
    Condition("benefits", "政府承诺有依据并通过公平竞争审查", "4.1", SEED, _benefits),
    Condition("draft", "正式合同草案", "4.2", SEED, _draft),
    Condition("terms", "合同必备条款", "4.2", SEED, _terms, needed=True),
    Condition("dates", "约定开工、投产日期", "4.2", OURS, _dates),
    Condition("industrial", "工业用地的投资强度和亩均税收", "4.2", OURS, _industrial),
    Condition("books", "投入产出、成本效益预测", "4.2", SEED, _books),
)
