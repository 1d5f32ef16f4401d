"""产业链专班: the task force of a chain (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class TaskForce(Record):
    """One task force; it needs at least five members."""

    table = "task_force"
    library = "task-forces"
    title = "产业链专班"
    under = "chains"
    clause = "3.2"
    purpose = "每条产业链一个专班，业务骨干不少于5名"
    icon = "people"
    naming = ("name",)
    keys = ()
    same_when = ("chain_id", "name")
    indexed = ("chain_id",)
    part_of = "chain_id"

    chain_id = field("产业链", Ref("chain"), en="Chain", needed="save", sensitivity="S0", in_table=True, group="专班")
    name = field(
        "专班名称", Text(80), en="Task force", needed="save", sensitivity="S0", in_table=True, group="专班",
        also=headers("名称|招商专班"),
    )
    head_id = field(
        "专班负责人", Ref("staff"), en="Head", needed="complete", sensitivity="S1", in_table=True, group="专班",
        also=headers("负责人|组长"),
    )
    valid_from = field(
        "起", Day(), en="From", needed="complete", sensitivity="S1", in_table=True, group="专班",
        also=headers("起始日期"),
    )
    valid_to = field(
        "止", Day(), en="Until", sensitivity="S1", in_table=True, group="专班",
        also=headers("截止日期"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="专班")
