"""专班成员: who is seconded to a task force (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Ref, Text
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class ForceMember(Record):
    """One member from one day to another."""

    table = "force_member"
    library = "members"
    title = "专班成员"
    under = "chains"
    clause = "3.2"
    purpose = "专班里的人从哪里抽调、什么时候到岗"
    icon = "person"
    naming = ("duty",)
    keys = ()
    same_when = ("task_force_id", "staff_id")
    indexed = ("task_force_id",)
    part_of = "task_force_id"
    rules = (not_above("from_on", "to_on"),)

    task_force_id = field(
        "专班", Ref("task_force"), en="Task force", needed="save", sensitivity="S1", in_table=True, group="成员",
        also=headers("专班名称"),
    )
    staff_id = field(
        "成员", Ref("staff", makes=True), en="Member", needed="save", sensitivity="S1", in_table=True, group="成员",
        also=headers("姓名"),
    )
    unit_id = field(
        "抽调单位", Ref("unit"), en="Seconded from", needed="complete", sensitivity="S1", in_table=True,
        group="成员",
        also=headers("来源单位|原单位"),
    )
    duty = field(
        "分工", Text(100), en="Duty", sensitivity="S1", in_table=True, group="成员",
        also=headers("职责"),
    )
    from_on = field(
        "到岗日期", Day(), en="From", sensitivity="S1", in_table=True, group="成员",
        also=headers("到岗时间"),
    )
    to_on = field(
        "离岗日期", Day(), en="Until", sensitivity="S1", in_table=True, group="成员",
        also=headers("离岗时间"),
    )
