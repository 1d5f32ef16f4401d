"""阶段记录: every change of a project's stage, written by the program, never changed (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Day, Moment, Ref, Text


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class StageMove(Record):
    """One move of one project from stage to stage."""

    table = "stage_move"
    library = "stage-moves"
    title = "阶段记录"
    under = "projects"
    clause = "3.2"
    purpose = "每次阶段变动的日期、依据和经手人，只增不改"
    icon = "clock"
    naming = ("to_stage",)
    keys = ()
    part_of = "project_id"
    closed = True
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="阶段",
        computed=True,
    )
    from_stage = field("原阶段", Text(10), en="From", sensitivity="S1", in_table=True, group="阶段", computed=True)
    to_stage = field(
        "新阶段", Text(10), en="To", needed="save", sensitivity="S1", in_table=True, group="阶段", computed=True,
    )
    moved_on = field(
        "变动日期", Day(), en="Moved on", needed="save", sensitivity="S1", in_table=True, group="阶段",
        computed=True,
    )
    moved_at = field("登记时间", Moment(), en="Recorded", sensitivity="S1", group="阶段", computed=True)
    mover_id = field("经手人", Ref("staff"), en="By", sensitivity="S1", in_table=True, group="阶段", computed=True)
    gate = field("关口", Text(4), en="Gate", sensitivity="S1", in_table=True, group="阶段", computed=True)
    warned = field(
        "提醒未满足的条件", Text(4000, lines=4), en="Warned of", sensitivity="S1", group="阶段", computed=True,
    )
    override_reason = field(
        "越过关口的理由", Text(500, lines=2), en="Reason of the override", sensitivity="S1", in_table=True,
        group="阶段", computed=True,
    )
    overridden = field(
        "被越过的条件", Text(4000, lines=4), en="Overridden", sensitivity="S1", group="阶段", computed=True,
    )
    reason = field("说明", Text(500, lines=2), en="Reason", sensitivity="S1", group="阶段", computed=True)
