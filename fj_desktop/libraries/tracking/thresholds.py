"""阈值设置: every figure the notice does not give, with its source and date (notice 2025-18, clause 3.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Threshold(Record):
    """One figure the rules work with."""

    table = "threshold"
    library = "thresholds"
    title = "阈值设置"
    shelf = "基础"
    clause = "3.3"
    purpose = "通知里没有的数值都在这里：值、来源、日期，报表页脚照印"
    icon = "settings"
    naming = ("title",)
    keys = ("code",)

    code = field(
        "编码", Text(40), en="Code", needed="save", sensitivity="S0", group="阈值",
        also=headers("代码"),
    )
    title_ = field(
        "名称", Text(100), en="Threshold", needed="save", sensitivity="S0", in_table=True, group="阈值",
        also=headers("阈值|阈值名称"),
    )
    value = field(
        "值", Text(40), en="Value", needed="save", sensitivity="S0", in_table=True, group="阈值",
        also=headers("取值"),
    )
    unit = field(
        "单位", Text(20), en="Unit", sensitivity="S0", in_table=True, group="阈值",
        also=headers("计量单位"),
    )
    mark = field(
        "性质", Choice("通知规定", "公开来源", "本县默认"), en="Mark", needed="save", sensitivity="S0",
        default="=本县默认", in_table=True, group="阈值",
        also=headers("标记"),
    )
    source = field(
        "来源", Text(200), en="Source", needed="save", sensitivity="S0", in_table=True, group="阈值",
        also=headers("依据"),
    )
    as_of = field(
        "日期", Day(), en="As of", needed="save", sensitivity="S0", in_table=True, group="阈值",
        also=headers("生效日期"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S0", group="阈值")
