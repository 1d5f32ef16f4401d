"""What needs a person: late, stale, leads past their clocks, problems, decisions, chains that lack something."""

import datetime as dt
from typing import Any

from fj_desktop.rules.gates import STAGES
from fj_desktop.rules.overdue import LEVELS, LeadDays, Stale, lead_clocks, project_late, stale
from fj_desktop.services.dispatch.facts import Facts
from fj_desktop.services.dispatch.sections import COUNT, DAY, Head, Section, about

_CLOSED = ("已化解",)
_SETTLED = ("已办结", "不再办理")
_CADENCE = (("县级季度调度", 1), ("产业链季度调度", 1), ("信息互通专题会", 1), ("月调度", 3))
"""What a quarter asks for (clauses 3.1, 3.2, 3.3 and 5.2)."""
_PROJECT = (Head("project", "项目"), Head("stage", "阶段"), Head("owner", "跟进人"), Head("office", "办事处"))


def _who(facts: Facts, project: Any) -> tuple[str, str, str, str]:
    row = facts.projects[project]
    office = facts.offices.get(row["office_id"], {}).get("name", "")
    return str(row["name"]), facts.stage[project], facts.names.get(row["owner_id"], ""), str(office)


def overdue(facts: Facts) -> Section:
    """Starts and productions past the agreed day, the worst first."""
    found = []
    for project in facts.running:
        row, contracts = facts.project_at(project), facts.contracts_of.get(project, [])
        for one in project_late(row, contracts, facts.cut, facts.figures):
            found.append((one, project))
    found.sort(key=lambda pair: (-pair[0].days, str(facts.projects[pair[1]]["code"])))
    rows = [(one.level, *_who(facts, project), one.what, one.due, one.days) for one, project in found]
    counts = "，".join(f"{name} {sum(one.level == name for one, _ in found)} 项" for name in LEVELS[:0:-1])
    heads = (
        Head("level", "等级"), *_PROJECT, Head("what", "事项"), Head("due", "约定日期", DAY),
        Head("days", "逾期", COUNT, "天"),
    )  # fmt: skip
    records = [about("projects", project) for _, project in found]
    return Section("overdue", "逾期项目", heads, rows, notes=(f"按等级：{counts}。",), records=records)


def still(facts: Facts) -> Section:
    """Projects without real progress for longer than their stage allows."""
    found: list[tuple[Stale, Any, dt.date]] = []
    for project in facts.running:
        last = facts.step_of(project).last or facts.projects[project]["reported_on"]
        if one := stale(facts.stage[project], last, facts.cut, facts.figures):
            found.append((one, project, last))
    found.sort(key=lambda one: (-one[0].days, str(facts.projects[one[1]]["code"])))
    rows = [(*_who(facts, project), last, one.days, one.limit) for one, project, last in found]
    heads = (
        *_PROJECT, Head("last", "最近实质进展", DAY), Head("days", "已停", COUNT, "天"),
        Head("limit", "上限", COUNT, "天"),
    )  # fmt: skip
    records = [about("projects", project) for _, project, _ in found]
    return Section("stale", "停滞项目", heads, rows, notes=("没有进展的从首报算起。",), records=records)


def leads(facts: Facts) -> Section:
    """Leads past one of their clocks."""
    met = {one["project_id"]: one for one in facts.visits}
    rows, records = [], []
    for project in facts.running:
        row, steps = facts.projects[project], facts.step_of(project)
        if facts.stage[project] != STAGES[0] or row["reported_on"] is None:
            continue
        visit = met.get(project, {"first": None, "last": None})
        judged = row["judged_on"] if row["judged_on"] is not None and row["judged_on"] <= facts.cut else None
        days = LeadDays(
            row["reported_on"], _least(visit["first"], steps.first), judged, steps.first,
            _most(visit["last"], steps.last),
        )  # fmt: skip
        for one in lead_clocks(days, facts.cut, facts.figures):
            rows.append((*_who(facts, project), one.what, one.due, one.days))
            records.append(about("projects", project))
    heads = (*_PROJECT, Head("clock", "时限"), Head("due", "应在", DAY), Head("days", "超过", COUNT, "天"))
    return Section("leads", "超过时限的线索", heads, rows, records=records)


def _least(*days: dt.date | None) -> dt.date | None:
    return min((day for day in days if day is not None), default=None)


def _most(*days: dt.date | None) -> dt.date | None:
    return max((day for day in days if day is not None), default=None)


def _is_open(one: Any, cut: dt.date) -> bool:
    closed = one["closed_on"]
    return closed > cut if closed is not None else one["status"] not in _CLOSED


def problems(facts: Facts) -> Section:
    """Problems by kind: open, new, closed, late."""
    kinds: dict[str, list[int]] = {}
    for one in facts.problems:
        counted = kinds.setdefault(str(one["category"] or "未分类"), [0, 0, 0, 0])
        is_open = _is_open(one, facts.cut)
        counted[0] += is_open
        counted[1] += one["raised_on"] is not None and facts.span.first <= one["raised_on"] <= facts.cut
        counted[2] += one["closed_on"] is not None and facts.span.first <= one["closed_on"] <= facts.cut
        counted[3] += is_open and one["due_on"] is not None and one["due_on"] < facts.cut
    rows = [(kind, *kinds[kind]) for kind in sorted(kinds, key=lambda kind: (-kinds[kind][0], kind))]
    total = ("合计", *(sum(counts[column] for counts in kinds.values()) for column in range(4)))
    heads = (
        Head("category", "类别"), Head("open", "未化解", COUNT, "个"), Head("new", "本期新增", COUNT, "个"),
        Head("closed", "本期化解", COUNT, "个"), Head("late", "其中逾期", COUNT, "个"),
    )  # fmt: skip
    return Section("problems", "难点堵点", heads, rows, total)


