"""污染物排放: what a project emits and what the place bears (notice 2025-18, clause 7.1)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Choice, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Emission(Record):
    """One pollutant of one project, in tonnes a year."""

    table = "project_emission"
    library = "emissions"
    title = "污染物排放"
    under = "projects"
    clause = "7.1"
    purpose = "每种污染物的年排放量和当地阈值，前置审查逐项比对"
    icon = "project"
    naming = ("pollutant",)
    keys = ()
    same_when = ("project_id", "pollutant")
    part_of = "project_id"
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="排放",
        also=headers("所属项目|项目名称"),
    )
    pollutant = field(
        "污染物", Choice("COD", "氨氮", "SO2", "NOx", "VOCs", "颗粒物", "其他"), en="Pollutant", needed="save",
        sensitivity="S1", in_table=True, group="排放",
        also=headers("污染物名称|名称"),
    )
    amount_t = field(
        "年排放量", Amount("吨/年", 4), en="Yearly amount", needed="save", sensitivity="S1", in_table=True,
        group="排放",
        also=headers("排放量"),
    )
    limit_t = field(
        "环境承载阈值", Amount("吨/年", 4), en="Limit", needed="complete", sensitivity="S1", in_table=True,
        group="排放",
        also=headers("阈值|限值|总量指标"),
    )
    basis = field(
        "依据", Text(200), en="Ground", sensitivity="S1", in_table=True, group="排放",
        also=headers("阈值依据|来源"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="排放")
