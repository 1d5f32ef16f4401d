"""部门意见: opinions of departments before a decision (notice 2025-18, clause 7.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class DepartmentOpinion(Record):
    """One department's opinion for one decision."""

    table = "dept_opinion"
    library = "opinions"
    title = "部门意见"
    under = "assessments"
    clause = "7.2"
    purpose = "审议前各部门的书面意见"
    icon = "unit"
    naming = ("opinion",)
    keys = ()
    same_when = ("decision_id", "unit_id")
    indexed = ("decision_id",)
    part_of = "decision_id"
    visibility = "office"

    decision_id = field(
        "审议", Ref("decision"), en="Decision", needed="save", sensitivity="S1", in_table=True, group="意见",
    )
    unit_id = field(
        "部门", Ref("unit"), en="Department", needed="save", sensitivity="S1", in_table=True, group="意见",
        also=headers("单位"),
    )
    opinion = field(
        "意见", Choice("同意", "修改后同意", "不同意", "无意见"), en="Opinion", needed="save", sensitivity="S1",
        in_table=True, group="意见",
        also=headers("部门意见"),
    )
    given_on = field(
        "出具日期", Day(), en="Given on", sensitivity="S1", in_table=True, group="意见",
        also=headers("日期"),
    )
    content = field(
        "意见内容", Text(2000, lines=4), en="Content", sensitivity="S1", in_table=True, group="意见",
        also=headers("内容"),
    )
    file_id = field("意见文件", Document(), en="File", sensitivity="S1", group="意见")
