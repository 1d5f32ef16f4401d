"""清单期次: published issues of the two lists, frozen (notice 2025-18, clause 5.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Text, Whole


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class ListIssue(Record):
    """One numbered issue as it was published."""

    table = "list_issue"
    library = "list-issues"
    title = "清单期次"
    under = "meetings"
    clause = "5.3"
    purpose = "已发布的清单：期号、日期、条数和定稿内容"
    icon = "opportunity"
    naming = ("issue_no",)
    keys = ()
    closed = True

    issue_no = field(
        "期次", Text(20), en="Issue", needed="save", sensitivity="S0", fair="show", in_table=True, group="期次",
        computed=True,
    )
    list_kind = field(
        "清单", Text(20), en="List", needed="save", sensitivity="S0", fair="show", in_table=True, group="期次",
        computed=True,
    )
    published_on = field(
        "发布日期", Day(), en="Published", needed="save", sensitivity="S0", fair="show", in_table=True, group="期次",
        computed=True,
    )
    item_count = field(
        "条数", Whole("条"), en="Items", sensitivity="S0", fair="show", in_table=True, group="期次", computed=True,
    )
    signer = field("签发人", Text(50), en="Signer", sensitivity="S1", in_table=True, group="期次", computed=True)
    content = field(
        "定稿内容", Text(2000000, lines=6), en="Frozen content", sensitivity="S0", group="期次", computed=True,
    )
    content_hash = field("内容指纹", Text(64), en="Hash", sensitivity="S1", group="期次", computed=True)
