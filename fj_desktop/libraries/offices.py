"""办事处: the county centre and the four resident regions (notice 2025-18, clause 10.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Tags, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Office(Record):
    """One office that works with the program; the county centre counts as one."""

    table = "office"
    library = "offices"
    title = "办事处"
    shelf = "基础"
    clause = "10.2"
    purpose = "县中心和四个常驻区域，记录归属和首报都用它"
    icon = "outpost"
    keys = ("code", "name")

    code = field(
        "编码", Text(10), en="Code", needed="save", sensitivity="S0", in_table=True,
        also=headers("代码|编号"),
    )
    name = field(
        "办事处名称", Text(60), en="Office", needed="save", sensitivity="S0", fair="show", in_table=True,
        also=headers("办事处|名称|Name"),
    )
    regions = field(
        "负责区域", Tags(), en="Regions", sensitivity="S0", fair="show", in_table=True,
        note="省、市或特别行政区；安徽同属长三角和中部地区",
        also=headers("区域|负责地区|覆盖地区"),
    )
    aliases = field(
        "别名", Text(200), en="Other names", sensitivity="S0", note="台账里的叫法，用“；”隔开，导入时都认",
        also=headers("简称|其他名称"),
    )
