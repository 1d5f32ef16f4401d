"""许可办理: the permits a project needs before it starts (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Permit(Record):
    """One permit of one project."""

    table = "project_permit"
    library = "permits"
    title = "许可办理"
    under = "projects"
    clause = "3.2"
    purpose = "备案、规划、施工、环评、节能等手续办到哪一步"
    icon = "check-circle"
    naming = ("kind",)
    keys = ()
    same_when = ("project_id", "kind")
    part_of = "project_id"
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="许可",
        also=headers("所属项目|项目名称"),
    )
    kind = field(
        "许可事项", Choice("备案或核准", "规划许可", "施工许可", "装修备案", "环评", "节能审查", "其他"),
        en="Permit", needed="save", sensitivity="S1", in_table=True, group="许可",
        also=headers("事项|手续名称"),
    )
    state = field(
        "办理状态", Choice("未办", "办理中", "已办结", "不需要"), en="State", needed="save", sensitivity="S1",
        default="=未办", in_table=True, group="许可",
        also=headers("状态|办理情况"),
    )
    number = field(
        "文号", Text(60, wide=20), en="Number", sensitivity="S1", in_table=True, group="许可",
        also=headers("证号|编号"),
    )
    done_on = field(
        "办结日期", Day(), en="Done on", sensitivity="S1", in_table=True, group="许可",
        also=headers("办结时间|取得日期"),
    )
    file_id = field("批复文件", Document(), en="File", sensitivity="S1", group="许可")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="许可")
