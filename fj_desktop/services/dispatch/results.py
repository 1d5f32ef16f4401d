"""What was reached: signings, starts, funds, by time, office, chain and kind of object."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from fj_desktop.rules.counting import Cohort, Pace, cohort, plain
from fj_desktop.rules.gates import DROPPED, EXITED, STAGES
from fj_desktop.services.dispatch.facts import Facts
from fj_desktop.services.dispatch.sections import COUNT, MONEY, SHARE, Head, Section

_ZERO = Decimal(0)
_YI = Decimal(10_000)
_OBJECTS = ("重点区域", "重点行业", "重点项目")
CENTRE = "HQ"
NO_CHAIN, NO_OFFICE = "未填产业链", "未填办事处"


@dataclass
class Tally:
    """What some projects reached in some days; amounts in 万元."""

    leads: int = 0
    signed: int = 0
    signed_wan: Decimal = _ZERO
    increase_wan: Decimal = _ZERO
    started: int = 0
    in_production: int = 0
    arrived_wan: Decimal = _ZERO
    factory_m2: Decimal = _ZERO
    moves: int = 0
    projects: set[Any] = field(default_factory=set)


TALLY = (
    Head("leads", "首报线索", COUNT, "个"), Head("signed", "新签约", COUNT, "个"),
    Head("signed_wan", "签约额", MONEY), Head("increase_wan", "其中增资", MONEY),
    Head("started", "开工", COUNT, "个"), Head("in_production", "投产", COUNT, "个"),
    Head("arrived_wan", "到位资金", MONEY),
)  # fmt: skip


class Tallies(dict[Hashable, Tally]):
    """Tallies by group; one that nobody asked for before is empty."""

    def __missing__(self, group: Hashable) -> Tally:
        made = self[group] = Tally()
        return made


def tally(facts: Facts, by: Callable[[Any], Iterable[Hashable]], first: dt.date, arrived: str) -> Tallies:
    """What was reached from a day to the cut-off, by something of the project.

    Args:
        facts: what is counted.
        by: the groups a project belongs to.
        first: the first of the days.
        arrived: the sum of :class:`Steps` for the same days.
    """
    found = Tallies()
    for project, row in facts.projects.items():
        started = _within(row["actual_start_on"], first, facts.cut)
        produces = _within(row["actual_prod_on"], first, facts.cut)
        reported = _within(row["reported_on"], first, facts.cut)
        for group in by(project):
            one = found[group]
            one.projects.add(project)
            one.leads += reported
            one.started += started
            one.in_production += produces
            one.arrived_wan += getattr(facts.step_of(project), arrived)
            one.factory_m2 += (row["factory_need_m2"] or _ZERO) if started else _ZERO
    _add_contracts(found, facts, by, first)
    return found


def _add_contracts(found: Tallies, facts: Facts, by: Callable[[Any], Iterable[Hashable]], first: dt.date) -> None:
    for signing in (one for one in facts.signings if one.day >= first):
        for group in by(signing.project):
            one = found[group]
            one.signed += signing.first
            one.signed_wan += signing.amount_wan
            one.increase_wan += _ZERO if signing.first else signing.amount_wan
    for move in facts.moves:
        if _within(move["moved_on"], first, facts.cut):
            for group in by(move["project_id"]):
                found[group].moves += 1


def _within(day: dt.date | None, first: dt.date, last: dt.date) -> bool:
    return day is not None and first <= day <= last


def _row(one: Tally) -> tuple[Any, ...]:
    return tuple(getattr(one, head.key) for head in TALLY)


def results(facts: Facts) -> Section:
    """The headline: this period, this year, since the desk began."""
    rows = []
    for title, first, arrived in (
        ("本期", facts.span.first, "arrived_span"), ("本年累计", facts.span.year.first, "arrived_year"),
        ("建库以来", dt.date.min, "arrived"),
    ):  # fmt: skip
        rows.append((title, *_row(tally(facts, lambda _: (0,), first, arrived)[0])))
    unproven = sum((one.unproven_span for one in facts.steps.values()), _ZERO)
    notes = [f"本期另有 {plain(unproven)} 万元没有到位凭证，没有计入。"] if unproven else []
    return Section("results", "主要结果", (Head("time", "时间"), *TALLY), rows, notes=(*notes, *_unsigned(facts)))


def _unsigned(facts: Facts) -> list[str]:
    counted = {one.project for one in facts.signings}
    bare = [one for one, stage in facts.stage.items() if stage in STAGES[2:] and one not in counted]
    blank = sum(one.unknown for one in facts.signings)
    notes = [f"{len(bare)} 个项目已到签约及以后阶段，但没有登记正式合同，没有计入签约。"] if bare else []
    return [*notes, *([f"{blank} 份正式合同没有填合同投资额，按 0 计。"] if blank else [])]


def funnel(facts: Facts) -> Section:
    """Where the projects stand at the cut-off; those that left stand apart and are not in the total."""
    invest: dict[str, list[Decimal]] = {stage: [] for stage in (*STAGES, DROPPED, EXITED)}
    for project, stage in facts.stage.items():
        invest[stage].append(facts.projects[project]["total_invest_wan"] or _ZERO)
    rows = [(stage, len(amounts), sum(amounts, _ZERO)) for stage, amounts in invest.items()]
    total = ("在推进合计", sum(row[1] for row in rows[:5]), sum((row[2] for row in rows[:5]), _ZERO))
    heads = (Head("stage", "阶段"), Head("projects", "项目", COUNT, "个"), Head("invest_wan", "总投资", MONEY))
    return Section("funnel", "漏斗", heads, rows, total)


def moves(facts: Facts) -> Section:
    """How many went from which stage to which in this period."""
    counted: dict[tuple[str, str], int] = {}
    for one in facts.moves:
        if _within(one["moved_on"], facts.span.first, facts.cut):
            way = (str(one["from_stage"] or ""), str(one["to_stage"]))
            counted[way] = counted.get(way, 0) + 1
    order = (*STAGES, EXITED, DROPPED)
    rows = sorted(
        ((*way, count) for way, count in counted.items()), key=lambda row: (order.index(row[1]), order.index(row[0]))
    )
    heads = (Head("from", "原阶段"), Head("to", "新阶段"), Head("projects", "次数", COUNT, "次"))
    return Section("moves", "阶段变动", heads, rows, ("合计", "", sum(row[2] for row in rows)))


def objects(facts: Facts) -> Section:
    """三类对象 apart (clause 3.2): a project of two kinds stands in both lines, so there is no total."""
    groups = tally(facts, lambda one: facts.kinds.get(one, ()), facts.span.first, "arrived_span")
    running = set(facts.running)
    rows = []
    for kind in _OBJECTS:
        one = groups[kind]
        rows.append((kind, len(one.projects & running), *_row(one)))
    heads = (Head("kind", "对象"), Head("running", "在推进", COUNT, "个"), *TALLY)
    return Section("objects", "三类对象", heads, rows)


def offices(facts: Facts) -> Section:
    """The offices side by side: contacts, results of the projects they reported first, and whether they reported."""
    there = facts.offices
    groups = tally(
        facts, lambda one: (_known(facts.projects[one]["office_id"], there),), facts.span.first, "arrived_span"
    )
    contacts, told = Counter[Any](), Counter[Any]()
    for one in facts.activity:
        contacts[_known(one["office"], there), one["kind"]] += one["count"]
        contacts[_known(one["office"], there)] += one["count"]
    for one in facts.reports:
        told[_known(one["office"], there), "rows"] += one["rows"]
        told[_known(one["office"], there), "checked"] += one["checked"]
    rows = []
    for office in (*there, None):
        name = str(there[office]["name"]) if office is not None else NO_OFFICE
        met = [contacts[office, kind] for kind in ("外出拜访", "企业到访", "展会接洽")]
        cells = (*met, contacts[office] - sum(met), groups[office].moves, *_row(groups[office]))
        if office is not None or any(cells):
            rows.append((name, *cells, told[office, "rows"], told[office, "checked"]))
    heads = (
        Head("office", "办事处"), Head("visits_out", "外出拜访", COUNT, "次"),
        Head("visits_in", "企业到访", COUNT, "次"), Head("fairs", "展会接洽", COUNT, "次"),
        Head("contacts", "其他对接", COUNT, "次"), Head("moves", "阶段变动", COUNT, "次"), *TALLY,
        Head("reported", "进度填报", COUNT, "条"), Head("checked", "其中已审核", COUNT, "条"),
    )  # fmt: skip
    resident = [one for one, row in there.items() if row["code"] != CENTRE]
    silent = [str(there[one]["name"]) for one in resident if not told[one, "rows"]]
    note = f"未报单位：{'、'.join(silent)}" if silent else "驻外办事处都已填报。"
    return Section("offices", "各办事处", heads, rows, summed("合计", rows), (note,))


def chains(facts: Facts) -> Section:
    """Targets of the year against what was reached, chain by chain, and against the time that has passed."""
    elapsed = facts.span.year.elapsed(facts.cut)
    there = facts.chains
    groups = tally(
        facts, lambda one: (_known(facts.projects[one]["chain_id"], there),), facts.span.year.first, "arrived_year"
    )
    targets = {one["chain_id"]: one for one in facts.targets}
    rows = []
    for chain in (*there, *((None,) if None in groups else ())):
        name = str(there[chain]["name"]) if chain is not None else NO_CHAIN
        mine, target = groups[chain], targets.get(chain, {})
        cells: list[Any] = [name]
        for wanted, reached, times in (
            ("signed_yi", mine.signed_wan, _YI), ("landed_count", Decimal(mine.started), Decimal(1)),
            ("arrived_yi", mine.arrived_wan, _YI), ("factory_wan_m2", mine.factory_m2, _YI),
        ):  # fmt: skip
            aim = Decimal(target.get(wanted) or 0) * times
            pace = Pace(aim, reached, elapsed)
            cells += [aim, reached, pace.of_year, pace.of_time]
        rows.append(tuple(cells))
    return Section("chains", "产业链目标与进度", _CHAIN_HEADS, rows, _chain_total(rows, elapsed), (
        f"截至 {facts.cut.isoformat()}，{facts.span.year.code} 年已过 {float(elapsed):.1%}；"
        "时序进度＝实绩÷（年度目标×已过时间）。",
        "落地按当年实际开工计；厂房按当年开工项目的厂房需求计。",
    ))  # fmt: skip


def _known(group: Any, there: Mapping[Any, Any]) -> Any:
    return group if group in there else None


def _four(key: str, title: str, kind: str, unit: str = "") -> tuple[Head, ...]:
    return (
        Head(f"{key}_target", f"{title}目标", kind, unit), Head(key, title, kind, unit),
        Head(f"{key}_of_year", f"{title}完成率", SHARE), Head(f"{key}_of_time", f"{title}时序进度", SHARE),
    )  # fmt: skip


_CHAIN_HEADS = (
    Head("chain", "产业链"), *_four("signed_wan", "签约额", MONEY), *_four("landed", "落地", COUNT, "个"),
    *_four("arrived_wan", "到资", MONEY), *_four("factory_m2", "厂房", MONEY, "㎡"),
)  # fmt: skip


def _chain_total(rows: list[tuple[Any, ...]], elapsed: Any) -> tuple[Any, ...]:
    cells: list[Any] = ["合计"]
    for at in range(1, 17, 4):
        aim, reached = (sum((row[column] for row in rows), _ZERO) for column in (at, at + 1))
        pace = Pace(aim, reached, elapsed)
        cells += [aim, reached, pace.of_year, pace.of_time]
    return tuple(cells)


def summed(title: str, rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """The last line of a table whose every column but the first is added up."""
    width = len(rows[0]) if rows else 1
    return (title, *(sum((row[column] for row in rows), type(rows[0][column])(0)) for column in range(1, width)))


def cohorts(facts: Facts) -> list[Cohort]:
    """Those who signed in this period, in this year, and ever."""
    arrived = {one: steps.arrived for one, steps in facts.steps.items()}
    at = {one: facts.project_at(one) for one in facts.projects}
    spans = [(f"{facts.span.title}签约", facts.span.first), ("建库以来签约", dt.date.min)]
    if facts.span.code != facts.span.year.code:
        spans.insert(1, (f"{facts.span.year.code}年签约", facts.span.year.first))
    return [cohort(title, facts.signings, at, arrived, first, facts.cut) for title, first in spans]
