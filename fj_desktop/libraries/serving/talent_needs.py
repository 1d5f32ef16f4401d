"""招才引智需求: people that projects and companies need (notice 2025-18, clause 1.3)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Ref, Text, Whole
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class TalentNeed(Record):
    """One post to fill."""

    table = "talent_need"
    library = "talent-needs"
    title = "招才引智需求"
    under = "service-requests"
    clause = "1.3"
    purpose = "项目要什么人、要几个、到岗几个"
    icon = "person"
    naming = ("post",)
    keys = ()
    same_when = ("company_id", "post")
    indexed = ("company_id", "project_id")
    visibility = "office"
    rules = (not_above("landed", "count"),)

    company_id = field(
        "企业", Ref("company", makes=True), en="Company", needed="save", sensitivity="S1", in_table=True,
        group="需求",
        also=headers("企业名称"),
    )
    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S1", in_table=True, group="需求",
        also=headers("项目名称"),
    )
    kind = field(
        "类别", Choice("创业人才回引", "技能人才回归", "高校毕业生回乡", "高层次人才"), en="Kind", needed="save",
        sensitivity="S0", fair="show", in_table=True, group="需求",
        also=headers("人才类别"),
    )
    post = field(
        "岗位", Text(80), en="Post", needed="complete", sensitivity="S0", fair="show", in_table=True, group="需求",
        also=headers("岗位名称"),
    )
    count = field(
        "人数", Whole("人"), en="Number", needed="save", sensitivity="S0", fair="show", in_table=True, group="需求",
        also=headers("需求人数"),
    )
    skill = field(
        "要求", Text(4000, lines=4), en="Skill", sensitivity="S0", fair="show", group="需求",
        also=headers("技能要求"),
    )
    landed = field(
        "已到岗", Whole("人"), en="In post", sensitivity="S1", in_table=True, group="需求",
        also=headers("到岗人数"),
    )
