"""招商项目资金需求库: what money projects look for, to match with funds (notice 2025-18, clauses 5.1 and 8.2)."""

from decimal import Decimal

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Day, Industry, Money, MultiChoice, Percent, Phone, Ref, Text, Whole, YesNo
from fj_desktop.core.record_rules import above_zero, not_above
from fj_desktop.core.splitting import contact, fitting, phones
from fj_desktop.core.splitting.columns import CHAINS, CONTACTS, PHONES, TRADES, WARES, in_note
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_PURPOSE = Choice(
    "建设投资", "设备购置", "流动资金", "研发", "并购", "置换", "其他",
    also=said({
        "建设投资": "项目建设|基建|厂房建设|工程建设|固定资产投资|扩建|新建厂房",
        "设备购置": "购买设备|设备采购|购置设备|设备更新",
        "流动资金": "补充流动资金|流动资金周转|周转|经营周转|资金周转|原材料采购|采购原材料",
        "研发": "研发投入|技术研发|新产品研发", "并购": "并购重组|收购", "置换": "债务置换|偿还债务|归还贷款",
        "其他": "其它",
    }),
)
_FINANCE = MultiChoice(
    "银行贷款", "股权投资", "产业基金", "融资租赁", "债券", "担保", "政策性资金", "其他",
    also=said({
        "银行贷款": "贷款|银行|银行融资|信贷|抵押贷款|信用贷款", "股权投资": "股权|股权融资|风险投资|引入投资人",
        "产业基金": "基金|引导基金", "融资租赁": "租赁", "债券": "发债|债券融资", "担保": "担保贷款|担保融资",
        "政策性资金": "政策性贷款|专项资金|财政资金", "其他": "其它",
    }),
)
_COLLATERAL = MultiChoice(
    "土地", "厂房", "设备", "知识产权", "订单", "股权", "第三方担保", "信用",
    also=said({
        "土地": "土地抵押|土地使用权", "厂房": "厂房抵押|房产|房产抵押|房屋|不动产|不动产抵押",
        "设备": "设备抵押|机器设备", "知识产权": "专利|专利质押|知识产权质押|商标",
        "订单": "应收账款|应收账款质押|订单融资", "股权": "股权质押", "第三方担保": "担保|担保公司|担保公司担保|保证",
        "信用": "信用贷款|无抵押|纯信用",
    }),
)
_STATUS = Choice(
    "待对接", "对接中", "已达成", "已到账", "未达成", "撤回",
    also=said({
        "待对接": "未对接|尚未对接", "对接中": "已对接|正在对接|洽谈中", "已达成": "达成|已签约|达成意向|已授信",
        "已到账": "到账|已放款|已到位", "未达成": "未成功|失败|未通过", "撤回": "已撤回|取消|不再需要",
    }),
)


