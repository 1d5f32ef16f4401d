"""驻外在岗: who is posted at a resident office, from when until when (notice 2025-18, clause 10.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Ref, Text
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Posting(Record):
    """One stretch of one person at one office."""

    table = "posting"
    library = "postings"
    title = "驻外在岗"
    under = "staff"
    clause = "10.2"
    purpose = "谁在哪个办事处驻点、从哪天到哪天，驻外签到按它计算在岗率"
    icon = "outpost"
    naming = ("duty",)
    keys = ()
    same_when = ("staff_id", "office_id", "start_on")
    indexed = ("staff_id",)
    rules = (not_above("start_on", "end_on"),)

    staff_id = field(
        "派驻人员", Ref("staff", makes=True), en="Posted", needed="save", sensitivity="S1", default="me", in_table=True,
        group="派驻",
        also=headers("姓名|人员|驻外人员|干部"),
    )
    office_id = field(
        "办事处", Ref("office"), en="Office", needed="save", sensitivity="S1", default="office", in_table=True,
        group="派驻",
        also=headers("派驻地|驻点|常驻点"),
    )
    start_on = field(
        "派驻起", Day(), en="From", needed="save", sensitivity="S1", in_table=True, group="派驻",
        also=headers("开始日期|到岗日期|派驻时间"),
    )
    end_on = field(
        "派驻止", Day(), en="Until", sensitivity="S1", in_table=True, group="派驻",
        also=headers("结束日期|离岗日期"),
    )
    duty = field(
        "岗位职责", Text(100), en="Duty", needed="complete", sensitivity="S1", default="=驻点招商", in_table=True,
        group="派驻",
        also=headers("岗位|职责|分工"),
    )
    order_no = field("派驻文号", Text(40), en="Order No.", sensitivity="S1", group="派驻", also=headers("文号"))
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="派驻")
