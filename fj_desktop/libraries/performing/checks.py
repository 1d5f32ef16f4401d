"""履约监测: checks of both sides' performance (notice 2025-18, clause 9.1)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Choice, Day, Document, Ref, Text, YesNo
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class PerformanceCheck(Record):
    """One check of one project."""

    table = "performance_check"
    library = "checks"
    title = "履约监测"
    under = "contracts"
    clause = "9.1"
    purpose = "对政企双方的每次监测，违约的要有书面意见和整改期限"
    icon = "eye"
    naming = ("check_on",)
    keys = ()
    same_when = ("project_id", "check_on", "method")
    indexed = ("project_id", "check_on")
    part_of = "project_id"
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="监测",
        also=headers("项目名称"),
    )
    check_on = field(
        "监测日期", Day(), en="Date", needed="save", sensitivity="S1", in_table=True, group="监测",
        also=headers("日期|检查日期"),
    )
    method = field(
        "方式", Choice("线上企业申报", "线下定期对接", "现场核查", "第三方评估"), en="Way", needed="save",
        sensitivity="S1", in_table=True, group="监测",
        also=headers("监测方式"),
    )
    findings = field(
        "情况", Text(4000, lines=4), en="Findings", needed="save", sensitivity="S2", in_table=True, group="监测",
        also=headers("监测情况|履约情况"),
    )
    capability_score = field(
        "履约能力评分", Amount("分", 1), en="Capability score", sensitivity="S2", group="监测", computed=True,
    )
    breach = field(
        "是否违约", YesNo(), en="Breach", needed="save", sensitivity="S2", default="=否", in_table=True,
        group="违约",
    )
    breach_party = field("违约方", Choice("政府", "企业", "双方"), en="In breach", sensitivity="S2", group="违约")
    breach_opinion_id = field(
        "违约监管书面意见", Document(), en="Opinion on the breach", sensitivity="S2", group="违约",
    )
    rectify_notice_id = field("限时整改意见", Document(), en="Notice to rectify", sensitivity="S2", group="违约")
    rectify_due_on = field(
        "整改期限", Day(), en="Rectify by", sensitivity="S2", in_table=True, group="违约",
        also=headers("整改时限"),
    )
    rectify_done_on = field(
        "整改完成", Day(), en="Rectified on", sensitivity="S2", group="违约",
        also=headers("整改完成时间"),
    )
    third_party = field(
        "第三方机构", Text(200), en="Third party", sensitivity="S2", group="违约",
        also=headers("评估机构"),
    )
