"""企业家资源库: people who decide on investments, with their company (notice 2025-18, mechanism five, item one)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Industry, Link, Moment, Money, MultiChoice, Ref, Text
from fj_desktop.core.splitting import chain_of, fitting, industry, trade
from fj_desktop.core.splitting.columns import CHAINS, TRADES, WARES, company_columns, person_columns
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_INTENT = Choice(
    "无", "了解中", "有意向", "在谈", "已投资",
    also=said({
        "了解中": "观望|了解|考虑中|考察中|初步了解", "有意向": "有|是|意向|有兴趣|有投资意向|意向强烈|强",
        "在谈": "洽谈|洽谈中|在洽谈|对接中", "已投资": "已落地|投资|已投产", "无": "否|没有|无意向|暂无|暂无意向",
    }),
)
_CONCERN = MultiChoice(
    "土地", "厂房", "用工", "能源", "物流", "税负", "政策", "融资", "配套", "环保",
    also=said({
        "土地": "用地", "厂房": "标准厂房|场地", "用工": "人工|招工|劳动力", "能源": "水电气|电价|用电|用能",
        "物流": "运输|交通", "税负": "税收", "政策": "优惠政策|扶持政策", "融资": "资金|贷款", "配套": "产业配套",
        "环保": "环评",
    }),
)


class Entrepreneur(Record):
    """One person in the role of an investor."""

    table = "lib_entrepreneur"
    library = "entrepreneurs"
    title = "企业家资源库"
    shelf = "八库"
    clause = "5.1"
    purpose = "谁可能来投资、想投什么、由哪个办事处首报"
    icon = "people"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")
    spreads = (
        *person_columns(employer_key="company_name", own=("地址",)),
        *company_columns("company_", "company_note"),
        Spread(
            TRADES, ("industry_code", "chain_id", "company_main_products"),
            industry("industry_code", "chain_id", "company_main_products"),
        ),
        Spread(
            WARES, ("company_main_products", "chain_id", "industry_code"),
            trade("company_main_products", "chain_id", "industry_code"),
        ),
        Spread(CHAINS + headers("关联产业链"), ("chain_id",), chain_of("chain_id")),
        Spread(
            headers(
                "投资意向|投资意愿|意向|意向程度|意向情况|投资意向情况|合作意向|合作意愿|意愿|来奉投资意向|"
                "是否有投资意向|Investment intent|Intent"
            ),
            ("invest_intent", "intent_note"), fitting(_INTENT, "invest_intent", "intent_note", "投资意向"),
        ),
        Spread(
            headers("关注要素|关注点|主要关注点|诉求|主要诉求|企业诉求|企业需求|需求|关注问题|所需要素"),
            ("key_concern", "intent_note"), fitting(_CONCERN, "key_concern", "intent_note", "关注要素"),
        ),
    )

    person_id = field(
        "人员",
        Link(
            "person", "person_", without=("company_id", "org_name", "id_no", "home_address"),
            table=("name", "title", "mobile"),
        ),
        needed="save", sensitivity="S1", fair="mask",
    )
    company_id = field(
        "企业",
        Link(
            "company", "company_", without=("industry_code", "chain_id", "contact_person", "contact_phone"),
            table=("name",),
        ),
        needed="complete", sensitivity="S0", fair="show",
    )
    role_in_company = field(
        "在企业中的角色",
        Choice(
            "实际控制人", "董事长", "总经理", "投资负责人", "区域负责人", "其他",
            also=said({
                "实际控制人": "实控人|控制人|老板", "总经理": "总裁|ceo", "投资负责人": "投资总监|投资经理",
                "区域负责人": "区域经理|区域总监", "其他": "其它",
            }),
        ),
        en="Role", needed="complete", sensitivity="S1", group="意向",
        also=headers("企业角色|角色|在企业角色|企业中角色"),
    )
    industry_code = field(
        "行业", Industry(), en="Industry", needed="complete", sensitivity="S0", fair="show", in_table=True,
        group="意向", note="GB/T 4754-2017",
        also=headers("行业代码|国标行业|行业代码及名称|行业分类及代码|国民经济行业|国民经济行业分类"),
    )
    chain_id = field(
        "匹配产业链", Ref("chain"), en="Matching chain", needed="complete", sensitivity="S0", fair="show",
        in_table=True, group="意向",
    )
    invest_intent = field(
        "投资意向", _INTENT, en="Investment intent", needed="complete", sensitivity="S2", in_table=True, group="意向",
    )
    intent_amount_wan = field(
        "意向投资额", Money(most=10 ** 7), en="Intended investment", sensitivity="S2", in_table=True, group="意向",
        also=headers(
            "意向投资|意向投资金额|意向金额|拟投资额|拟投资金额|投资额|投资金额|计划投资额|计划投资|预计投资|"
            "预计投资额|总投资|投资规模|投资总额"
        ),
    )
    intent_note = field(
        "意向说明", Text(2000, lines=4), en="Details of the intent", sensitivity="S2", group="意向",
        also=headers(
            "意向内容|投资意向说明|意向项目|项目意向|拟投资项目|投资项目|项目内容|洽谈情况|对接情况|对接进展|"
            "跟进情况|跟踪情况|进展情况|项目进展|洽谈进展|进展|进度|联系情况|走访情况|拜访情况|投资计划|合作内容|"
            "下步计划|下一步计划|下一步工作|下一步工作计划|下步打算|工作进展"
        ),
    )
    expansion_plan = field(
        "扩产/转移计划", Text(2000, lines=4), en="Expansion plans", sensitivity="S2", group="意向",
        also=headers("扩产计划|转移计划|产业转移计划|扩张计划|扩产意向|转移意向|扩产转移计划"),
    )
    key_concern = field("关注要素", _CONCERN, en="Key concerns", sensitivity="S2", group="意向", note="可多选")
    relation_level = field(
        "关系紧密度",
        Choice(
            "未接触", "初识", "一般", "密切",
            also=said({
                "未接触": "未联系|未对接|无", "初识": "认识|初步接触|初步对接", "一般": "较好|普通",
                "密切": "熟悉|很熟|紧密|较密切|好",
            }),
        ),
        en="Closeness", needed="complete", sensitivity="S1", in_table=True, group="关系",
        also=headers("关系|紧密度|熟悉程度|关系程度|联系紧密度|关系密切程度"),
    )
    introducer_id = field(
        "引荐人", Ref("person", makes=True), en="Introduced by", sensitivity="S2", group="关系",
        note="人员总库里没有时，导入会按姓名新建",
        also=headers("介绍人|推荐人|牵线人|引荐|引荐单位/人|Referrer|Introducer"),
    )
    first_reported_by = field(
        "首报办事处", Ref("office"), en="First reported by", needed="complete", sensitivity="S1", default="office",
        group="首报", fixed=True, note="首次报送后不再改变",
        also=headers("首报单位|首报|首报片组"),
    )
    first_reported_at = field(
        "首报时间", Moment(), en="First reported at", needed="complete", sensitivity="S1", default="now", group="首报",
        fixed=True, note="首次报送后不再改变",
        also=headers("首报日期|首次报送时间|首次上报时间"),
    )
