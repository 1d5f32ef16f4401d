"""The verdict on two records: the same, perhaps, or not; what is not surely one is left to a person."""

import re
from collections.abc import Callable, Mapping

from rapidfuzz import fuzz

from fj_desktop.core.text import squeeze
from fj_desktop.rules.likeness.humans import resemble_humans
from fj_desktop.rules.likeness.organisations import Organisation, organisation, resemble, same_place
from fj_desktop.rules.likeness.subject import Likeness, Nature, Subject
from fj_desktop.rules.likeness.words import differ_in_telling, near_number, one_slip

_NAMES = {
    "same": "名称相同", "sound": "名称读音相同", "slip": "名称只差一两个字", "part": "一个名称像另一个的简称",
    "near": "名称相近",
}  # fmt: skip
_HUMANS = {"same": "姓名相同", "sound": "姓名读音相同", "slip": "姓名只差一个字", "title": "同姓，一条只写了称呼"}


def judge(nature: Nature, first: Subject, second: Subject) -> Likeness | None:
    """Whether two records of one library are alike; None when nothing worth asking about is."""
    return _JUDGES[nature](first, second)


class _Balance:
    """What speaks for one record and what for two, apart from the name."""

    def __init__(self, first: Subject, second: Subject) -> None:
        self.same_code = _equal(first.codes, second.codes)
        self.other_code = _unequal(first.codes, second.codes)
        self.same_mobile = bool(first.mobiles & second.mobiles)
        self.other_mobile = bool(first.mobiles and second.mobiles) and not self.same_mobile
        numbers = (first.mobiles | first.phones) & (second.mobiles | second.phones)
        self.same_phone = bool(numbers) and not self.same_mobile
        self.near_mobile = self.other_mobile and any(
            near_number(one, other) for one in first.mobiles for other in second.mobiles
        )
        self.facts = _equal(first.facts, second.facts)
        self.other_facts = _unequal(first.facts, second.facts)
        self.other_traits = _unequal(first.traits, second.traits)

    def for_it(self) -> int:
        """How many things apart from the name speak for one record."""
        return 2 * bool(self.same_code) + self.same_mobile + self.same_phone + len(self.facts)

    def clash(self) -> bool:
        """Whether more is different than the same."""
        against = len(self.other_facts) + len(self.other_traits) / 2
        return against > 1 + self.for_it()

    def reasons(self) -> list[str]:
        told = [f"{label}相同" for label in self.same_code]
        told += ["手机相同"] * self.same_mobile + ["电话相同"] * self.same_phone
        told += [f"{label}相同" for label in self.facts[:3]]
        told += ["手机只差一位"] * self.near_mobile
        told += [f"但{label}不同" for label in (*self.other_code, *self.other_facts, *self.other_traits)[:3]]
        return told


def _organisations(first: Subject, second: Subject) -> Likeness | None:
    one, two, seen = organisation(first.name), organisation(second.name), _Balance(first, second)
    like = resemble(one, two)
    place = same_place(one.places, two.places)
    reasons = ([_NAMES[like]] if like else []) + (["但地区不同"] if like and place is False else []) + seen.reasons()
    if one.branch != two.branch:
        return Likeness(0.5, (*reasons, "但一条是分支机构")) if seen.same_code else None
    if seen.same_code:
        return Likeness(1.0 if like else 0.7, tuple(reasons), sure=bool(like) and not seen.other_code)
    if seen.other_code:
        return Likeness(0.4, tuple(reasons)) if like == "same" and place is not False else None
    support = seen.for_it()
    if not like:
        return Likeness(0.3, tuple(reasons)) if support and not seen.clash() else None
    if like != "same" and not support and (like == "near" or place is False):
        return None
    sure = _surely_one(one, two, like, place, seen)
    return Likeness(_score(like, support, place is False, sure), tuple(reasons), sure)


def _surely_one(one: Organisation, two: Organisation, like: str, place: bool | None, seen: _Balance) -> bool:
    if one.brackets != two.brackets or one.is_group != two.is_group or place is False or seen.clash():
        return False
    support = seen.for_it()
    if like == "same":
        same_name = one.full == two.full or (one.places == two.places and one.is_stock == two.is_stock)
        return len(one.core) >= 2 and (same_name or support > 0) and len(seen.other_facts) <= support
    return like in ("sound", "slip") and support >= 2 and not seen.other_facts


