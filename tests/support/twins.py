"""Ledgers in which some records stand twice, as people write things twice, among others that only look alike."""

import random
import string
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from stdnum.cn import uscc

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store.transactions import Store

COMPANIES, PEOPLE = CATALOG["companies"], CATALOG["people"]
Row = dict[str, Any]

_CITIES = (
    "杭州市",
    "台州市",
    "苏州市",
    "东莞市",
    "厦门市",
    "邯郸市",
    "黄石市",
    "株洲市",
    "奉节县",
    "万州区",
    "宜昌市",
    "余姚市",
)
_FIRST = "鸿腾启远瑞丰盛德嘉禾恒泰昊天卓越云帆锐智航宇晟辉铭润泽凯博信达"
_TRADES = (
    "精密模具",
    "生物科技",
    "食品加工",
    "新材料",
    "电子",
    "光电科技",
    "中药饮片",
    "纺织",
    "智能装备",
    "物流",
    "农业开发",
    "机械制造",
)
_FORMS = ("有限公司", "有限责任公司", "股份有限公司")
_SURNAMES = "赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭鲁韦昌马苗凤"
_GIVEN = "建国志强文静晓东海燕丽华秀英俊杰宇轩子涵欣怡明辉春梅玉兰国庆爱民红卫佳琪浩然思远雨桐美玲永福"
_STREETS = ("人民路", "解放大道", "工业北路", "科创一街", "滨江路", "朝阳街")
_POSTS = ("总经理", "董事长", "副总经理", "市场总监", "招商主管", "")
_SAME_SOUND = {"鸿": "宏", "腾": "藤", "远": "苑", "瑞": "锐", "盛": "胜", "嘉": "佳", "恒": "衡", "宇": "羽", "志": "智",
               "建": "健", "明": "铭", "辉": "晖", "丽": "莉", "华": "桦", "强": "墙", "静": "敬", "玉": "钰"}  # fmt: skip


@dataclass
class Ledger:
    """Rows to store, and which of them are the same: pairs of places."""

    rows: list[Row] = field(default_factory=list)
    twins: set[tuple[int, int]] = field(default_factory=set)

    def alone(self, *rows: Row) -> None:
        """Rows that are all different."""
        self.rows += rows

    def twice(self, one: Row, other: Row) -> None:
        """Two rows that are one."""
        self.twins.add((len(self.rows), len(self.rows) + 1))
        self.rows += [one, other]

    def store(self, store: Store, desk: Desk, library: Library) -> dict[uuid.UUID, int]:
        """Put the rows into a store in one transaction; returns the place of each record."""
        with store.writing(desk.identity.staff, "import") as write:
            writer = RowWriter(write, desk.identity)
            places = {writer.add(library, row): place for place, row in enumerate(self.rows)}
            writer.flush()
        return places


def companies(pairs: int, seed: int) -> Ledger:
    """Enterprises kept twice, and as many that are only called alike."""
    chance, ledger = random.Random(seed), Ledger()  # noqa: S311 - a ledger, not a secret
    for number in range(pairs):
        one = _company(chance, number)
        ledger.twice(one, _TWICE_COMPANY[number % len(_TWICE_COMPANY)](chance, one))
        base = _company(chance, number + pairs)
        ledger.alone(base, _LIKE_COMPANY[number % len(_LIKE_COMPANY)](chance, base, number))
    return ledger


def people(pairs: int, seed: int) -> Ledger:
    """People kept twice, and as many that only share a name, a number or a place of work."""
    chance, ledger = random.Random(seed), Ledger()  # noqa: S311 - a ledger, not a secret
    for number in range(pairs):
        one = _human(chance)
        ledger.twice(one, _TWICE_HUMAN[number % len(_TWICE_HUMAN)](chance, one))
        base = _human(chance)
        ledger.alone(base, _LIKE_HUMAN[number % len(_LIKE_HUMAN)](chance, base))
    return ledger


