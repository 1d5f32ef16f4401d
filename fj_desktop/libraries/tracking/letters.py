"""函件: letters sent to companies, counted by the rules of clearing (notice 2025-18, clauses 9.1 and 9.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Ref, Text
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Letter(Record):
    """One letter with its number, date and receipt."""

    table = "letter"
    library = "letters"
    title = "函件"
    under = "visits"
    clause = "9.1"
    purpose = "邀请函、催办函、监管意见、整改通知：文号、日期和回执"
    icon = "file"
    naming = ("title",)
    keys = ("number",)
    indexed = ("project_id", "sent_on")
    visibility = "office"
    rules = (not_above("sent_on", "receipt_on"),)

    title_ = field(
        "函件标题", Text(200), en="Letter", needed="save", sensitivity="S1", in_table=True, group="函件",
        also=headers("标题|名称"),
    )
    kind = field(
        "函件类型", Choice("邀请函", "催办函", "监管意见", "整改通知", "商洽函", "其他"), en="Kind", needed="save",
        sensitivity="S1", in_table=True, group="函件",
        also=headers("类型"),
    )
    number = field(
        "文号", Text(60, wide=20), en="Number", sensitivity="S1", in_table=True, group="函件",
        also=headers("编号"),
    )
    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S1", in_table=True, group="函件",
        also=headers("项目名称"),
    )
    company_id = field(
        "企业", Ref("company", makes=True), en="Company", sensitivity="S1", group="函件",
        also=headers("企业名称|收函单位"),
    )
    sent_on = field(
        "发函日期", Day(), en="Sent on", needed="save", sensitivity="S1", in_table=True, group="函件",
        also=headers("日期|发函时间"),
    )
    receipt_on = field(
        "回执日期", Day(), en="Receipt", sensitivity="S1", in_table=True, group="函件",
        also=headers("签收日期"),
    )
    demand = field(
        "要求", Text(2000, lines=4), en="Demand", sensitivity="S1", group="函件",
        also=headers("内容"),
    )
    due_on = field(
        "办理期限", Day(), en="Due", sensitivity="S1", in_table=True, group="函件",
        also=headers("期限"),
    )
    file_id = field("函件文件", Document(), en="File", sensitivity="S1", group="函件")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="函件")
