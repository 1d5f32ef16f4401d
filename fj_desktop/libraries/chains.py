"""产业链 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Ref, Refs, Text


class Chain(Record):
    """TODO."""

    table = "chain"
    library = "chains"
    title = "产业链"

    code = field("编码", Text(10), needed="save", sensitivity="S0")
    name = field("产业链名称", Text(60), needed="save", sensitivity="S0", fair="show")
    track = field("类别", Choice("重点突破(7)", "潜力培育(6)"), needed="complete", sensitivity="S0")
    leader_name = field("链长", Text(50), needed="complete", sensitivity="S1", fair="show")  # county leader
    dept_unit_id = field("牵头部门", Ref("unit"), needed="complete", sensitivity="S0", fair="show")
    town_ids = field("服务乡镇", Refs("town"), sensitivity="S0")
