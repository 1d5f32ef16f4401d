"""清单征集: opportunities and scenarios called for from departments and towns (notice 2025-18, clause 5.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Refs, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class CallRound(Record):
    """One round and who has answered it."""

    table = "call_round"
    library = "call-rounds"
    title = "清单征集"
    under = "meetings"
    clause = "5.3"
    purpose = "向部门和乡镇征集机会与场景，谁还没有报"
    icon = "opportunity"
    naming = ("name",)
    keys = ()
    same_when = ("name",)

    name = field(
        "征集批次", Text(60), en="Round", needed="save", sensitivity="S1", in_table=True, group="征集",
        also=headers("名称|批次"),
    )
    list_kind = field(
        "清单", Choice("产业高质量发展机会清单", "应用场景清单"), en="List", needed="save", sensitivity="S1",
        in_table=True, group="征集",
    )
    called_on = field("发出日期", Day(), en="Called on", needed="save", sensitivity="S1", in_table=True, group="征集")
    due_on = field(
        "报送时限", Day(), en="Due", needed="save", sensitivity="S1", in_table=True, group="征集",
        also=headers("截止日期"),
    )
    unit_ids = field(
        "征集单位", Refs("unit"), en="Units asked", needed="complete", sensitivity="S1", in_table=True, group="征集",
    )
    returned_ids = field(
        "已报单位", Refs("unit"), en="Units that answered", sensitivity="S1", in_table=True, group="征集",
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="征集")
