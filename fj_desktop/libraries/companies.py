"""企业总库: every outside organisation once; all others point here (notice 2025-18, clauses 3.2, 8.3)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import (
    Choice,
    CreditCode,
    Day,
    Industry,
    Money,
    MultiChoice,
    Phone,
    Ref,
    Region,
    Text,
    WebAddress,
    Whole,
    Year,
    YesNo,
)
from fj_desktop.core.splitting import chain_of, contact, industry, phones, region_of, trade, whole
from fj_desktop.core.splitting.columns import CHAINS, CONTACTS, PHONES, REMARKS, TRADES, WARES, company_columns, in_note
from fj_desktop.core.splitting.words import LISTINGS, NATURES, TIERS, headers, said


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Company(Record):
    """One organisation: an enterprise, a chamber, a fund, an agency; overseas ones have no credit code."""

    table = "company"
    library = "companies"
    title = "企业总库"
    shelf = "总库"
    clause = "3.2"
    purpose = "每家企业和机构只存一次：企业家、资金需求和以后的项目都指向这里"
    icon = "company"
    keys = ("uscc", "name")
    spreads = (
        *company_columns("", "note"),
        Spread(
            headers("所在省份|省份|所属省份|地区|所在地区|所属地区|所在地|所在城市|城市|Province|City"),
            ("reg_division", "note"), region_of("reg_division", "note", "所在地"),
        ),
        Spread(
            TRADES, ("industry_code", "chain_id", "main_products"),
            industry("industry_code", "chain_id", "main_products"),
        ),
        Spread(
            WARES, ("main_products", "chain_id", "industry_code"), trade("main_products", "chain_id", "industry_code"),
        ),
        Spread(CHAINS, ("chain_id",), chain_of("chain_id")),
        Spread(
            CONTACTS, ("contact_person", "contact_phone", "note"),
            contact("contact_person", "contact_phone", "contact_phone", "note"),
        ),
        Spread(PHONES, ("contact_phone", "note"), phones("contact_phone", "contact_phone", "note")),
        Spread(REMARKS, ("note",), whole("note")),
        *in_note(
            {
                "年产值": "年产值|产值|上年产值", "意向": "投资意向|合作意向|意向项目|意向投资额|拟投资额",
                "对接情况": "对接情况|跟进情况|进展情况|联系情况|走访情况|进展", "区域": "区域|片区|所属区域|所属片区",
            },
            "note",
        ),
        Spread(
            headers("服务人员|企业跟进人|跟进人|对接人|责任人|联络员"), ("service_officer_id",),
            whole("service_officer_id"),
        ),
    )

    uscc = field(
        "统一社会信用代码", CreditCode(), en="Credit code", sensitivity="S0", in_table=True, group="登记信息",
        note="境外和未登记的机构可以不填",
        also=headers(
            "信用代码|社会信用代码|统一信用代码|统一代码|统一社会信用代码证|统一社会信用代码证号|社会信用统一代码|"
            "企业信用代码|营业执照号|营业执照号码|营业执照注册号|税号|纳税人识别号|机构代码|USCC|"
            "Unified social credit code|Tax ID"
        ),
    )
    name = field(
        "企业名称", Text(200), en="Company", needed="save", sensitivity="S0", fair="show", in_table=True,
        group="登记信息",
        also=headers(
            "公司名称|公司|企业|企业全称|公司全称|单位名称|单位|企业（公司）名称|机构名称|组织名称|客商单位|客商名称|"
            "投资主体|投资方|投资方名称|投资企业|投资商|所在企业|所在公司|所在单位|工作单位|现工作单位|任职企业|"
            "任职公司|任职单位|所属企业|所属公司|就职企业|创办企业|目标企业|名称|Company name|Enterprise|"
            "Organization|Organisation"
        ),
    )
    former_names = field(
        "曾用名", Text(2000, lines=4), en="Former names", sensitivity="S0", group="登记信息", main=False,
        also=headers("企业曾用名|原名|原企业名称|原名称"),
    )
    legal_rep = field(
        "法定代表人", Text(50), en="Legal representative", sensitivity="S1", fair="mask", in_table=True,
        group="登记信息",
        also=headers(
            "法人|法人代表|法人姓名|企业法人|公司法人|法定代表人姓名|企业法定代表人|法定代表人(负责人)|"
            "法定代表人/负责人|法人名称|Legal rep"
        ),
    )
    reg_capital_wan = field(
        "注册资本", Money(most=10 ** 8), en="Registered capital", sensitivity="S0", fair="show", in_table=True,
        group="登记信息", note="人民币；外币请按当时汇率折算并注明币种",
        also=headers("注册资金|注册资本金|注册金额|注册资本（金）|企业注册资本|Capital"),
    )
    paid_in_capital_wan = field(
        "实缴资本", Money(most=10 ** 8), en="Paid-in capital", sensitivity="S1", group="登记信息", main=False,
        also=headers("实缴资本金|实收资本|实缴资金|实缴注册资本"),
    )
    currency = field(
        "币种",
        Choice(
            "人民币", "美元", "港元", "欧元", "日元", "其他",
            also=said({
                "人民币": "人民币元|rmb|cny", "美元": "美金|usd", "港元": "港币|hkd", "欧元": "eur", "日元": "jpy",
                "其他": "其它",
            }),
        ),
        en="Currency", sensitivity="S0", default="=人民币", group="登记信息", main=False,
        also=headers("注册资本币种|货币"),
    )
    established_on = field(
        "成立日期", Day(), en="Founded", sensitivity="S0", fair="show", group="登记信息", main=False,
        also=headers(
            "注册日期|注册时间|设立日期|设立时间|创立时间|开业日期|登记日期|企业成立日期|企业成立时间|核准日期|"
            "Established|Registration date"
        ),
    )
    reg_division = field(
        "注册地", Region(), en="Registered in", sensitivity="S0", fair="show", in_table=True, group="登记信息",
    )
    reg_address = field(
        "注册地址", Text(200), en="Registered address", sensitivity="S0", fair="show", group="登记信息", main=False,
        also=headers(
            "企业地址|公司地址|地址|单位地址|企业注册地址|住所|详细地址|营业执照地址|登记住所|Address|Company address"
        ),
    )
    office_address = field(
        "办公地址", Text(200), en="Office address", sensitivity="S1", group="登记信息", main=False,
        also=headers("经营地址|实际经营地址|生产经营地址|经营场所|办公地点|企业办公地址|实际地址"),
    )
    nature = field(
        "企业性质", NATURES, en="Ownership", needed="complete", sensitivity="S0", fair="show", in_table=True,
        group="经营",
        also=headers("性质|单位性质|公司性质|所有制|所有制性质|所有制类型|经济性质|经济类型|内外资|Nature"),
    )
    listing = field(
        "上市情况", LISTINGS, en="Listing", sensitivity="S0", fair="show", group="经营", main=False,
        also=headers("上市状态|上市板块|上市地"),
    )
    stock_code = field(
        "证券代码", Text(12), en="Stock code", sensitivity="S0", fair="show", group="经营", main=False,
        also=headers("股票代码|股票号|上市代码"),
    )
    tier = field("企业类别", TIERS, en="Standing", sensitivity="S0", fair="show", group="经营", note="可多选")
    industry_code = field(
        "行业代码", Industry(), en="Industry", needed="complete", sensitivity="S0", fair="show", in_table=True,
        group="经营", note="GB/T 4754-2017",
        also=headers(
            "国标行业|行业代码及名称|国民经济行业分类|国民经济行业|行业分类代码|行业分类及代码|行业代码/分类"
        ),
    )
    chain_id = field("关联产业链", Ref("chain"), en="Chain", sensitivity="S0", fair="show", group="经营")
    main_products = field(
        "主营产品", Text(2000, lines=4), en="Main products", sensitivity="S0", fair="show", group="经营",
    )
    revenue_wan = field(
        "上年营业收入", Money(), en="Revenue, last year", sensitivity="S2", group="财务", main=False,
        also=headers(
            "营业收入|年营业收入|营收|年营收|销售收入|年销售收入|年销售额|销售额|上年度营业收入|主营业务收入|"
            "年营业额|营业额|上年销售收入|上年营收|企业年营业额|Revenue|Sales|Turnover"
        ),
    )
    net_profit_wan = field(
        "上年净利润", Money(signed=True), en="Net profit, last year", sensitivity="S2", group="财务", main=False,
        note="亏损填负数",
        also=headers("净利润|年净利润|利润|年利润|利润总额|Net profit|Profit"),
    )
    tax_wan = field(
        "上年纳税额", Money(), en="Tax paid, last year", sensitivity="S2", group="财务", main=False,
        also=headers("纳税额|年纳税额|年纳税|纳税|纳税总额|税收|年税收|上年税收|上缴税金|年上缴税收|入库税收|Tax"),
    )
    assets_wan = field(
        "资产总额", Money(), en="Assets", sensitivity="S2", group="财务", main=False,
        also=headers("总资产|资产|资产规模|企业总资产|Total assets"),
    )
    liabilities_wan = field(
        "负债总额", Money(), en="Liabilities", sensitivity="S2", group="财务", main=False,
        also=headers("总负债|负债|企业负债|Total liabilities"),
    )
    fin_year = field(
        "财务数据年度", Year(), en="Year of figures", sensitivity="S1", group="财务", main=False,
        also=headers("财务年度|数据年度|数据年份|年度"),
    )
    staff_count = field(
        "职工人数", Whole("人"), en="Employees", sensitivity="S1", fair="show", group="经营", main=False,
        also=headers(
            "员工人数|员工数|员工数量|员工总数|职工数|从业人数|从业人员|从业人员数|人员规模|企业人数|用工人数|"
            "在职人数|员工|参保人数|Staff|Headcount|Number of employees"
        ),
    )
    credit_flags = field(
        "信用风险",
        MultiChoice(
            "无", "失信被执行", "经营异常", "严重违法", "行政处罚", "重大诉讼",
            also=said({
                "无": "正常|良好|无风险|无异常", "失信被执行": "失信|失信被执行人", "经营异常": "异常|经营异常名录",
                "严重违法": "严重违法失信", "行政处罚": "处罚", "重大诉讼": "诉讼",
            }),
        ),
        en="Credit flags", sensitivity="S2", group="信用", main=False,
        also=headers("信用情况|信用状况|风险情况|失信情况|企业信用|信用记录"),
    )
    credit_checked_on = field(
        "信用核查日期", Day(), en="Credit checked on", sensitivity="S1", group="信用", main=False,
        also=headers("核查日期|信用查询日期|信用核查时间|尽调日期"),
    )
    invest_pref = field(
        "投资偏好", Text(2000, lines=4), en="Investment preference", sensitivity="S2", group="服务", main=False,
        also=headers("投资方向|投资领域|意向投资领域|投资重点|投资偏好方向|投资需求"),
    )
    is_local_landed = field(
        "是否已在奉落地", YesNo(), en="Landed in Fengjie", needed="complete", sensitivity="S0", fair="show",
        default="=否", group="服务", main=False, computed=True, note="按项目自动得出",
    )
    service_officer_id = field(
        "企业服务专员", Ref("staff", makes=True), en="Service officer", sensitivity="S1", group="服务", main=False,
        note="条款 8.3",
        also=headers("服务专员|服务责任人|助企专员|企业专员"),
    )
    linked_leader = field(
        "联系领导", Text(50), en="Linked county leader", sensitivity="S1", group="服务", main=False,
        note="条款 8.3 领导联系企业清单",
        also=headers("挂联领导|包联领导|联系县领导|联系企业领导|牵头领导|责任领导|分管领导"),
    )
    website = field(
        "官网", WebAddress(), en="Website", sensitivity="S0", fair="show", group="经营", main=False,
        also=headers("网址|企业网站|公司网址|公司网站|网站|企业官网|公司官网|官方网站|URL|Web|Homepage"),
    )
    org_kind = field(
        "机构类型",
        Choice(
            "企业", "商会协会", "投资机构", "中介机构", "高校院所", "其他",
            also=said({
                "企业": "公司", "商会协会": "商会|协会|行业协会|商协会|同乡会",
                "投资机构": "基金|基金公司|创投|投资公司", "中介机构": "中介|律所|律师事务所|会计师事务所",
                "高校院所": "高校|院校|科研院所|研究院", "其他": "其它",
            }),
        ),
        en="Kind of organisation", sensitivity="S0", fair="show", default="=企业", group="登记信息", main=False,
        note="商会、基金、中介和高校也记在这里",
        also=headers("机构类别|单位类型|组织类型|单位类别"),
    )
    profile = field(
        "企业简介", Text(2000, lines=4), en="Profile", sensitivity="S0", fair="show", group="经营", main=False,
        also=headers(
            "公司简介|企业介绍|公司介绍|企业概况|公司概况|单位简介|企业基本情况|企业情况|基本情况|投资方简介|"
            "投资主体简介|简介|About|Description"
        ),
    )
    parent_id = field(
        "上级企业", Ref("company", makes=True), en="Parent company", sensitivity="S1", group="登记信息", main=False,
        also=headers("母公司|上级公司|集团公司|所属集团|控股股东|总公司|Parent"),
    )
    contact_person = field(
        "联系人", Text(50), en="Contact", sensitivity="S1", fair="mask", group="服务", main=False,
        note="人员请建在人员总库并选所在企业；这里只记台账上的联系人",
        also=headers(
            "联系人姓名|企业联系人|负责人|企业负责人|公司负责人|主要负责人|负责人姓名|姓名|Contact person|"
            "Contact name"
        ),
    )
    contact_phone = field(
        "联系电话", Phone(), en="Contact number", sensitivity="S2", group="服务", main=False,
        also=headers("手机|手机号|手机号码|移动电话|固定电话|座机|办公电话|公司电话|企业电话|Mobile|Office phone"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes on the company", sensitivity="S1", group="备注", main=False,
        also=headers("企业备注"),
    )
