"""考察接待: delegations that come to Fengjie (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Money, Ref, Refs, Text, Whole
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Reception(Record):
    """One delegation and what was arranged for it."""

    table = "reception"
    library = "receptions"
    title = "考察接待"
    under = "visits"
    clause = "3.2"
    purpose = "企业来奉考察：来函、行程、陪同、点位、车辆食宿和后续事项"
    icon = "people"
    naming = ("name",)
    keys = ()
    same_when = ("name", "arrive_on")
    indexed = ("arrive_on",)
    visibility = "office"
    rules = (not_above("arrive_on", "leave_on"),)

    name = field(
        "接待事由", Text(200), en="Reception", needed="save", sensitivity="S1", in_table=True, group="接待",
        also=headers("考察团|名称|接待名称"),
    )
    company_id = field(
        "来访企业", Ref("company", makes=True), en="Visiting company", needed="complete", sensitivity="S1",
        in_table=True, group="接待",
        also=headers("来访单位|企业名称"),
    )
    project_id = field(
        "关联项目", Ref("project"), en="Project", sensitivity="S1", group="接待",
        also=headers("项目名称"),
    )
    arrive_on = field(
        "到达日期", Day(), en="Arrival", needed="save", sensitivity="S1", in_table=True, group="接待",
        also=headers("来访日期|到访时间"),
    )
    leave_on = field(
        "离开日期", Day(), en="Departure", sensitivity="S1", in_table=True, group="接待",
        also=headers("离开时间"),
    )
    guests = field(
        "来宾名单", Text(2000, lines=4), en="Guests", sensitivity="S2", group="接待",
        also=headers("来访人员|考察人员"),
    )
    guest_count = field(
        "来宾人数", Whole("人"), en="Number of guests", needed="complete", sensitivity="S1", in_table=True,
        group="接待",
        also=headers("人数"),
    )
    letter_no = field(
        "来函文号", Text(60), en="Letter No.", sensitivity="S1", group="接待",
        also=headers("来函"),
    )
    hosts = field("陪同人员", Refs("staff"), en="Hosts", sensitivity="S1", in_table=True, group="接待")
    leader = field(
        "陪同领导", Text(100), en="Leader", sensitivity="S1", in_table=True, group="接待",
        also=headers("陪同县领导"),
    )
    schedule = field(
        "行程安排", Text(4000, lines=6), en="Schedule", needed="complete", sensitivity="S1", group="接待",
        also=headers("行程单|日程安排"),
    )
    sites = field(
        "考察点位", Text(1000, lines=3), en="Sites", sensitivity="S1", group="接待",
        also=headers("点位"),
    )
    transport = field(
        "车辆安排", Text(500, lines=2), en="Transport", sensitivity="S1", group="接待",
        also=headers("车辆"),
    )
    lodging = field(
        "食宿安排", Text(500, lines=2), en="Board and lodging", sensitivity="S1", group="接待",
        also=headers("食宿"),
    )
    cost_wan = field("费用", Money(), en="Cost", sensitivity="S1", group="接待")
    result = field(
        "接待结果", Text(2000, lines=4), en="Result", sensitivity="S1", group="接待",
        also=headers("结果"),
    )
    followups = field("后续事项", Text(2000, lines=4), en="Follow-ups", sensitivity="S1", group="接待")
    next_on = field("下次跟进日期", Day(), en="Next date", sensitivity="S1", in_table=True, group="接待")
