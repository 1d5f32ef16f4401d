"""走访对接: visits out and in, calls and talks at fairs (notice 2025-18, clauses 3.3 and 10.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Documents, Money, Ref, Refs, Region, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Visit(Record):
    """One contact with a company or a person."""

    table = "visit"
    library = "visits"
    title = "走访对接"
    shelf = "项目跟踪"
    clause = "3.3"
    purpose = "外出拜访、企业到访、电话和展会接洽，每次一条"
    icon = "people"
    naming = ("visit_on",)
    keys = ()
    same_when = ("visit_on", "company_id", "topics")
    indexed = ("visit_on", "company_id", "project_id")
    visibility = "office"

    visit_on = field(
        "日期", Day(), en="Date", needed="save", sensitivity="S1", in_table=True, group="走访",
        also=headers("走访日期|拜访日期|拜访时间|走访时间|对接日期|时间|接待时间"),
    )
    kind = field(
        "类型", Choice("外出拜访", "企业到访", "电话", "视频", "展会接洽", "会议", "微信", "茶叙"), en="Kind",
        needed="complete", sensitivity="S1", in_table=True, group="走访",
        also=headers("走访类型|拜访方式|对接方式|形式"),
    )
    company_id = field(
        "企业", Ref("company", makes=True), en="Company", needed="complete", sensitivity="S1", in_table=True,
        group="对方",
        also=headers("企业名称|拜访企业|走访企业|公司名称|单位名称|拜访单位|来访企业|对接企业|客商"),
    )
    person_ids = field("对方人员", Refs("person"), en="People met", sensitivity="S2", group="对方")
    met_whom = field(
        "对方人员姓名", Text(200), en="People met, as written", sensitivity="S1", group="对方",
        also=headers("接待人|对方联系人|企业对接人|会见人员"),
    )
    our_staff_ids = field(
        "我方人员", Refs("staff"), en="Our people", needed="complete", sensitivity="S1", default="me", in_table=True,
        group="我方",
        also=headers("参加人员|走访人员|拜访人员|我方参加人员|陪同人员"),
    )
    our_leader = field(
        "带队领导", Text(50), en="Our leader", sensitivity="S1", group="我方",
        also=headers("领队|带队"),
    )
    leader_level = field(
        "带队级别", Choice("县主要领导", "县领导", "部门主要", "部门分管", "专班", "驻点人员"),
        en="Level of the leader", sensitivity="S1", group="我方",
        also=headers("带队层级"),
    )
    office_id = field(
        "办事处", Ref("office"), en="Office", needed="complete", sensitivity="S1", default="office", in_table=True,
        group="我方",
        also=headers("所属办事处"),
    )
    place = field(
        "地点", Region(), en="Place", sensitivity="S1", group="走访",
        also=headers("走访地点|拜访地点|城市"),
    )
    project_id = field(
        "关联项目", Ref("project"), en="Project", sensitivity="S1", in_table=True, group="走访",
        also=headers("项目名称|项目"),
    )
    topics = field(
        "商谈内容", Text(4000, lines=4), en="What was said", needed="complete", sensitivity="S2", in_table=True,
        group="走访",
        also=headers("洽谈内容|走访内容|拜访内容|对接内容|交流内容|主要内容|商谈情况|对接情况"),
    )
    result = field(
        "结果", Choice("无意向", "继续跟进", "有意向", "邀请来访", "转项目"), en="Result", needed="complete",
        sensitivity="S1", in_table=True, group="走访",
        also=headers("走访结果|对接结果|成效"),
    )
    next_on = field(
        "下次跟进日期", Day(), en="Next date", sensitivity="S1", in_table=True, group="走访",
        also=headers("下次跟进|下次跟进时间|下次对接时间"),
    )
    trip_id = field(
        "所属行程", Ref("trip"), en="Trip", sensitivity="S1", group="走访",
        also=headers("行程"),
    )
    cost_wan = field(
        "费用", Money(), en="Cost", sensitivity="S1", group="走访",
        also=headers("支出"),
    )
    photos = field("照片", Documents(), en="Photos", sensitivity="S1", group="走访")
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="走访",
        also=headers("说明"),
    )
