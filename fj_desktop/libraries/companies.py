"""企业总库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, CreditCode, Day, Industry, Money, MultiChoice, Ref, Region, Text, WebAddress, Whole, Year, YesNo


class Company(Record):
    """TODO."""

    table = "company"
    library = "companies"
    title = "企业总库"

    uscc = field("统一社会信用代码", CreditCode(), sensitivity="S0")  # unique when present; NULL allowed for overseas/unregistered
    name = field("企业名称", Text(200), needed="save", sensitivity="S0", fair="show")
    former_names = field("曾用名", Text(2000, lines=4), sensitivity="S0")
    legal_rep = field("法定代表人", Text(50), sensitivity="S1", fair="mask")
    reg_capital_wan = field("注册资本", Money(), sensitivity="S0", fair="show")
    paid_in_capital_wan = field("实缴资本", Money(), sensitivity="S1")
    currency = field("币种", Choice("人民币", "美元", "港元", "欧元", "日元", "其他"), sensitivity="S0")
    established_on = field("成立日期", Day(), sensitivity="S0", fair="show")
    reg_division = field("注册地", Region(), sensitivity="S0", fair="show")
    reg_address = field("注册地址", Text(200), sensitivity="S0", fair="show")
    office_address = field("办公地址", Text(200), sensitivity="S1")
    nature = field("企业性质", Choice("国有", "民营", "外资", "港澳台资", "合资", "集体", "其他"), needed="complete", sensitivity="S0", fair="show")
    listing = field("上市情况", Choice("未上市", "拟上市", "A股", "港股", "美股", "北交所", "新三板", "其他"), sensitivity="S0", fair="show")
    stock_code = field("证券代码", Text(12), sensitivity="S0", fair="show")
    tier = field("企业类别", MultiChoice("世界500强", "中国500强", "民企500强", "行业百强", "上市公司", "链主企业", "专精特新小巨人", "专精特新", "高新技术企业", "瞪羚", "独角兽"), sensitivity="S0", fair="show")
    industry_code = field("行业代码", Industry(), needed="complete", sensitivity="S0", fair="show")  # GB/T 4754-2017
    chain_id = field("关联产业链", Ref("chain"), sensitivity="S0", fair="show")
    main_products = field("主营产品", Text(2000, lines=4), sensitivity="S0", fair="show")
    revenue_wan = field("上年营业收入", Money(), sensitivity="S2")
    net_profit_wan = field("上年净利润", Money(), sensitivity="S2")
    tax_wan = field("上年纳税额", Money(), sensitivity="S2")
    assets_wan = field("资产总额", Money(), sensitivity="S2")
    liabilities_wan = field("负债总额", Money(), sensitivity="S2")
    fin_year = field("财务数据年度", Year(), sensitivity="S1")
    staff_count = field("职工人数", Whole(), sensitivity="S1", fair="show")  # >=0
    credit_flags = field("信用风险", MultiChoice("无", "失信被执行", "经营异常", "严重违法", "行政处罚", "重大诉讼"), sensitivity="S2")
    credit_checked_on = field("信用核查日期", Day(), sensitivity="S1")
    invest_pref = field("投资偏好", Text(2000, lines=4), sensitivity="S2")
    is_local_landed = field("是否已在奉落地", YesNo(), needed="complete", sensitivity="S0", fair="show")  # computed from projects, never typed
    service_officer_id = field("企业服务专员", Ref("staff"), sensitivity="S1")  # clause 8.3
    linked_leader = field("联系领导", Text(50), sensitivity="S1")  # clause 8.3 领导联系企业清单
    website = field("官网", WebAddress(), sensitivity="S0", fair="show")
    org_kind = field("机构类型", Choice("企业", "商会协会", "投资机构", "中介机构", "高校院所", "其他"), sensitivity="S0", fair="show")  # one master for every outside organisation; lib_outpost, partner and intermediary point to it
    profile = field("企业简介", Text(2000, lines=4), sensitivity="S0", fair="show")
    parent_id = field("上级企业", Ref("company"), sensitivity="S1")