def credit_code(chance: random.Random) -> str:
    """A code of the right form with its check digit."""
    signs = "9133" + "".join(chance.choices(string.digits, k=4)) + "".join(chance.choices("0123456789ABCDEFGHJK", k=9))
    return signs + uscc.calc_check_digit(signs)


def _mobile(chance: random.Random) -> str:
    return chance.choice(("138", "159", "186", "177", "133")) + "".join(chance.choices(string.digits, k=8))


def _brand(chance: random.Random) -> str:
    return "".join(chance.sample(_FIRST, chance.choice((2, 2, 3))))


def _company(chance: random.Random, number: int) -> Row:
    city, brand, trade = chance.choice(_CITIES), _brand(chance), chance.choice(_TRADES)
    row: Row = {
        "name": f"{city.removesuffix('市')}{brand}{trade}{chance.choice(_FORMS)}",
        "contact_phone": f"0{chance.randint(310, 999)}-{chance.randint(2000000, 8999999)}",
        "contact_person": _name(chance),
        "legal_rep": _name(chance),
        "reg_address": f"{city}{chance.choice(_STREETS)}{chance.randint(1, 900)}号",
    }
    if number % 3:
        row["uscc"] = credit_code(chance)
    for name in ("contact_phone", "contact_person", "legal_rep", "reg_address"):
        if chance.random() < 0.3:
            del row[name]
    return row


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _other_form(chance: random.Random, one: Row) -> Row:
    name = one["name"].replace("有限责任公司", "有限公司") if "责任" in one["name"] else one["name"]
    return {**_without(one, "uscc", "reg_address"), "name": " ".join((name[:4], name[4:]))}


def _short(chance: random.Random, one: Row) -> Row:
    bare = one["name"].replace("股份", "").replace("责任", "").removesuffix("有限公司")
    return {**_without(one, "uscc"), "name": bare}


def _city_written_out(chance: random.Random, one: Row) -> Row:
    city = next(city for city in _CITIES if one["name"].startswith(city.removesuffix("市")))
    return {**_without(one, "uscc", "legal_rep"), "name": city + one["name"].removeprefix(city).removeprefix(city[:-1])}


def _misheard(chance: random.Random, one: Row) -> Row:
    places = [at for at, sign in enumerate(one["name"]) if sign in _SAME_SOUND]
    name = list(one["name"])
    for at in places[:1]:
        name[at] = _SAME_SOUND[name[at]]
    return {**_without(one, "uscc"), "name": "".join(name)}


def _left_out(chance: random.Random, one: Row) -> Row:
    at = chance.randint(3, 6)
    return {**_without(one, "uscc"), "name": one["name"][:at] + one["name"][at + 1 :]}


def _renamed(chance: random.Random, one: Row) -> Row:
    code = one.setdefault("uscc", credit_code(chance))
    return {"name": one["name"][:2] + _brand(chance) + one["name"][4:], "uscc": code}


def _fuller(chance: random.Random, one: Row) -> Row:
    return {**_without(one, "contact_person"), "website": "https://example.com", "contact_person": _name(chance)}


def _other_city(chance: random.Random, base: Row, number: int) -> Row:
    old = next(city for city in _CITIES if base["name"].startswith(city.removesuffix("市")))
    new = chance.choice([city for city in _CITIES if city != old]).removesuffix("市")
    return {
        **_company(chance, number),
        "name": new + base["name"].removeprefix(old).removeprefix(old.removesuffix("市")),
    }


def _branch(chance: random.Random, base: Row, number: int) -> Row:
    return {**_without(base, "uscc"), "name": base["name"] + chance.choice(_CITIES) + "分公司"}


def _numbered(chance: random.Random, base: Row, number: int) -> Row:
    head, trade = base["name"][:4], base["name"][4:]
    base["name"] = f"{head}第一{trade}"
    return {**_company(chance, number), "name": f"{head}第二{trade}"}


def _other_code(chance: random.Random, base: Row, number: int) -> Row:
    base.setdefault("uscc", credit_code(chance))
    return {**_company(chance, number), "name": base["name"], "uscc": credit_code(chance)}


