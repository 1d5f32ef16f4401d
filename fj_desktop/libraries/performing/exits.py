"""清理退出: signed projects that are cleared away (notice 2025-18, clause 9.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Documents, Money, MuArea, MultiChoice, Ref, Text, Whole, YesNo
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class ExitCase(Record):
    """One case; a person decides its class."""

    table = "exit_case"
    library = "exits"
    title = "清理退出"
    under = "contracts"
    clause = "9.2"
    purpose = "签约以后推不动的项目：触发情形、分类、证据和办结"
    icon = "stop"
    naming = ("batch",)
    keys = ()
    same_when = ("project_id", "batch")
    indexed = ("project_id",)
    part_of = "project_id"
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S2", in_table=True, group="清理",
        also=headers("项目名称"),
    )
    batch = field(
        "清理批次", Text(40), en="Campaign", needed="save", sensitivity="S1", in_table=True, group="清理",
        also=headers("批次"),
    )
    triggers = field(
        "触发情形",
        MultiChoice("借投资行融资", "不履行合同", "不按期开工", "慢建久拖圈地囤地", "多次催促无进展", "违约未整改"),
        en="Triggers", needed="save", sensitivity="S2", in_table=True, group="清理",
        also=headers("触发条件"),
    )
    exit_class = field(
        "分类", Choice("预警", "限时整改", "约谈", "协议终止", "法律途径"), en="Class", needed="save",
        sensitivity="S2", in_table=True, group="清理",
        also=headers("退出分类"),
    )
    exit_class_suggested = field(
        "系统建议分类", Text(40), en="Class suggested", sensitivity="S2", group="清理", computed=True,
    )
    financing_flag = field(
        "借投资之名行融资之实", YesNo(), en="Financing in disguise", sensitivity="S1", group="清理",
    )
    urge_count = field("催办次数", Whole("次"), en="Letters of urging", sensitivity="S1", group="清理", computed=True)
    evidence_ids = field("证据", Documents(), en="Evidence", sensitivity="S2", group="清理")
    talk_on = field("约谈日期", Day(), en="Talk on", sensitivity="S2", group="处置")
    talk_minutes_id = field("约谈纪要", Document(), en="Minutes of the talk", sensitivity="S2", group="处置")
    termination_id = field("终止协议", Ref("contract"), en="Termination", sensitivity="S2", group="处置")
    legal_case_no = field("案号", Text(60), en="Case No.", sensitivity="S3", group="处置")
    land_recovered_mu = field("收回土地", MuArea(), en="Land recovered", sensitivity="S1", group="处置")
    subsidy_recovered_wan = field("追回资金", Money(), en="Money recovered", sensitivity="S2", group="处置")
    closed_on = field(
        "办结日期", Day(), en="Closed on", sensitivity="S1", in_table=True, group="处置",
        also=headers("办结时间"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="处置")
