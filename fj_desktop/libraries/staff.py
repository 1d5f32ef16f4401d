"""工作人员 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Mobile, Ref, Text, YesNo


class Staff(Record):
    """TODO."""

    table = "staff"
    library = "staff"
    title = "工作人员"

    name = field("姓名", Text(50), needed="save", sensitivity="S1")
    unit_id = field("单位", Ref("unit"), needed="save", sensitivity="S1")
    office_id = field("派驻办事处", Ref("office"), sensitivity="S1")
    role = field("角色", Choice("县级管理员", "专班成员", "驻点人员", "部门联络员", "乡镇联络员", "只读领导", "展会演示"), needed="save", sensitivity="S1")
    mobile = field("手机", Mobile(), sensitivity="S2")
    posted_from = field("派驻起", Day(), sensitivity="S1")
    posted_to = field("派驻止", Day(), sensitivity="S1")
    key_fingerprint = field("签名公钥指纹", Text(64), sensitivity="S1")  # signs sync packages
    active = field("在用", YesNo(), needed="save", sensitivity="S1")
