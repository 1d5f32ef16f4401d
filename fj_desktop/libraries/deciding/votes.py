"""表决情况: votes on a decision, for named persons only (notice 2025-18, clause 7.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Vote(Record):
    """One vote."""

    table = "decision_vote"
    library = "votes"
    title = "表决情况"
    under = "assessments"
    clause = "7.2"
    purpose = "集体审议的表决，限县中心和参会人员查看"
    icon = "people"
    naming = ("voter",)
    keys = ()
    same_when = ("decision_id", "voter")
    indexed = ("decision_id",)
    part_of = "decision_id"
    visibility = "office"

    decision_id = field(
        "审议", Ref("decision"), en="Decision", needed="save", sensitivity="S1", in_table=True, group="表决",
    )
    voter = field(
        "表决人", Text(50), en="Voter", needed="save", sensitivity="S3", in_table=True, group="表决",
        also=headers("姓名"),
    )
    vote = field(
        "表决意见", Choice("同意", "反对", "弃权", "回避"), en="Vote", needed="save", sensitivity="S3",
        in_table=True, group="表决",
        also=headers("意见"),
    )
    reason = field("理由", Text(500, lines=2), en="Reason", sensitivity="S3", in_table=True, group="表决")
