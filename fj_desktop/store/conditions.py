"""One filter of a table as a condition of its SELECT; texts and values are bound, never part of the SQL."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import String, and_, exists, false, func, not_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Amount, Day, Moment, Text
from fj_desktop.core.text import clean, fold
from fj_desktop.libraries import CATALOG
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.shapes import Shape, member_field, named


@dataclass(frozen=True)
class Condition:
    """One filter: a surface key, an operator and parsed values.

    Operators: ``contains`` (text), ``is``, ``any_of``, ``at_least``, ``at_most``, ``between`` (both ends belong to it),
    ``span`` (the end does not), ``empty``, ``filled``; and ``contains_not``, ``is_not``, ``none_of``, which show rows
    without a value too. An end that is None is open.
    """

    key: str
    operator: str
    values: tuple[Any, ...] = ()


@dataclass(frozen=True)
class AnyCondition:
    """Rows that one of these conditions holds for."""

    conditions: tuple[Condition, ...]


_BARE = ("empty", "filled")
_OPPOSITES = {"is_not": "is", "none_of": "any_of", "contains_not": "contains"}
_BY_ID = ("is", "any_of", "is_not", "none_of")


def keys_of(conditions: Iterable[Condition | AnyCondition]) -> list[str]:
    """The fields that some conditions look at."""
    return [
        key for one in conditions for key in (keys_of(one.conditions) if isinstance(one, AnyCondition) else [one.key])
    ]


def where(form: Shape, condition: Condition | AnyCondition) -> ColumnElement[bool]:
    """The condition on the rows of a library."""
    if isinstance(condition, AnyCondition):
        return or_(false(), *(where(form, one) for one in condition.conditions))
    one = form.surface[condition.key]
    if one.field.kind.many:
        opposite = _OPPOSITES.get(condition.operator)
        if opposite is not None:
            return not_(_where_member(form, one, replace(condition, operator=opposite)))
        return _where_member(form, one, condition)
    by_name = one.ref_target is not None and condition.operator not in _BY_ID
    return _compare(form.label(condition.key) if by_name else form.raw(condition.key), condition)


def _compare(column: ColumnElement[Any], condition: Condition) -> ColumnElement[bool]:
    opposite = _OPPOSITES.get(condition.operator)
    if opposite is not None:
        # SQL knows neither yes nor no of an empty cell; a person who excludes a value expects to see it.
        return or_(column.is_(None), not_(_compare(column, replace(condition, operator=opposite))))
    if condition.operator in ("empty", "filled"):
        blank: ColumnElement[bool] = column.is_(None)
        if isinstance(column.type, String):
            blank = or_(blank, column == "")
        return blank if condition.operator == "empty" else not_(blank)
    if condition.operator == "any_of":
        return column.in_(condition.values)
    if condition.operator in ("between", "span"):
        return _within(column, *condition.values, last=condition.operator == "between")
    first = condition.values[0]
    tests: dict[str, Callable[[], ColumnElement[bool]]] = {
        "is": lambda: column == first,
        "at_least": lambda: column >= first,
        "at_most": lambda: column <= first,
        "contains": lambda: _contains(column, str(first)),
    }
    return tests[condition.operator]()


def _within(column: ColumnElement[Any], low: Any, high: Any, *, last: bool) -> ColumnElement[bool]:
    ends = [column >= low] if low is not None else []
    if high is not None:
        ends.append(column <= high if last else column < high)
    return and_(column.is_not(None), *ends)


def _contains(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """The text as typed, or folded; the store's own ``lower`` knows ASCII letters only."""
    return or_(func.instr(column, clean(text)) > 0, func.instr(func.lower(column), fold(text)) > 0)


def _where_member(form: Shape, one: Surface, condition: Condition) -> ColumnElement[bool]:
    owner = form.base.c[one.via.name] if one.via is not None else form.base.c.id
    there = and_(MEMBER.c.owner == owner, MEMBER.c.field == member_field(form, one), MEMBER.c.deleted.is_(False))
    if condition.operator == "empty":
        return not_(exists().where(there))
    if condition.operator == "contains":
        there = and_(there, _member_contains(one, str(condition.values[0])))
    elif condition.operator != "filled":
        there = and_(there, MEMBER.c.value.in_([str(value) for value in condition.values]))
    return exists().where(there)


def _member_contains(one: Surface, text: str) -> ColumnElement[bool]:
    if one.ref_target is None:
        return _contains(MEMBER.c.value, text)
    library = CATALOG.of_table(one.ref_target)
    target = record_table(library)
    found = select(func.lower(func.hex(target.c.id))).where(_contains(named(target, library), text))
    return func.replace(MEMBER.c.value, "-", "").in_(found)


def filter_operators(one: Surface) -> tuple[str, ...]:
    """The operators that make sense for a field, the commonest first.

    A covered field answers only whether it is filled: by filtering its text could be guessed sign by sign.
    """
    kind = one.field.kind
    if one.field.masked:
        return _BARE
    if kind.choices():
        return ("any_of", "none_of", *_BARE)
    if one.ref_target or isinstance(kind, Text) or kind.many:
        return ("contains", "contains_not", *_BARE)
    if isinstance(kind, Day | Moment):
        return ("span", "at_least", "at_most", "between", "is", "is_not", *_BARE)
    if isinstance(kind, Amount) or kind.excel_format.startswith("yyyy") or kind.right_aligned:
        return ("at_least", "at_most", "between", "is", "is_not", *_BARE)
    return ("contains", "contains_not", "is", "is_not", *_BARE)


def accepted_operators(one: Surface) -> tuple[str, ...]:
    """Every operator a filter of a field may use, those of the window's commands and of stored views included."""
    return _BARE if one.field.masked else (*filter_operators(one), "is", "is_not", "any_of", "none_of", "contains")
