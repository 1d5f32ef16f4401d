"""领导联系企业: contacts of county leaders with companies (notice 2025-18, clause 8.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class LeaderLink(Record):
    """One contact of a leader with a company."""

    table = "leader_link"
    library = "leader-links"
    title = "领导联系企业"
    under = "visits"
    clause = "8.3"
    purpose = "县领导联系企业的每次联系：时间、诉求和答复"
    icon = "link"
    naming = ("leader",)
    keys = ()
    same_when = ("leader", "company_id", "linked_on")
    indexed = ("company_id", "linked_on")

    leader = field(
        "联系领导", Text(50), en="Leader", needed="save", sensitivity="S1", in_table=True, group="联系",
        also=headers("领导|县领导"),
    )
    company_id = field(
        "企业", Ref("company", makes=True), en="Company", needed="save", sensitivity="S1", in_table=True,
        group="联系",
        also=headers("企业名称|联系企业"),
    )
    linked_on = field(
        "联系日期", Day(), en="Date", needed="save", sensitivity="S1", in_table=True, group="联系",
        also=headers("日期|走访日期"),
    )
    way = field(
        "方式", Choice("走访", "座谈", "电话", "现场办公", "其他"), en="Way", needed="complete", sensitivity="S1",
        in_table=True, group="联系",
    )
    asks = field(
        "企业诉求", Text(2000, lines=4), en="Asks", sensitivity="S1", in_table=True, group="联系",
        also=headers("诉求|问题"),
    )
    answer = field(
        "答复情况", Text(2000, lines=4), en="Answer", sensitivity="S1", group="联系",
        also=headers("办理情况|答复"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="联系")
