"""Names of organisations taken apart: place, core, brackets, legal form, branch."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from fj_desktop.core import reference
from fj_desktop.core.text import squeeze
from fj_desktop.rules.likeness.words import one_slip, spoken

_BRACKETS = re.compile(r"\(([^()]*)\)")
_BRANCH = re.compile(
    r"^(.*?(?:公司|集团|厂|银行|社|所|院|中心|行))([^()]*?(?:分公司|分厂|分店|分行|支行|分院|分校|分所|分社|办事处|代表处|营业部"
    r"|经营部|项目部|事业部))$"
)
_GROUP = re.compile(r"集团|控股")
_FORM = re.compile(
    r"(?:集团)?(?:股份)?有限(?:责任)?公司|股份公司|集团公司|总公司|公司|集团|(?:,|\b)?co\.?,?ltd\.?|\b(?:limited|ltd|inc|corp|llc|gmbh)\b\.?"
)
_STOCK = re.compile(r"股份")
_SIGNS = re.compile(r"[^\w]|_")
_PLACE_TAIL = re.compile(r"(?:特别行政区|自治区|自治州|自治县|地区|新区|[省市区县])$")
_LONGEST_PLACE = 11


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name taken apart; ``places`` holds the codes its place can mean, ``core`` what is left of it."""

    full: str
    core: str
    places: tuple[str, ...]
    brackets: tuple[str, ...]
    branch: str
    is_group: bool
    is_stock: bool


@lru_cache(maxsize=65536)
def organisation(name: str) -> Organisation:
    """Take a name apart."""
    whole = squeeze(name)
    brackets = tuple(sorted(_PLACE_TAIL.sub("", one) for one in _BRACKETS.findall(whole) if one))
    bare = _BRACKETS.sub("", whole)
    branch = ""
    if found := _BRANCH.match(bare):
        bare, branch = found.groups()
    is_group, is_stock = bool(_GROUP.search(bare)), bool(_STOCK.search(bare))
    bare = _SIGNS.sub("", _FORM.sub("", bare)) or _SIGNS.sub("", bare)
    core, places = _without_places(bare)
    return Organisation(_SIGNS.sub("", whole), core, places, brackets, branch, is_group, is_stock)


def same_place(first: tuple[str, ...], second: tuple[str, ...]) -> bool | None:
    """Whether two places can be one, one inside the other; None when a name has none."""
    if not first or not second:
        return None
    return any(one.startswith(other) or other.startswith(one) for one in first for other in second)


def resemble(first: Organisation, second: Organisation) -> str:
    """``same`` core, ``sound``, ``slip``, ``part`` (one is short for the other), ``near``, or nothing."""
    one, two = first.core, second.core
    if one == two:
        return "same"
    shorter, longer = sorted((one, two), key=len)
    if one_slip(one, two):
        return "slip"
    if len(one) == len(two) and spoken(one) == spoken(two):
        return "sound"
    if len(shorter) >= 2 and _short_for(shorter, longer):
        return "part"
    return "near" if fuzz.ratio(one, two) >= 75 and len(shorter) >= 4 else ""


def _short_for(shorter: str, longer: str) -> bool:
    """Whether every sign of the shorter comes in the longer in this order, the first at its beginning."""
    if longer.startswith(shorter):
        return True
    signs = iter(longer)
    return len(shorter) >= 3 and shorter[:2] == longer[:2] and all(sign in signs for sign in shorter)


def _without_places(bare: str) -> tuple[str, tuple[str, ...]]:
    bare = bare.removeprefix("中国") if len(bare) > 5 else bare
    places: tuple[str, ...] = ()
    for _ in range(4):
        length = _place_length(bare)
        if not length:
            break
        inside = _places()[bare[:length]]
        nested = tuple(one for one in inside if any(one.startswith(outer) for outer in places))
        if places and not nested:
            break  # A firm in one town called like another: 洛阳祥云软件 has its name from no place.
        places, bare = nested or inside, bare[length:]
    return bare, places


def _place_length(bare: str) -> int:
    known = _places()
    lengths = range(min(_LONGEST_PLACE, len(bare) - 2), 1, -1)
    return next((length for length in lengths if bare[:length] in known), 0)


def _places() -> dict[str, tuple[str, ...]]:
    return _places_in(reference.divisions())


@cache
def _places_in(table: reference.CodeTable) -> dict[str, tuple[str, ...]]:
    """Every place's name, whole and without its rank, with the codes it can mean, zeros at the end left out."""
    found: dict[str, set[str]] = {}
    for entry in table.entries:
        if not entry.code.isdigit():
            continue
        name = squeeze(entry.name)
        short = _PLACE_TAIL.sub("", name)
        stem = entry.code[:2] if entry.code.endswith("0000") else entry.code.removesuffix("00")
        for one in {name, short if len(short) > 1 else name}:
            if len(one) > 1:
                found.setdefault(one, set()).add(stem)
    return {name: tuple(sorted(codes)) for name, codes in found.items()}
