"""乡镇街道: the towns and streets of the county, keyed by name since two official code systems disagree."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Tags, Text


class Town(Record):
    """One town or street of the county."""

    table = "town"
    library = "towns"
    title = "乡镇街道"
    shelf = "基础"
    clause = "1.1"
    purpose = "全县乡镇和街道，地块所在地和祖籍都选自这里"
    icon = "home"

    name = field("乡镇街道名称", Text(40), en="Town", needed="save", sensitivity="S0", fair="show", in_table=True)
    kind = field("类别", Choice("街道", "镇", "乡"), en="Kind", needed="complete", sensitivity="S0", in_table=True)
    code_stats = field("统计区划代码", Text(12), en="Statistics code", sensitivity="S0", in_table=True)
    code_civil = field("民政区划代码", Text(12), en="Civil affairs code", sensitivity="S0", in_table=True)
    aliases = field("别名", Tags(), en="Other names", sensitivity="S0")
