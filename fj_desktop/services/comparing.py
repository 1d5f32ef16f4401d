"""Two records side by side: what differs, which value is proposed, and what moves with the one that goes."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, true

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Field, Library
from fj_desktop.core.kinds import Link, Many, Ref, Text
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import cell_text
from fj_desktop.services.covering import is_covered
from fj_desktop.services.merging import KEEP, OTHER
from fj_desktop.store import queries
from fj_desktop.store.schema import MEMBER, record_table

BOTH = "both"
_ATTACHMENT = CATALOG.of_table("attachment")


@dataclass(frozen=True)
class Line:
    """One field in which two records differ.

    Attributes:
        name: of the field.
        label: as people read it.
        kept: the value of the record that stays, as shown; covered if it is for others.
        other: the value of the one that goes.
        proposed: ``keep``, ``other`` or ``both``.
        joins: both values can be kept together: a set, or a long text.
    """

    name: str
    label: str
    kept: str
    other: str
    proposed: str
    joins: bool


@dataclass(frozen=True)
class Comparison:
    """Two records: where they differ, in how many fields they agree, and what moves to the one that stays."""

    lines: tuple[Line, ...]
    same: int
    references: int
    attachments: int


def compare(connection: Connection, library: Library, keep: uuid.UUID, other: uuid.UUID, office: str) -> Comparison:
    """Lay two records of a library side by side.

    Args:
        connection: reads the store.
        library: where both stand.
        keep: the one that stays.
        other: the one that goes.
        office: whose screen it is.

    Raises:
        UserError: one of them is not there.
    """
    first, second = (_row(connection, library, one) for one in (keep, other))
    lines, same = [], 0
    for name, one, label in _own(library):
        values = [first.get(name), second.get(name)]
        if values[0] == values[1]:
            same += values[0] not in (None, "", ())
            continue
        shown = [_shown(connection, library, one, row, office) for row in (first, second)]
        lines.append(Line(name, label, shown[0], shown[1], _proposed(one, *values), _joins(one)))
    return Comparison(tuple(lines), same, _references(connection, library, other), _attachments(connection, other))


def choices(picked: Mapping[str, str]) -> dict[str, str]:
    """What was picked by field name as the merge takes it; what is kept together needs no choice."""
    return {name: choice for name, choice in picked.items() if choice in (KEEP, OTHER)}


def _own(library: Library) -> Iterable[tuple[str, Field, str]]:
    for name, one in library.fields.items():
        if not one.computed:
            yield name, one, one.label


def _row(connection: Connection, library: Library, record: uuid.UUID) -> dict[str, Any]:
    number = queries.row_number_of(connection, library, record)
    keys = [one.key for one in CATALOG.surface(library) if one.via is None]
    rows = queries.page(connection, library, [number], keys) if number is not None else []
    values = queries.values(connection, library, record)
    if not rows or values is None:
        raise UserError(f"{library.title}里没有编号为 {record} 的记录，可能刚刚被合并或删除。")
    return values | rows[0]


def _shown(connection: Connection, library: Library, one: Field, row: Mapping[str, Any], office: str) -> str:
    if isinstance(one.kind, Link):
        wanted = row.get(one.name)
        target = CATALOG.of_table(one.kind.target)
        return queries.names(connection, target, [wanted]).get(str(wanted), "") if wanted else ""
    surface: Surface = CATALOG.by_key(library)[one.name]
    return cell_text(surface, dict(row), covered=is_covered(surface, row, office))


def _proposed(one: Field, kept: Any, other: Any) -> str:
    if kept in (None, "", ()):
        return OTHER
    if other in (None, "", ()):
        return KEEP
    return BOTH if _joins(one) else KEEP


def _joins(one: Field) -> bool:
    return one.kind.many or (isinstance(one.kind, Text) and one.kind.lines > 1)


def _references(connection: Connection, library: Library, record: uuid.UUID) -> int:
    """How many living records name this one."""
    found = 0
    for holder in CATALOG.everything:
        table = record_table(holder)
        for name, one in holder.fields.items():
            kind = one.kind.each if isinstance(one.kind, Many) else one.kind
            if not isinstance(kind, Ref) or kind.target != library.table:
                continue
            named = MEMBER.c.value == str(record) if one.kind.many else table.c[name] == record
            place = (MEMBER.c.field == f"{holder.table}.{name}", MEMBER.c.deleted.is_(False)) if one.kind.many else ()
            living = table.c.deleted.is_(False) if not one.kind.many else true()
            found += int(connection.execute(select(func.count()).where(named, living, *place)).scalar_one())
    return found


def _attachments(connection: Connection, owner: uuid.UUID) -> int:
    table = record_table(_ATTACHMENT)
    owned = select(func.count()).where(table.c.owner == str(owner), table.c.deleted.is_(False))
    return int(connection.execute(owned).scalar_one())
