"""驻外签到: the days posted people were at their post (notice 2025-18, clause 10.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Ref, Text
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class SignIn(Record):
    """One person on one day."""

    table = "sign_in"
    library = "sign-ins"
    title = "驻外签到"
    under = "staff"
    clause = "10.2"
    purpose = "驻外人员每天签到一次：在驻点、外出招商还是回县汇报"
    icon = "calendar"
    naming = ("place",)
    keys = ()
    same_when = ("staff_id", "signed_on")
    indexed = ("signed_on", "staff_id")

    staff_id = field(
        "签到人", Ref("staff", makes=True), en="Who", needed="save", sensitivity="S1", default="me", in_table=True,
        group="签到",
        also=headers("姓名|人员"),
    )
    signed_on = field(
        "签到日期", Day(), en="Day", needed="save", sensitivity="S1", in_table=True, group="签到",
        also=headers("日期|在岗日期"),
    )
    office_id = field(
        "办事处", Ref("office"), en="Office", needed="save", sensitivity="S1", default="office", in_table=True,
        group="签到",
        also=headers("驻点"),
    )
    state = field(
        "在岗状态", Choice("驻点办公", "外出招商", "回县汇报"), en="Where", needed="complete", sensitivity="S1",
        default="=驻点办公", in_table=True, group="签到",
        also=headers("状态"),
    )
    place = field(
        "签到地点", Text(100), en="Place", sensitivity="S1", in_table=True, group="签到",
        also=headers("地点"),
    )
    note = field("备注", Text(500, lines=2), en="Notes", sensitivity="S1", group="签到")
