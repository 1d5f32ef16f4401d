"""承诺事项: one row for each promise of either side (notice 2025-18, clauses 4.2 and 9.1)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Choice, Day, Document, Ref, Refs, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Commitment(Record):
    """One promise with agreed and actual value."""

    table = "commitment"
    library = "commitments"
    title = "承诺事项"
    under = "contracts"
    clause = "9.1"
    purpose = "政企双方每一项承诺：约定多少、何时到期、做到多少、凭据在哪"
    icon = "check"
    naming = ("kind", "clause_no")
    keys = ()
    same_when = ("contract_id", "party", "content")
    indexed = ("contract_id", "due_on", "state")
    part_of = "contract_id"
    visibility = "office"

    contract_id = field(
        "合同", Ref("contract"), en="Contract", needed="complete", sensitivity="S1", in_table=True, group="承诺",
        also=headers("合同编号"),
    )
    party = field(
        "承诺方", Choice("政府", "企业"), en="Promised by", needed="complete", sensitivity="S1", in_table=True,
        group="承诺",
        also=headers("承诺主体"),
    )
    kind = field(
        "事项类别",
        Choice(
            "投资额", "开工", "投产", "产值", "税收", "就业", "用地", "厂房", "基础设施", "财政奖补", "审批服务",
            "用能", "融资", "人才", "其他",
        ),
        en="Kind", needed="complete", sensitivity="S1", in_table=True, group="承诺",
        also=headers("类别"),
    )
    clause_no = field(
        "合同条款号", Text(20), en="Clause", needed="complete", sensitivity="S1", group="承诺",
        also=headers("条款号"),
    )
    content = field(
        "承诺内容", Text(4000, lines=4), en="Promise", needed="save", sensitivity="S2", in_table=True, group="承诺",
        also=headers("内容|事项内容"),
    )
    metric = field(
        "量化指标", Choice("金额万元", "面积㎡", "人数", "日期", "次数", "无", "亩", "%", "kWh"), en="Measured in",
        sensitivity="S1", group="承诺",
        also=headers("指标"),
    )
    target_value = field(
        "目标值", Amount(places=4), en="Agreed value", sensitivity="S2", in_table=True, group="承诺",
        also=headers("约定值|目标"),
    )
    due_on = field(
        "到期日", Day(), en="Due", needed="complete", sensitivity="S1", in_table=True, group="承诺",
        also=headers("到期时间|履约期限"),
    )
    due_rule = field("到期规则", Text(100), en="Due by rule", sensitivity="S1", group="承诺")
    precondition_ids = field("前置条件", Refs("commitment"), en="Preconditions", sensitivity="S1", group="承诺")
    duty_unit_id = field(
        "责任单位", Ref("unit"), en="Unit in charge", sensitivity="S1", group="承诺",
        also=headers("责任部门"),
    )
    actual_value = field(
        "实际值", Amount(places=4), en="Actual value", sensitivity="S2", in_table=True, group="履约",
        also=headers("完成值"),
    )
    done_on = field(
        "完成日期", Day(), en="Done on", sensitivity="S1", group="履约",
        also=headers("履约日期"),
    )
    evidence_id = field("佐证", Document(), en="Evidence", sensitivity="S2", group="履约")
    state = field(
        "履约状态", Choice("未到期", "履行中", "已履约", "部分履约", "逾期", "违约", "豁免", "争议"), en="State",
        needed="complete", sensitivity="S1", default="=未到期", in_table=True, group="履约",
        also=headers("状态"),
    )
    legal_basis = field(
        "政策依据", Text(200), en="Legal basis", sensitivity="S1", group="合规",
        also=headers("政策依据文件"),
    )
    fair_checked = field(
        "公平竞争审查", Choice("通过", "未通过", "未审"), en="Fair competition", sensitivity="S1", default="=未审",
        group="合规",
        also=headers("公平竞争"),
    )
