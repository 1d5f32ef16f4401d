"""Limits, periods, and columns whose words only sometimes fit a field."""

import re
from collections.abc import Callable, Mapping

from fj_desktop.core.kinds import Kind
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean, fold, squeeze

Divider = Callable[[str], Mapping[str, str]]
"""Takes the text of a cell, gives texts by surface key."""

_NUMBER = r"(\d+(?:\.\d+)?)"
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|~|—|–|至|到)+\s*{_NUMBER}")
_BETWEEN = re.compile(rf"{_NUMBER}\s*(?:≤|<=|<)[^\d]*(?:≤|<=|<)\s*{_NUMBER}")
_AT_LEAST = re.compile(rf"(?:≥|>=|>|不低于|不小于|大于|下限)\s*{_NUMBER}|{_NUMBER}\s*及?以上")
_AT_MOST = re.compile(rf"(?:≤|<=|<|不高于|不大于|不超过|小于|上限)\s*{_NUMBER}|{_NUMBER}\s*及?以下")
_NOTHING = frozenset({"", "无", "/", "\\", "-", "--", "—", "——", "暂无", "没有", "n/a", "none"})


def bounds(least: str, most: str) -> Divider:
    """A divider for limits: 1.0-2.0 fills both fields, ≥1.0 the first, ≤2.0 the second, 1.2 both."""

    def divide(text: str) -> Mapping[str, str]:
        bare = fold(text).strip()
        if both := _RANGE.fullmatch(bare) or _BETWEEN.fullmatch(bare):
            return {least: both.group(1), most: both.group(2)}
        low, high = _AT_LEAST.search(bare), _AT_MOST.search(bare)
        found = {least: low.group(1) or low.group(2)} if low else {}
        if high:
            found[most] = high.group(1) or high.group(2)
        if not found and re.fullmatch(_NUMBER, bare):
            found = {least: bare, most: bare}
        return found or {least: text}

    return divide


def period(start: str, end: str) -> Divider:
    """A divider for a period of two dates: 2025.1.1-2027.12.31, 2025年1月至2027年12月; one date is the start."""

    def divide(text: str) -> Mapping[str, str]:
        parts = re.split(r"\s*(?:至|到|~|～|—+|--+)\s*", clean(text))
        if len(parts) == 1 and not re.search(r"\d{4}-", text):
            parts = text.split("-")
        return dict(zip((start, end), parts, strict=False)) if len(parts) == 2 else {start: text}

    return divide


_SERVED = {
    "三通一平": ("通水", "通电", "通路", "平整"),
    "五通一平": ("通水", "通电", "通路", "通信", "排水", "平整"),
    "七通一平": ("通水", "通电", "通路", "通信", "排水", "通气", "通热", "平整"),
}


def served(kind: Kind, target: str, note: str) -> Divider:
    """A divider for what a plot is served with; 七通一平 and its like stand for their parts."""

    def divide(text: str) -> Mapping[str, str]:
        for word, parts in _SERVED.items():
            text = text.replace(word, "；".join(parts))
        return fitting(kind, target, note, "配套条件")(text)

    return divide


def whole(target: str) -> Divider:
    """A divider that gives the text to one field; for headers that mean it in one library only."""

    def divide(text: str) -> Mapping[str, str]:
        return {target: text}

    return divide


def also_fitting(target: str, kind: Kind, second: str) -> Divider:
    """A divider for a text that always fills the first field, and the second as well where it is of its kind."""

    def divide(text: str) -> Mapping[str, str]:
        return {target: text, second: text} if fits(kind, text) else {target: text}

    return divide


def either(kind: Kind, first: str, others: Kind, second: str) -> Divider:
    """A divider for words of two fields under one header: the second gets what only its kind takes."""

    def divide(text: str) -> Mapping[str, str]:
        return {second: text} if fits(others, text) and not fits(kind, text) else {first: text}

    return divide


def fitting(kind: Kind, target: str, note: str, label: str) -> Divider:
    """A divider for a column whose words are only sometimes of the field's kind; other words go to the note."""

    def divide(text: str) -> Mapping[str, str]:
        if fits(kind, text):
            return {target: text}
        return noted(label, note)(text)

    return divide


def noted(label: str, note: str) -> Divider:
    """A divider for a column without a field of its own: its words stand in the note behind the column's name."""

    def divide(text: str) -> Mapping[str, str]:
        return {} if squeeze(text) in _NOTHING else {note: f"{label}：{clean(text)}"}

    return divide


def fits(kind: Kind, text: str) -> bool:
    """Whether the kind takes the text."""
    try:
        kind.parse(text)
    except RefusalError:
        return False
    return True
