"""招商项目: every project from the first report to production or exit (notice 2025-18, clauses 3.2 and 3.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import (
    Amount,
    Area,
    Day,
    Industry,
    Moment,
    Money,
    MuArea,
    Phone,
    Ref,
    Refs,
    Region,
    Text,
    Whole,
    YesNo,
)
from fj_desktop.core.record_rules import above_zero, before, not_above
from fj_desktop.core.splitting.words import REGIONS, headers
from fj_desktop.libraries.tracking.columns import SPREADS
from fj_desktop.libraries.tracking.words import (
    CAPITAL,
    EFFECT,
    ENV_CATEGORY,
    EXIT_WAY,
    HEALTH,
    LIKELIHOOD,
    OBJECTS,
    OUTCOME,
    SOURCE,
    STAGE,
)


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Project(Record):
    """One project; its stage moves by the gates alone, its first report never changes."""

    table = "project"
    library = "projects"
    title = "招商项目"
    shelf = "项目跟踪"
    clause = "3.2"
    purpose = "从首报、洽谈、签约、开工到投产，每个项目一条"
    icon = "project"
    keys = ()
    same_when = ("name", "company_id")
    indexed = ("name", "company_id", "chain_id", "stage", "owner_id", "office_id")
    visibility = "office"
    rules = (
        above_zero("total_invest_wan"),
        not_above("fixed_invest_wan", "total_invest_wan"),
        before("agreed_start_on", "agreed_prod_on"),
    )
    spreads = SPREADS

    code = field(
        "项目编号", Text(30, wide=18), en="Project No.", needed="complete", in_table=True, group="项目", computed=True,
    )
    name = field(
        "项目名称", Text(200), en="Project", needed="save", fair="mask", in_table=True, group="项目",
        also=headers("项目|名称|招商项目|招商项目名称|签约项目名称|意向项目名称|投资项目|拟投资项目|Project name"),
    )
    public_alias = field(
        "对外代称", Text(100), en="Public name", sensitivity="S0", fair="show", group="项目",
        also=headers("代称|对外名称"),
    )
    stage = field(
        "阶段", STAGE, en="Stage", needed="complete", default="=线索", in_table=True, group="项目", computed=True,
    )
    status = field(
        "健康状态", HEALTH, en="State of health", needed="complete", default="=正常", in_table=True, group="项目",
        also=headers("项目状态|运行状态"),
    )
    outcome = field("结果", OUTCOME, en="Outcome", default="=推进中", group="项目", computed=True)
    chain_id = field("产业链", Ref("chain"), en="Chain", needed="洽谈", fair="show", in_table=True, group="项目")
    chain_effect = field(
        "链条作用", EFFECT, en="Effect on the chain", group="项目", also=headers("链条效应|强链补链"),
    )
    node_id = field(
        "图谱环节", Ref("chain_node"), en="Node of the chain", fair="show", group="项目",
        also=headers("产业链环节|所属环节|链条环节"),
    )
    industry_code = field("行业代码", Industry(), en="Industry", needed="上会", fair="show", group="项目")
    is_major = field(
        "重大项目", YesNo(), en="Major project", needed="complete", group="项目",
        also=headers("是否重大项目|重大招商项目|是否重点项目"),
    )
    object_kinds = field("三类对象", OBJECTS, en="Kinds of object", group="项目", also=headers("项目属性"))
    content = field(
        "建设内容及规模", Text(4000, lines=4), en="What is built", needed="上会", fair="mask", group="项目",
        also=headers(
            "项目内容|建设内容|项目简介|项目概况|建设规模及内容|主要建设内容|建设规模|"
            "建设内容与规模|主要产品产能及建设内容"
        ),
    )
    likelihood = field(
        "落地可能性", LIKELIHOOD, en="Likelihood", sensitivity="S2", group="项目", also=headers("可能性|成功可能性"),
    )
    shareable = field(
        "可在展会展示", YesNo(), en="May be shown at fairs", needed="complete", default="=否", group="项目",
    )
    company_id = field(
        "投资主体", Ref("company", makes=True), en="Investor", needed="洽谈", fair="mask", in_table=True,
        group="投资方",
        also=headers(
            "投资方|投资企业|投资方名称|企业名称|投资单位|投资商|公司名称|业主单位|签约企业|"
            "客商名称|Investor|Company"
        ),
    )
    investor_group = field(
        "投资方集团", Text(200), en="Group of the investor", group="投资方", also=headers("投资集团|集团|控股集团"),
    )
    investor_note = field(
        "投资方简介", Text(2000, lines=4), en="About the investor", group="投资方",
        also=headers("投资方情况|企业简介|投资方基本情况|投资企业简介|客商简介"),
    )
    local_company_id = field(
        "项目公司(本地)", Ref("company", makes=True), en="Local project company", group="投资方",
        also=headers("项目公司|本地公司|落地公司"),
    )
    contact_ids = field("联系人", Refs("person", makes=True), en="Contacts", group="投资方")
    contact_person = field("企业联系人", Text(50), en="Contact of the investor", in_table=True, group="投资方")
    contact_phone = field("联系方式", Phone(), en="Telephone", sensitivity="S2", group="投资方")
    origin_region = field(
        "来源区域", REGIONS, en="Region of origin", needed="上会", default="office_region", in_table=True,
        group="投资方",
    )
    origin_division = field(
        "来源地", Region(), en="Place of origin", needed="上会", group="投资方",
        also=headers("来源地区|投资方所在地|企业所在地|资金来源地"),
    )
    capital_kind = field(
        "资金性质", CAPITAL, en="Kind of capital", needed="上会", group="投资方", also=headers("内外资|资金来源"),
    )
    total_invest_wan = field(
        "总投资", Money(), en="Total investment", needed="上会", fair="mask", in_table=True, group="投资",
    )
    fixed_invest_wan = field("固定资产投资", Money(), en="Fixed investment", group="投资")
    arrived_total_wan = field("累计到位资金", Money(), en="Arrived funds", in_table=True, group="投资", computed=True)
    expect_output_wan = field("达产年产值", Money(), en="Yearly output expected", sensitivity="S2", group="投资")
    expect_tax_wan = field("达产年税收", Money(), en="Yearly tax expected", sensitivity="S2", group="投资")
    expect_jobs = field(
        "预计就业", Whole("人"), en="Jobs expected", fair="show", group="投资",
        also=headers("就业人数|带动就业|新增就业"),
    )
    rd_wan = field("研发投入", Money(), en="Research spending", group="投资", also=headers("研发费用"))
    value_added_wan = field("工业增加值", Money(), en="Value added", group="投资")
    policy_asks = field(
        "政策诉求", Text(4000, lines=4), en="Asks of policy", sensitivity="S3", group="投资",
        also=headers("企业诉求|政策需求"),
    )
    negotiation_floor = field(
        "谈判底线", Text(4000, lines=4), en="Floor of negotiation", sensitivity="S3", group="投资",
    )
    land_need_mu = field("用地需求", MuArea(), en="Land needed", group="要素")
    factory_need_m2 = field(
        "厂房需求", Area(floor=True), en="Factory space needed", group="要素",
        also=headers("需用厂房|厂房面积|标准厂房需求"),
    )
    parcel_ids = field(
        "意向地块", Refs("lib_land"), en="Plots in view", group="要素", also=headers("意向用地|拟选地块"),
    )
    landing_town_id = field(
        "拟落地乡镇/园区", Ref("town"), en="Landing town", group="要素",
        also=headers("落地平台|拟落地乡镇|落地乡镇|拟落户地|落户园区|落地园区|拟选址|项目选址"),
    )
    power_need_kva = field("用电需求", Whole("kVA"), en="Power needed", group="要素", also=headers("用电"))
    water_need_t_day = field("用水需求", Amount("吨/日", 2), en="Water needed", group="要素", also=headers("用水"))
    gas_need_m3_day = field("用气需求", Amount("m³/日", 2), en="Gas needed", group="要素", also=headers("用气"))
    labour_need = field("用工需求", Whole("人"), en="Labour needed", group="要素", also=headers("用工"))
    energy_tce = field(
        "年综合能耗", Amount("吨标煤", 2), en="Yearly energy use", group="要素",
        also=headers("年能耗|年耗能|综合能耗"),
    )
    energy_intensity = field("能耗强度", Amount("吨标煤/万元", 6), en="Energy intensity", group="要素", computed=True)
    env_category = field(
        "环评类别", ENV_CATEGORY, en="Class of environmental review", group="要素", also=headers("环评分类"),
    )
    supplied_land_m2 = field("已供地面积", Area(), en="Land supplied", group="要素", also=headers("供地面积"))
    planned_m2 = field(
        "规划建筑面积", Area(floor=True), en="Floor space planned", group="要素", also=headers("建筑面积"),
    )
    built_m2 = field("已建面积", Area(floor=True), en="Floor space built", group="要素", also=headers("已建成面积"))
    lead_unit_id = field(
        "招引责任单位", Ref("unit"), en="Responsible unit", needed="complete", group="责任",
        also=headers("责任单位|招引单位|牵头单位|引进单位|招商单位"),
    )
    joint_unit_ids = field(
        "联合服务单位", Refs("unit"), en="Joint units", group="责任", also=headers("配合单位|联合单位"),
    )
    office_id = field(
        "首报办事处", Ref("office"), en="First reporting office", needed="complete", default="office", in_table=True,
        group="责任", fixed=True, also=headers("首报单位"),
    )
    first_reporter_id = field(
        "首报人", Ref("staff"), en="First reporter", default="me", group="责任", fixed=True,
        also=headers("首报人员"),
    )
    first_reported_at = field(
        "首报时间", Moment(), en="First reported", needed="complete", default="now", group="责任", fixed=True,
        also=headers("首报日期"),
    )
    first_contact_on = field(
        "首次接触(申报)", Day(), en="First contact declared", group="责任",
        also=headers("首次接触|首次对接时间|对接时间|首次接洽时间"),
    )
    first_received_at = field(
        "县中心收件时间", Moment(), en="Received by the county centre", group="责任", computed=True,
    )
    owner_id = field(
        "跟进人", Ref("staff"), en="In charge", needed="洽谈", default="me", in_table=True, group="责任",
        also=headers("跟进人员|招商员|跟踪人|项目负责人|企业跟进人|跟进人员/招商员|责任人|包保干部"),
    )
    source_kind = field(
        "线索来源", SOURCE, en="Source of the lead", needed="洽谈", default="last_used", group="责任",
        also=headers("招商类型|项目来源|来源渠道|招商方式|招商途径"),
    )
    judged_on = field("研判日期", Day(), en="Judged on", group="节点", also=headers("研判时间"))
    approved_on = field("立项日期", Day(), en="Approved as a project", group="节点", computed=True)
    negotiated_on = field("洽谈日期", Day(), en="Negotiating since", group="节点", computed=True)
    signed_on = field("签约日期", Day(), en="Signed on", group="节点", computed=True)
    agreed_start_on = field(
        "约定开工", Day(), en="Start agreed", group="节点",
        also=headers("协议开工时间|约定开工时间|计划开工时间|预计开工时间"),
    )
    actual_start_on = field("实际开工", Day(), en="Started on", group="节点", computed=True)
    agreed_prod_on = field(
        "约定投产", Day(), en="Production agreed", group="节点",
        also=headers("协议投产时间|约定投产时间|计划投产时间|协议竣工时间|预计投产时间"),
    )
    actual_prod_on = field("实际投产", Day(), en="In production since", group="节点", computed=True)
    last_substantive_on = field("最近实质进展", Day(), en="Last real progress", group="节点", computed=True)
    next_on = field("下次跟进", Day(), en="Next follow-up", in_table=True, group="节点", also=headers("下一步时间"))
    filing_no = field(
        "市级监管平台备案号", Text(40), en="Filing No.", group="节点", also=headers("备案号|监管平台备案号"),
    )
    filing_on = field("备案日期", Day(), en="Filed on", group="节点", also=headers("备案时间"))
    exit_way = field("退出方式", EXIT_WAY, en="Way of exit", sensitivity="S2", group="退出", computed=True)
    exit_reason = field(
        "退出原因", Text(4000, lines=4), en="Reason of exit", sensitivity="S2", group="退出", computed=True,
    )
    dropped_reason = field("退库原因", Text(4000, lines=4), en="Reason of dropping", group="退出", computed=True)
    lost_to = field("流失去向", Region(), en="Lost to", sensitivity="S2", group="退出")
    reported_stage = field(
        "报送阶段", Text(40), en="Stage as reported", group="台账", newest=True,
        also=headers("项目阶段|所处阶段|当前阶段|项目进度阶段"),
    )
    reported_progress = field(
        "进度、备注", Text(2000, lines=4), en="Progress as reported", group="台账", newest=True,
        also=headers(
            "进度|进展|进展情况|项目进展|最新进展|进度备注|进展及备注|当前进展|工作进展|目前进展|"
            "推进情况|跟进进度|跟进情况|洽谈进展"
        ),
    )
    reported_judgement = field(
        "研判结果", Text(40), en="Judgement as reported", group="台账", newest=True,
        also=headers("研判情况|研判意见|研判"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", group="台账", also=headers("备注说明|说明|其他|Remarks"))
