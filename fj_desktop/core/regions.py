"""Which province, city, county or country a text means: full names, short names, one behind the other."""

import re
from functools import cache

from fj_desktop.core.reference import CodeTable, Entry, divisions
from fj_desktop.core.text import squeeze

_PEOPLES = (
    "土家|维吾尔|哈萨克|柯尔克孜|(?<!内)蒙古|朝鲜|布依|哈尼|拉祜|傈僳|景颇|仫佬|毛南|仡佬|保安|东乡|撒拉|达斡尔"
    "|鄂温克|鄂伦春|裕固|塔吉克|锡伯"
)
_PEOPLE = rf"(?:(?:{_PEOPLES}|[回壮苗藏彝侗瑶黎白傣羌佤水怒满畲土])族)+|各族|(?:{_PEOPLES})(?=自治)|左翼|右翼"
_TAIL = re.compile(rf"(?:{_PEOPLE})*(?:自治区|自治州|自治县|自治旗|特别行政区|地区|林区|新区|[省市区县盟州旗])$")

_NO_PLACES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
"""Rows of the official list that only group others."""


def meant_by(text: str) -> list[Entry]:
    """The entries a text can mean; one when it is clear, several when places share the name.

    A part of another one counts only when nothing larger has the name: 吉林 means the province, 朝阳 the
    city, 朝阳区 either of two districts. Parts may be left out: 深圳南山, 重庆渝北区, 湖北恩施.
    """
    bare = squeeze(text)
    entry = divisions().get(bare.upper())
    if entry is not None:
        return [entry]
    return _largest(_named(bare)) or _largest(_chained(bare, ""))


def longest_start(text: str) -> str:
    """The longest beginning of an address that names a place without doubt; empty for none."""
    bare = squeeze(text)
    starts = (bare[:length] for length in range(min(len(bare), 30), 1, -1))
    return next((start for start in starts if len(meant_by(start)) == 1), "")


def _named(name: str) -> list[Entry]:
    return list(_names().get(name, ()))


def _chained(text: str, under: str) -> list[Entry]:
    """Entries named by the whole text, read as names one behind the other, each inside the last."""
    found: list[Entry] = []
    for length in range(2, len(text) + 1):
        for entry in _named(text[:length]):
            if not entry.code.startswith(under) or not entry.code.isdigit():
                continue
            found += [entry] if length == len(text) else _chained(text[length:], _stem(entry.code))
    return list({entry.code: entry for entry in found}.values())


def _largest(found: list[Entry]) -> list[Entry]:
    """Of several the highest in rank; a city beside its province of the same name is the province."""
    ranks = {entry.code: len(_stem(entry.code)) for entry in found}
    highest = min(ranks.values(), default=0)
    return [entry for entry in found if ranks[entry.code] == highest]


def _stem(code: str) -> str:
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _names() -> dict[str, tuple[Entry, ...]]:
    return _names_in(divisions())


@cache
def _names_in(table: CodeTable) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[str, Entry]] = {}
    for entry in table.entries:
        if entry.name in _NO_PLACES:
            continue
        name = squeeze(entry.name)
        short = _TAIL.sub("", name)
        for one in {name, squeeze(entry.path), short if len(short) > 1 else name}:
            found.setdefault(one, {})[entry.code] = entry
    return {name: tuple(entries.values()) for name, entries in found.items()}
