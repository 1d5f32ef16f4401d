"""年度效益评估: what the money spent on attracting investment brought in a year (notice 2025-18, clause 10.4)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Document, Money, Ref, Text, Whole, Year
from fj_desktop.core.record_rules import above_zero
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class BenefitReview(Record):
    """One kind of expense in one year, of one office or of all; amounts in 万元."""

    table = "benefit_review"
    library = "benefit-reviews"
    title = "年度效益评估"
    under = "meetings"
    clause = "10.4"
    purpose = "每年每类招商经费：预算、支出、当年成果和每个成果花了多少"
    icon = "coin"
    naming = ("category",)
    keys = ()
    same_when = ("year", "category", "office_id")
    indexed = ("year",)
    rules = (above_zero("budget_wan"),)

    year = field(
        "年度", Year(), en="Year", needed="save", sensitivity="S1", in_table=True, group="经费",
        also=headers("年份"),
    )
    category = field(
        "经费类别", Choice("产业链招商专班", "驻外招商", "重大招商活动", "全部招商经费"), en="Kind of expense",
        needed="save", sensitivity="S1", in_table=True, group="经费",
        also=headers("类别|费用类别"),
    )
    office_id = field(
        "办事处", Ref("office"), en="Office", sensitivity="S1", in_table=True, group="经费",
        also=headers("所属办事处"),
        note="留空表示全县；填了只计这个办事处首报的项目",
    )
    budget_wan = field(
        "预算额度", Money(), en="Budget", needed="complete", sensitivity="S1", in_table=True, group="经费",
        also=headers("预算|年度预算|预算额"),
    )
    spent_wan = field(
        "实际支出", Money(), en="Spent", needed="complete", sensitivity="S1", in_table=True, group="经费",
        also=headers("支出|决算|支出额|实际支出额"),
    )
    signed_count = field(
        "签约项目", Whole("个"), en="Projects signed", needed="complete", sensitivity="S1", in_table=True,
        group="成果",
        also=headers("签约项目数|签约个数"),
    )
    signed_wan = field(
        "签约投资额", Money(), en="Investment signed", needed="complete", sensitivity="S1", in_table=True,
        group="成果",
        also=headers("签约额|签约金额"),
    )
    started_count = field(
        "开工项目", Whole("个"), en="Projects started", needed="complete", sensitivity="S1", group="成果",
        also=headers("开工项目数|落地项目数"),
    )
    arrived_wan = field(
        "到位资金", Money(), en="Funds arrived", needed="complete", sensitivity="S1", group="成果",
        also=headers("到位金额|到资额"),
    )
    filled_on = field(
        "成果统计截至", Day(), en="Results as of", sensitivity="S1", group="成果",
        also=headers("统计截止日期|数据截至"),
    )
    cost_per_project_wan = field(
        "每个签约项目支出", Money(), en="Spent on each project signed", sensitivity="S1", group="效益", computed=True,
    )
    cost_per_yi_wan = field(
        "每亿元签约额支出", Money(), en="Spent on each 亿元 signed", sensitivity="S1", group="效益", computed=True,
    )
    grade = field(
        "评估等次", Choice("优", "良", "中", "差"), en="Grade", needed="complete", sensitivity="S1", in_table=True,
        group="效益",
        also=headers("等次|评价等级"),
    )
    opinion = field(
        "评估意见", Text(4000, lines=4), en="Opinion", needed="complete", sensitivity="S1", group="效益",
        also=headers("评价意见|存在问题及建议"),
    )
    unit_id = field(
        "评估单位", Ref("unit"), en="Reviewed by", sensitivity="S1", group="效益",
        also=headers("评价单位"),
    )
    reviewed_on = field("评估日期", Day(), en="Reviewed on", sensitivity="S1", group="效益", also=headers("评价日期"))
    report_doc_id = field("评估报告", Document(), en="Report", sensitivity="S1", group="效益")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="效益")
