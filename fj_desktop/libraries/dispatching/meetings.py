"""调度会议: weekly, monthly and quarterly meetings (notice 2025-18, clauses 3.1, 3.2 and 5.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Period, Refs, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Meeting(Record):
    """One meeting."""

    table = "dispatch_meeting"
    library = "meetings"
    title = "调度会议"
    shelf = "项目跟踪"
    clause = "3.1"
    purpose = "周例会、月调度、季会商和专题会，议题、议定事项和纪要"
    icon = "dispatch"
    naming = ("kind",)
    keys = ()
    same_when = ("kind", "held_on")
    indexed = ("held_on",)

    kind = field(
        "类型", Choice("县级季度调度", "产业链季度调度", "信息互通专题会", "月调度", "周例会"), en="Kind",
        needed="save", sensitivity="S1", in_table=True, group="会议",
        also=headers("会议类型"),
    )
    period = field(
        "期间", Period(), en="Period", needed="save", sensitivity="S1", in_table=True, group="会议",
        also=headers("会议期间"),
    )
    held_on = field(
        "日期", Day(), en="Held on", needed="save", sensitivity="S1", in_table=True, group="会议",
        also=headers("会议日期|会议时间"),
    )
    chair = field(
        "主持", Text(50), en="Chair", needed="save", sensitivity="S1", in_table=True, group="会议",
        also=headers("主持人"),
    )
    units = field(
        "参加单位", Refs("unit"), en="Units", needed="save", sensitivity="S1", in_table=True, group="会议",
        also=headers("参会单位"),
    )
    place = field(
        "地点", Text(100), en="Place", sensitivity="S1", group="会议",
        also=headers("会议地点"),
    )
    minutes_id = field("纪要", Document(), en="Minutes", sensitivity="S2", group="会议")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="会议")
