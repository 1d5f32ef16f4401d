"""招商专家库: experts who assess projects (notice 2025-18, mechanism five, item one; used by clause 7.1)."""

from decimal import Decimal

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Amount, Choice, Day, Industries, Link, Refs, Text, Whole
from fj_desktop.core.record_rules import before
from fj_desktop.core.splitting import also_fitting, fitting, industries, period
from fj_desktop.core.splitting.columns import CHAINS, TRADES, in_note, person_columns
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_GRADE = Choice(
    "正高", "副高", "中级", "其他",
    also=said({
        "正高": "正高级|正高级工程师|教授|研究员|教授级高工|教授级高级工程师|一级律师|正高级会计师",
        "副高": "副高级|高级|副教授|副研究员|高级工程师|高工|高级经济师|高级会计师|高级审计师|高级农艺师|二级律师",
        "中级": "中级职称|工程师|讲师|经济师|会计师|审计师|助理研究员|农艺师",
        "其他": "初级|助理工程师|注册会计师|律师|无|其它",
    }),
)
_KIND = Choice(
    "产业", "技术", "财务", "法律", "投资", "规划", "环保", "能源", "招商实务",
    also=said({
        "产业": "产业专家|行业专家|行业", "技术": "技术专家|科技", "财务": "财务专家|会计|审计|财税",
        "法律": "法律专家|法务|律师", "投资": "金融|投资专家|投融资", "规划": "规划专家|城市规划|国土规划",
        "环保": "环保专家|环境|生态环境", "能源": "能源专家", "招商实务": "招商|招商专家|招商引资",
    }),
)


class Expert(Record):
    """One person in the role of an expert."""

    table = "lib_expert"
    library = "experts"
    title = "招商专家库"
    shelf = "八库"
    clause = "5.1"
    purpose = "能参加项目评估的专家，聘期和回避一目了然"
    icon = "expert"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")
    rules = (before("term_from", "term_to"),)
    spreads = (
        *person_columns(own=("职称", "专长")),
        Spread(
            TRADES + headers(
                "专业领域|擅长领域|研究领域|研究方向|专业方向|专业特长|从事专业|从事领域|特长|专长|领域|专业|"
                "所学专业|熟悉领域|评审领域|Expertise|Field"
            ),
            ("fields", "person_note"), industries("fields", "person_note", "专业领域"),
        ),
        Spread(
            headers("专家类别|专家类型|类别|类型|专业类别|领域类别|专家分类|人员类别"), ("expert_kind", "person_note"),
            fitting(_KIND, "expert_kind", "person_note", "专家类别"),
        ),
        Spread(
            headers("职称|专业技术职称|专业技术职务|技术职称|职称等级|职称级别|技术职务"),
            ("prof_title", "person_note"), fitting(_GRADE, "prof_title", "person_note", "职称"),
        ),
        Spread(
            headers("职务/职称|职务职称|职务(职称)|职务、职称|职务及职称|职称/职务|职称职务|职称及职务"),
            ("person_title", "prof_title"), also_fitting("person_title", _GRADE, "prof_title"),
        ),
        Spread(
            headers("聘期|聘用期限|聘任期限|聘期起止|聘任期|聘用期"), ("term_from", "term_to"),
            period("term_from", "term_to"),
        ),
        *in_note(
            {
                "产业链": CHAINS, "参评情况": "参评项目|参评情况|评审经历|评审情况|参与项目|评审项目",
                "推荐单位": "推荐单位|推荐部门|申报单位",
                "执业资格": "执业资格|职业资格|资格证书|执业资格证书|执业证书",
            },
            "person_note",
        ),
    )

    person_id = field(
        "人员", Link("person", "person_", table=("name", "org_name", "title", "mobile")), needed="save",
        sensitivity="S1", fair="mask",
    )
    expert_kind = field(
        "专家类别", _KIND, en="Kind of expert", needed="聘任", sensitivity="S0", fair="show", in_table=True,
        group="专业",
    )
    fields_ = field(
        "专业领域", Industries(), en="Fields", needed="聘任", sensitivity="S0", fair="show", in_table=True,
        group="专业", note="按行业选取，可多选",
    )
    prof_title = field(
        "职称", _GRADE, en="Professional grade", sensitivity="S0", fair="show", in_table=True, group="专业",
    )
    years = field(
        "从业年限", Whole("年", most=80), en="Years of practice", sensitivity="S0", group="专业",
        also=headers("工作年限|从事专业年限|从业时间|从事本专业年限|工龄|从业年数"),
    )
    term_from = field(
        "聘期起", Day(), en="Appointed from", needed="聘任", sensitivity="S0", group="聘任",
        also=headers("聘任日期|聘任时间|聘用日期|聘用时间|聘期开始|聘期起始|聘任起始|聘期开始时间|起聘时间"),
    )
    term_to = field(
        "聘期止", Day(), en="Appointed to", needed="聘任", sensitivity="S0", in_table=True, group="聘任",
        note="应晚于聘期起",
        also=headers("聘期截止|聘期结束|聘期至|聘任到期|聘期到期|聘期结束时间|到期时间|解聘时间"),
    )
    avoid_company_ids = field(
        "回避单位", Refs("company", makes=True), en="Conflicts", sensitivity="S2", group="聘任",
        note="不参加与这些单位有关的项目评估",
        also=headers("需回避单位|回避企业|利害关系单位|回避名单"),
    )
    avoid_note = field(
        "回避说明", Text(2000, lines=4), en="Notes on conflicts", sensitivity="S2", group="聘任",
        also=headers("回避情况|回避事项|回避原因"),
    )
    fee_std = field(
        "咨询费标准",
        Amount(
            "元", 2, most=1_000_000,
            units={
                "元/次": Decimal(1), "元/天": Decimal(1), "元/人次": Decimal(1), "元/人·次": Decimal(1),
                "万元": Decimal(10_000), "万元/次": Decimal(10_000),
            },
        ),
        en="Fee", sensitivity="S2", group="聘任", note="每次咨询或评审，单位元",
        also=headers("咨询费|费用标准|评审费|评审费标准|劳务费标准|专家费|专家费标准|收费标准"),
    )
    reviews_count = field(
        "参评次数", Whole("次"), en="Reviews", sensitivity="S1", default="=0", group="评价", computed=True,
        note="按评估记录自动统计",
    )
    last_review_on = field(
        "最近参评", Day(), en="Last review", sensitivity="S1", in_table=True, group="评价",
        also=headers("最近参评时间|最近参评日期|最近评审时间|上次评审时间"),
    )
    score_avg = field(
        "评价均分", Amount("分", 2, most=5), en="Mean score", sensitivity="S2", group="评价", note="0 至 5 分",
        also=headers("平均分|评分|评价得分|综合评分|评价"),
    )
