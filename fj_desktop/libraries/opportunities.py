"""产业高质量发展机会清单 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Industry, Money, MuArea, MultiChoice, Percent, Phone, Ref, Refs, Text, Whole


class Opportunity(Record):
    """TODO."""

    table = "list_opportunity"
    library = "opportunities"
    title = "产业高质量发展机会清单"

    issue_no = field("期次", Text(20), needed="发布", sensitivity="S0", fair="show")
    seq = field("序号", Whole(), needed="发布", sensitivity="S0", fair="show")  # unique in issue
    name = field("机会名称", Text(200), needed="save", sensitivity="S0", fair="show")
    category = field("类别", Choice("脐橙", "肉兔", "中药材", "眼镜", "清洁能源", "文化旅游", "现代服务业", "食品及农产品加工", "其他(共11大类可配置)"), needed="发布", sensitivity="S0", fair="show")
    chain_id = field("产业链", Ref("chain"), needed="发布", sensitivity="S0", fair="show")
    industry_code = field("行业", Industry(), needed="发布", sensitivity="S0", fair="show")
    kind = field("机会类型", Choice("招商项目", "配套需求", "要素资源", "资产盘活", "技术合作", "采购需求"), needed="发布", sensitivity="S0", fair="show")
    background = field("项目背景与优势", Text(2000, lines=4), needed="发布", sensitivity="S0", fair="show")
    content = field("建设内容及规模", Text(2000, lines=4), needed="发布", sensitivity="S0", fair="show")
    total_invest_wan = field("总投资估算", Money(), needed="发布", sensitivity="S0", fair="show")
    land_need_mu = field("用地规模", MuArea(), sensitivity="S0", fair="show")  # 亩
    location = field("建设地点", Text(200), needed="发布", sensitivity="S0", fair="show")
    parcel_ids = field("可用地块", Refs("lib_land"), sensitivity="S0", fair="show")
    build_months = field("建设期", Whole("月"), sensitivity="S0", fair="show")  # 月
    cooperation = field("合作方式", MultiChoice("独资", "合资", "合作", "PPP", "租赁", "技术入股", "其他"), needed="发布", sensitivity="S0", fair="show")
    benefit = field("效益分析", Text(2000, lines=4), sensitivity="S0", fair="show")
    irr_pct = field("预计收益率", Percent(), sensitivity="S1", fair="mask")
    preliminary = field("前期工作", Choice("策划", "可研", "立项", "规划选址", "环评", "拿地"), sensitivity="S0", fair="show")
    plan_review = field("策划审核结论", Choice("四项均通过", "退回", "未审"), needed="发布", sensitivity="S1")  # gate 6.1
    owner_unit = field("责任单位", Ref("unit"), needed="发布", sensitivity="S0", fair="show")
    contact_person = field("联系人", Text(50), needed="发布", sensitivity="S1", fair="show")
    contact_phone = field("联系电话", Phone(), needed="发布", sensitivity="S1", fair="show")
    status = field("状态", Choice("草稿", "审核", "已发布", "对接中", "已转项目", "下架"), needed="complete", sensitivity="S0", fair="show")
