"""基金投资: what a fund put where (notice 2025-18, clause 8.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Money, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Investment(Record):
    """One investment of one fund."""

    table = "fund_investment"
    library = "investments"
    title = "基金投资"
    under = "service-requests"
    clause = "8.2"
    purpose = "基金投给哪个项目、多少、什么时候"
    icon = "coin"
    naming = ("invested_on",)
    keys = ()
    same_when = ("fund_id", "project_id", "invested_on")
    indexed = ("fund_id", "project_id")
    part_of = "fund_id"

    fund_id = field(
        "基金", Ref("fund"), en="Fund", needed="save", sensitivity="S1", in_table=True, group="投资",
        also=headers("基金名称"),
    )
    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S1", in_table=True, group="投资",
        also=headers("项目名称"),
    )
    company_id = field(
        "被投企业", Ref("company", makes=True), en="Company", sensitivity="S1", in_table=True, group="投资",
        also=headers("企业名称"),
    )
    amount_wan = field(
        "投资金额", Money(), en="Amount", needed="save", sensitivity="S2", in_table=True, group="投资",
        also=headers("金额"),
    )
    invested_on = field(
        "投资日期", Day(), en="Date", needed="complete", sensitivity="S1", in_table=True, group="投资",
        also=headers("日期"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="投资")
