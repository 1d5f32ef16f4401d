"""周收集: what the week's progress rows say (clause 3.3)."""

from fj_desktop.services.dispatch.facts import Facts
from fj_desktop.services.dispatch.sections import DAY, MONEY, Head, Section, about


def progress(facts: Facts) -> Section:
    """Every progress row of the week with its next step."""
    mine = [one for one in facts.week if one["project_id"] in facts.projects]
    rows = [
        (
            facts.projects[one["project_id"]]["name"], one["happened_on"], one["kind"] or "", one["summary"],
            one["arrived_wan"], one["next_step"] or "", one["need_help"] or "",
            facts.names.get(one["reporter_id"], ""),
        ) for one in mine
    ]  # fmt: skip
    heads = (
        Head("project", "项目"), Head("day", "日期", DAY), Head("kind", "类型"), Head("summary", "进展情况"),
        Head("arrived_wan", "本期到位", MONEY), Head("next_step", "下步打算"), Head("need_help", "需协调事项"),
        Head("reporter", "填报人"),
    )  # fmt: skip
    records = [about("projects", one["project_id"]) for one in mine]
    return Section("progress", "本周进展", heads, rows, records=records)
