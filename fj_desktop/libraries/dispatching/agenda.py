"""会议议题: what a meeting talks about (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Ref, Text, Whole
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class AgendaItem(Record):
    """One topic of one meeting."""

    table = "agenda_item"
    library = "agenda"
    title = "会议议题"
    under = "meetings"
    clause = "3.2"
    purpose = "会上要议的事，带着项目和问题"
    icon = "dispatch"
    naming = ("topic",)
    keys = ()
    same_when = ("meeting_id", "topic")
    indexed = ("meeting_id",)
    part_of = "meeting_id"

    meeting_id = field(
        "会议", Ref("dispatch_meeting"), en="Meeting", needed="save", sensitivity="S1", in_table=True, group="议题",
    )
    seq = field("序号", Whole(), en="No.", sensitivity="S1", in_table=True, group="议题")
    topic = field(
        "议题", Text(200), en="Topic", needed="save", sensitivity="S1", in_table=True, group="议题",
        also=headers("题目"),
    )
    unit_id = field("汇报单位", Ref("unit"), en="Reporting unit", sensitivity="S1", in_table=True, group="议题")
    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S1", in_table=True, group="议题",
        also=headers("项目名称"),
    )
    problem_id = field("问题", Ref("problem"), en="Problem", sensitivity="S1", group="议题")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="议题")
