"""What a saved view shows, as JSON and back; whatever comes from elsewhere is measured and checked word for word."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.views import LONGEST_DEFINITION
from fj_desktop.services.browse import Wanted
from fj_desktop.services.filtering import SPANS, AnyOf, Filter
from fj_desktop.services.grouping import ways
from fj_desktop.store.conditions import accepted_operators

_MOST_FILTERS, _MOST_TEXTS, _MOST_ORDER, _LONGEST_TEXT = 30, 100, 5, 200
_Found = TypeVar("_Found")


@dataclass(frozen=True)
class Showing:
    """What a table shows: filters, words searched for, order (key, descending), columns, the field it is grouped by.

    Without ``keys`` the columns stay as they are.
    """

    filters: tuple[Filter | AnyOf, ...] = ()
    text: str = ""
    order: tuple[tuple[str, bool], ...] = ()
    keys: tuple[str, ...] = ()
    group: str = ""

    def wanted(self, *, deleted: bool = False) -> Wanted:
        """The same as a table is asked for it."""
        return Wanted(self.filters, self.text, self.order, deleted)


def write_definition(showing: Showing) -> str:
    """A view as JSON.

    Raises:
        UserError: it asks for more than a view may hold.
    """
    found = {
        "filters": [_as_json(one) for one in showing.filters],
        "text": showing.text.strip()[:_LONGEST_TEXT],
        "order": [list(one) for one in showing.order],
        "columns": list(showing.keys),
        "group": showing.group,
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    single = sum(len(one.filters) if isinstance(one, AnyOf) else 1 for one in showing.filters)
    if len(text) > LONGEST_DEFINITION or single > _MOST_FILTERS:
        raise UserError(f"这个视图的条件太多（最多 {_MOST_FILTERS} 个），存不下。请去掉一些条件再保存。")
    return text


def _as_json(one: Filter | AnyOf) -> dict[str, Any]:
    if isinstance(one, AnyOf):
        return {"any": [_as_json(each) for each in one.filters]}
    return {"key": one.key, "is": one.operator, "texts": list(one.texts)}


def read_definition(library: Library, text: str) -> tuple[Showing, tuple[str, ...]]:
    """A view from JSON, and in words what of it was left out; never refuses."""
    reader = _Reader(library)
    showing = reader.read(text)
    return showing, tuple(dict.fromkeys(reader.remarks))


class _Reader:
    def __init__(self, library: Library) -> None:
        self._library = library
        self._surface = CATALOG.by_key(library)
        self.remarks: list[str] = []

    def read(self, text: str) -> Showing:
        found: Any = None
        if len(text) <= LONGEST_DEFINITION:
            try:
                found = json.loads(text)
            except (ValueError, RecursionError):
                found = None
        if not isinstance(found, dict):
            self.remarks.append("这个视图的内容读不懂，按全部记录显示。请另存一个新的视图。")
            return Showing()
        filters: Iterator[Filter | AnyOf] = self._list(found.get("filters"), _MOST_FILTERS, self._filter)
        words, group = found.get("text"), found.get("group")
        return Showing(
            tuple(filters),
            words.strip()[:_LONGEST_TEXT].rstrip() if isinstance(words, str) else "",
            tuple(self._list(found.get("order"), _MOST_ORDER, self._order)),
            tuple(dict.fromkeys(self._list(found.get("columns"), len(self._surface), self._key))),
            self._group(group),
        )

    def _group(self, found: Any) -> str:
        if not found or any(found == one.name for one in ways(self._library)):
            return str(found or "")
        self.remarks.append("分组的字段已不能用，未采用。")
        return ""

    def _list(self, found: Any, most: int, read: Callable[[Any], _Found | None]) -> Iterator[_Found]:
        items = found if isinstance(found, list) else []
        if len(items) > most:
            self.remarks.append(f"超出 {most} 项的部分未采用。")
        for item in items[:most]:
            if (one := read(item)) is not None:
                yield one

    def _filter(self, item: Any) -> Filter | AnyOf | None:
        if isinstance(item, dict) and isinstance(item.get("any"), list):
            inner = tuple(self._list(item["any"], _MOST_FILTERS, self._single))
            return AnyOf(inner) if inner else None
        return self._single(item)

    def _single(self, item: Any) -> Filter | None:
        one = self._known(item.get("key")) if isinstance(item, dict) else None
        if one is None:
            return None
        operator, texts = item.get("is"), item.get("texts")
        held = texts if isinstance(texts, list) else []
        fits = all(isinstance(each, str) and len(each) <= _LONGEST_TEXT for each in held) and len(held) <= _MOST_TEXTS
        if operator not in accepted_operators(one) or not fits or (operator == "span" and held[:1] not in _SPANS):
            self.remarks.append(f"“{one.label}”的筛选条件不适用，未采用。")
            return None
        return Filter(one.key, str(operator), tuple(held))

    def _order(self, item: Any) -> tuple[str, bool] | None:
        if not isinstance(item, list) or len(item) != 2:
            return None
        one = self._known(item[0])
        if one is not None and not one.sorts:
            self.remarks.append(f"不能按“{one.label}”排序，未采用。")
            return None
        return (one.key, item[1] is True) if one is not None else None

    def _key(self, key: Any) -> str | None:
        one = self._known(key)
        return one.key if one is not None else None

    def _known(self, key: Any) -> Surface | None:
        one = self._surface.get(key) if isinstance(key, str) else None
        if one is None:
            self.remarks.append("有的字段本版本没有，涉及它的条件和列未采用。")
        return one


_SPANS = [[one] for one in SPANS]
