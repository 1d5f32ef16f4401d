"""驻外招商资源库: chambers, parks, funds and agencies in the regions (notice 2025-18, mechanism five, item one)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, CreditCode, Day, Industries, MultiChoice, Phone, Ref, Region, Text, Whole
from fj_desktop.core.splitting import contact, fitting, industries, phones, region_of
from fj_desktop.core.splitting.columns import CHAINS, CONTACTS, PHONES, TRADES, WARES, in_note
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_COOPERATION = MultiChoice(
    "信息共享", "联合推介", "委托招商", "互派人员", "场地支持",
    also=said({
        "信息共享": "信息互通|信息交流|共享信息|提供线索", "联合推介": "推介|推介会|共同推介",
        "委托招商": "委托|代理招商", "互派人员": "派驻人员|挂职", "场地支持": "场地|提供场地",
    }),
)


class Outpost(Record):
    """One organisation in a region that brings leads."""

    table = "lib_outpost"
    library = "outposts"
    title = "驻外招商资源库"
    shelf = "八库"
    clause = "5.1"
    purpose = "各区域能帮忙招商的商会、协会、园区、投资机构和中介"
    icon = "outpost"
    keys = ("uscc", "name")
    spreads = (
        Spread(
            headers(
                "所在城市|所在地|地区|所在地区|驻地|所在省市|城市区域|地址|详细地址|办公地址|联系地址|注册地|City|"
                "Location|Address"
            ),
            ("city", "note"), region_of("city", "note", "地址"),
        ),
        Spread(
            headers("联系人") + CONTACTS, ("contact_person_id", "contact_phone", "note"),
            contact("contact_person_id", "contact_phone", "contact_phone", "note"),
        ),
        Spread(PHONES, ("contact_phone", "note"), phones("contact_phone", "contact_phone", "note")),
        Spread(
            TRADES + WARES + headers(
                "覆盖行业|涉及行业|行业方向|主要行业|行业覆盖|服务行业|涉及产业|主要产业|投资领域|投资方向|专注领域"
            ),
            ("covered_industries", "note"), industries("covered_industries", "note", "行业"),
        ),
        Spread(
            headers("合作方式|合作内容|合作形式|合作模式|合作事项|合作意向"), ("cooperation", "note"),
            fitting(_COOPERATION, "cooperation", "note", "合作方式"),
        ),
        *in_note(
            {
                "产业链": CHAINS,
                "简介": "简介|机构简介|商会简介|单位简介|基本情况|机构介绍|资源简介|主要资源|资源情况|优势资源",
                "对接情况": "对接情况|联系情况|合作情况|进展情况|工作进展|跟进情况|走访情况",
                "联系人职务": "联系人职务|职务", "协议": "合作协议|是否签订协议|签约情况|协议情况",
            },
            "note",
        ),
    )

    office_id = field(
        "办事处", Ref("office"), en="Office", needed="complete", sensitivity="S0", fair="show", default="office",
        in_table=True, group="资源", note="负责联系它的驻外办事处",
        also=headers("所属办事处|驻外办事处|负责办事处|区域|所属区域|片区|所属片区|重点区域|驻点|片组|Region"),
    )
    resource_kind = field(
        "资源类别",
        Choice(
            "重庆驻外商会", "异地商会", "行业协会", "产业园区", "投资机构", "中介机构", "政府驻外机构", "科研院所",
            "媒体", "会展机构",
            also=said({
                "重庆驻外商会": "重庆商会|驻外商会|渝商商会", "异地商会": "商会|同乡会",
                "行业协会": "协会|商协会|学会", "产业园区": "园区|开发区",
                "投资机构": "基金|投资公司|创投机构|创投|基金公司", "中介机构": "中介|招商中介|咨询机构",
                "政府驻外机构": "驻京办|驻沪办|政府机构|驻外机构", "科研院所": "高校|科研机构|研究院|研究所|高校院所",
                "媒体": "新闻媒体|媒体机构", "会展机构": "会展|会展公司|展会机构",
            }),
        ),
        en="Kind", needed="complete", sensitivity="S0", fair="show", in_table=True, group="资源",
        also=headers("资源类型|机构类别|机构类型|类别|类型|单位类型|单位类别|组织类型|平台类型"),
    )
    name = field(
        "名称", Text(200), en="Name", needed="save", sensitivity="S0", fair="show", in_table=True, group="资源",
        also=headers(
            "资源名称|机构名称|单位名称|单位|商会名称|协会名称|组织名称|商协会名称|商会/协会名称|商会(协会)名称|"
            "平台名称|园区名称|企业名称|机构|Organization|Organisation"
        ),
    )
    uscc = field(
        "统一社会信用代码", CreditCode(), en="Credit code", sensitivity="S0", group="资源",
        also=headers("信用代码|社会信用代码|统一信用代码|机构代码|USCC"),
    )
    company_id = field(
        "机构主档", Ref("company", makes=True), en="Organisation record", sensitivity="S0", group="资源",
        note="同一家机构在企业总库只存一次，合作伙伴和中介也指向它",
    )
    city = field(
        "城市", Region(), en="City", needed="complete", sensitivity="S0", fair="show", in_table=True, group="资源",
    )
    contact_person_id = field(
        "联系人", Ref("person", makes=True), en="Contact", sensitivity="S1", fair="mask", in_table=True, group="联系",
        note="人员总库里没有时，导入会按姓名新建",
        also=headers(
            "联系人姓名|负责人|负责人姓名|会长|主要负责人|机构联系人|商会负责人|对接联系人|姓名|Contact person"
        ),
    )
    contact_phone = field(
        "联系电话", Phone(), en="Contact number", sensitivity="S2", group="联系",
        also=headers("手机|手机号|手机号码|固定电话|座机|办公电话|移动电话|Mobile"),
    )
    cooperation = field(
        "合作方式", _COOPERATION, en="Cooperation", sensitivity="S1", fair="show", in_table=True, group="合作",
        note="可多选",
    )
    covered_industries = field(
        "覆盖行业", Industries(), en="Industries covered", sensitivity="S0", fair="show", group="合作",
    )
    member_company_count = field(
        "会员企业数", Whole("家"), en="Member companies", sensitivity="S0", fair="show", group="合作",
        also=headers(
            "会员企业数量|会员数|会员数量|会员单位数|会员企业|会员单位数量|企业数量|入驻企业数|成员企业数|Members"
        ),
    )
    leads_provided = field(
        "提供线索数", Whole("条"), en="Leads brought", sensitivity="S1", default="=0", group="合作", computed=True,
        note="按线索自动统计",
    )
    last_contact_on = field(
        "最近联系", Day(), en="Last contact", sensitivity="S1", in_table=True, group="联系",
        also=headers(
            "最近联系时间|最近联系日期|上次联系|上次联系时间|联系时间|联系日期|最近对接时间|对接时间|拜访时间|"
            "走访时间"
        ),
    )
    rating = field(
        "资源评级", Choice("A", "B", "C", also=said({"A": "A级|A类", "B": "B级|B类", "C": "C级|C类"})), en="Rating",
        sensitivity="S1", in_table=True, group="合作",
        also=headers("评级|等级|级别|资源等级|重要程度"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="备注",
        also=headers("备注说明|说明|其他|其它|其他说明|情况说明|Remarks|Remark|Note|Comment|Comments|Memo"),
    )
