"""A second, separate world of ledgers kept twice: other words, other slips than ``twins``; nothing is tuned on it.

Each maker gives one row and how another person writes the same thing down, or a thing that only looks like it.
"""

import random
from collections.abc import Callable

from tests.support.twins import Ledger, Row, credit_code


def _words(text: str) -> list[str]:
    return text.split()


_PLACES = (
    ("四川省", "绵阳市"), ("湖南省", "岳阳市"), ("安徽省", "芜湖市"), ("山东省", "潍坊市"), ("江西省", "赣州市"),
    ("福建省", "泉州市"), ("河北省", "廊坊市"), ("广东省", "惠州市"), ("河南省", "洛阳市"), ("贵州省", "遵义市"),
)  # fmt: skip
_BRANDS = _words(
    "松涛 碧水 长丰 金穗 三和 聚源 万隆 华信 兴业 新元 广厦 百川 众望 凌峰 雅园 维康 安泰 永固 祥云 红枫 银杏 麦田 海岳 龙脊 蓝盾 "
    "青禾 明珠 中科 捷成 旭升 同济 巨星 大唐 秋实 春晖 佰草 尚品 优创 力帆 欧迪"
)  # fmt: skip
_MORE = _words("达 利 源 通 兴 福 顺 美 康 宝 汇 诚")
_LINES = _words(
    "医疗器械 环保设备 饲料 茶业 家具 汽车零部件 玻璃制品 印务 建筑劳务 水产养殖 软件开发 文化传播 矿山机械 特种电缆 陶瓷 "
    "供应链管理 劳保用品 检测技术 园林绿化 塑胶制品"
)  # fmt: skip
_ROADS = _words("建设路 迎宾大道 湘江路 学府街 创业园三号楼 东环路 港口大道 凤凰路")
_FAMILY = "王李张刘高林罗梁宋郑谢唐许邓傅曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜石姚谭廖邹熊陆郝白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
_GIVEN = "伟芳娜敏军磊洋勇艳杰娟涛超霞平刚桂琴鹏飞丹萍鑫斌梅琳云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉桂娣璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷"
_HEARD = dict(
    zip(
        "伟芳敏军勇杰涛平刚鹏飞鑫斌梅荣瑞佳嘉珍莉颖瑶怡华长金源信新",
        "玮方闵君永洁滔萍钢彭菲欣彬玫蓉锐嘉佳真丽影遥仪桦常今元鑫欣",
        strict=True,
    )
)
_LOOKS = dict(zip("达利源通长金川岳盾禾未土人大天太", "迖刹原桶张全州岱质木末士入太夫犬", strict=True))

Maker = Callable[[random.Random], tuple[Row, Row]]


def _pick(lot: random.Random, *words: str) -> str:
    return lot.choice(words)


def _person(lot: random.Random) -> str:
    return lot.choice(_FAMILY) + "".join(lot.sample(_GIVEN, lot.choice((1, 2, 2, 2))))


def _cell(lot: random.Random) -> str:
    return lot.choice(("135", "137", "150", "158", "182", "189", "199")) + f"{lot.randrange(10**8):08}"


def _line(lot: random.Random) -> str:
    return f"0{lot.randint(710, 799)}-{lot.randint(2100000, 8899999)}"


def _firm(lot: random.Random) -> tuple[Row, tuple[str, str], str, str, str]:
    place, brand, trade = lot.choice(_PLACES), lot.choice(_BRANDS) + lot.choice(["", *_MORE]), lot.choice(_LINES)
    form = lot.choices(("有限公司", "有限责任公司", "股份有限公司"), (7, 2, 1))[0]
    row: Row = {"name": f"{place[1][:-1]}{brand}{trade}{form}"}
    extra = {
        "contact_phone": lot.choice((_line, _cell))(lot), "legal_rep": _person(lot), "contact_person": _person(lot),
        "reg_address": "".join(place) + lot.choice(_ROADS) + f"{lot.randint(1, 400)}号", "uscc": credit_code(lot),
    }  # fmt: skip
    row |= {name: value for name, value in extra.items() if lot.random() < 0.65}
    return row, place, brand, trade, form