def _sister(chance: random.Random, base: Row, number: int) -> Row:
    trade = next(trade for trade in _TRADES if trade in base["name"])
    other = chance.choice([one for one in _TRADES if one != trade])
    row = {**_without(base, "uscc"), "name": base["name"].replace(trade, other)}
    return {**row, "uscc": credit_code(chance)} if number % 2 else row


def _switchboard(chance: random.Random, base: Row, number: int) -> Row:
    base.setdefault("contact_phone", "0571-88886666")
    return {**_company(chance, number), "contact_phone": base["contact_phone"]}


def _group(chance: random.Random, base: Row, number: int) -> Row:
    head = base["name"][:4]
    base["name"] = f"{head}集团有限公司"
    return {**_company(chance, number), "name": f"{head}有限公司"}


_TWICE_COMPANY: tuple[Callable[[random.Random, Row], Row], ...] = (
    _other_form, _short, _city_written_out, _misheard, _left_out, _renamed, _fuller,
)  # fmt: skip
_LIKE_COMPANY: tuple[Callable[[random.Random, Row, int], Row], ...] = (
    _other_city, _branch, _numbered, _other_code, _sister, _switchboard, _group,
)  # fmt: skip


def _name(chance: random.Random) -> str:
    return chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, chance.choice((1, 2, 2))))


def _employer(chance: random.Random) -> str:
    return f"{chance.choice(_CITIES).removesuffix('市')}{_brand(chance)}{chance.choice(_TRADES)}有限公司"


def _human(chance: random.Random) -> Row:
    row: Row = {
        "name": _name(chance),
        "mobile": _mobile(chance),
        "org_name": _employer(chance),
        "title": chance.choice(_POSTS) or None,
        "gender": chance.choice(("男", "女")),
    }
    if chance.random() < 0.4:
        row["wechat"] = "wx_" + "".join(chance.choices(string.ascii_lowercase, k=7))
    if chance.random() < 0.3:
        row["email"] = "".join(chance.choices(string.ascii_lowercase, k=8)) + "@example.com"
    return row


def _changed_job(chance: random.Random, one: Row) -> Row:
    return {"name": one["name"], "mobile": one["mobile"], "org_name": _employer(chance)}


def _no_mobile(chance: random.Random, one: Row) -> Row:
    return {**_without(one, "mobile", "title"), "org_name": one["org_name"].removesuffix("有限公司")}


def _new_number(chance: random.Random, one: Row) -> Row:
    return {**_without(one, "wechat"), "mobile": _mobile(chance)}


def _slip_of_a_digit(chance: random.Random, one: Row) -> Row:
    at = chance.randint(3, 9)
    digits = list(one["mobile"])
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    if digits == list(one["mobile"]):
        digits[at] = str((int(digits[at]) + 1) % 10)
    return {"name": one["name"], "mobile": "".join(digits), "gender": one["gender"]}


def _name_misheard(chance: random.Random, one: Row) -> Row:
    name = "".join(_SAME_SOUND.get(sign, sign) for sign in one["name"])
    return {**_without(one, "email"), "name": name}


def _namesake(chance: random.Random, base: Row) -> Row:
    return {**_human(chance), "name": base["name"]}


def _colleague(chance: random.Random, base: Row) -> Row:
    return {**_human(chance), "name": base["name"][0] + _name(chance)[1:] + "云", "org_name": base["org_name"]}


def _shared_number(chance: random.Random, base: Row) -> Row:
    return {**_human(chance), "mobile": base["mobile"]}


def _namesake_at_work(chance: random.Random, base: Row) -> Row:
    return {**_human(chance), "name": base["name"], "org_name": base["org_name"]}


_TWICE_HUMAN: tuple[Callable[[random.Random, Row], Row], ...] = (
    _changed_job, _no_mobile, _new_number, _slip_of_a_digit, _name_misheard,
)  # fmt: skip
_LIKE_HUMAN: tuple[Callable[[random.Random, Row], Row], ...] = (
    _namesake, _colleague, _shared_number, _namesake_at_work,
)  # fmt: skip