def _people(first: Subject, second: Subject) -> Likeness | None:
    seen, like = _Balance(first, second), resemble_humans(first.name, second.name)
    employer = _same_employer(first.employer, second.employer)
    reasons = [_HUMANS[like]] if like else ["姓名不同"] if first.name and second.name else ["一条没有姓名"]
    reasons += ["单位相同"] if employer else ["单位不同"] if employer is False else []
    reasons += seen.reasons()
    if seen.other_code:
        return None
    if seen.same_code:
        return Likeness(1.0, tuple(reasons), sure=like in ("same", "sound", "slip"))
    if seen.same_mobile:
        return _by_mobile(first, second, seen, like, employer, reasons)
    score = _by_name(seen, like, employer)
    if not score:
        return None
    sure = like == "same" and employer is True and not seen.other_mobile and not seen.clash() and not seen.other_traits
    return Likeness(0.9 if sure else score, tuple(reasons), sure and _not_only_the_employer(first, second, seen))


def _not_only_the_employer(first: Subject, second: Subject, seen: _Balance) -> bool:
    """Two of one name may work at one place: what else both records tell must not differ."""
    return not seen.other_facts and bool(seen.for_it() or not (first.mobiles and second.mobiles))


def _by_mobile(
    first: Subject, second: Subject, seen: _Balance, like: str, employer: bool | None, reasons: list[str]
) -> Likeness:
    nameless = not first.name or not second.name
    told = ["手机相同", *(one for one in reasons if one != "手机相同")]
    sure = like == "same" and not seen.clash()
    sure = sure or (like == "sound" and employer is True and not seen.other_traits)
    score = {"same": 0.98, "sound": 0.9, "slip": 0.85, "title": 0.7}.get(like, 0.6 if nameless else 0.4)
    return Likeness(score, tuple(told), sure)


def _by_name(seen: _Balance, like: str, employer: bool | None) -> float:
    """How much two people without a common mobile are alike; 0 for not worth asking."""
    support = seen.for_it()
    if like == "same":
        if employer:
            return 0.8
        if seen.near_mobile or support:
            return 0.75
        return 0.5 if employer is None or not seen.other_mobile else 0.0
    if like in ("sound", "slip"):
        if seen.near_mobile or support:
            return 0.65
        return 0.55 if employer else 0.0
    if like == "title":
        return 0.5 if employer and (support or not seen.other_mobile) else 0.0
    return 0.4 if support else 0.0


def _same_employer(first: str, second: str) -> bool | None:
    if not first or not second:
        return None
    one, two = organisation(first), organisation(second)
    return resemble(one, two) in ("same", "sound", "slip", "part") and same_place(one.places, two.places) is not False


def _things(first: Subject, second: Subject) -> Likeness | None:
    one, two = (re.sub(r"[\W_]", "", squeeze(name)) for name in (first.name, second.name))
    seen = _Balance(first, second)
    like = "same" if one == two and one else "slip" if one_slip(one, two) else ""
    if not like and fuzz.ratio(one, two) >= 85 and not differ_in_telling(one, two):
        like = "near"
    reasons = ([_NAMES[like]] if like else []) + seen.reasons()
    if seen.same_code:
        return Likeness(1.0 if like else 0.6, tuple(reasons), sure=bool(like) and not seen.other_code)
    if seen.other_code or not like:
        return Likeness(0.4, tuple(reasons)) if like == "same" else None
    sure = like == "same" and not seen.other_facts and not seen.other_traits
    return Likeness(_score(like, seen.for_it(), seen.clash(), sure), tuple(reasons), sure)


def _score(like: str, support: int, against: bool, sure: bool) -> float:
    base = {"same": 0.8, "sound": 0.7, "slip": 0.65, "part": 0.55, "near": 0.45}[like]
    return round(min(0.97, base + 0.08 * support - 0.25 * against + 0.1 * sure), 2)


def _equal(first: Mapping[str, str], second: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(label for label, value in first.items() if second.get(label) == value)


def _unequal(first: Mapping[str, str], second: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(label for label, value in first.items() if label in second and second[label] != value)


_JUDGES: Mapping[Nature, Callable[[Subject, Subject], Likeness | None]] = {
    Nature.PERSON: _people,
    Nature.ORGANISATION: _organisations,
    Nature.THING: _things,
}
