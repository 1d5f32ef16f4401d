"""一本账明细: lines of the three ledgers (notice 2025-18, clause 4.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Money, Ref, Text, Year
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class LedgerEntry(Record):
    """One line; promised, forecast and actual amounts are never added together."""

    table = "ledger_entry"
    library = "ledger"
    title = "一本账明细"
    under = "contracts"
    clause = "4.2"
    purpose = "投入产出、权利义务、成本效益三本账的每一笔"
    icon = "coin"
    naming = ("item",)
    keys = ()
    same_when = ("project_id", "book", "item", "year", "basis", "side")
    indexed = ("project_id", "year")
    part_of = "project_id"
    visibility = "office"

    project_id = field(
        "项目", Ref("project"), en="Project", sensitivity="S2", in_table=True, group="账目",
        also=headers("项目名称"),
    )
    book = field(
        "账本", Choice("投入产出", "权利义务", "成本效益"), en="Book", needed="save", sensitivity="S1",
        in_table=True, group="账目",
    )
    side = field(
        "方向", Choice("投入", "产出", "权利", "义务", "成本", "效益"), en="Side", needed="save", sensitivity="S1",
        in_table=True, group="账目",
    )
    payer = field(
        "主体", Choice("政府", "企业", "基金", "社会"), en="By whom", needed="save", sensitivity="S1", in_table=True,
        group="账目",
        also=headers("承担主体"),
    )
    item = field(
        "科目",
        Choice(
            "企业固投", "土地出让", "土地成本", "基础设施", "财政奖补", "租金减免", "基金出资", "税收地方留存",
            "产值", "就业", "工作经费", "中介费", "其他",
        ),
        en="Item", needed="save", sensitivity="S1", in_table=True, group="账目",
        also=headers("账目科目"),
    )
    year = field(
        "年度", Year(), en="Year", needed="save", sensitivity="S1", in_table=True, group="账目",
        also=headers("年份"),
    )
    basis = field(
        "口径", Choice("承诺", "预测", "实际"), en="Basis", needed="save", sensitivity="S1", in_table=True,
        group="账目",
        also=headers("数据口径"),
    )
    amount_wan = field("金额", Money(), en="Amount", needed="save", sensitivity="S2", in_table=True, group="账目")
    source_ref = field(
        "来源记录", Text(200), en="Source", needed="save", sensitivity="S1", group="账目",
        also=headers("来源"),
    )
    note = field(
        "说明", Text(4000, lines=4), en="Notes", sensitivity="S2", group="账目",
        also=headers("备注"),
    )
