"""难点堵点: problems from seeing over finding the cause to solving (notice 2025-18, clauses 3.1 and 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Ref, Refs, Text
from fj_desktop.core.record_rules import complete_when
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Problem(Record):
    """One problem of a project or a company."""

    table = "problem"
    library = "problems"
    title = "难点堵点"
    shelf = "项目跟踪"
    clause = "3.2"
    purpose = "运行监测、原因剖析、问题化解，三样齐了才能销号"
    icon = "warning"
    naming = ("title",)
    keys = ()
    same_when = ("title", "project_id")
    indexed = ("project_id", "status", "due_on")
    visibility = "office"
    rules = (complete_when("status", frozenset({"已化解"}), "monitor_fact", "cause", "solution", "closed_on"),)

    title_ = field(
        "问题", Text(200), en="Problem", needed="save", sensitivity="S1", in_table=True, group="问题",
        also=headers("问题名称|存在问题|难点堵点|问题描述"),
    )
    category = field(
        "类别",
        Choice("土地", "资金", "环保", "用工", "用能", "规划审批", "政策兑现", "基础设施", "物流", "法律", "其他"),
        en="Kind", needed="complete", sensitivity="S1", in_table=True, group="问题",
        also=headers("问题类别|问题类型|类型"),
    )
    level = field(
        "层级", Choice("部门协调", "分管领导", "季度会商", "市级"), en="Level", needed="complete", sensitivity="S1",
        in_table=True, group="问题",
        also=headers("问题层级|协调层级"),
    )
    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S1", in_table=True, group="问题",
        also=headers("项目名称|涉及项目"),
    )
    company_id = field(
        "企业", Ref("company", makes=True), en="Company", sensitivity="S1", group="问题",
        also=headers("企业名称|涉及企业"),
    )
    monitor_fact = field(
        "监测情况", Text(4000, lines=4), en="What was seen", needed="complete", sensitivity="S1", group="化解",
        also=headers("运行监测|监测事实"),
    )
    cause = field(
        "原因剖析", Text(4000, lines=4), en="Cause", sensitivity="S1", group="化解",
        also=headers("原因|问题原因"),
    )
    solution = field(
        "化解措施", Text(4000, lines=4), en="Solution", sensitivity="S1", group="化解",
        also=headers("解决措施|化解情况|办理情况"),
    )
    duty_unit_id = field(
        "责任单位", Ref("unit"), en="Unit in charge", needed="complete", sensitivity="S1", in_table=True,
        group="责任",
        also=headers("牵头单位|责任部门"),
    )
    raised_on = field(
        "提出日期", Day(), en="Raised on", needed="complete", sensitivity="S1", default="today", in_table=True,
        group="责任",
        also=headers("提出时间"),
    )
    due_on = field(
        "办结时限", Day(), en="Due", needed="complete", sensitivity="S1", in_table=True, group="责任",
        also=headers("完成时限|办理时限"),
    )
    closed_on = field(
        "办结日期", Day(), en="Closed on", sensitivity="S1", group="责任",
        also=headers("办结时间|销号日期"),
    )
    status = field(
        "状态", Choice("待办", "办理中", "已化解", "上会", "挂起"), en="State", needed="complete", sensitivity="S1",
        default="=待办", in_table=True, group="责任",
        also=headers("办理状态|进展"),
    )
    satisfied = field(
        "企业满意度", Choice("满意", "基本满意", "不满意"), en="Satisfaction", sensitivity="S1", group="责任",
        also=headers("满意度"),
    )
    meeting_ids = field("上会记录", Refs("dispatch_meeting"), en="Meetings", sensitivity="S1", group="责任")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="责任")
