"""项目进度: what the weekly collection brings in (notice 2025-18, clause 3.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Money, Period, Ref, Text
from fj_desktop.core.record_rules import complete_when
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Progress(Record):
    """One step of one project on one day."""

    table = "project_progress"
    library = "progress"
    title = "项目进度"
    under = "projects"
    clause = "3.3"
    purpose = "周收集：每周发生了什么、到位多少资金、下一步做什么"
    icon = "calendar"
    naming = ("summary",)
    keys = ()
    same_when = ("project_id", "happened_on", "summary")
    indexed = ("project_id", "happened_on")
    part_of = "project_id"
    visibility = "office"
    rules = (complete_when("kind", frozenset({"无进展"}), "no_progress_reason"),)

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="进度",
        also=headers("项目名称|所属项目"),
    )
    happened_on = field(
        "发生日期", Day(), en="Happened on", needed="save", sensitivity="S1", in_table=True, group="进度",
        also=headers("日期|时间|进展日期|进展时间|发生时间"),
    )
    period = field("所属周/月", Period(), en="Period", sensitivity="S1", in_table=True, group="进度", computed=True)
    kind = field(
        "进展类型",
        Choice(
            "接洽", "考察", "谈判", "材料", "审议", "签约", "供地", "手续", "开工", "建设", "设备", "投产", "到资",
            "无进展",
        ),
        en="Kind", needed="complete", sensitivity="S1", in_table=True, group="进度",
        also=headers("类型|进展类别"),
    )
    summary = field(
        "进展情况", Text(4000, lines=4), en="What happened", needed="save", sensitivity="S1", in_table=True,
        group="进度",
        also=headers("进展|进度|工作进展|项目进展|本周进展|最新进展"),
    )
    arrived_wan = field(
        "本期到位资金", Money(), en="Arrived", sensitivity="S1", in_table=True, group="资金",
        also=headers("到位资金|本期到资|到资额|本周到位资金"),
    )
    arrived_proof_id = field("到位凭证", Document(), en="Proof of arrival", sensitivity="S2", group="资金")
    fixed_done_wan = field(
        "本期固投", Money(), en="Fixed investment done", sensitivity="S1", group="资金",
        also=headers("完成固投|本期完成固定资产投资|完成投资"),
    )
    next_step = field(
        "下步打算", Text(4000, lines=4), en="Next step", sensitivity="S1", in_table=True, group="进度",
        also=headers("下一步工作|下步计划|下一步打算|下周计划|下周工作计划"),
    )
    need_help = field(
        "需协调事项", Text(4000, lines=4), en="Help needed", sensitivity="S1", group="进度",
        also=headers("需协调问题|存在问题|需要协调解决的问题|需县级协调事项"),
    )
    no_progress_reason = field(
        "无进展原因", Text(200), en="Why nothing moved", sensitivity="S1", group="进度",
        also=headers("未进展原因"),
    )
    reporter_id = field(
        "填报人", Ref("staff"), en="Reporter", needed="save", sensitivity="S1", default="me", in_table=True,
        group="进度",
        also=headers("报送人|填报人员"),
    )
    checked_by = field(
        "审核人", Ref("staff"), en="Checked by", sensitivity="S1", group="进度",
        also=headers("组长|审核组长"),
    )
    checked_on = field(
        "审核日期", Day(), en="Checked on", sensitivity="S1", group="进度",
        also=headers("审核时间"),
    )
    photo_id = field("现场照片", Document(), en="Photo", sensitivity="S1", group="进度")
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="进度",
        also=headers("说明"),
    )
