"""What one header cell says: the forms its name can be looked up by, and the unit it gives."""

import re
from dataclasses import dataclass
from functools import lru_cache

from fj_desktop.core.text import squeeze
from fj_desktop.exchange.mapping.synonyms import JOINTS, REMARKS, REWRITES
from fj_desktop.exchange.mapping.unit_words import UNITS

_NUMBERING = re.compile(
    r"^\s*(?:[①-⒇]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}(?:[)）、]|[.．](?!\d)))\s*"
)
_MARKS = re.compile(r"^[*※★●▲☆'\"]+|[*※★●▲☆:'\"]+$")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】")
_MONEY = re.compile(r"[十百千万亿]*(?:美|欧|港|日|英|澳|加|新台)?(?:元|币|镑)(?:/.{1,6})?")
_UNIT_LEAD = re.compile(r"^(?:计量)?单位:?|^(?:人民币|rmb)[:,/]?(?=.)")
_JOINED = sorted((word for word, unit in UNITS.items() if unit[-1] in "元亩㎡顷%里" and word not in "元万亿$"), key=len)
_NOT_JOINTS = str.maketrans("", "", JOINTS)


@dataclass(frozen=True)
class Caption:
    """One header cell.

    Attributes:
        text: the cell in one line, as a person reads it.
        forms: pairs of folded name and unit, the fullest first; empty for a blank cell.
        unit_only: the cell holds nothing but a unit, given here as the kinds know it.
    """

    text: str
    forms: tuple[tuple[str, str], ...]
    unit_only: str = ""

    @property
    def unit(self) -> str:
        """The unit written in the cell, or nothing."""
        return self.unit_only or next((unit for _, unit in self.forms if unit), "")


@lru_cache(maxsize=4096)
def caption(raw: str) -> Caption:
    """Read a header cell; anything can stand in it."""
    text = " ".join(raw.split())[:200]
    name = bare(text)
    if not name:
        return Caption(text, ())
    only = unit_of(name)
    if only:
        return Caption(text, ((name, ""),), only)
    forms = [(name, ""), *_without_brackets(name)]
    for form, unit in list(forms):
        if not unit:
            forms += _split_unit(form)
    return Caption(text, tuple(dict.fromkeys((form, unit) for form, unit in forms if form)))


def bare(text: str) -> str:
    """A header folded, without blanks, numbering, stars and a closing colon."""
    return _MARKS.sub("", _MARKS.sub("", squeeze(_NUMBERING.sub("", text))))


def canonical(name: str) -> str:
    """A folded name with its common variants made one; for comparing only."""
    for word, instead in REWRITES:
        if word in name:
            name = name.replace(word, instead)
    return name.translate(_NOT_JOINTS)


def levels(text: str) -> tuple[str, ...]:
    """The levels of a header whose levels were joined by ``/``; one inside brackets joins nothing."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "(（") - (sign in ")）")
        if sign == "/" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += sign
    return tuple(part.strip() for part in parts if part.strip())


def unit_of(text: str) -> str:
    """The unit a text is, as the kinds know it; nothing when it is no unit."""
    word = squeeze(text)
    if word[:1] in "([" and word[-1:] in ")]":
        word = word[1:-1]
    word = _UNIT_LEAD.sub("", word)
    if found := UNITS.get(word):
        return found
    return word if _MONEY.fullmatch(word) else ""


def _without_brackets(name: str) -> list[tuple[str, str]]:
    """The name without units and remarks in brackets, then without any bracket, each with the unit found."""
    unit = ""

    def shorter(match: re.Match[str]) -> str:
        nonlocal unit
        inside = next(part for part in match.groups() if part is not None)
        found = unit_of(inside)
        unit = unit or found
        return "" if found or inside.startswith(REMARKS) or not inside else match.group()

    told = _MARKS.sub("", _BRACKETS.sub(shorter, name))
    plain = _MARKS.sub("", _BRACKETS.sub("", _BRACKETS.sub("", name)))
    return [(form, unit) for form in dict.fromkeys((told, plain)) if form and (form != name or unit)]


def _split_unit(name: str) -> list[tuple[str, str]]:
    """The name and the unit behind it: 注册资本/亿元, 面积亩."""
    for place in (match.start() for match in re.finditer(r"[/,:_;-]", name)):
        unit = unit_of(name[place + 1 :])
        if unit and place:
            return [(name[:place], unit)]
    for word in reversed(_JOINED):
        if name.endswith((word, word + "数")) and len(name) > len(word) + 1:
            return [(name.removesuffix("数").removesuffix(word), UNITS[word])]
    return []
