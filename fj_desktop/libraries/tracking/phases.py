"""项目分期: the phases a project is built in (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Money, Ref, Text
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Phase(Record):
    """One phase of one project."""

    table = "project_phase"
    library = "phases"
    title = "项目分期"
    under = "projects"
    clause = "3.2"
    purpose = "一个项目分几期建设，各期投资和时间"
    icon = "project"
    naming = ("name",)
    keys = ()
    same_when = ("project_id", "name")
    part_of = "project_id"
    visibility = "office"
    rules = (not_above("start_on", "finish_on"),)

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="分期",
        also=headers("所属项目|项目名称"),
    )
    name = field(
        "分期名称", Text(60), en="Phase", needed="save", sensitivity="S1", in_table=True, group="分期",
        also=headers("期次|分期|期别"),
    )
    invest_wan = field(
        "本期投资", Money(), en="Investment of the phase", sensitivity="S1", in_table=True, group="分期",
        also=headers("投资额|总投资|分期投资"),
    )
    content = field(
        "建设内容", Text(2000, lines=4), en="What is built", sensitivity="S1", group="分期",
        also=headers("内容"),
    )
    start_on = field(
        "计划开工", Day(), en="Start planned", sensitivity="S1", in_table=True, group="分期",
        also=headers("开工时间"),
    )
    finish_on = field(
        "计划完工", Day(), en="Finish planned", sensitivity="S1", in_table=True, group="分期",
        also=headers("完工时间|竣工时间"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="分期")
