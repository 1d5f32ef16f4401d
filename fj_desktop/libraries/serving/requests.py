"""助企服务: what companies ask for (notice 2025-18, clause 8.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class ServiceRequest(Record):
    """One matter of one company."""

    table = "service_request"
    library = "service-requests"
    title = "助企服务"
    shelf = "项目跟踪"
    clause = "8.3"
    purpose = "企业提的事由谁办、办到哪一步、满不满意"
    icon = "phone"
    naming = ("theme",)
    keys = ("external_no",)
    indexed = ("company_id", "due_on")
    visibility = "office"

    company_id = field(
        "企业", Ref("company", makes=True), en="Company", needed="save", sensitivity="S1", in_table=True,
        group="服务",
        also=headers("企业名称"),
    )
    theme = field(
        "事项", Text(200), en="Matter", needed="save", sensitivity="S1", in_table=True, group="服务",
        also=headers("诉求|服务事项|问题"),
    )
    channel = field(
        "渠道", Choice("服务专员", "快帮快办", "企业码上服务", "线下", "电话"), en="Channel", needed="save",
        sensitivity="S1", in_table=True, group="服务",
        also=headers("来源渠道"),
    )
    mode = field(
        "模式", Choice("最多跑一次", "办事不出园", "帮办代办", "高效办成一件事"), en="Mode", sensitivity="S1",
        group="服务",
        also=headers("服务模式"),
    )
    external_no = field(
        "平台工单号", Text(40), en="Ticket No.", sensitivity="S1", in_table=True, group="服务",
        also=headers("工单号"),
    )
    officer_id = field(
        "服务专员", Ref("staff"), en="Officer", needed="save", sensitivity="S1", default="me", in_table=True,
        group="服务",
        also=headers("专员"),
    )
    due_on = field(
        "时限", Day(), en="Due", needed="save", sensitivity="S1", in_table=True, group="服务",
        also=headers("办理时限"),
    )
    done_on = field(
        "办结", Day(), en="Done on", sensitivity="S1", in_table=True, group="服务",
        also=headers("办结日期|办结时间"),
    )
    satisfied = field(
        "满意度", Choice("满意", "基本满意", "不满意"), en="Satisfaction", sensitivity="S1", in_table=True,
        group="服务",
        also=headers("企业满意度"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="服务",
        also=headers("办理情况"),
    )
