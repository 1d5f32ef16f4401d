"""行程站点: the stops of a journey (notice 2025-18, clause 10.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Money, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class TripStop(Record):
    """One stop of one journey."""

    table = "trip_stop"
    library = "stops"
    title = "行程站点"
    under = "visits"
    clause = "10.2"
    purpose = "行程里的每一站：哪天、去哪家、谈什么、花多少、下次什么时候"
    icon = "outpost"
    naming = ("place_name", "stop_on")
    keys = ()
    same_when = ("trip_id", "stop_on", "company_id")
    indexed = ("trip_id",)
    part_of = "trip_id"
    visibility = "office"

    trip_id = field(
        "行程", Ref("trip"), en="Trip", needed="save", sensitivity="S1", in_table=True, group="站点",
        also=headers("所属行程"),
    )
    stop_on = field(
        "日期", Day(), en="Date", needed="save", sensitivity="S1", in_table=True, group="站点",
        also=headers("时间"),
    )
    company_id = field(
        "企业", Ref("company", makes=True), en="Company", needed="complete", sensitivity="S1", in_table=True,
        group="站点",
        also=headers("企业名称|拜访企业"),
    )
    place_name = field(
        "地点", Text(200), en="Place", sensitivity="S1", in_table=True, group="站点",
        also=headers("地址"),
    )
    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S1", group="站点",
        also=headers("项目名称"),
    )
    topics = field(
        "商谈内容", Text(2000, lines=4), en="What was said", sensitivity="S1", in_table=True, group="站点",
        also=headers("内容"),
    )
    result = field(
        "结果", Choice("无意向", "继续跟进", "有意向", "邀请来访", "转项目"), en="Result", sensitivity="S1",
        in_table=True, group="站点",
    )
    next_on = field(
        "下次跟进日期", Day(), en="Next date", sensitivity="S1", in_table=True, group="站点",
        also=headers("下次跟进"),
    )
    cost_wan = field("费用", Money(), en="Cost", sensitivity="S1", group="站点")
    visit_id = field("生成的走访", Ref("visit"), en="Visit made", sensitivity="S1", group="站点", computed=True)
