"""A table's rows in groups: how many there are of each value, what they add up to, and the filter that shows one."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library, per_library
from fj_desktop.core.kinds import Area, Coded, Day, Industries, Money, Text, Year, YearMonth, YesNo
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import BrowseService, Wanted
from fj_desktop.services.filtering import AnyOf, Filter
from fj_desktop.store.groups import MOST, counted
from fj_desktop.store.shapes import NAMELESS
from fj_desktop.store.transactions import Store

_LONGEST = 100
BY_YEAR, BY_MONTH = "year", "month"


@dataclass(frozen=True)
class Group:
    """One value: as shown, how many records have it, their sum as shown, and the filter that shows these alone.

    Without a filter: what stands there is no value of the field, as an old store may have it.
    """

    label: str
    count: int
    total: str
    filter: Filter | None


@dataclass(frozen=True)
class Way:
    """One way to group a library: the field's key, ``year`` or ``month`` for days, and the words for it."""

    key: str
    span: str
    words: str

    @property
    def name(self) -> str:
        """As a view keeps it."""
        return f"{self.key}/{self.span}" if self.span else self.key


@per_library
def ways(library: Library) -> tuple[Way, ...]:
    """Every way a library can be grouped; covered fields and sets can't."""
    found: list[Way] = []
    for one in CATALOG.surface(library):
        kind = one.field.kind
        if one.field.masked or kind.many:
            continue
        if isinstance(kind, Day):
            found += [Way(one.key, BY_MONTH, f"{one.label}（月）"), Way(one.key, BY_YEAR, f"{one.label}（年）")]
        elif _few(one):
            found.append(Way(one.key, "", one.label))
    return tuple(found)


def _few(one: Surface) -> bool:
    """Whether records share the values of a field."""
    kind = one.field.kind
    if kind.choices() or one.ref_target or isinstance(kind, Coded | Industries | Year | YearMonth | YesNo):
        return True
    return isinstance(kind, Text) and kind.lines == 1 and kind.longest <= _LONGEST


@per_library
def _total(library: Library) -> Surface | None:
    """The first amount of money, or of land, that is open: what the records of a group add up to."""
    open_ones = [one for one in CATALOG.surface(library) if not one.field.masked and one.via is None]
    for kind in (Money, Area):
        for one in open_ones:
            if isinstance(one.field.kind, kind) and one.field.in_table:
                return one
    return None


class GroupingService:
    """Counts the groups of what a table shows."""

    def __init__(self, store: Store, browse: BrowseService) -> None:
        self._store, self._browse = store, browse

    def total_words(self, library: Library) -> str:
        """What is added up, or nothing."""
        one = _total(library)
        return one.label if one is not None else ""

    def of(self, library: Library, wanted: Wanted, name: str, progress: Progress | None = None) -> list[Group]:
        """The groups of what is wanted, the largest first, at most 500; a filter of the same field is left aside.

        Args:
            library: whose records.
            wanted: what the table shows.
            name: of a :class:`Way`.
            progress: stops it.

        Raises:
            UserError: the library can't be grouped so, or a filter is not of its field's kind.
            Cancelled: the person stopped it.
        """
        way = next((one for one in ways(library) if one.name == name), None)
        if way is None:
            raise UserError(f"{library.title}不能按“{name[:40]}”分组，请另选一个字段。")
        others = tuple(one for one in wanted.filters if isinstance(one, AnyOf) or one.key != way.key)
        total = _total(library)
        with self._store.reading(progress) as connection:
            query = self._browse.query(connection, library, replace(wanted, filters=others))
            rows = counted(connection, library, query, way.key, way.span, total.key if total else "")
        surface = CATALOG.by_key(library)[way.key]
        return [_group(surface, way, value, count, _sum(total, added)) for value, count, added in rows]


def is_cut(groups: list[Group]) -> bool:
    """Whether there may be more groups than are told."""
    return len(groups) >= MOST


def _sum(one: Surface | None, value: Any) -> str:
    return one.field.kind.glance(value) if one is not None and value is not None else ""


def _group(one: Surface, way: Way, value: Any, count: int, total: str) -> Group:
    if value in (None, ""):
        return Group("（未填写）", count, total, Filter(way.key, "empty"))
    if way.span:
        ends = _ends(str(value))
        return Group(str(value), count, total, Filter(way.key, "between", ends) if ends else None)
    kind = one.field.kind
    if value == NAMELESS and one.ref_target:
        return Group(NAMELESS, count, total, None)
    text = str(value) if one.ref_target else kind.show(value)
    label = text if one.ref_target else kind.glance(value)
    return Group(label, count, total, Filter(way.key, "any_of" if kind.choices() else "is", (text,)))


def _ends(span: str) -> tuple[str, str] | None:
    """The first and the last day of 2026 or 2026-11; None for what is neither."""
    try:
        year, _, month = span.partition("-")
        first = dt.date(int(year), int(month or 1), 1)
        last = dt.date(first.year, int(month or 12), calendar.monthrange(first.year, int(month or 12))[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
