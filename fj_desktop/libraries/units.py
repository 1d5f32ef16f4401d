"""责任单位: county departments, parks and centres that lead or answer for a clause of the notice."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Tags, Text


class Unit(Record):
    """One unit of the county, or a group of units the notice names as one."""

    table = "unit"
    library = "units"
    title = "责任单位"
    shelf = "基础"
    clause = "1.1"
    purpose = "牵头和责任单位，以及各自负责的条款"
    icon = "unit"

    name = field("单位名称", Text(100), en="Unit", needed="save", sensitivity="S0", fair="show", in_table=True)
    kind = field(
        "单位类别",
        Choice("县委部门", "县级部门", "园区", "中心", "群团", "乡镇街道", "其他"),
        en="Kind",
        needed="complete",
        sensitivity="S0",
        in_table=True,
    )
    leads = field("牵头条款", Tags(), en="Leads clauses", sensitivity="S0", in_table=True)
    responsible_for = field("责任条款", Tags(), en="Answers for clauses", sensitivity="S0", in_table=True)
    aliases = field("别名", Tags(), en="Other names", sensitivity="S0")
