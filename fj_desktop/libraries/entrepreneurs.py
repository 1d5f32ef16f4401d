"""企业家资源库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Industry, Link, Moment, Money, MultiChoice, Ref, Text


class Entrepreneur(Record):
    """TODO."""

    table = "lib_entrepreneur"
    library = "entrepreneurs"
    title = "企业家资源库"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")

    person_id = field("人员", Link("person", "person_", without=("company_id", "org_name")), needed="save", sensitivity="S1", fair="mask")
    company_id = field("企业", Link("company", "company_"), needed="complete", sensitivity="S0", fair="show")
    role_in_company = field("在企业中的角色", Choice("实际控制人", "董事长", "总经理", "投资负责人", "区域负责人", "其他"), needed="complete", sensitivity="S1")
    industry_code = field("行业", Industry(), needed="complete", sensitivity="S0", fair="show")
    chain_id = field("匹配产业链", Ref("chain"), needed="complete", sensitivity="S0", fair="show")
    invest_intent = field("投资意向", Choice("无", "了解中", "有意向", "在谈", "已投资"), needed="complete", sensitivity="S2")
    intent_amount_wan = field("意向投资额", Money(), sensitivity="S2")
    intent_note = field("意向说明", Text(2000, lines=4), sensitivity="S2")
    expansion_plan = field("扩产/转移计划", Text(2000, lines=4), sensitivity="S2")
    key_concern = field("关注要素", MultiChoice("土地", "厂房", "用工", "能源", "物流", "税负", "政策", "融资", "配套", "环保"), sensitivity="S2")
    relation_level = field("关系紧密度", Choice("未接触", "初识", "一般", "密切"), needed="complete", sensitivity="S1")
    introducer_id = field("引荐人", Ref("person"), sensitivity="S2")
    first_reported_by = field("首报办事处", Ref("office"), needed="complete", sensitivity="S1")  # first office that reported it (首报)
    first_reported_at = field("首报时间", Moment(), needed="complete", sensitivity="S1")  # immutable
