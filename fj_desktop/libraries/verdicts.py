"""查重结论: what a person decided about two records that look alike; it travels, so nobody is asked twice."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Text

NOT_SAME = "不是同一个"
MERGED = "已合并"


class Verdict(Record):
    """Two records of one library and what they are to each other; of merged ones ``first`` is the one that stayed."""

    table = "verdict"
    library = "verdicts"
    title = "查重结论"
    purpose = "两条相似记录的查重结论"
    icon = "history"
    naming = ("verdict",)
    keys = ()
    indexed = ("first", "second")

    verdict = field("结论", Text(10, searched=False), en="Verdict", needed="save", sensitivity="S0")
    of_table = field("所属库", Text(40, searched=False), en="Library", needed="save", sensitivity="S0")
    first = field("记录", Text(36, searched=False), en="First record", needed="save", sensitivity="S0")
    second = field("另一条", Text(36, searched=False), en="Second record", needed="save", sensitivity="S0")
