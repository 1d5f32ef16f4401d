"""应用场景清单 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Money, MultiChoice, Phone, Ref, Text, Whole


class Scenario(Record):
    """TODO."""

    table = "list_scenario"
    library = "scenarios"
    title = "应用场景清单"

    issue_no = field("批次", Text(20), needed="发布", sensitivity="S0", fair="show")
    seq = field("序号", Whole(), needed="发布", sensitivity="S0", fair="show")  # unique in issue
    name = field("场景名称", Text(200), needed="save", sensitivity="S0", fair="show")
    side = field("清单类型", Choice("场景需求", "场景能力"), needed="发布", sensitivity="S0", fair="show")
    scene_field = field("场景领域", Choice("现代农业", "生态工业", "文化旅游", "现代服务业", "城市治理", "交通物流", "低空经济", "人工智能", "清洁能源", "民生服务"), needed="发布", sensitivity="S0", fair="show")
    content = field("场景内容", Text(2000, lines=4), needed="发布", sensitivity="S0", fair="show")
    tech_need = field("技术/产品需求", Text(2000, lines=4), needed="发布", sensitivity="S0", fair="show")
    owner_unit = field("场景业主单位", Ref("unit"), needed="发布", sensitivity="S0", fair="show")
    location = field("实施地点", Text(200), sensitivity="S0", fair="show")
    budget_wan = field("投入估算", Money(), sensitivity="S1", fair="mask")
    fund_source = field("资金来源", Choice("财政", "企业自筹", "专项债", "社会资本", "待定"), sensitivity="S1")
    cooperation = field("合作方式", MultiChoice("揭榜挂帅", "联合研发", "特许经营", "采购服务", "试点示范", "合资共建"), needed="发布", sensitivity="S0", fair="show")
    start_on = field("拟启动", Day(), sensitivity="S0", fair="show")
    deadline = field("意向截止", Day(), sensitivity="S0", fair="show")
    contact_person = field("联系人", Text(50), needed="发布", sensitivity="S1", fair="show")  # public office contact only
    contact_phone = field("联系电话", Phone(), needed="发布", sensitivity="S1", fair="show")  # office landline only
    status = field("状态", Choice("征集", "审核", "已发布", "对接中", "已落地", "撤回"), needed="发布", sensitivity="S0", fair="show")
    matched_company_id = field("对接企业", Ref("company"), sensitivity="S2")
    legal_check = field("公平竞争审查", Choice("通过", "整改", "未审"), needed="发布", sensitivity="S1")
