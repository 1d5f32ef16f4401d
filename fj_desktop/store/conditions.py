"""One filter of a table as a condition of its SELECT; texts and values are bound, never part of the SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, and_, exists, func, not_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Amount, Text
from fj_desktop.core.text import clean, fold
from fj_desktop.libraries import CATALOG
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.shapes import Shape, member_field, named


@dataclass(frozen=True)
class Condition:
    """One filter: a surface key, an operator and parsed values.

    Operators: ``contains`` (text), ``is``, ``any_of``, ``at_least``, ``at_most``, ``empty``, ``filled``.
    """

    key: str
    operator: str
    values: tuple[Any, ...] = ()


def where(form: Shape, condition: Condition) -> ColumnElement[bool]:
    """The condition on the rows of a library."""
    one = form.surface[condition.key]
    if one.field.kind.many:
        return _where_member(form, one, condition)
    by_name = one.ref_target is not None and condition.operator not in ("is", "any_of")
    return _compare(form.label(condition.key) if by_name else form.raw(condition.key), condition)


def _compare(column: ColumnElement[Any], condition: Condition) -> ColumnElement[bool]:
    if condition.operator in ("empty", "filled"):
        blank: ColumnElement[bool] = column.is_(None)
        if isinstance(column.type, String):
            blank = or_(blank, column == "")
        return blank if condition.operator == "empty" else not_(blank)
    if condition.operator == "any_of":
        return column.in_(condition.values)
    first = condition.values[0]
    tests: dict[str, Callable[[], ColumnElement[bool]]] = {
        "is": lambda: column == first,
        "at_least": lambda: column >= first,
        "at_most": lambda: column <= first,
        "contains": lambda: _contains(column, str(first)),
    }
    return tests[condition.operator]()


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
    """The operators that make sense for a field, the commonest first."""
    kind = one.field.kind
    if kind.choices():
        return ("any_of", "empty", "filled")
    if one.ref_target or isinstance(kind, Text) or kind.many:
        return ("contains", "empty", "filled")
    if isinstance(kind, Amount) or kind.excel_format.startswith("yyyy") or kind.right_aligned:
        return ("at_least", "at_most", "is", "empty", "filled")
    return ("contains", "is", "empty", "filled")
