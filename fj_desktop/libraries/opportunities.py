"""产业高质量发展机会清单: projects and needs the county publishes (notice 2025-18, clauses 5.1, 5.3, 6.1)."""

from decimal import Decimal

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Industry, Money, MuArea, MultiChoice, Percent, Phone, Ref, Refs, Text, Whole
from fj_desktop.core.splitting import chain_of, contact, fitting, industry, phones
from fj_desktop.core.splitting.columns import CHAINS, CONTACTS, PHONES, TRADES, in_note
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_CATEGORY = Choice(
    "脐橙", "肉兔", "中药材", "眼镜", "清洁能源", "文化旅游", "现代服务业", "食品及农产品加工", "其他",
    also=said({
        "其他": "其他(共11大类可配置)|其它", "脐橙": "脐橙产业|柑橘|小水果", "肉兔": "肉兔产业|生猪|肉兔生猪",
        "中药材": "中药材产业|中医药", "眼镜": "眼镜产业|光学", "清洁能源": "能源|新能源", "文化旅游": "文旅|旅游",
        "现代服务业": "服务业|商贸服务", "食品及农产品加工": "食品加工|农产品加工|食品",
    }),
)
_KIND = Choice(
    "招商项目", "配套需求", "要素资源", "资产盘活", "技术合作", "采购需求",
    also=said({
        "招商项目": "项目|招商|产业项目", "配套需求": "配套|产业配套", "要素资源": "要素|资源|资源要素",
        "资产盘活": "盘活资产|存量资产|闲置资产", "技术合作": "技术|技术需求", "采购需求": "采购",
    }),
)
_COOPERATION = MultiChoice(
    "独资", "合资", "合作", "PPP", "租赁", "技术入股", "其他",
    also=said({
        "独资": "独资经营", "合资": "合资经营|合资合作", "合作": "合作经营", "租赁": "租用|租赁经营",
        "技术入股": "入股|技术合作", "其他": "不限|多种方式|其它",
    }),
)
_STAGE = Choice(
    "策划", "可研", "立项", "规划选址", "环评", "拿地",
    also=said({
        "策划": "谋划|策划阶段|已策划|前期策划", "可研": "可行性研究|可研阶段|完成可研|已完成可研",
        "立项": "已立项|备案|已备案", "规划选址": "选址|已选址", "环评": "已环评|完成环评", "拿地": "已拿地|供地",
    }),
)
_STATUS = Choice(
    "草稿", "审核", "已发布", "对接中", "已转项目", "下架",
    also=said({
        "审核": "待审核|审核中", "已发布": "发布|招商中|对外招商", "对接中": "对接|洽谈中|在谈",
        "已转项目": "已签约|已落地|转项目", "下架": "已下架|撤回|停止",
    }),
)


