"""综合研判: assessment of a project and the check of land, energy and environment (notice 2025-18, clause 7.1)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Choice, Day, Document, MultiChoice, Ref, Refs, Text, Whole, YesNo
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Assessment(Record):
    """One version of the assessment of one project."""

    table = "assessment"
    library = "assessments"
    title = "综合研判"
    shelf = "项目跟踪"
    clause = "7.1"
    purpose = "重大项目引进评估：六个方面打分，用地、能耗、环境前置审查，专家意见"
    icon = "check-circle"
    naming = ("version",)
    keys = ()
    same_when = ("project_id", "version")
    indexed = ("project_id",)
    part_of = "project_id"
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="研判",
        also=headers("项目名称"),
    )
    version = field(
        "版次", Whole(), en="Version", needed="complete", sensitivity="S1", default="=1", in_table=True,
        group="研判",
        also=headers("版本"),
    )
    inspect_on = field(
        "考察日期", Day(), en="Inspected on", sensitivity="S1", group="研判",
        also=headers("考察时间"),
    )
    inspectors = field(
        "考察人", Refs("staff"), en="Inspectors", needed="complete", sensitivity="S1", group="研判",
        also=headers("考察人员"),
    )
    basic = field(
        "投资方实力与信用", Text(4000, lines=4), en="Strength and credit of the investor", needed="complete",
        sensitivity="S2", group="研判",
        also=headers("投资方实力"),
    )
    score_scale = field(
        "投资规模得分", Amount("分", 1), en="Score for scale", sensitivity="S1", group="评分",
        also=headers("投资规模"),
    )
    score_intensity = field(
        "投入产出强度得分", Amount("分", 1), en="Score for intensity", sensitivity="S1", group="评分",
        also=headers("投入产出强度"),
    )
    score_benefit = field(
        "产出效益得分", Amount("分", 1), en="Score for benefit", sensitivity="S1", group="评分",
        also=headers("产出效益"),
    )
    score_prospect = field(
        "发展前景得分", Amount("分", 1), en="Score for prospect", sensitivity="S1", group="评分",
        also=headers("发展前景"),
    )
    score_match = field(
        "产业匹配度得分", Amount("分", 1), en="Score for fit with the chain", sensitivity="S1", group="评分",
        also=headers("产业匹配度"),
    )
    score_policy = field(
        "政策诉求合理性得分", Amount("分", 1), en="Score for asks of policy", sensitivity="S1", group="评分",
        also=headers("政策诉求合理性"),
    )
    score_total = field(
        "总分", Amount("分", 1), en="Total score", sensitivity="S1", in_table=True, group="评分", computed=True,
    )
    veto = field(
        "一票否决项",
        MultiChoice("不符合三区三线", "能耗超均值", "排放超阈值", "禁止类产业", "重大安全", "严重失信", "违规政策"),
        en="Vetoes", sensitivity="S1", group="评分",
        also=headers("否决项"),
    )
    land_check = field(
        "用地布局审查", Choice("符合", "有条件", "不符合", "未审", "不适用"), en="Check of the land",
        needed="complete", sensitivity="S1", in_table=True, group="前置审查",
        also=headers("用地审查"),
    )
    land_conditions_closed = field(
        "用地条件已落实", YesNo(), en="Conditions of the land met", sensitivity="S1", group="前置审查",
    )
    land_check_by = field(
        "规划自然资源意见", Document(), en="Opinion on the land", sensitivity="S1", group="前置审查",
    )
    energy_check = field(
        "能耗强度审查", Choice("低于均值", "不低于均值", "未审", "不适用"), en="Check of the energy",
        needed="complete", sensitivity="S1", in_table=True, group="前置审查",
        also=headers("能耗审查"),
    )
    energy_region_avg = field(
        "区域平均能耗强度", Amount("吨标煤/万元", 6), en="Regional average of energy", sensitivity="S1",
        group="前置审查",
        also=headers("区域平均能耗"),
    )
    env_check = field(
        "环境承载力审查", Choice("满足", "不满足", "未审", "不适用"), en="Check of the environment",
        needed="complete", sensitivity="S1", in_table=True, group="前置审查",
        also=headers("环境审查"),
    )
    env_opinion_id = field(
        "生态环境意见", Document(), en="Opinion on the environment", sensitivity="S1", group="前置审查",
    )
    due_diligence = field(
        "尽职调查", Choice("不需要", "进行中", "已完成"), en="Due diligence", needed="complete", sensitivity="S2",
        group="意见",
        also=headers("尽调"),
    )
    dd_report_id = field("尽调报告", Document(), en="Report of the due diligence", sensitivity="S3", group="意见")
    expert_ids = field(
        "评估专家", Refs("lib_expert"), en="Experts", sensitivity="S1", group="意见",
        also=headers("专家"),
    )
    expert_opinion = field(
        "专家意见", Text(4000, lines=4), en="Opinion of the experts", sensitivity="S1", group="意见",
        also=headers("专家评估意见"),
    )
    conclusion = field(
        "可行性评估意见", Choice("可行", "有条件可行", "不可行"), en="Conclusion", needed="complete",
        sensitivity="S1", in_table=True, group="意见",
        also=headers("评估结论|研判结论|结论"),
    )
    opinion_doc_id = field(
        "评估意见文件", Document(), en="File of the opinion", needed="complete", sensitivity="S2", group="意见",
    )
    concluded_on = field(
        "结论日期", Day(), en="Concluded on", sensitivity="S1", in_table=True, group="意见",
        also=headers("结论时间"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="意见")
