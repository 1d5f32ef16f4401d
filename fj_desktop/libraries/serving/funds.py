"""产业基金: funds that may join in (notice 2025-18, clause 8.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Money, MultiChoice, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Fund(Record):
    """One fund."""

    table = "fund"
    library = "funds"
    title = "产业基金"
    under = "service-requests"
    clause = "8.2"
    purpose = "子基金、母基金、直投基金，投什么、投了谁"
    icon = "coin"
    naming = ("name",)
    keys = ("name",)

    name = field(
        "基金名称", Text(100), en="Fund", needed="save", sensitivity="S0", fair="show", in_table=True, group="基金",
        also=headers("名称"),
    )
    kind = field(
        "类型", Choice("奉节产业子基金", "市级产业母基金", "专精特新直投基金", "社会基金"), en="Kind", needed="save",
        sensitivity="S0", fair="show", in_table=True, group="基金",
        also=headers("基金类型"),
    )
    mode = field(
        "方式", MultiChoice("以投促引", "招投联动", "投孵结合"), en="Way", needed="save", sensitivity="S0",
        fair="show", in_table=True, group="基金",
        also=headers("投资方式"),
    )
    size_wan = field(
        "规模", Money(), en="Size", sensitivity="S1", fair="show", in_table=True, group="基金",
        also=headers("基金规模"),
    )
    focus = field(
        "投向", MultiChoice("投早", "投小", "投长期", "投硬科技", "人工智能", "低空经济"), en="Focus",
        sensitivity="S0", fair="show", in_table=True, group="基金",
        also=headers("投资方向"),
    )
    manager_id = field(
        "管理人", Ref("company", makes=True), en="Manager", sensitivity="S1", in_table=True, group="基金",
        also=headers("基金管理人|管理机构"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="基金")