class Opportunity(Record):
    """One opportunity of an issue of the list."""

    table = "list_opportunity"
    library = "opportunities"
    title = "产业高质量发展机会清单"
    shelf = "两清单"
    clause = "5.1"
    purpose = "策划好的项目、配套需求和可盘活的资产，分期对外发布"
    icon = "opportunity"
    keys = ("name",)
    spreads = (
        Spread(TRADES, ("industry_code", "chain_id", "note"), industry("industry_code", "chain_id", "note", "行业")),
        Spread(CHAINS + headers("匹配产业链|关联产业链"), ("chain_id",), chain_of("chain_id")),
        Spread(
            headers("类别|项目类别|产业大类|机会类别|大类|分类|清单类别|Category"), ("category", "note"),
            fitting(_CATEGORY, "category", "note", "类别"),
        ),
        Spread(
            headers("机会类型|类型|项目类型|机会种类|需求类型|Type"), ("kind", "note"),
            fitting(_KIND, "kind", "note", "机会类型"),
        ),
        Spread(
            headers("合作方式|合作模式|合作形式|投资方式|引资方式|招商方式|拟合作方式|投资合作方式"),
            ("cooperation", "note"), fitting(_COOPERATION, "cooperation", "note", "合作方式"),
        ),
        Spread(
            headers("前期工作|前期工作情况|前期工作进展|项目前期|项目阶段|前期进展|项目进展|工作进展"),
            ("preliminary", "note"), fitting(_STAGE, "preliminary", "note", "前期工作"),
        ),
        Spread(
            headers("状态|项目状态|进展|进展情况|当前状态|对接情况|招商进展|Status"), ("status", "note"),
            fitting(_STATUS, "status", "note", "进展"),
        ),
        Spread(
            headers("联系人") + CONTACTS, ("contact_person", "contact_phone", "note"),
            contact("contact_person", "contact_phone", "contact_phone", "note"),
        ),
        Spread(PHONES, ("contact_phone", "note"), phones("contact_phone", "contact_phone", "note")),
        *in_note(
            {
                "优惠政策": "优惠政策|支持政策|政策支持|扶持政策|配套政策",
                "目标企业": "目标企业|意向企业|招引对象|招商对象|拟招引企业|重点目标企业|对标企业",
                "行业主管部门": "行业主管部门|行业部门", "建设性质": "建设性质",
                "年产值": "年产值|预计年产值|预计产值|年销售收入|预计年税收|预计税收|就业人数|带动就业",
            },
            "note",
        ),
    )

    issue_no = field(
        "期次", Text(20), en="Issue", needed="发布", sensitivity="S0", fair="show", default="last_used", in_table=True,
        group="清单",
        also=headers("批次|发布批次|期数|期号|清单期次|年度批次"),
    )
    seq = field(
        "序号", Whole(), en="No.", needed="发布", sensitivity="S0", fair="show", in_table=True, group="清单",
        note="同一期次内不重复",
        also=headers("编号|项目编号|项目序号|机会编号|No|Number"),
    )
    name = field(
        "机会名称", Text(200), en="Opportunity", needed="save", sensitivity="S0", fair="show", in_table=True,
        group="清单",
        also=headers("项目名称|机会项目名称|招商项目名称|招商项目|项目|名称|需求名称|Name|Project|Project name|Title"),
    )
    category = field(
        "类别", _CATEGORY, en="Category", needed="发布", sensitivity="S0", fair="show", in_table=True, group="清单",
        note="清单共 11 大类，已知 8 类，其余归入“其他”",
    )
    chain_id = field(
        "产业链", Ref("chain"), en="Chain", needed="发布", sensitivity="S0", fair="show", in_table=True, group="清单",
    )
    industry_code = field(
        "行业", Industry(), en="Industry", needed="发布", sensitivity="S0", fair="show", group="清单",
        note="GB/T 4754-2017",
        also=headers("行业代码|国标行业|行业分类及代码"),
    )
    kind = field(
        "机会类型", _KIND, en="Kind", needed="发布", sensitivity="S0", fair="show", in_table=True, group="清单",
    )
    background = field(
        "项目背景与优势", Text(2000, lines=4), en="Background", needed="发布", sensitivity="S0", fair="show",
        group="内容",
        also=headers(
            "项目背景|项目背景及优势|背景与优势|背景|项目优势|建设条件|项目建设条件|建设背景|投资优势|项目基础|"
            "建设必要性|市场分析|市场前景|项目简介|项目概况|Background and strengths"
        ),
    )
    content = field(
        "建设内容及规模", Text(2000, lines=4), en="Content and scale", needed="发布", sensitivity="S0", fair="show",
        group="内容",
        also=headers(
            "建设内容|建设规模|建设规模及内容|建设内容和规模|主要建设内容|项目内容|建设规模与内容|主要建设内容及规模|"
            "项目建设内容|内容|项目建设内容及规模|建设内容与规模|需求内容|Content|Description"
        ),
    )
    total_invest_wan = field(
        "总投资估算", Money(most=10 ** 7), en="Total investment", needed="发布", sensitivity="S0", fair="show",
        in_table=True, group="投资",
        also=headers(
            "总投资|总投资额|投资总额|投资估算|投资额|计划总投资|项目总投资|估算总投资|拟投资额|投资金额|投资规模|"
            "计划投资|拟总投资|Investment"
        ),
    )
    land_need_mu = field(
        "用地规模", MuArea(), en="Land needed", sensitivity="S0", fair="show", group="投资",
        also=headers("用地面积|占地面积|拟用地面积|用地需求|需用土地|占地|用地|土地需求|拟用地|项目用地|规划用地"),
    )
    location = field(
        "建设地点", Text(200), en="Place", needed="发布", sensitivity="S0", fair="show", in_table=True, group="投资",
        also=headers(
            "项目地点|地点|项目选址|拟选址|选址|建设地址|项目地址|位置|拟建地点|实施地点|项目建设地点|所在地|"
            "落地平台|Location"
        ),
    )
    parcel_ids = field(
        "可用地块", Refs("lib_land"), en="Plots", sensitivity="S0", fair="show", group="投资",
        note="从可招商土地库选取",
        also=headers("地块|可供地块|拟用地块|可用土地"),
    )
    build_months = field(
        "建设期", Whole("月", most=600, units={"个月": Decimal(1), "年": Decimal(12)}), en="Time to build",
        sensitivity="S0", fair="show", group="投资",
        also=headers("建设周期|建设工期|工期|建设年限|建设期限|建设时间"),
    )
    cooperation = field(
        "合作方式", _COOPERATION, en="Cooperation", needed="发布", sensitivity="S0", fair="show", group="内容",
        note="可多选",
    )
    benefit = field(
        "效益分析", Text(2000, lines=4), en="Expected benefit", sensitivity="S0", fair="show", group="内容",
        also=headers(
            "经济效益|效益预测|预期效益|经济社会效益|社会效益|效益|效益情况|经济效益分析|投资回报|预计效益|"
            "经济和社会效益|盈利模式"
        ),
    )
    irr_pct = field(
        "预计收益率", Percent(bound=True, most=1000), en="Expected return", sensitivity="S1", fair="mask",
        group="投资",
        also=headers("内部收益率|收益率|投资收益率|投资回报率|财务内部收益率|预期收益率|IRR"),
    )
    preliminary = field("前期工作", _STAGE, en="Preparation", sensitivity="S0", fair="show", group="内容")
    plan_review = field(
        "策划审核结论",
        Choice(
            "四项均通过", "退回", "未审",
            also=said({"四项均通过": "通过|已通过|审核通过", "退回": "未通过|已退回", "未审": "未审核|待审|待审核"}),
        ),
        en="Plan review", needed="发布", sensitivity="S1", default="=未审", group="责任",
        note="条款 6.1：规划布局、要素保障、可行性、吸引力四项",
        also=headers("策划审核|审核结论|审核结果|审核意见"),
    )
    owner_unit = field(
        "责任单位", Ref("unit"), en="Responsible unit", needed="发布", sensitivity="S0", fair="show", in_table=True,
        group="责任",
        also=headers(
            "责任部门|牵头单位|牵头部门|业主单位|项目单位|申报单位|主管部门|主管单位|实施单位|招商单位|发布单位|"
            "填报单位|联系单位|单位名称|单位|项目业主|Owner unit"
        ),
    )
    contact_person = field(
        "联系人", Text(50), en="Contact", needed="发布", sensitivity="S1", fair="show", group="责任",
        note="只填单位公开的联系人",
        also=headers("联系人姓名|负责人|项目联系人|项目负责人|经办人|姓名|Contact person"),
    )
    contact_phone = field(
        "联系电话", Phone(), en="Contact number", needed="发布", sensitivity="S1", fair="show", group="责任",
        note="只填单位座机",
        also=headers("办公电话|固定电话|座机|手机|手机号|手机号码"),
    )
    status = field(
        "状态", _STATUS, en="Status", needed="complete", sensitivity="S0", fair="show", default="=草稿", in_table=True,
        group="责任",
    )
    project_id = field(
        "转化项目", Ref("project"), en="Project it became", sensitivity="S1", group="责任",
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="备注",
        also=headers("备注说明|说明|其他|其它|其他说明|情况说明|Remarks|Remark|Note|Comment|Comments|Memo"),
    )
