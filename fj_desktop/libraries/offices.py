"""办事处: the county centre and the four resident regions (notice 2025-18, mechanism ten, item two)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Tags, Text


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

    code = field("编码", Text(10), en="Code", needed="save", sensitivity="S0", in_table=True)
    name = field("办事处名称", Text(60), en="Office", needed="save", sensitivity="S0", fair="show", in_table=True)
    regions = field("负责区域", Tags(), en="Regions", sensitivity="S0", fair="show", in_table=True)
    aliases = field("别名", Tags(), en="Other names", sensitivity="S0")
