"""工作人员: who works on investment, where and in what role (notice 2025-18, clauses 10.2 and 10.3)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Day, Mobile, Ref, Text, YesNo
from fj_desktop.core.record_rules import not_above
from fj_desktop.core.splitting import period
from fj_desktop.core.splitting.words import headers, said


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Staff(Record):
    """One colleague; made from a name alone when a ledger names a contact nobody has entered yet."""

    table = "staff"
    library = "staff"
    title = "工作人员"
    shelf = "基础"
    clause = "10.2"
    purpose = "驻点、专班、部门和乡镇的招商人员"
    icon = "staff"
    keys = ("mobile", "name")
    rules = (not_above("posted_from", "posted_to"),)
    spreads = (
        Spread(
            headers("派驻期|派驻期限|派驻起止|派驻起止时间"), ("posted_from", "posted_to"),
            period("posted_from", "posted_to"),
        ),
    )

    name = field(
        "姓名", Text(50), en="Name", needed="save", sensitivity="S1", in_table=True, group="身份",
        also=headers("名字|人员姓名|工作人员|工作人员姓名|干部姓名|招商员|招商人员|驻点人员姓名|联络员姓名|Full name"),
    )
    unit_id = field(
        "单位", Ref("unit"), en="Unit", needed="save", sensitivity="S1", default="unit", in_table=True, group="身份",
        also=headers("工作单位|所在单位|单位名称|派出单位|原单位|原工作单位|所属单位|抽调单位|来源单位|部门"),
    )
    office_id = field(
        "派驻办事处", Ref("office"), en="Posted to", sensitivity="S1", in_table=True, group="派驻",
        also=headers("办事处|所在办事处|派驻地|派驻区域|驻点|驻点区域|派驻地点|派驻|所属办事处|片组|所属片组|区域"),
    )
    role = field(
        "角色",
        Choice(
            "县级管理员", "专班成员", "驻点人员", "部门联络员", "乡镇联络员", "只读领导", "展会演示",
            also=said({
                "县级管理员": "管理员", "专班成员": "专班|专班人员|业务骨干",
                "驻点人员": "驻点招商员|驻外人员|驻外干部|驻点干部|招商员", "部门联络员": "联络员|部门人员",
                "乡镇联络员": "乡镇人员", "只读领导": "领导", "展会演示": "演示",
            }),
        ),
        en="Role", needed="save", sensitivity="S1", default="=部门联络员", in_table=True, group="身份",
        also=headers("岗位|人员类别|类别|职责|工作角色"),
    )
    mobile = field(
        "手机", Mobile(), en="Mobile", sensitivity="S2", in_table=True, group="身份",
        also=headers("手机号码|手机号|移动电话|联系电话|联系方式|电话|联系手机|电话号码|Mobile phone|Phone|Tel"),
    )
    posted_from = field(
        "派驻起", Day(), en="Posted from", sensitivity="S1", in_table=True, group="派驻",
        also=headers("派驻时间|派驻日期|派驻起始|派驻开始|派驻开始时间|到岗时间|到岗日期|驻点开始时间"),
    )
    posted_to = field(
        "派驻止", Day(), en="Posted to date", sensitivity="S1", in_table=True, group="派驻",
        also=headers("派驻结束|派驻截止|派驻结束时间|派驻到期|离岗时间|驻点结束时间"),
    )
    key_fingerprint = field(
        "签名公钥指纹", Text(64), en="Key fingerprint", sensitivity="S1", group="交换",
        note="用于核对数据交换包的签名",
    )
    active = field(
        "在用", YesNo(), en="Active", needed="save", sensitivity="S1", default="=是", in_table=True, group="身份",
        also=headers("是否在岗|在岗|是否在用|是否在职|在岗状态|状态"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="备注",
        also=headers("备注说明|说明|其他|其它|职务|Remarks|Remark|Note"),
    )
