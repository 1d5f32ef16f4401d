"""A made-up ledger of companies, 20 columns wide, as a real office would hand it over."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook

HEADERS = (
    "统一社会信用代码", "企业名称", "法定代表人", "注册资本（万元）", "成立日期", "注册地", "注册地址", "办公地址",
    "企业性质", "行业", "主要产品", "营业收入（万元）", "净利润（万元）", "纳税额（万元）", "财务年度", "员工人数",
    "企业简介", "联系人", "联系电话", "备注",
)  # fmt: skip

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红志海山仁波宁贵福生龙元全国胜学祥"
WORDS = "华信远达宏盛嘉禾瑞丰恒泰创新云启明德睿智联合众诚安顺康润泽兴业金源天成博雅"
_CITIES = (
    ("510107", "成都市武侯区"), ("330106", "杭州市西湖区"), ("440305", "深圳市南山区"), ("320506", "苏州市吴中区"),
    ("500112", "重庆市渝北区"), ("420111", "武汉市洪山区"), ("310115", "上海市浦东新区"), ("110108", "北京市海淀区"),
)  # fmt: skip
_TRADES = (
    ("C3587 眼镜制造", "眼镜", "镜架、树脂镜片、太阳镜"), ("C1523 果菜汁及果菜汁饮料制造", "饮品", "脐橙汁、果茶"),
    ("C3825 光伏设备及元器件制造", "光电", "逆变器、组件边框"), ("C1353 肉制品及副产品加工", "食品", "腊肉、香肠"),
    ("C2770 卫生材料及医药用品制造", "医药", "口罩、敷料、包材"), ("I6513 应用软件开发", "软件", "工业软件、数据治理"),
)  # fmt: skip
_NATURES = ("民营企业", "国有企业", "外商投资企业", "民营", "国有")


def rows(count: int, *, seed: int = 1) -> Iterator[list[object]]:
    """The rows below the header; equal for an equal seed."""
    chance = random.Random(seed)  # noqa: S311 - invented companies, no secret
    for number in range(count):
        yield _row(chance, number)


def _row(chance: random.Random, number: int) -> list[object]:
    division, place = chance.choice(_CITIES)
    trade, short, wares = chance.choice(_TRADES)
    name = "".join(chance.choices(WORDS, k=4)) + short
    year = chance.randint(1995, 2025)
    income = chance.randint(50, 900000)
    return [
        credit_code(division, number),
        f"{place[:2]}{name}有限公司",
        _person(chance),
        chance.choice((500, 1000, 2000, 5000, 12000)),
        f"{year}.{chance.randint(1, 12)}.{chance.randint(1, 28)}",
        place,
        f"{place}{chance.choice('东南西北')}{chance.choice(WORDS)}路{chance.randint(1, 999)}号",
        f"{place}{chance.choice(WORDS)}大厦{chance.randint(1, 30)}楼",
        chance.choice(_NATURES),
        trade,
        wares,
        income,
        round(income * 0.07, 2),
        round(income * 0.03, 2),
        2024,
        chance.randint(5, 5000),
        f"主营{wares}，服务{chance.randint(20, 900)}家客户，拟在西南布局第{chance.randint(2, 5)}基地",
        _person(chance),
        f"1{chance.choice('3578')}{chance.randint(10**8, 10**9 - 1)}",
        f"{year}年起由驻点{chance.choice(_FAMILY)}科长跟进",
    ]


def _person(chance: random.Random) -> str:
    return chance.choice(_FAMILY) + "".join(chance.choices(_GIVEN, k=chance.randint(1, 2)))


def credit_code(division: str, number: int) -> str:
    """A well-formed credit code (GB 32100) that no company has."""
    body = f"91{division}MA{_base31(number, 7)}"
    total = sum(_SIGNS.index(sign) * weight for sign, weight in zip(body, _WEIGHTS, strict=True))
    return body + _SIGNS[-total % 31]


def _base31(number: int, places: int) -> str:
    signs = []
    for _ in range(places):
        number, rest = divmod(number, 31)
        signs.append(_SIGNS[rest])
    return "".join(reversed(signs))


def write_sheet(out: Path, values: Iterable[list[object]]) -> None:
    """Write the ledger by openpyxl's fastest way, values only."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("企业台账")
    sheet.append(HEADERS)
    for row in values:
        sheet.append(row)
    book.save(out)


def merely_read(path: Path) -> int:
    """Go through all rows by openpyxl's fastest way; returns how many there are."""
    book = load_workbook(path, read_only=True)
    count = sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return count