def open_problems(facts: Facts, level: str = "") -> Section:
    """The open ones with cause and solution; of one level, or all."""
    mine = [one for one in facts.problems if _is_open(one, facts.cut) and (not level or one["level"] == level)]
    mine.sort(key=lambda one: (one["due_on"] or dt.date.max, str(one["title"])))
    rows = [
        (
            one["title"], one["category"] or "", one["level"] or "",
            str(facts.projects[one["project_id"]]["name"]) if one["project_id"] in facts.projects else "",
            one["cause"] or "", one["solution"] or "", facts.names.get(one["duty_unit_id"], ""), one["due_on"],
        ) for one in mine
    ]  # fmt: skip
    heads = (
        Head("title", "问题"), Head("category", "类别"), Head("level", "层级"), Head("project", "项目"),
        Head("cause", "原因剖析"), Head("solution", "化解措施"), Head("unit", "责任单位"), Head("due", "时限", DAY),
    )  # fmt: skip
    code, title = ("consult", f"{level}议题") if level else ("open_problems", "未化解的难点堵点")
    return Section(code, title, heads, rows, records=[about("problems", one["id"]) for one in mine])


def consult(facts: Facts) -> Section:
    """The agenda of 季会商: open problems of that level (clause 3.3)."""
    return open_problems(facts, "季度会商")


def resolutions(facts: Facts) -> Section:
    """What meetings decided and is not done, and what was done in this period."""
    found = []
    for one in facts.resolutions:
        meeting = facts.meetings.get(one["meeting_id"])
        if meeting is None or meeting["held_on"] > facts.cut:
            continue
        done = one["done_on"] is not None and one["done_on"] <= facts.cut
        is_open = not done and (one["state"] not in _SETTLED or one["done_on"] is not None)
        if is_open or (done and one["done_on"] >= facts.span.first and one["done_on"] <= facts.cut):
            found.append((one, meeting, is_open))
    found.sort(key=lambda one: (not one[2], one[0]["due_on"] or dt.date.max))
    rows = [
        (
            f"{meeting['kind']} {meeting['held_on'].isoformat()}", one["item"],
            facts.names.get(one["duty_unit_id"], ""), one["due_on"],
            "已办结" if not is_open else str(one["state"]),
            max(0, (facts.cut - one["due_on"]).days) if is_open and one["due_on"] is not None else 0,
        ) for one, meeting, is_open in found
    ]  # fmt: skip
    heads = (
        Head("meeting", "会议"), Head("item", "议定事项"), Head("unit", "责任单位"), Head("due", "时限", DAY),
        Head("state", "状态"), Head("days", "逾期", COUNT, "天"),
    )  # fmt: skip
    return Section(
        "resolutions", "议定事项", heads, rows, records=[about("resolutions", one["id"]) for one, *_ in found]
    )


def completeness(facts: Facts) -> Section:
    """一专班一链条一方案一政策, and the five people the notice asks for (clause 3.2)."""
    least = facts.figures.days("force_least")
    rows = []
    for chain, row in facts.chains.items():
        members = facts.forces.get(chain, 0)
        four = (chain in facts.forces, chain in facts.nodes, bool(row["plan_doc_id"]), bool(row["policy_doc_id"]))
        marks = ("有" if one else "缺" for one in four)
        enough = "达标" if members >= least else f"差 {least - members} 人"
        rows.append((row["name"], row["leader_name"] or "空缺", *marks, f"{sum(four)}/4", members, enough))
    heads = (
        Head("chain", "产业链"), Head("leader", "链长"), Head("force", "专班"), Head("map", "链条"),
        Head("plan", "方案"), Head("policy", "政策"), Head("score", "完备度"),
        Head("members", "专班人数", COUNT, "人"), Head("enough", f"不少于{least}人"),
    )  # fmt: skip
    records = [about("chains", chain) for chain in facts.chains]
    return Section("completeness", "链条完备度", heads, rows, records=records)


def cadence(facts: Facts) -> Section:
    """Which meetings the quarter asked for and which were held."""
    held = [
        one for one in facts.meetings.values()
        if one["held_on"] is not None and facts.span.first <= one["held_on"] <= facts.cut
    ]  # fmt: skip
    rows = []
    for kind, wanted in _CADENCE:
        days = sorted(one["held_on"].isoformat() for one in held if one["kind"] == kind)
        rows.append((kind, wanted, len(days), "、".join(days), "已开" if len(days) >= wanted else "未开齐"))
    heads = (
        Head("kind", "会议"), Head("wanted", "应开", COUNT, "次"), Head("held", "已开", COUNT, "次"),
        Head("days", "日期"), Head("state", "情况"),
    )  # fmt: skip
    return Section("cadence", "调度日历", heads, rows)
