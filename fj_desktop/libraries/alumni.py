"""高校校友资源库: graduates who can open doors (notice 2025-18, mechanism five, item one)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Link, MultiChoice, Ref, School, Text, Year
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting import chain_of, fitting
from fj_desktop.core.splitting.columns import CHAINS, in_note, person_columns
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_HELP = MultiChoice(
    "引荐企业", "技术合作", "人才引进", "融资", "宣传", "捐资助学",
    also=said({
        "引荐企业": "引荐|企业引荐|招商引荐", "技术合作": "技术|技术支持|成果转化", "人才引进": "人才|引才",
        "融资": "资金|投资", "宣传": "宣传推介|推介", "捐资助学": "助学|捐赠",
    }),
)


class Alumnus(Record):
    """One person in the role of a graduate."""

    table = "lib_alumni"
    library = "alumni"
    title = "高校校友资源库"
    shelf = "八库"
    clause = "5.1"
    purpose = "校友在哪里、做什么、能帮什么忙"
    icon = "alumni"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")
    rules = (not_above("enroll_year", "grad_year"),)
    spreads = (
        *person_columns(own=("学历", "毕业院校", "专长")),
        *in_note({"毕业院校及专业": "毕业院校及专业|毕业院校系及专业|毕业院校/专业"}, "person_note"),
        Spread(CHAINS, ("chain_id",), chain_of("chain_id")),
        Spread(
            headers(
                "可提供帮助|可提供的帮助|能提供的帮助|可提供资源|可提供支持|帮助意向|合作意向|拟提供帮助|合作意愿"
            ),
            ("help_kind", "person_note"), fitting(_HELP, "help_kind", "person_note", "可提供帮助"),
        ),
    )

    person_id = field(
        "人员", Link("person", "person_", table=("name", "company_id", "title", "mobile", "city")), needed="save",
        sensitivity="S1", fair="mask",
    )
    school = field(
        "毕业院校", School(100), en="University", needed="complete", sensitivity="S1", fair="show", in_table=True,
        group="学历", note="可从院校名单选取，名单外的直接填写",
        also=headers(
            "毕业学校|毕业高校|毕业院校名称|院校|院校名称|学校|学校名称|高校|高校名称|母校|大学|School|College"
        ),
    )
    campus_kind = field(
        "院校类别",
        Choice(
            "在渝高校", "985", "211", "双一流", "行业院校", "职业院校", "海外高校", "奉节籍学子",
            also=said({
                "在渝高校": "重庆高校|市内高校", "985": "985高校|985院校", "211": "211高校|211院校",
                "双一流": "双一流高校|双一流院校", "行业院校": "行业高校", "职业院校": "高职|高职院校",
                "海外高校": "海外|国外高校|境外高校", "奉节籍学子": "奉节籍",
            }),
        ),
        en="Kind of university", sensitivity="S1", fair="show", group="学历",
        also=headers("学校类别|院校类型|高校类别|学校类型"),
    )
    college = field(
        "院系", Text(100), en="Faculty", sensitivity="S1", group="学历",
        also=headers("学院|系别|所在学院|院(系)|院系名称|学院名称|毕业院系|Department"),
    )
    major = field(
        "专业", Text(100), en="Major", sensitivity="S1", group="学历",
        also=headers("所学专业|毕业专业|专业名称|学科专业|学习专业|Field of study"),
    )
    degree = field(
        "学历",
        Choice(
            "专科", "本科", "硕士", "博士", "博士后", "其他",
            also=said({
                "专科": "大专|高职|大学专科", "本科": "大学本科|全日制本科|大学|学士",
                "硕士": "研究生|硕士研究生|mba|emba", "博士": "博士研究生|phd", "其他": "高中|中专|初中|其它",
            }),
        ),
        en="Degree", sensitivity="S1", in_table=True, group="学历",
        also=headers("最高学历|学位|学历学位|学历/学位|学历(学位)|文化程度|Education"),
    )
    enroll_year = field(
        "入学年份", Year(), en="Enrolled", sensitivity="S1", group="学历",
        also=headers("入学时间|入学年|入学年月|入校时间|入校年份|年级|入学日期"),
    )
    grad_year = field(
        "毕业年份", Year(), en="Graduated", sensitivity="S1", in_table=True, group="学历", note="不早于入学年份",
        also=headers("毕业时间|毕业年|毕业年月|毕业日期|毕业届别|届别|毕业年度|届次"),
    )
    alumni_org = field(
        "校友会名称", Text(100), en="Alumni association", sensitivity="S0", fair="show", group="校友会",
        also=headers("校友会|所在校友会|所属校友会|校友分会|校友组织"),
    )
    alumni_post = field(
        "校友会职务", Text(80), en="Post in the association", sensitivity="S1", group="校友会",
        also=headers("校友会任职|担任校友会职务|校友会内职务|校友会职位"),
    )
    research_field = field(
        "研究/从业领域", Text(200), en="Field of work", sensitivity="S1", fair="show", in_table=True, group="可合作",
        also=headers(
            "研究方向|研究领域|从业领域|研究从业领域|从事领域|从事行业|行业|所属行业|行业领域|行业类别|专业领域|"
            "专业特长|专长|特长|擅长领域|领域|产业|Industry|Research field"
        ),
    )
    tech_results = field(
        "可转化成果", Text(2000, lines=4), en="Results to transfer", sensitivity="S2", group="可合作",
        also=headers("科研成果|技术成果|成果|专利成果|可转化科研成果|项目成果|专利"),
    )
    chain_id = field(
        "匹配产业链", Ref("chain"), en="Matching chain", sensitivity="S0", fair="show", in_table=True, group="可合作",
        also=headers("关联产业链"),
    )
    help_kind = field("可提供帮助", _HELP, en="Can help with", sensitivity="S1", group="可合作", note="可多选")