def _again(lot: random.Random, row: Row, name: str, *, keep: float = 0.6) -> Row:
    """The same firm written down by another: its name as given, some of the rest, never both codes."""
    rest = {key: value for key, value in row.items() if key not in ("name", "uscc") and lot.random() < keep}
    return {"name": name, **rest}


def _rewritten(write: Callable[[random.Random, tuple[str, str], str, str, str], str]) -> Maker:
    def make(lot: random.Random) -> tuple[Row, Row]:
        row, place, brand, trade, form = _firm(lot)
        return row, _again(lot, row, write(lot, place, brand, trade, form))

    return make


def _swap(lot: random.Random, text: str) -> str:
    at = lot.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _one_of(lot: random.Random, text: str, among: dict[str, str]) -> str:
    places = [at for at, sign in enumerate(text) if sign in among]
    if not places:
        return _swap(lot, text)
    at = lot.choice(places)
    return text[:at] + among[text[at]] + text[at + 1 :]


def _by_code(lot: random.Random) -> tuple[Row, Row]:
    row, place, brand, trade, _ = _firm(lot)
    row["uscc"] = credit_code(lot)
    return row, {"name": f"{place[1][:-1]}{brand}{trade}", "uscc": row["uscc"], "contact_phone": _cell(lot)}


SAME_FIRM: tuple[Maker, ...] = (
    _rewritten(lambda lot, p, b, t, f: f"{p[0]}{p[1]}{b}{t}{f}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1]}{b}{t}{f}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[0][:-1]}{p[1][:-1]}{b}{t}{f}"),
    _rewritten(lambda lot, p, b, t, f: f" {p[1][:-1]} {b} {t}{f}　"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1][:-1]}{b}{t}{'有限责任公司' if f == '有限公司' else '有限公司'}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1][:-1]}{b}{t}"),
    _rewritten(lambda lot, p, b, t, f: f"{b}{t}{f}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1][:-1]}{_swap(lot, b + t)}{f}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1][:-1]}{_one_of(lot, b + t, _HEARD)}{f}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1][:-1]}{_one_of(lot, b + t, _LOOKS)}{f}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1][:-1]}{b}{b[-1]}{t}{f}"),
    _rewritten(lambda lot, p, b, t, f: f"{p[1][:-1]}{b}{t}（{_pick(lot, '筹', '原合作社', '联系人李工')}）{f}"),
    _by_code,
)


def _unlike(
    write: Callable[[random.Random, Row, tuple[str, str], str, str, str], tuple[str, str]], *, share: bool
) -> Maker:
    def make(lot: random.Random) -> tuple[Row, Row]:
        row, place, brand, trade, form = _firm(lot)
        row["name"], name = write(lot, row, place, brand, trade, form)
        other, *_ = _firm(lot)
        shared = {key: row[key] for key in ("contact_phone", "legal_rep", "reg_address") if share and key in row}
        return row, {**other, **shared, "name": name}

    return make


def _elsewhere(lot: random.Random, place: tuple[str, str]) -> str:
    return lot.choice([one[1][:-1] for one in _PLACES if one != place])


def _two_codes(lot: random.Random) -> tuple[Row, Row]:
    row, *_ = _firm(lot)
    row["uscc"] = credit_code(lot)
    return row, {**row, "uscc": credit_code(lot)}


OTHER_FIRM: tuple[Maker, ...] = (
    _unlike(lambda lot, r, p, b, t, f: (r["name"], f"{_elsewhere(lot, p)}{b}{t}{f}"), share=False),
    _unlike(lambda lot, r, p, b, t, f: (r["name"], f"{p[1][:-1]}{b}{t}（{_elsewhere(lot, p)}）{f}"), share=True),
    _unlike(lambda lot, r, p, b, t, f: (r["name"], f"{r['name']}{_elsewhere(lot, p)}分公司"), share=True),
    _unlike(
        lambda lot, r, p, b, t, f: (r["name"], f"{p[1][:-1]}{b}{lot.choice([x for x in _LINES if x != t])}{f}"),
        share=True,
    ),
    _unlike(lambda lot, r, p, b, t, f: (f"{b}{t}一期项目{f}", f"{b}{t}二期项目{f}"), share=True),
    _unlike(lambda lot, r, p, b, t, f: (f"{p[1][:-1]}第三{b}{t}厂", f"{p[1][:-1]}第四{b}{t}厂"), share=True),
    _unlike(
        lambda lot, r, p, b, t, f: (r["name"], f"{p[1][:-1]}{lot.choice([x for x in _BRANDS if x not in b])}{t}{f}"),
        share=True,
    ),
    _unlike(lambda lot, r, p, b, t, f: (f"{p[1][:-1]}{b}集团有限公司", f"{p[1][:-1]}{b}{t}有限公司"), share=True),
    _two_codes,
)


