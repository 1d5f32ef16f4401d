"""Columns that ledgers of people and companies have in common and that fill more than one field."""

from collections.abc import Mapping

from fj_desktop.core.field import Spread
from fj_desktop.core.kinds import Day
from fj_desktop.core.splitting import contact, employer, fitting, noted, phones, place, region_of, work_region
from fj_desktop.core.splitting.words import LISTINGS, NATURES, REGIONS, TIERS, headers

# Lists are read as lists; ruff would give each word a line.
# fmt: off
_IN_NOTE = {
    "民族": "民族",
    "年龄": "年龄|岁数",
    "政治面貌": "政治面貌|党派|是否党员",
    "学历": "学历|文化程度|最高学历|学历学位|学历/学位|学位",
    "毕业院校": "毕业院校|毕业学校|毕业院校及专业|毕业院校系及专业|毕业院校/专业",
    "职称": "职称|专业技术职称|专业技术职务|技术职称",
    "简历": "简历|个人简历|个人简介|人物简介|工作经历|工作简历|主要经历|个人情况|人员简介",
    "主要业绩": "主要业绩|主要成就|主要成绩|业绩|获奖情况|荣誉|所获荣誉|主要荣誉|主要事迹|突出贡献",
    "专长": "专长|特长|专业特长|擅长领域|技能特长",
    "爱好": "爱好|兴趣爱好|性格特点",
    "通讯地址": "通讯地址|通信地址|邮寄地址|联系地址|邮编|邮政编码",
    "地址": "地址|详细地址|Address",
    "年产值": "年产值|产值|上年产值",
}
"""What ledgers of people tell that has no field of its own; it stands in the notes behind its name."""


PHONES = headers(
    "联系电话|联系方式|电话|电话号码|联系号码|通讯方式|通讯号码|手机/电话|电话/手机|手机及电话|联系电话/手机|"
    "联系方式(电话)|联系方式(手机)|联系电话(手机)|联系人电话|联系人联系方式|本人联系电话|本人联系方式|负责人电话|"
    "企业联系电话|企业联系方式|Tel|Phone|Phone number|Telephone|Contact number"
)
CONTACTS = headers(
    "联系人及电话|联系人及联系方式|联系人及联系电话|联系人和电话|联系人和联系方式|联系人/电话|联系人/联系电话|"
    "联系人/联系方式|联系人电话及姓名|姓名及电话|姓名及联系方式|姓名/电话|负责人及电话|负责人及联系方式|"
    "负责人及联系电话|联系人、电话|联系人、联系方式|联系人、联系电话|联系人姓名及电话|联系人姓名及联系方式|"
    "企业联系人及电话|企业联系人及联系方式|企业联系人及联系电话|企业负责人及联系方式|企业负责人及电话|联系人(电话)|"
    "联系人(联系方式)|联系人(联系电话)"
)
_EMPLOYERS = headers(
    "工作单位及职务|现工作单位及职务|工作单位及现任职务|工作单位和职务|工作单位/职务|工作单位、职务|单位及职务|"
    "单位职务|单位/职务|单位、职务|任职单位及职务|现任单位及职务|所在单位及职务|所在单位及职位|企业及职务|公司及职务|"
    "公司/职务|所在企业及职务|单位及职位|工作单位及岗位|现单位及职务|就职单位及职务"
)
_NATIVES = headers("籍贯|祖籍|老家|家乡|出生地|户籍地|户籍|户籍所在地|祖籍地|籍贯地|原籍|Native place|Hometown")
_CITIES = headers(
    "所在城市|城市|工作城市|常驻城市|居住城市|现居住地|居住地|现居地|常住地|所在地|现所在地|工作地|工作地点|"
    "工作所在地|目前所在地|所在省市|所在地区|地区|现居住城市|所在地(城市)|工作地区|外出地|务工地|创业地|现住地|City|"
    "Location|Current city"
)
_AREAS = headers("区域|片区|所属区域|所属片区|所属片组|片组|重点区域|招商片区|招商区域|所在区域|分布区域|Region")
TRADES = headers(
    "行业|所属行业|行业类别|行业分类|行业类型|行业领域|从事行业|所在行业|行业门类|产业|产业类型|产业类别|所属产业|"
    "产业领域|产业方向|Industry|Sector"
)
"""A trade: an official industry or free words."""

