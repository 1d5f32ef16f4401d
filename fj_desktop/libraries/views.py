"""视图: what a table is asked to show, kept under a name; it travels, so that all see what one of them made."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Text

LONGEST_NAME = 40
LONGEST_DEFINITION = 8000


class View(Record):
    """Filters, words, order, columns and grouping of one library; ``definition`` is JSON that may be from elsewhere."""

    table = "saved_view"
    library = "views"
    title = "视图"
    purpose = "台账的筛选、排序与列的组合"
    icon = "filter"
    naming = ("name",)
    keys = ()
    indexed = ("of_table",)

    name = field("视图名称", Text(LONGEST_NAME, searched=False), en="View", needed="save", sensitivity="S0")
    of_table = field("所属库", Text(40, searched=False), en="Library", needed="save", sensitivity="S0")
    definition = field(
        "内容", Text(LONGEST_DEFINITION, searched=False), en="Definition", needed="save", sensitivity="S0"
    )
