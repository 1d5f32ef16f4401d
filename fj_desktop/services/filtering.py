"""Filters as a person sets them, and the conditions they become: typed texts parsed, spans of days reckoned."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.clock import Clock, today
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Coded, Kind, Many, Ref
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import is_blank, squeeze
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.resolving import Resolver
from fj_desktop.store.conditions import AnyCondition, Condition, accepted_operators

_BARE = ("empty", "filled")
_AS_TYPED = ("contains", "contains_not")
_OF_CODES = {"contains": "any_of", "contains_not": "none_of"}


@dataclass(frozen=True)
class Filter:
    """One filter as a person sets it: a surface key, an operator and typed texts.

    Operators: contains, contains_not, is, is_not, any_of, none_of, at_least, at_most, between (two texts, one may be
    blank), span (one of :data:`SPANS`), empty, filled.
    """

    key: str
    operator: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """Rows that at least one of these filters shows."""

    filters: tuple[Filter, ...]


def is_asked(one: Filter | AnyOf) -> bool:
    """A filter that still waits for its text shows everything."""
    if isinstance(one, AnyOf):
        return any(map(is_asked, one.filters))
    return one.operator in _BARE or not all(map(is_blank, one.texts))


def conditions_of(
    resolver: Resolver, library: Library, filters: Iterable[Filter | AnyOf], clock: Clock
) -> tuple[Condition | AnyCondition, ...]:
    """The conditions of all filters that ask for something.

    Raises:
        UserError: a text is not of its field's kind, there is no such field, or the field can't be asked so.
    """
    day = today(clock)
    return tuple(_condition(resolver, library, one, day) for one in filters if is_asked(one))


def _condition(resolver: Resolver, library: Library, one: Filter | AnyOf, day: dt.date) -> Condition | AnyCondition:
    if isinstance(one, AnyOf):
        return AnyCondition(tuple(_single(resolver, library, each, day) for each in one.filters if is_asked(each)))
    return _single(resolver, library, one, day)


def _single(resolver: Resolver, library: Library, one: Filter, day: dt.date) -> Condition:
    surface = CATALOG.by_key(library).get(one.key)
    if surface is None:
        raise UserError(f"{library.title}没有字段“{one.key[:40]}”，请核对筛选条件。")
    if one.operator not in accepted_operators(surface):
        raise UserError(_refusal(surface))
    kind = surface.field.kind.each if isinstance(surface.field.kind, Many) else surface.field.kind
    texts = tuple(text for text in one.texts if not is_blank(text))
    if one.operator in _OF_CODES and isinstance(kind, Coded):
        return Condition(one.key, _OF_CODES[one.operator], _codes(kind, texts[0]))
    if one.operator in (*_AS_TYPED, *_BARE):
        return Condition(one.key, one.operator, texts)
    if one.operator == "span":
        texts = _ends(surface, texts[0], day)
    elif one.operator == "between":
        texts = (*one.texts, "")[:2]
    try:
        return _asked(resolver, kind, one, texts)
    except RefusalError as refusal:
        raise UserError(f"筛选“{surface.label}”：{refusal.reason}") from None


def _asked(resolver: Resolver, kind: Kind, one: Filter, texts: tuple[str, ...]) -> Condition:
    if isinstance(kind, Ref) and one.operator in _OF_NAMES:
        # Namesakes are shown alike, so a name asks for all of them.
        found = {record for text in texts for record in resolver.all_named(kind, text)}
        return Condition(one.key, _OF_NAMES[one.operator], tuple(sorted(found)))
    return Condition(one.key, one.operator, tuple(_value(resolver, kind, text) for text in texts))


_OF_NAMES = {"is": "any_of", "any_of": "any_of", "is_not": "none_of", "none_of": "none_of"}


def like_value(one: Surface, row: Mapping[str, Any], *, without: bool) -> tuple[Filter, ...]:
    """Filters for the value a row has in a field, or for all but it.

    Raises:
        UserError: the field is covered.
    """
    value, kind = row.get(one.key), one.field.kind
    if value is None or value == ():
        return (Filter(one.key, "filled" if without else "empty"),)
    if one.field.masked:
        raise UserError(_refusal(one))
    several, single = ("none_of", "any_of"), ("is_not", "is")
    if isinstance(kind, Many):
        named = str(row.get(f"{one.key}/name") or "").split("；")
        texts = named if one.ref_target else [kind.each.show(each) for each in value]
        return tuple(Filter(one.key, several[not without], (text,)) for text in texts)
    text = str(row[f"{one.key}/name"]) if one.ref_target else kind.show(value)
    return (Filter(one.key, (several if kind.choices() else single)[not without], (text,)),)


def _refusal(one: Surface) -> str:
    if one.field.masked:
        return f"“{one.label}”是受保护的内容，只能筛选是否已填写。"
    return f"“{one.label}”不能这样筛选，请换一种筛选方式。"


def _value(resolver: Resolver, kind: Kind, text: str) -> Any:
    return None if is_blank(text) else resolver.value(kind, text)


def _codes(kind: Coded, text: str) -> tuple[str, ...]:
    wanted = squeeze(text)
    entries = kind.table().entries
    return tuple(one.code for one in entries if wanted in squeeze(one.path) or one.code.casefold().startswith(wanted))


def _ends(one: Surface, words: str, day: dt.date) -> tuple[str, str]:
    ends = span(words, day)
    if ends is None:
        raise UserError(f"筛选“{one.label}”：不认识“{words[:20]}”。可用：{'、'.join(SPANS)}。")
    first, after = ends
    return first.isoformat() if first is not None else "", after.isoformat()


SPANS = (
    "今天", "本周", "本月", "本季度", "今年", "最近 7 天", "最近 30 天", "最近 90 天", "未来 7 天", "未来 30 天",
    "未来 90 天", "已过期",
)  # fmt: skip
"""Spans of days that move with the calendar; weeks begin on Monday, the present day belongs to all but 已过期."""


def span(words: str, day: dt.date) -> tuple[dt.date | None, dt.date] | None:
    """The first day of a span and the day after its last, or None when it is none of :data:`SPANS`."""
    if words not in SPANS:
        return None
    tomorrow = day + dt.timedelta(days=1)
    which, *rest = words.split()
    if rest:
        days = dt.timedelta(days=int(rest[0]))
        return (tomorrow - days, tomorrow) if which == "最近" else (day, day + days)
    monday, month = day - dt.timedelta(days=day.weekday()), day.replace(day=1)
    quarter = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    plain: dict[str, tuple[dt.date | None, dt.date]] = {
        "今天": (day, tomorrow),
        "本周": (monday, monday + dt.timedelta(days=7)),
        "本月": (month, months_on(month, 1)),
        "本季度": (quarter, months_on(quarter, 3)),
        "今年": (day.replace(month=1, day=1), day.replace(year=day.year + 1, month=1, day=1)),
        "已过期": (None, day),
    }
    return plain[words]


def months_on(first: dt.date, months: int) -> dt.date:
    """The first day of the month some months later."""
    at = first.year * 12 + first.month - 1 + months
    return dt.date(at // 12, at % 12 + 1, 1)
