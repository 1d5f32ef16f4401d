"""首报统计: who reported how many projects first, and what became of them (notice 2025-18, clause 1.2)."""

from collections import defaultdict
from typing import Any

from fj_desktop.rules.gates import DROPPED, EXITED, STAGES
from fj_desktop.services.dispatch.facts import Facts
from fj_desktop.services.dispatch.results import NO_OFFICE, summed
from fj_desktop.services.dispatch.sections import COUNT, Head, Section

NO_PERSON = "未填首报人"
_HEADS = (
    Head("office", "办事处"), Head("person", "首报人"), Head("reported", "本期首报", COUNT, "个"),
    Head("year", "本年首报", COUNT, "个"), Head("talking", "其中现在洽谈及以后", COUNT, "个"),
    Head("signed", "其中已签约", COUNT, "个"), Head("left", "其中已退库或退出", COUNT, "个"),
)  # fmt: skip
_NOTE = "首报办事处和首报人一经填报不变；有争议的首报仍各计各的，列在疑似重复里，由县中心裁定。"


def reporters(facts: Facts) -> Section:
    """First reports of this period and year by office and person; a project without either is told of as such."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * 5)
    signed = {one.project for one in facts.signings}
    for project, row in facts.projects.items():
        day = row["reported_on"]
        if day is None or day < facts.span.year.first:
            continue
        counted = counts[_office(facts, row["office_id"]), facts.names.get(row["first_reporter_id"], NO_PERSON)]
        stage = facts.stage[project]
        told = (
            day >= facts.span.first, True, stage in STAGES[1:], project in signed,
            stage in (DROPPED, EXITED),
        )  # fmt: skip
        for place, is_so in enumerate(told):
            counted[place] += is_so
    rows: list[tuple[Any, ...]] = [(*who, *counts[who]) for who in sorted(counts)]
    rows.sort(key=lambda row: (row[0], -row[2], -row[3], row[1]))
    total = ("合计", "", *summed("", [row[1:] for row in rows])[1:]) if rows else None
    return Section("reporters", "首报统计", _HEADS, rows, total, (_NOTE,))


def _office(facts: Facts, office: Any) -> str:
    return str(facts.offices[office]["name"]) if office in facts.offices else NO_OFFICE
