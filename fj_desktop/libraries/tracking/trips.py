"""外出行程: journeys of a resident team (notice 2025-18, clause 10.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Money, Ref, Refs, Text
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Trip(Record):
    """One journey; its stops become visits."""

    table = "trip"
    library = "trips"
    title = "外出行程"
    under = "visits"
    clause = "10.2"
    purpose = "一次出差的路线，晚上一张表把各站变成走访、费用和下次日期"
    icon = "outpost"
    naming = ("name",)
    keys = ()
    same_when = ("name", "start_on")
    indexed = ("start_on",)
    visibility = "office"
    rules = (not_above("start_on", "end_on"),)

    name = field(
        "行程名称", Text(100), en="Trip", needed="save", sensitivity="S1", in_table=True, group="行程",
        also=headers("行程|名称|出差事由|事由"),
    )
    start_on = field(
        "出发日期", Day(), en="From", needed="save", sensitivity="S1", in_table=True, group="行程",
        also=headers("开始日期|出发时间"),
    )
    end_on = field(
        "返回日期", Day(), en="Until", needed="complete", sensitivity="S1", in_table=True, group="行程",
        also=headers("结束日期|返回时间"),
    )
    office_id = field(
        "办事处", Ref("office"), en="Office", sensitivity="S1", default="office", in_table=True, group="行程",
        also=headers("所属办事处"),
    )
    staff_ids = field(
        "出行人员", Refs("staff"), en="Travellers", needed="complete", sensitivity="S1", default="me", in_table=True,
        group="行程",
        also=headers("出差人员|同行人员"),
    )
    leader = field(
        "带队领导", Text(50), en="Leader", sensitivity="S1", group="行程",
        also=headers("带队"),
    )
    route = field(
        "路线", Text(500, lines=2), en="Route", sensitivity="S1", in_table=True, group="行程",
        also=headers("目的地|线路"),
    )
    cost_wan = field(
        "费用合计", Money(), en="Cost", sensitivity="S1", group="行程",
        also=headers("费用|差旅费"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="行程")