WARES = headers(
    "主营产业|主营业务|经营范围|主要产品|主营|主营范围|主要业务|主营方向|业务范围|主导产品|主营业务及产品|主要经营|"
    "经营内容|从事产业|主要经营范围|产品|主营产品及业务|Main business|Business|Products"
)
"""Products and trade in free words."""

CHAINS = headers("产业链|所属产业链|对应产业链|产业链条|所属链条|链条|重点产业链|产业链名称|Chain|Industry chain")
REMARKS = headers(
    "备注说明|说明|其他|其它|其他说明|其他情况|情况说明|备注信息|附注|有关情况|Remarks|Remark|Note|Comment|Comments|"
    "Memo"
)

_SEATS = headers("企业所在地|公司所在地|总部所在地|总部|注册地区|企业注册地|来源地|企业来源地|投资方所在地|注册省份")
_FORMS = headers("企业类型|公司类型|主体类型|市场主体类型")
_LISTED = headers("是否上市|上市公司|是否上市公司")
_FOUNDED = headers("成立时间|成立年份|成立年月|注册成立时间")
_TIER_HEADERS = headers("企业资质|资质荣誉|企业荣誉|资质|企业称号|企业标签|企业等级|企业层级|行业地位")
# fmt: on


def in_note(labels: Mapping[str, str | tuple[str, ...]], note: str) -> tuple[Spread, ...]:
    """Columns kept in a note: their headers (tuple, or words with | between them) by the name put before the text."""
    columns = ((label, headers(one) if isinstance(one, str) else one) for label, one in labels.items())
    return tuple(Spread(heads, (note,), noted(label, note)) for label, heads in columns)


def person_columns(
    prefix: str = "person_",
    *,
    employer_key: str = "",
    town: str = "",
    village: str = "",
    own: tuple[str, ...] = (),
) -> tuple[Spread, ...]:
    """Columns of a person's own facts.

    Args:
        prefix: what the person's fields carry in this library.
        employer_key: the field an employer's name goes to; the person's own 工作单位 when empty.
        town: the field of the home town; the person's own when empty.
        village: the field of the home village, if the library has one.
        own: names of in-note columns that are fields of this library.
    """
    name, mobile, phone, email, note = (prefix + one for one in ("name", "mobile", "phone", "email", "note"))
    region, city = prefix + "region", prefix + "city"
    employed, title = employer_key or prefix + "org_name", prefix + "title"
    native, home = prefix + "native_place", town or prefix + "native_town"
    birthplace = (native, home, note, village) if village else (native, home, note)
    return (
        Spread(PHONES, (mobile, phone, email, note), phones(mobile, phone, note, email)),
        Spread(CONTACTS, (name, mobile, phone, title, note), contact(name, mobile, phone, note, title)),
        Spread(_EMPLOYERS, (employed, title), employer(employed, title)),
        Spread(_NATIVES, birthplace, place(native, home, note, village)),
        Spread(_CITIES, (city, note), region_of(city, note, "所在地")),
        Spread(_AREAS, (region, city, note), work_region(region, REGIONS, city, note)),
        *in_note({label: words for label, words in _IN_NOTE.items() if label not in own}, note),
    )


def company_columns(prefix: str, note: str) -> tuple[Spread, ...]:
    """Columns of a company's own facts; ``note`` takes what has no field."""
    division, nature = prefix + "reg_division", prefix + "nature"
    listing, tier, founded = prefix + "listing", prefix + "tier", prefix + "established_on"
    return (
        Spread(_SEATS, (division, note), region_of(division, note, "所在地")),
        Spread(_FORMS, (nature, note), fitting(NATURES, nature, note, "企业类型")),
        Spread(_LISTED, (listing, note), fitting(LISTINGS, listing, note, "是否上市")),
        Spread(_TIER_HEADERS, (tier, note), fitting(TIERS, tier, note, "企业资质")),
        Spread(_FOUNDED, (founded, note), fitting(Day(), founded, note, "成立时间")),
    )
