"""产业链年度目标: targets of a chain for a year (notice 2025-18, clause 3.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Ref, Text, Whole, Year
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class ChainTarget(Record):
    """The targets of one chain for one year."""

    table = "chain_target"
    library = "targets"
    title = "产业链年度目标"
    under = "chains"
    clause = "3.2"
    purpose = "每条产业链每年的签约、落地、到资和厂房目标"
    icon = "chain"
    naming = ("year",)
    keys = ()
    same_when = ("chain_id", "year")
    indexed = ("chain_id", "year")
    part_of = "chain_id"

    chain_id = field("产业链", Ref("chain"), en="Chain", needed="save", sensitivity="S1", in_table=True, group="目标")
    year = field(
        "年度", Year(), en="Year", needed="save", sensitivity="S1", in_table=True, group="目标",
        also=headers("年份"),
    )
    signed_yi = field(
        "签约投资额目标", Amount("亿元", 4), en="Target of signed investment", needed="save", sensitivity="S1",
        in_table=True, group="目标",
        also=headers("签约投资额|签约目标"),
    )
    landed_count = field(
        "落地项目目标", Whole("个"), en="Target of landed projects", needed="save", sensitivity="S1", in_table=True,
        group="目标",
        also=headers("落地项目|落地项目数"),
    )
    arrived_yi = field(
        "到位资金目标", Amount("亿元", 4), en="Target of arrived funds", needed="save", sensitivity="S1",
        in_table=True, group="目标",
        also=headers("到位资金|到资目标"),
    )
    factory_wan_m2 = field(
        "入驻标准厂房目标", Amount("万㎡", 4), en="Target of factory space", sensitivity="S1", in_table=True,
        group="目标",
        also=headers("入驻标准厂房"),
    )
    source = field(
        "来源", Text(200), en="Source", sensitivity="S1", group="目标",
        also=headers("依据|文件"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="目标")
