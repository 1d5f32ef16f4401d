"""招商项目资金需求库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Money, MultiChoice, Percent, Ref, Text, Whole, YesNo


class FundingNeed(Record):
    """TODO."""

    table = "lib_funding"
    library = "funding"
    title = "招商项目资金需求库"
    naming = ("project_name",)
    keys = ("project_name",)

    company_id = field("需求企业", Ref("company"), needed="complete", sensitivity="S0", fair="mask")
    project_name = field("融资项目名称", Text(200), needed="save", sensitivity="S0", fair="show")
    purpose_ = field("资金用途", Choice("建设投资", "设备购置", "流动资金", "研发", "并购", "置换", "其他"), needed="complete", sensitivity="S1", fair="show")
    total_invest_wan = field("项目总投资", Money(), needed="complete", sensitivity="S1", fair="show")
    self_fund_wan = field("自有资金", Money(), sensitivity="S2")  # 万元; <= total_invest_wan
    need_wan = field("资金需求额", Money(), needed="complete", sensitivity="S1", fair="mask")  # 万元; > 0
    finance_kind = field("融资方式", MultiChoice("银行贷款", "股权投资", "产业基金", "融资租赁", "债券", "担保", "政策性资金", "其他"), needed="complete", sensitivity="S1", fair="show")
    term_months = field("期限", Whole("月"), sensitivity="S1")  # 月
    acceptable_rate_pct = field("可接受利率", Percent(), sensitivity="S2")
    equity_offer_pct = field("拟出让股权", Percent(), sensitivity="S2")  # 0-100
    collateral = field("增信措施", MultiChoice("土地", "厂房", "设备", "知识产权", "订单", "股权", "第三方担保", "信用"), sensitivity="S2")
    needed_by = field("需求时间", Day(), needed="complete", sensitivity="S1")
    financials_ok = field("财务资料齐备", YesNo(), sensitivity="S2")
    match_status = field("对接状态", Choice("待对接", "对接中", "已达成", "已到账", "未达成", "撤回"), needed="complete", sensitivity="S1")
    arrived_wan = field("已到账", Money(), sensitivity="S2")  # 万元; <= need_wan
    closed_reason = field("未达成原因", Text(2000, lines=4), sensitivity="S2")
