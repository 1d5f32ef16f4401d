"""Columns of project ledgers that fill more than one field."""

from fj_desktop.core.field import Spread
from fj_desktop.core.kinds import Money
from fj_desktop.core.splitting import chain_of, contact, industry, phones, work_region
from fj_desktop.core.splitting.amounts import about, site
from fj_desktop.core.splitting.columns import CHAINS, CONTACTS, PHONES, TRADES, in_note
from fj_desktop.core.splitting.words import REGIONS, headers

# Lists are read as lists; ruff would give each word a line.
# fmt: off
SPREADS = (
    Spread(
        headers("片区|所属片区|来源片区|招商片区|区域|所属片组|片组|重点区域|招商组/片区|所在区域"),
        ("origin_region", "origin_division", "note"), work_region("origin_region", REGIONS, "origin_division", "note"),
    ),
    Spread(
        (*TRADES, *headers("项目分类|行业分类及代码")), ("industry_code", "chain_id", "note"),
        industry("industry_code", "chain_id", "note", "产业类型"),
    ),
    Spread(CHAINS, ("chain_id",), chain_of("chain_id")),
    Spread(
        headers("需用土地|用地需求|用地面积|拟用地面积|需地面积|土地需求|用地规模|需用土地或厂房|用地(厂房)需求"),
        ("land_need_mu", "factory_need_m2", "note"), site("land_need_mu", "factory_need_m2", "note", "需用土地"),
    ),
    *(
        Spread(headers(names), (key, "note"), about(Money(), key, "note", names.split("|", 1)[0]))
        for key, names in (
            ("fixed_invest_wan", "固定资产投资|固定资产投资额|固投|计划固定资产投资"),
            ("total_invest_wan", (
                "总投资|投资总额|计划总投资|总投资额|投资额|投资规模|拟投资额|协议投资额|协议投资|计划投资总额|项目总投资"
            )),
            ("expect_output_wan", "预计年产值|年产值|预计产值|达产产值"),
            ("expect_tax_wan", "预计年税收|年税收|预计税收|达产税收"),
        )
    ),
    Spread(
        headers("企业联系人|投资方联系人|客商联系人|联系人姓名|对方联系人") + CONTACTS,
        ("contact_person", "contact_phone", "note"),
        contact("contact_person", "contact_phone", "contact_phone", "note"),
    ),
    Spread(PHONES, ("contact_phone", "note"), phones("contact_phone", "contact_phone", "note")),
    *in_note(
        {
            "项目级别": "项目级别|项目类别", "招商组": "招商组|招商小组", "建设性质": "建设性质",
            "统一社会信用代码": "统一社会信用代码|信用代码", "建设地点": "建设地点|项目地址|建设地址",
            "存在问题": "存在问题|困难问题|需协调解决的问题|存在困难",
        },
        "note",
    ),
)
