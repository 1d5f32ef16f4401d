"""集体审议: the collective decision on a project (notice 2025-18, clause 7.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Decision(Record):
    """One decision of a body of one of the three levels."""

    table = "decision"
    library = "decisions"
    title = "集体审议"
    under = "assessments"
    clause = "7.2"
    purpose = "县级、行业、园区三级审批：踏勘、审核、答辩在前，会议纪要在后"
    icon = "check"
    naming = ("minutes_no", "meeting_on")
    keys = ()
    same_when = ("project_id", "meeting_on", "minutes_no")
    indexed = ("project_id",)
    part_of = "project_id"
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="审议",
        also=headers("项目名称"),
    )
    level = field(
        "审批层级", Choice("县级", "行业", "园区"), en="Level", needed="complete", sensitivity="S1", in_table=True,
        group="审议",
        also=headers("审批级别"),
    )
    body = field(
        "审议机构", Choice("县委常委会", "县政府常务会", "招商联席会", "行业主管部门办公会", "园区管委会主任办公会"),
        en="Body", needed="complete", sensitivity="S1", in_table=True, group="审议",
        also=headers("决策机构"),
    )
    site_visit_on = field(
        "现场踏勘日期", Day(), en="Site visit", needed="complete", sensitivity="S1", group="审议",
        also=headers("踏勘日期"),
    )
    material_check_on = field(
        "材料审核日期", Day(), en="Check of the papers", needed="complete", sensitivity="S1", group="审议",
        also=headers("材料审核时间"),
    )
    defence_on = field(
        "质询答辩日期", Day(), en="Questioning", needed="complete", sensitivity="S1", group="审议",
        also=headers("答辩日期"),
    )
    energy_match = field(
        "能耗指标匹配度", Choice("匹配", "基本匹配", "不匹配"), en="Energy", needed="complete", sensitivity="S1",
        group="审查重点",
        also=headers("能耗匹配"),
    )
    finance_feasible = field(
        "融资方案可行性", Choice("可行", "存疑", "不可行"), en="Finance", needed="complete", sensitivity="S1",
        group="审查重点",
        also=headers("融资可行性"),
    )
    policy_compliant = field(
        "政策合规性", Choice("合规", "需修改", "不合规"), en="Policy", needed="complete", sensitivity="S1",
        group="审查重点",
        also=headers("政策合规"),
    )
    legal_review_id = field(
        "合法性审查意见", Document(), en="Legality review", needed="complete", sensitivity="S2", group="审查重点",
    )
    fair_review_id = field(
        "公平竞争审查结论", Document(), en="Fair competition review", needed="complete", sensitivity="S2",
        group="审查重点",
    )
    meeting_on = field(
        "会议日期", Day(), en="Meeting", needed="complete", sensitivity="S1", in_table=True, group="会议",
        also=headers("会议时间|审议日期"),
    )
    resolution = field(
        "审议结论", Choice("同意", "修改后同意", "暂缓", "不同意"), en="Resolution", needed="审议后",
        sensitivity="S1", in_table=True, group="会议",
        also=headers("审议结果|会议结论"),
    )
    minutes_no = field(
        "会议纪要文号", Text(60, wide=20), en="Minutes No.", needed="审议后", sensitivity="S1",
        in_table=True, group="会议",
        also=headers("纪要文号|纪要编号"),
    )
    minutes_id = field("会议纪要", Document(), en="Minutes", needed="审议后", sensitivity="S2", group="会议")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="会议")
