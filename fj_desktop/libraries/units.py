"""责任单位: departments, parks, centres and towns that lead or answer for clauses of the notice (clause 1.1)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Tags, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Unit(Record):
    """One unit of the county, or a group of units the notice names as one."""

    table = "unit"
    library = "units"
    title = "责任单位"
    shelf = "基础"
    clause = "1.1"
    purpose = "牵头和责任单位，以及各自负责的条款"
    icon = "unit"

    name = field(
        "单位名称", Text(100), en="Unit", needed="save", sensitivity="S0", fair="show", in_table=True,
        also=headers("单位|名称|部门|部门名称|责任单位|Name"),
    )
    kind = field(
        "单位类别", Choice("县委部门", "县级部门", "园区", "中心", "群团", "乡镇街道", "其他"), en="Kind",
        needed="complete", sensitivity="S0", in_table=True,
        also=headers("类别|类型|单位类型|单位性质"),
    )
    leads = field(
        "牵头条款", Tags(), en="Leads clauses", sensitivity="S0", in_table=True, note="条款编号，如 5.1",
        also=headers("牵头事项|牵头"),
    )
    responsible_for = field(
        "责任条款", Tags(), en="Answers for clauses", sensitivity="S0", in_table=True, note="条款编号，如 5.1",
        also=headers("责任事项|责任"),
    )
    aliases = field(
        "别名", Text(200), en="Other names", sensitivity="S0", in_table=True,
        note="全称、简称等，用“；”隔开，导入时都认",
        also=headers("简称|全称|其他名称"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S0", also=headers("说明|其他|Remarks"))
