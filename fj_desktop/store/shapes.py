"""How each library is read: its table, the masters it stands on, the names of what it refers to."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import FromClause, String, Table, cast, func, literal
from sqlalchemy.sql.elements import ColumnElement

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.libraries import CATALOG
from fj_desktop.store.schema import record_table

NAMELESS = "（未留姓名）"


class Shape:
    """How one library is read: base table, joins to masters, label joins, and the column behind each key."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.base = record_table(library)
        self.surface = {one.key: one for one in CATALOG.surface(library)}
        self._masters: dict[str, Table] = {}
        self._labels: dict[str, Table] = {}
        for link in library.links():
            if isinstance(link.kind, Link):
                target = record_table(CATALOG.of_table(link.kind.target))
                self._masters[link.name] = target.alias(f"m_{link.name}")  # type: ignore[assignment]
        for key, one in self.surface.items():
            if one.ref_target is not None and not one.field.kind.many:
                named = record_table(CATALOG.of_table(one.ref_target))
                self._labels[key] = named.alias(f"r_{key}")  # type: ignore[assignment]

    def owner(self, one: Surface) -> Table:
        """The table alias that holds a surface field."""
        return self._masters[one.via.name] if one.via is not None else self.base

    def raw(self, key: str) -> ColumnElement[Any]:
        """The stored value of a single-valued field."""
        one = self.surface[key]
        return self.owner(one).c[one.field.name]

    def label(self, key: str) -> ColumnElement[Any]:
        """The name of the record a reference points to."""
        target = CATALOG.of_table(str(self.surface[key].ref_target))
        return named(self._labels[key], target)

    def masters(self) -> dict[str, ColumnElement[Any]]:
        """Ids of the linked master records by link name."""
        return {name: self.base.c[name] for name in self._masters}

    def offices(self, keys: Iterable[str]) -> dict[str, ColumnElement[Any]]:
        """The offices that own the masters some fields are reached by, by link name."""
        links = {one.via.name for one in map(self.surface.get, keys) if one is not None and one.via is not None}
        return {name: self._masters[name].c.office_code for name in sorted(links)}

    def sources(self, keys: Iterable[str]) -> FromClause:
        """The joins that the named fields need, and no others."""
        source: FromClause = self.base
        joined: set[str] = set()
        for key in keys:
            one = self.surface.get(key)
            if one is None:
                continue
            if one.via is not None and one.via.name not in joined:
                joined.add(one.via.name)
                master = self._masters[one.via.name]
                source = source.outerjoin(master, master.c.id == self.base.c[one.via.name])
            if key in self._labels and key not in joined:
                joined.add(key)
                source = source.outerjoin(self._labels[key], self._labels[key].c.id == self.raw(key))
        return source


def named(table: Table, library: Library) -> ColumnElement[Any]:
    """The name of a record as a column: the first filled of its naming fields; a covered one gives no name."""
    fields = [library.fields[name] for name in library.naming if name in library.fields]
    columns = [table.c[one.name] for one in fields if not one.masked]
    return called(columns, covered=len(columns) < len(fields))


def called(columns: Sequence[ColumnElement[Any]], *, covered: bool) -> ColumnElement[Any]:
    """The first filled of some columns; with ``covered`` a stand-in where all of them are empty."""
    shown = [one if isinstance(one.type, String) else cast(one, String()) for one in columns]
    if covered or not shown:
        # A role is named by its master, which its own table does not have.
        shown.append(literal(NAMELESS))
    return func.coalesce(*shown) if len(shown) > 1 else shown[0]


_SHAPES: dict[str, Shape] = {}


def shape(library: Library) -> Shape:
    """The shape of a library, built once."""
    if library.table not in _SHAPES:
        _SHAPES[library.table] = Shape(library)
    return _SHAPES[library.table]


def member_field(form: Shape, one: Surface) -> str:
    """The name under which a set's members are stored: table and field."""
    table = form.base.name if one.via is None else str(one.via.kind.target)  # type: ignore[attr-defined]
    return f"{table}.{one.field.name}"
