"""Units as headers write them."""

from collections.abc import Mapping

UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "元": "元 人民币元 yuan rmb cny",
        "千元": "千元",
        "万元": (
            "万元 万 人民币万元 万元人民币 rmb万元 wan 10krmb rmb10k 10kcny cny10k 10000yuan rmb10,000 "
            "10,000rmb tenthousandyuan"
        ),
        "百万元": "百万元 millionrmb rmbmillion millionyuan cnymillion",
        "千万元": "千万元",
        "亿元": "亿元 亿 人民币亿元 亿元人民币 rmb亿元 100millionyuan rmb100m 100mrmb",
        "美元": "美元 usd us$ $",
        "万美元": "万美元 usd10k 10kusd",
        "亿美元": "亿美元",
        "亩": "亩 mu",
        "㎡": "m2 m² 平方米 平方 平米 平 sqm sq.m sq.m. sqmetres sqmeters squaremetres squaremeters",
        "万㎡": "万m2 万平方米 万平方 万平米",
        "公顷": "公顷 ha hectares",
        "平方公里": "平方公里 平方千米 km2",
        "万亩": "万亩",
        "%": "% 百分比 pct percent",
        "‰": "‰",
        "万元/亩": "万元/亩 万/亩 rmb10k/mu",
        "元/亩": "元/亩",
        "亿元/亩": "亿元/亩",
        "万元/亩·年": "万元/亩·年 万元/亩.年 万元/亩年 万元/年·亩 万元/(亩·年) 万元/亩/年 万元/年/亩",
        "元/㎡": "元/m2 元/平方米",
        "元/㎡·月": (
            "元/m2·月 元/m2.月 元/平方米·月 元/平方米/月 元/m2/月 元/月·m2 元/月/平方米 元/平方米.月 元/(m2·月)"
        ),
        "万元/吨标煤": "万元/吨标煤 万元/吨标准煤",
        "吨/㎡": "吨/m2 吨/平方米 t/m2",
        "kg/㎡": "kg/m2 公斤/m2 公斤/平方米 千克/平方米",
        "kn/㎡": "kn/m2 kn/平方米",
        "米": "米 m metres meters",
        "km": "km 公里 千米 kilometres kilometers",
        "kVA": "kva 千伏安",
        "kW": "kw 千瓦",
        "月": "月 个月 months",
        "年": "年 years",
        "天": "天 日 days",
        "人": "人 名 persons people",
        "家": "家 户",
        "个": "个 项 宗 块",
        "层": "层",
        "栋": "栋 幢",
        "次": "次",
        "周岁": "岁 周岁",
        "分": "分",
        "吨": "吨",
        "°": "° 度",
    }.items()
    for word in words.split()
}
"""Units as headers write them (folded, without blanks) and as the kinds know them."""