def _human(lot: random.Random) -> Row:
    row: Row = {
        "name": _person(lot), "mobile": _cell(lot), "org_name": _firm(lot)[0]["name"], "title": _pick(lot, "经理", "主任", "董事"),
        "gender": _pick(lot, "男", "女"),
    }  # fmt: skip
    if lot.random() < 0.3:
        row["wechat"] = f"wx{lot.randrange(10**7)}"
    for key in ("title", "gender", "org_name"):
        if lot.random() < 0.25:
            del row[key]
    return row


def _both(change: Callable[[random.Random, Row], Row]) -> Maker:
    def make(lot: random.Random) -> tuple[Row, Row]:
        row = _human(lot)
        return row, change(lot, row)

    return make


def _digit(lot: random.Random, number: str) -> str:
    at = lot.randint(2, 10)
    return number[:at] + str((int(number[at]) + lot.randint(1, 9)) % 10) + number[at + 1 :]


def _moved(lot: random.Random, row: Row) -> Row:
    return {"name": row["name"], "org_name": row.setdefault("org_name", _firm(lot)[0]["name"]), "mobile": _cell(lot)}


SAME_HUMAN: tuple[Maker, ...] = (
    _both(lambda lot, row: {**row, "org_name": _firm(lot)[0]["name"], "title": "总经理"}),
    _both(lambda lot, row: {"name": row["name"], "mobile": row["mobile"]}),
    _both(lambda lot, row: {**row, "name": " ".join(row["name"])}),
    _both(lambda lot, row: {**row, "name": row["name"] + _pick(lot, "先生", "经理", "主任")}),
    _both(lambda lot, row: {"name": _one_of(lot, row["name"], _HEARD), "mobile": row["mobile"]}),
    _both(lambda lot, row: {"name": row["name"], "mobile": _digit(lot, row["mobile"])}),
    _both(lambda lot, row: {"name": row["name"], "org_name": row.setdefault("org_name", _firm(lot)[0]["name"])}),
    _both(lambda lot, row: {"name": row["name"][0] + "总", "mobile": row["mobile"]}),
    _both(lambda lot, row: {"name": row["name"], "phone": row["mobile"]}),
    _both(_moved),
)
OTHER_HUMAN: tuple[Maker, ...] = (
    _both(lambda lot, row: {**_human(lot), "name": row["name"]}),
    _both(lambda lot, row: {**_human(lot), "name": row["name"][0] + _person(lot)[1:], "org_name": row.get("org_name")}),
    _both(lambda lot, row: {**_human(lot), "mobile": row["mobile"], "org_name": row.get("org_name")}),
    _both(lambda lot, row: {**_human(lot), "name": row["name"], "org_name": row.get("org_name")}),
    _both(
        lambda lot, row: {**_human(lot), "phone": row.setdefault("phone", _line(lot)), "org_name": row.get("org_name")}
    ),
)


def ledger(same: tuple[Maker, ...], other: tuple[Maker, ...], pairs: int, seed: int) -> Ledger:
    """So many things kept twice, and as many that only look alike."""
    lot, made = random.Random(seed), Ledger()  # noqa: S311 - a ledger, not a secret
    taken: set[str] = set()
    for number in range(pairs):
        made.twice(*_fresh(lot, same[number % len(same)], taken))
        made.alone(*_fresh(lot, other[number % len(other)], taken))
    return made


def _fresh(lot: random.Random, make: Maker, taken: set[str]) -> tuple[Row, Row]:
    """Two rows of which the first stands nowhere yet: a firm called like another one would be that firm."""
    while True:
        one, other = make(lot)
        key = one.get("mobile") or one["name"][2:7]
        if key not in taken:
            taken.add(key)
            return one, other
