"""应用场景清单, published as 《奉节场景机会清单》: uses open to companies (notice 2025-18, clauses 5.1, 5.3)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Day, Money, MultiChoice, Phone, Ref, Text, Whole
from fj_desktop.core.splitting import contact, fitting, phones
from fj_desktop.core.splitting.columns import CHAINS, CONTACTS, PHONES, TRADES, in_note
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_FIELD = Choice(
    "现代农业", "生态工业", "文化旅游", "现代服务业", "城市治理", "交通物流", "低空经济", "人工智能", "清洁能源",
    "民生服务",
    also=said({
        "现代农业": "农业|智慧农业|农业农村|乡村振兴", "生态工业": "工业|制造业|智能制造",
        "文化旅游": "旅游|文旅|智慧旅游|智慧文旅", "现代服务业": "服务业|商贸",
        "城市治理": "城市管理|智慧城市|基层治理|社会治理|政务服务", "交通物流": "交通|物流|智慧交通",
        "低空经济": "低空|无人机", "人工智能": "ai|大数据|数字经济", "清洁能源": "能源|新能源|双碳",
        "民生服务": "民生|医疗|医疗健康|教育|养老",
    }),
)
_COOPERATION = MultiChoice(
    "揭榜挂帅", "联合研发", "特许经营", "采购服务", "试点示范", "合资共建",
    also=said({
        "揭榜挂帅": "揭榜", "联合研发": "研发合作|合作研发", "特许经营": "特许",
        "采购服务": "政府采购|购买服务|政府购买服务|采购", "试点示范": "试点|示范|示范应用",
        "合资共建": "合资|共建|合作共建|合资合作",
    }),
)
_FUND = Choice(
    "财政", "企业自筹", "专项债", "社会资本", "待定",
    also=said({
        "财政": "财政资金|财政投入|政府投资|县财政|中央预算", "企业自筹": "自筹|企业投资|企业资金|自有资金",
        "专项债": "专项债券|债券", "社会资本": "社会投资|招商引资", "待定": "未定|待落实|未落实",
    }),
)
_STATUS = Choice(
    "征集", "审核", "已发布", "对接中", "已落地", "撤回",
    also=said({
        "征集": "征集中", "审核": "待审核|审核中", "已发布": "发布", "对接中": "对接|正在对接|洽谈中",
        "已落地": "落地|已签约", "撤回": "已撤回|取消",
    }),
)


class Scenario(Record):
    """One scenario: a need of the county, or a company's ability."""

    table = "list_scenario"
    library = "scenarios"
    title = "应用场景清单"
    shelf = "两清单"
    clause = "5.1"
    purpose = "对外发布为《奉节场景机会清单》：把县里的应用场景开放给企业"
    icon = "scene"
    keys = ("name",)
    spreads = (
        Spread(
            headers("场景领域|领域|应用领域|所属领域|场景类别|行业领域|所属行业|行业|场景分类|应用场景领域"),
            ("scene_field", "note"), fitting(_FIELD, "scene_field", "note", "场景领域"),
        ),
        Spread(
            headers("合作方式|合作模式|合作形式|实施方式|拟合作方式|合作内容|合作需求"), ("cooperation", "note"),
            fitting(_COOPERATION, "cooperation", "note", "合作方式"),
        ),
        Spread(
            headers("资金来源|资金渠道|资金筹措|资金保障|资金筹措方式"), ("fund_source", "note"),
            fitting(_FUND, "fund_source", "note", "资金来源"),
        ),
        Spread(
            headers("状态|场景状态|进展|进展情况|当前状态|当前进展|落地情况|对接情况|Status"), ("status", "note"),
            fitting(_STATUS, "status", "note", "进展"),
        ),
        Spread(
            headers("联系人") + CONTACTS, ("contact_person", "contact_phone", "note"),
            contact("contact_person", "contact_phone", "contact_phone", "note"),
        ),
        Spread(PHONES, ("contact_phone", "note"), phones("contact_phone", "contact_phone", "note")),
        *in_note(
            {
                "产业链": CHAINS,
                "行业": tuple(one for one in TRADES if one not in ('行业', '所属行业', '行业领域')),
                "预期效益": "预期效益|预期成效|应用成效|预期目标|建设目标|示范效应|市场规模",
                "支持政策": "支持政策|政策支持|政策保障|保障措施|支持条件",
                "背景": "场景背景|背景|建设背景|痛点|现状及痛点|现状|存在问题|基础条件",
                "建设周期": "建设周期|实施周期|建设期限|项目周期|合作期限",
            },
            "note",
        ),
    )

    issue_no = field(
        "批次", Text(20), en="Issue", needed="发布", sensitivity="S0", fair="show", default="last_used", in_table=True,
        group="清单",
        also=headers("期次|发布批次|批号|期数|清单批次|年度批次"),
    )
    seq = field(
        "序号", Whole(), en="No.", needed="发布", sensitivity="S0", fair="show", in_table=True, group="清单",
        note="同一批次内不重复",
        also=headers("编号|场景编号|项目序号|No|Number"),
    )
    name = field(
        "场景名称", Text(200), en="Scenario", needed="save", sensitivity="S0", fair="show", in_table=True,
        group="清单",
        also=headers(
            "应用场景名称|应用场景|场景|场景项目名称|场景需求名称|需求名称|能力名称|项目名称|名称|Name|Title"
        ),
    )
    side = field(
        "清单类型",
        Choice(
            "场景需求", "场景能力",
            also=said({
                "场景需求": "需求|需求类|需求清单|场景需求清单|机会|场景机会",
                "场景能力": "能力|能力类|能力清单|场景能力清单|供给|场景供给",
            }),
        ),
        en="Need or ability", needed="发布", sensitivity="S0", fair="show", in_table=True, group="清单",
        also=headers("类型|类别|清单类别|场景类型|供需类型|需求类型"),
    )
    scene_field = field(
        "场景领域", _FIELD, en="Field", needed="发布", sensitivity="S0", fair="show", in_table=True, group="清单",
    )
    content = field(
        "场景内容", Text(2000, lines=4), en="Content", needed="发布", sensitivity="S0", fair="show", group="内容",
        also=headers(
            "场景描述|场景简介|场景介绍|场景需求描述|建设内容|建设内容及规模|主要内容|内容|项目内容|需求描述|"
            "内容简介|应用场景描述|场景概述|Description|Details"
        ),
    )
    tech_need = field(
        "技术/产品需求", Text(2000, lines=4), en="Technology wanted", needed="发布", sensitivity="S0", fair="show",
        group="内容",
        also=headers(
            "技术需求|产品需求|技术产品需求|技术要求|所需技术|需求内容|需求|拟解决问题|解决方案需求|技术和产品需求|"
            "拟采用技术|技术/产品"
        ),
    )
    owner_unit = field(
        "场景业主单位", Ref("unit"), en="Owner", needed="发布", sensitivity="S0", fair="show", in_table=True,
        group="责任",
        also=headers(
            "业主单位|业主|场景单位|场景业主|责任单位|责任部门|发布单位|牵头单位|牵头部门|主管单位|主管部门|需求单位|"
            "实施单位|申报单位|填报单位|单位名称|单位|Owner unit"
        ),
    )
    location = field(
        "实施地点", Text(200), en="Place", sensitivity="S0", fair="show", group="内容",
        also=headers("地点|建设地点|实施区域|应用地点|场景地点|项目地点|位置|实施范围|Location"),
    )
    budget_wan = field(
        "投入估算", Money(most=10 ** 7), en="Budget", sensitivity="S1", fair="mask", group="资金",
        also=headers(
            "投资估算|预算|预算金额|投资额|投入金额|投资金额|总投资|计划投资|资金规模|估算投资|项目投资|预计投入|"
            "拟投入资金"
        ),
    )
    fund_source = field("资金来源", _FUND, en="Source of funds", sensitivity="S1", group="资金")
    cooperation = field(
        "合作方式", _COOPERATION, en="Cooperation", needed="发布", sensitivity="S0", fair="show", group="内容",
        note="可多选",
    )
    start_on = field(
        "拟启动", Day(), en="Starts", sensitivity="S0", fair="show", group="时间",
        also=headers("拟启动时间|启动时间|计划启动时间|开始时间|实施时间|开工时间|计划开工时间|Start"),
    )
    deadline = field(
        "意向截止", Day(), en="Apply by", sensitivity="S0", fair="show", in_table=True, group="时间",
        also=headers(
            "意向截止时间|截止时间|截止日期|报名截止|报名截止时间|征集截止|征集截止时间|有效期|有效期至|Deadline"
        ),
    )
    contact_person = field(
        "联系人", Text(50), en="Contact", needed="发布", sensitivity="S1", fair="show", group="责任",
        note="只填单位公开的联系人",
        also=headers("联系人姓名|负责人|项目联系人|经办人|姓名|Contact person"),
    )
    contact_phone = field(
        "联系电话", Phone(), en="Contact number", needed="发布", sensitivity="S1", fair="show", group="责任",
        note="只填单位座机",
        also=headers("办公电话|固定电话|座机|手机|手机号|手机号码"),
    )
    status = field(
        "状态", _STATUS, en="Status", needed="发布", sensitivity="S0", fair="show", default="=征集", in_table=True,
        group="责任",
    )
    matched_company_id = field(
        "对接企业", Ref("company", makes=True), en="Matched company", sensitivity="S2", group="责任",
        also=headers("意向企业|合作企业|对接单位|合作单位|落地企业|实施企业"),
    )
    legal_check = field(
        "公平竞争审查",
        Choice(
            "通过", "整改", "未审",
            also=said({"通过": "已通过|审查通过|是", "整改": "需整改|整改中|未通过", "未审": "未审查|待审|待审查|否"}),
        ),
        en="Fair competition review", needed="发布", sensitivity="S1", default="=未审", group="责任",
        also=headers("公平竞争审查结论|审查结论|审查情况|是否通过公平竞争审查"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="备注",
        also=headers("备注说明|说明|其他|其它|其他说明|情况说明|Remarks|Remark|Note|Comment|Comments|Memo"),
    )
