"""乡镇街道: the towns and streets of the county, keyed by name since two official code systems disagree."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Text
from fj_desktop.core.splitting.words import headers, said


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Town(Record):
    """One town or street of the county."""

    table = "town"
    library = "towns"
    title = "乡镇街道"
    shelf = "基础"
    clause = "1.1"
    purpose = "全县乡镇和街道，地块所在地和祖籍都选自这里"
    icon = "home"

    name = field(
        "乡镇街道名称", Text(40), en="Town", needed="save", sensitivity="S0", fair="show", in_table=True,
        also=headers("乡镇街道|乡镇|名称|镇街|乡镇(街道)|Name"),
    )
    kind = field(
        "类别", Choice("街道", "镇", "乡", also=said({"乡": "民族乡|土家族乡"})), en="Kind", needed="complete",
        sensitivity="S0", in_table=True,
        also=headers("类型"),
    )
    code_stats = field(
        "统计区划代码", Text(12), en="Statistics code", sensitivity="S0", in_table=True,
        note="国家统计局统计用区划代码前 9 位",
        also=headers("统计代码|区划代码"),
    )
    code_civil = field(
        "民政区划代码", Text(12), en="Civil affairs code", sensitivity="S0", in_table=True,
        note="民政部门行政区划代码，与统计代码不一致，两者都保留",
        also=headers("民政代码"),
    )
    aliases = field(
        "别名", Text(200), en="Other names", sensitivity="S0", in_table=True, note="简称等，用“；”隔开，导入时都认",
        also=headers("简称|其他名称"),
    )