class FundingNeed(Record):
    """One need of one company for money."""

    table = "lib_funding"
    library = "funding"
    title = "招商项目资金需求库"
    shelf = "八库"
    clause = "5.1"
    purpose = "项目还差多少钱、怎么融、对接到哪一步"
    icon = "coin"
    naming = ("project_name",)
    name_from = ("company_id",)
    keys = ("project_name",)
    rules = (
        not_above("self_fund_wan", "total_invest_wan"),
        above_zero("need_wan"),
        not_above("arrived_wan", "need_wan"),
    )
    spreads = (
        Spread(
            headers("资金用途|用途|融资用途|借款用途|贷款用途|资金使用方向|资金需求用途|主要用途|资金主要用途"),
            ("purpose", "note"), fitting(_PURPOSE, "purpose", "note", "资金用途"),
        ),
        Spread(
            headers("融资方式|融资渠道|融资类型|意向融资方式|拟融资方式|融资形式|融资模式|资金渠道|意向融资渠道"),
            ("finance_kind", "note"), fitting(_FINANCE, "finance_kind", "note", "融资方式"),
        ),
        Spread(
            headers(
                "增信措施|担保方式|抵押物|抵质押物|抵押担保|担保措施|增信方式|担保情况|抵押担保方式|抵押情况|"
                "可提供抵押物|可提供担保方式"
            ),
            ("collateral", "note"), fitting(_COLLATERAL, "collateral", "note", "增信措施"),
        ),
        Spread(
            headers("对接状态|状态|融资状态|对接情况|对接进展|进展|进展情况|融资进展|办理情况|落实情况|Status"),
            ("match_status", "note"), fitting(_STATUS, "match_status", "note", "对接情况"),
        ),
        Spread((*TRADES, *WARES), ("industry_code", "note"), fitting(Industry(), "industry_code", "note", "行业")),
        Spread(
            headers("联系人") + CONTACTS, ("contact_person", "contact_phone", "note"),
            contact("contact_person", "contact_phone", "contact_phone", "note"),
        ),
        Spread(PHONES, ("contact_phone", "note"), phones("contact_phone", "contact_phone", "note")),
        *in_note(
            {
                "产业链": CHAINS, "统一社会信用代码": "统一社会信用代码|信用代码|社会信用代码",
                "地址": "企业地址|地址|注册地址|项目地址|建设地点|项目地点|所在地|所属乡镇|乡镇|区域",
                "项目内容": (
                    "项目内容|建设内容|项目简介|建设内容及规模|项目概况|主要建设内容|企业简介|企业情况|企业基本情况|"
                    "项目情况|项目进展"
                ),
                "法定代表人": "法定代表人|法人代表|法人", "注册资本": "注册资本|注册资金",
                "营业收入": "年营业收入|营业收入|年销售收入|上年营业收入|年产值|纳税额",
                "对接机构": "对接机构|意向银行|对接银行|意向机构|合作银行|意向金融机构|对接金融机构",
                "现有贷款": "现有贷款|已有贷款|贷款余额|存量贷款|现有融资",
            },
            "note",
        ),
    )

    company_id = field(
        "需求企业", Ref("company", makes=True), en="Company", needed="complete", sensitivity="S0", fair="mask",
        in_table=True, group="项目", note="企业总库里没有时，导入会按名称新建",
        also=headers(
            "企业名称|公司名称|单位名称|企业|公司|单位|融资企业|融资主体|融资单位|借款企业|项目业主|业主单位|"
            "项目单位|申请企业|申请单位|申报单位|需求单位|需求主体|企业全称|Company name|Enterprise"
        ),
    )
    project_name = field(
        "融资项目名称", Text(200), en="Project", needed="save", sensitivity="S0", fair="show", in_table=True,
        group="项目",
        also=headers("项目名称|融资项目|项目|资金需求项目|需求项目|需求名称|名称|Project name|Name"),
    )
    project_id = field(
        "关联项目", Ref("project"), en="Investment project", sensitivity="S1", group="项目",
        note="招商项目里的同一项目",
    )
    industry_code = field(
        "所属行业", Industry(), en="Industry", sensitivity="S0", fair="show", group="项目", note="GB/T 4754-2017",
        also=headers("行业代码"),
    )
    purpose_ = field(
        "资金用途", _PURPOSE, en="Purpose", needed="complete", sensitivity="S1", fair="show", in_table=True,
        group="资金",
    )
    total_invest_wan = field(
        "项目总投资", Money(most=10 ** 7), en="Total investment", needed="complete", sensitivity="S1", fair="show",
        in_table=True, group="资金",
        also=headers(
            "总投资|总投资额|投资总额|计划总投资|项目投资额|投资规模|项目总投资额|投资额|Total investment (RMB)"
        ),
    )
    self_fund_wan = field(
        "自有资金", Money(most=10 ** 7), en="Own funds", sensitivity="S2", group="资金", note="不超过项目总投资",
        also=headers("自筹资金|企业自筹|企业自有资金|资本金|项目资本金|自筹|已投入资金|已投资"),
    )
    need_wan = field(
        "资金需求额", Money(most=10 ** 7), en="Amount needed", needed="complete", sensitivity="S1", fair="mask",
        in_table=True, group="资金", note="应大于 0",
        also=headers(
            "资金需求|资金需求量|资金需求金额|资金需求总额|融资需求|融资需求额|融资需求金额|融资金额|融资额|融资额度|"
            "融资总额|拟融资额|拟融资金额|需求金额|需求额|需求额度|贷款需求|贷款金额|借款金额|拟贷款金额|资金缺口|"
            "Amount|Funding needed"
        ),
    )
    finance_kind = field(
        "融资方式", _FINANCE, en="Ways of finance", needed="complete", sensitivity="S1", fair="show", in_table=True,
        group="资金", note="可多选",
    )
    term_months = field(
        "期限", Whole("月", most=600, units={"个月": Decimal(1), "年": Decimal(12)}), en="Term", sensitivity="S1",
        group="资金",
        also=headers("融资期限|贷款期限|借款期限|资金期限|使用期限|需求期限|资金使用期限|Term (months)"),
    )
    acceptable_rate_pct = field(
        "可接受利率", Percent(bound=True), en="Acceptable rate", sensitivity="S2", group="资金",
        also=headers("利率|年利率|期望利率|意向利率|融资成本|可接受融资成本|可承受利率|可接受年利率"),
    )
    equity_offer_pct = field(
        "拟出让股权", Percent(), en="Equity offered", sensitivity="S2", group="资金", note="0 至 100%",
        also=headers("出让股权|拟出让股权比例|出让股权比例|出让比例|股权比例|拟出让比例"),
    )
    collateral = field("增信措施", _COLLATERAL, en="Security", sensitivity="S2", group="资金", note="可多选")
    needed_by = field(
        "需求时间", Day(), en="Needed by", needed="complete", sensitivity="S1", in_table=True, group="资金",
        also=headers(
            "需求日期|资金需求时间|资金需求日期|用款时间|拟用款时间|融资时间|期望到位时间|到位时间要求|资金到位时间|"
            "预计融资时间"
        ),
    )
    financials_ok = field(
        "财务资料齐备", YesNo(), en="Accounts complete", sensitivity="S2", group="对接",
        also=headers("财务资料|财务报表|资料齐备|财务资料是否齐备|资料是否齐备"),
    )
    match_status = field(
        "对接状态", _STATUS, en="Status", needed="complete", sensitivity="S1", default="=待对接", in_table=True,
        group="对接",
    )
    arrived_wan = field(
        "已到账", Money(most=10 ** 7), en="Arrived", sensitivity="S2", group="对接", note="不超过资金需求额",
        also=headers(
            "已到账资金|已到账金额|到账金额|已到位|已到位资金|到位资金|已放款金额|已融资金额|已获贷款|已落实资金"
        ),
    )
    closed_reason = field(
        "未达成原因", Text(2000, lines=4), en="Why not", sensitivity="S2", group="对接",
        also=headers("未成功原因|失败原因|未对接原因|撤回原因|原因"),
    )
    contact_person = field(
        "联系人", Text(50), en="Contact", sensitivity="S1", group="对接",
        also=headers("联系人姓名|企业联系人|负责人|项目负责人|企业负责人|项目联系人|姓名|Contact person"),
    )
    contact_phone = field(
        "联系电话", Phone(), en="Contact number", sensitivity="S2", group="对接",
        also=headers("手机|手机号|手机号码|固定电话|座机|办公电话|移动电话|Mobile"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S2", group="备注",
        also=headers(
            "备注说明|说明|其他|其它|其他说明|情况说明|存在问题|困难问题|需协调事项|Remarks|Remark|Note|Comment|"
            "Comments|Memo"
        ),
    )
