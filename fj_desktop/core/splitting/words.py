"""Closed lists that more than one declaration uses, with the words ledgers say for them."""

from collections.abc import Mapping

from fj_desktop.core.kinds import Choice, MultiChoice


def headers(words: str) -> tuple[str, ...]:
    """Headers of a column, written with | between them."""
    return tuple(words.split("|"))


def said(meanings: Mapping[str, str]) -> dict[str, str]:
    """Words of ledgers by the label they mean, written with | between them; for ``also`` of a closed list."""
    return {word: label for label, words in meanings.items() for word in words.split("|")}


# Lists are read as lists; ruff would give each word a line.
# fmt: off
REGIONS = Choice(
    "长三角", "粤港澳大湾区", "京津冀", "中部地区", "重庆市内", "其他省市", "境外",
    also=said({
        "长三角": "长三角地区|华东|华东地区|长三角组", "粤港澳大湾区": "大湾区|粤港澳|珠三角|粤港澳大湾区组",
        "京津冀": "京津冀地区|京津冀组", "中部地区": "中部|中部六省", "重庆市内": "市内|重庆|重庆市|本市",
        "其他省市": "其他|其它", "境外": "国外|海外|港澳台",
    }),
)
"""Regions of work (notice 2025-18, mechanism ten, item two), and what lies outside them."""

NATURES = Choice(
    "国有", "民营", "外资", "港澳台资", "合资", "集体", "其他",
    also=said({
        "国有": "国企|央企|国企(央企)|国企(地方)|国有企业|国有独资|国有控股|中央企业|地方国企",
        "民营": "民企|民营企业|私营|私企|私营企业|个体工商户|自然人独资",
        "外资": "外企|外资企业|外商独资|外商投资|外商投资企业", "港澳台资": "港资|台资|港澳台|港澳台商投资",
        "合资": "中外合资|合资企业|中外合作", "集体": "集体企业|集体所有制", "其他": "其它|股份制|混合所有制",
    }),
)

LISTINGS = Choice(
    "未上市", "拟上市", "A股", "港股", "美股", "北交所", "新三板", "其他",
    also=said({
        "未上市": "否|无|未|没有|非上市", "拟上市": "拟ipo|辅导期|上市辅导",
        "A股": "主板|沪市|深市|创业板|科创板|沪市主板|深市主板|上交所|深交所", "港股": "港交所|香港上市|香港主板",
        "美股": "纳斯达克|纽交所", "北交所": "北交所上市", "新三板": "新三板挂牌", "其他": "区域股权市场",
    }),
)

TIERS = MultiChoice(
    "世界500强", "中国500强", "民企500强", "行业百强", "上市公司", "链主企业", "专精特新小巨人", "专精特新",
    "高新技术企业", "瞪羚", "独角兽",
    also=said({
        "世界500强": "世界五百强", "中国500强": "中国五百强|中国企业500强",
        "民企500强": "民营500强|民营企业500强|中国民营企业500强|民营五百强", "上市公司": "上市企业",
        "链主企业": "链主",
        "专精特新小巨人": "小巨人|专精特新“小巨人”|国家级专精特新小巨人|国家级专精特新“小巨人”企业|国家级专精特新",
        "专精特新": "专精特新企业|专精特新中小企业|省级专精特新|市级专精特新",
        "高新技术企业": "高企|国家高新技术企业|国家级高新技术企业|高新企业", "瞪羚": "瞪羚企业",
        "独角兽": "独角兽企业",
    }),
)
