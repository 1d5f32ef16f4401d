"""工作交接: what a leaver hands on (notice 2025-18, clause 10.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Document, Ref, Text, Whole
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Handover(Record):
    """One handover from one colleague to another."""

    table = "handover"
    library = "handovers"
    title = "工作交接"
    under = "visits"
    clause = "10.2"
    purpose = "人员离岗时项目、联系人和承诺交给谁，清单签字留存"
    icon = "exchange"
    naming = ("title",)
    keys = ()
    indexed = ("from_id",)
    visibility = "office"

    title_ = field(
        "交接事由", Text(200), en="Handover", needed="save", sensitivity="S1", in_table=True, group="交接",
        also=headers("事由"),
    )
    from_id = field("移交人", Ref("staff"), en="From", needed="save", sensitivity="S1", in_table=True, group="交接")
    to_id = field("接收人", Ref("staff"), en="To", needed="save", sensitivity="S1", in_table=True, group="交接")
    handed_on = field(
        "交接日期", Day(), en="Date", needed="save", sensitivity="S1", in_table=True, group="交接",
        also=headers("日期"),
    )
    project_count = field(
        "项目数", Whole("个"), en="Projects", sensitivity="S1", in_table=True, group="交接", computed=True,
    )
    contact_count = field(
        "联系人数", Whole("人"), en="Contacts", sensitivity="S1", in_table=True, group="交接", computed=True,
    )
    promise_count = field("承诺数", Whole("项"), en="Promises", sensitivity="S1", group="交接", computed=True)
    detail = field("交接清单", Text(20000, lines=6), en="List", sensitivity="S1", group="交接", computed=True)
    signed_id = field("签字清单", Document(), en="Signed list", sensitivity="S1", group="交接")
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="交接")
