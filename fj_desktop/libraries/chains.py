"""产业链: the county's seven and six industry chains (notice 2025-18, clauses 1.1, 1.2 and 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Document, Ref, Refs, Text
from fj_desktop.core.splitting.words import headers, said


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Chain(Record):
    """One chain; names the county has not settled yet are seeded as such and edited later."""

    table = "chain"
    library = "chains"
    title = "产业链"
    shelf = "项目跟踪"
    clause = "1.1"
    purpose = "县领导任链长、部门归口、乡镇服务的“7+6”条产业链"
    icon = "chain"
    keys = ("code", "name")

    code = field(
        "编码", Text(10), en="Code", needed="save", sensitivity="S0", in_table=True,
        also=headers("编号|产业链编码|产业链编号|代码"),
    )
    name = field(
        "产业链名称", Text(60), en="Chain", needed="save", sensitivity="S0", fair="show", in_table=True,
        also=headers("产业链|名称|链条名称|链条|Name"),
    )
    track = field(
        "类别",
        Choice(
            "重点突破(7)", "潜力培育(6)",
            also=said({"重点突破(7)": "重点突破|重点突破产业链|重点", "潜力培育(6)": "潜力培育|潜力培育产业链|潜力"}),
        ),
        en="Track", needed="complete", sensitivity="S0", in_table=True,
        also=headers("产业链类别|类型|产业链类型"),
    )
    leader_name = field(
        "链长", Text(50), en="Chain leader", needed="complete", sensitivity="S1", fair="show", in_table=True,
        note="县领导担任",
        also=headers("链长姓名|县领导|牵头领导|牵头县领导|责任领导"),
    )
    dept_unit_id = field(
        "牵头部门", Ref("unit"), en="Lead department", needed="complete", sensitivity="S0", fair="show", in_table=True,
        also=headers("归口部门|牵头单位|行业部门|主管部门|责任单位|责任部门"),
    )
    town_ids = field(
        "服务乡镇", Refs("town"), en="Serving towns", sensitivity="S0", in_table=True,
        also=headers("联合服务乡镇|乡镇|服务乡镇街道|乡镇街道|服务乡镇(街道)"),
    )
    plan_doc_id = field("一方案", Document(), en="Plan", note="“一专班一链条一方案一政策”之一（通知 3.2）")
    policy_doc_id = field("一政策", Document(), en="Policy", note="“一专班一链条一方案一政策”之一（通知 3.2）")
    aliases = field("别名", Text(200), en="Other names", sensitivity="S0", note="台账里的叫法，用“；”隔开")
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S0", in_table=True,
        also=headers("说明|其他|Remarks"),
    )
