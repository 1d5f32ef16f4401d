"""招商合同: framework, formal, supplementary and ending agreements (notice 2025-18, clause 4.2)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Choice, CreditCode, Day, Document, Money, MuArea, Ref, Text, YesNo
from fj_desktop.core.record_rules import before
from fj_desktop.core.splitting.words import headers


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Contract(Record):
    """One contract of one project."""

    table = "contract"
    library = "contracts"
    title = "招商合同"
    shelf = "合同履约"
    clause = "4.2"
    purpose = "框架、正式、补充和解除协议，只有首次正式合同计入签约额"
    icon = "contract"
    naming = ("contract_no", "kind")
    keys = ("contract_no",)
    indexed = ("project_id", "status")
    part_of = "project_id"
    visibility = "office"
    rules = (before("agreed_start_on", "agreed_prod_on"),)

    contract_no = field(
        "合同编号", Text(40, wide=20), en="Contract No.", needed="complete", sensitivity="S1",
        in_table=True, group="合同",
        also=headers("编号|合同号|协议编号"),
    )
    project_id = field(
        "项目", Ref("project"), en="Project", needed="save", sensitivity="S1", in_table=True, group="合同",
        also=headers("项目名称"),
    )
    kind = field(
        "合同类型", Choice("框架协议", "战略合作协议", "正式合同", "补充协议", "解除协议", "意向书"), en="Kind",
        needed="save", sensitivity="S1", in_table=True, group="合同",
        also=headers("协议类型|类型"),
    )
    parent_id = field("主合同", Ref("contract"), en="Main contract", sensitivity="S1", group="合同")
    party_a = field(
        "甲方", Text(200), en="Party A", needed="complete", sensitivity="S1", default="=奉节县人民政府",
        group="合同",
        also=headers("甲方单位"),
    )
    party_b = field(
        "乙方", Text(200), en="Party B", needed="save", sensitivity="S1", in_table=True, group="合同",
        also=headers("乙方单位|乙方企业"),
    )
    party_b_uscc = field("乙方信用代码", CreditCode(), en="Credit code of party B", sensitivity="S1", group="合同")
    amount_wan = field(
        "合同投资额", Money(), en="Amount", needed="签约", sensitivity="S1", in_table=True, group="合同",
        also=headers("合同金额|协议投资额|签约金额|投资额"),
    )
    counted = field(
        "计入签约额", YesNo(), en="Counted", needed="complete", sensitivity="S1", in_table=True, group="合同",
        computed=True,
    )
    signed_on = field(
        "签订日期", Day(), en="Signed on", needed="签后", sensitivity="S1", in_table=True, group="时间",
        also=headers("签约日期|签约时间|签订时间"),
    )
    effective_on = field(
        "生效日期", Day(), en="In force from", sensitivity="S1", group="时间",
        also=headers("生效时间"),
    )
    expires_on = field(
        "期限止", Day(), en="In force until", sensitivity="S1", group="时间",
        also=headers("到期日期|终止日期"),
    )
    agreed_start_on = field(
        "约定开工", Day(), en="Start agreed", sensitivity="S1", in_table=True, group="时间",
        also=headers("约定开工日期|协议开工时间"),
    )
    agreed_prod_on = field(
        "约定投产", Day(), en="Production agreed", sensitivity="S1", in_table=True, group="时间",
        also=headers("约定投产日期|协议投产时间"),
    )
    land_mu = field(
        "约定供地", MuArea(), en="Land agreed", sensitivity="S1", group="约定",
        also=headers("供地面积|用地面积"),
    )
    intensity_min = field(
        "约定投资强度", Amount("万元/亩", 2), en="Intensity agreed", sensitivity="S1", group="约定",
        also=headers("投资强度"),
    )
    tax_min_mu = field(
        "约定亩均税收", Amount("万元/亩·年", 2), en="Tax a mu agreed", sensitivity="S1", group="约定",
        also=headers("亩均税收"),
    )
    breach_terms = field(
        "违约责任", Text(4000, lines=4), en="Breach", needed="签约", sensitivity="S2", group="约定",
        also=headers("违约条款"),
    )
    exit_terms = field(
        "退出条款", Text(4000, lines=4), en="Exit", needed="签约", sensitivity="S2", group="约定",
        also=headers("退出机制"),
    )
    bond_wan = field(
        "履约保证金", Money(), en="Bond", sensitivity="S2", group="约定",
        also=headers("保证金"),
    )
    decision_id = field("审议依据", Ref("decision"), en="Decision", needed="签约", sensitivity="S1", group="依据")
    legal_opinion_id = field(
        "法律审查", Document(), en="Legal opinion", needed="complete", sensitivity="S2", group="依据",
    )
    scan_id = field("扫描件", Document(), en="Scan", needed="签后", sensitivity="S2", group="依据")
    original_place = field(
        "原件存放", Text(100), en="Where the original lies", sensitivity="S1", group="依据",
        also=headers("存放地点"),
    )
    status = field(
        "合同状态", Choice("起草", "送审", "待签", "履行中", "变更", "中止", "终止", "履行完毕"), en="State",
        needed="complete", sensitivity="S1", default="=起草", in_table=True, group="合同",
        also=headers("状态"),
    )
    note = field("备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="依据")
