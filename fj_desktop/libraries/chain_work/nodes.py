"""图谱环节: the links of a chain on its map (notice 2025-18, clause 1.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Ref, Refs, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class ChainNode(Record):
    """One link: upstream, middle, downstream, support or service."""

    table = "chain_node"
    library = "nodes"
    title = "图谱环节"
    under = "chains"
    clause = "1.2"
    purpose = "产业链上中下游和配套的每个环节，本地有没有、该招谁"
    icon = "chain"
    naming = ("name",)
    keys = ()
    same_when = ("chain_id", "name")
    indexed = ("chain_id",)
    part_of = "chain_id"

    chain_id = field(
        "产业链", Ref("chain"), en="Chain", needed="save", sensitivity="S0", fair="show", in_table=True,
        group="环节",
    )
    parent_id = field(
        "上级节点", Ref("chain_node"), en="Above", sensitivity="S0", fair="show", in_table=True, group="环节",
        also=headers("上级环节"),
    )
    name = field(
        "环节名称", Text(80), en="Node", needed="save", sensitivity="S0", fair="show", in_table=True, group="环节",
        also=headers("环节|名称|节点名称"),
    )
    position = field(
        "环节位置", Choice("上游", "中游", "下游", "配套", "服务"), en="Position", needed="save", sensitivity="S0",
        fair="show", in_table=True, group="环节",
        also=headers("位置"),
    )
    gap = field(
        "本地状态", Choice("已有", "薄弱", "缺失"), en="State here", needed="save", sensitivity="S0", fair="show",
        in_table=True, group="环节",
        also=headers("本地情况|缺口"),
    )
    local_company_ids = field(
        "本地企业", Refs("company"), en="Companies here", sensitivity="S0", fair="show", in_table=True, group="环节",
        also=headers("已有企业|本地代表企业"),
    )
    target_company_ids = field(
        "目标企业", Refs("company"), en="Companies wanted", sensitivity="S2", in_table=True, group="环节",
        also=headers("招引目标|目标招引企业"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="环节")
