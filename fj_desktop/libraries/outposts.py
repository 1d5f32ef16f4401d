"""驻外招商资源库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, CreditCode, Day, Industries, MultiChoice, Ref, Region, Text, Whole


class Outpost(Record):
    """TODO."""

    table = "lib_outpost"
    library = "outposts"
    title = "驻外招商资源库"

    office_id = field("办事处", Ref("office"), needed="complete", sensitivity="S0", fair="show")
    resource_kind = field("资源类别", Choice("重庆驻外商会", "异地商会", "行业协会", "产业园区", "投资机构", "中介机构", "政府驻外机构", "科研院所", "媒体", "会展机构"), needed="complete", sensitivity="S0", fair="show")
    name = field("名称", Text(200), needed="save", sensitivity="S0", fair="show")
    uscc = field("统一社会信用代码", CreditCode(), sensitivity="S0")
    city = field("城市", Region(), needed="complete", sensitivity="S0", fair="show")
    contact_person_id = field("联系人", Ref("person"), sensitivity="S1", fair="mask")
    cooperation = field("合作方式", MultiChoice("信息共享", "联合推介", "委托招商", "互派人员", "场地支持"), sensitivity="S1", fair="show")
    covered_industries = field("覆盖行业", Industries(), sensitivity="S0", fair="show")
    member_company_count = field("会员企业数", Whole(), sensitivity="S0", fair="show")
    leads_provided = field("提供线索数", Whole(), sensitivity="S1")  # computed
    last_contact_on = field("最近联系", Day(), sensitivity="S1")
    rating = field("资源评级", Choice("A", "B", "C"), sensitivity="S1")
