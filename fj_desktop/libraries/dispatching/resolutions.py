"""议定事项: what a meeting decided, tracked until done (notice 2025-18, clause 3.1)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Resolution(Record):
    """One thing to do, with unit, date and proof."""

    table = "meeting_decision"
    library = "resolutions"
    title = "议定事项"
    under = "meetings"
    clause = "3.1"
    purpose = "会议定下的事由谁办、何时办完、凭什么销号"
    icon = "check"
    naming = ("item",)
    keys = ()
    same_when = ("meeting_id", "item")
    indexed = ("meeting_id", "due_on")
    part_of = "meeting_id"

    meeting_id = field(
        "会议", Ref("dispatch_meeting"), en="Meeting", needed="save", sensitivity="S1", in_table=True, group="事项",
    )
    item = field(
        "议定事项", Text(500, lines=2), en="Resolution", needed="save", sensitivity="S1", in_table=True,
        group="事项",
        also=headers("事项|内容"),
    )
    duty_unit_id = field(
        "责任单位", Ref("unit"), en="Unit in charge", needed="complete", sensitivity="S1", in_table=True,
        group="事项",
        also=headers("牵头单位"),
    )
    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S1", group="事项",
        also=headers("项目名称"),
    )
    due_on = field(
        "办结时限", Day(), en="Due", needed="complete", sensitivity="S1", in_table=True, group="事项",
        also=headers("时限|完成时限"),
    )
    state = field(
        "办理状态", Choice("未启动", "办理中", "已办结", "不再办理"), en="State", needed="save", sensitivity="S1",
        default="=未启动", in_table=True, group="事项",
        also=headers("状态"),
    )
    done_on = field(
        "办结日期", Day(), en="Done on", sensitivity="S1", in_table=True, group="事项",
        also=headers("办结时间"),
    )
    proof = field(
        "办结依据", Text(500, lines=2), en="Proof", sensitivity="S1", group="事项",
        also=headers("完成情况"),
    )
    proof_id = field("办结文件", Document(), en="File of the proof", sensitivity="S1", group="事项")
