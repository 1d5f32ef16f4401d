"""SELECTs derived from the declarations: one library with its masters and the names of what it refers to."""

import datetime as dt
import uuid
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, column, func, literal_column, select
from sqlalchemy import table as sql_table
from sqlalchemy.sql.elements import ColumnElement

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Many, Ref
from fj_desktop.core.kinds.storing import IdType
from fj_desktop.libraries import CATALOG
from fj_desktop.store import search
from fj_desktop.store.conditions import AnyCondition, Condition, keys_of, where
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.shapes import Shape, called, member_field, shape
from fj_desktop.store.watching import gather, limited

_FEW = 200

_ERASED = sql_table("_erased", column("row", IdType()))


@dataclass(frozen=True)
class Query:
    """What a table shows: filters, words searched for, order (key, descending), and live or deleted rows.

    ``since``: only rows last changed at or after this moment.
    """

    conditions: tuple[Condition | AnyCondition, ...] = ()
    text: str = ""
    order: tuple[tuple[str, bool], ...] = ()
    deleted: bool = False
    batch: uuid.UUID | None = None
    since: dt.datetime | None = None


def ids(connection: Connection, library: Library, query: Query, limit: int | None = None) -> "array[int]":
    """Row numbers of everything the query shows, or of the first ``limit``, in order; eight bytes a row."""
    found = array("q")
    gather(connection, ids_statement(library, query).limit(limit), found)
    return found


def first_ids(connection: Connection, library: Library, query: Query, steps: int) -> tuple["array[int]", bool]:
    """As many row numbers as the store gives within ``steps`` of its machine, and whether these are all."""
    found = array("q")
    with limited(connection, steps) as stopped:
        gather(connection, ids_statement(library, query), found, _FEW)
    return found, not stopped


def ids_statement(library: Library, query: Query) -> Select[Any]:
    """The bare SELECT behind :func:`ids`."""
    form = shape(library)
    row_number: ColumnElement[int] = literal_column(f'"{form.base.name}".rowid')
    used = keys_of(query.conditions) + [key for key, _ in query.order]
    statement = select(row_number).select_from(form.sources(used)).where(_is_deleted(form.base, query.deleted))
    for condition in query.conditions:
        statement = statement.where(where(form, condition))
    if query.deleted:
        statement = statement.where(form.base.c.id.not_in(select(_ERASED.c.row)))
    if query.since is not None:
        statement = statement.where(form.base.c.updated_at >= query.since)
    if query.batch is not None:
        statement = statement.where(form.base.c.import_batch == query.batch)
    if query.text.strip():
        statement = statement.where(form.base.c.id.in_(search.matching(query.text, form.base.name)))
    return statement.order_by(*_order(form, query.order), row_number.desc())


def _order(form: Shape, order: Sequence[tuple[str, bool]]) -> list[ColumnElement[Any]]:
    """The order asked for; sets have none, and that of covered values would tell what they are."""
    parts: list[ColumnElement[Any]] = []
    for key, descending in order:
        one = form.surface[key]
        if not one.sorts:
            continue
        column = form.label(key) if one.ref_target else form.raw(key)
        parts.append((column.desc() if descending else column.asc()).nulls_last())
    return parts or [form.base.c.updated_at.desc()]


def _is_deleted(table: Table, deleted: bool) -> ColumnElement[bool]:
    """Written out, not bound: only so do the indexes of live and of deleted records apply."""
    return table.c.deleted.is_(True) if deleted else table.c.deleted.is_(False)


def page(connection: Connection, library: Library, numbers: Sequence[int], keys: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of some row numbers, in their order: id, raw values by key, names of references, sets as tuples."""
    form = shape(library)
    row_number: ColumnElement[int] = literal_column(f'"{form.base.name}".rowid')
    single = [key for key in keys if not form.surface[key].field.kind.many]
    common = [form.base.c[name] for name in ("id", "office_code", "visibility", "updated_at", "deleted")]
    columns = [form.raw(key).label(key) for key in single]
    columns += [form.label(key).label(f"{key}/name") for key in single if form.surface[key].ref_target]
    columns += [column.label(f"link/{name}") for name, column in form.masters().items()]
    columns += [column.label(f"office/{name}") for name, column in form.offices(keys).items()]
    found: dict[int, dict[str, Any]] = {}
    statement = select(row_number.label("row_number"), *common, *columns).select_from(form.sources(keys))
    for at in range(0, len(numbers), 500):
        part = numbers[at : at + 500]
        for row in connection.execute(statement.where(row_number.in_(part))).mappings():
            found[row["row_number"]] = dict(row)
    rows = [found[number] for number in numbers if number in found]
    _add_sets(connection, form, rows, [key for key in keys if form.surface[key].field.kind.many])
    return rows


def _add_sets(connection: Connection, form: Shape, rows: list[dict[str, Any]], keys: Sequence[str]) -> None:
    for key in keys:
        one = form.surface[key]
        owner_of = f"link/{one.via.name}" if one.via is not None else "id"
        owners = {row[owner_of] for row in rows if row[owner_of] is not None}
        sets = members(connection, member_field(form, one), owners)
        for row in rows:
            row[key] = tuple(sets.get(row[owner_of], ())) or None
        if one.ref_target and isinstance(one.field.kind, Many):
            called = names(
                connection, CATALOG.of_table(one.ref_target), [value for row in rows for value in row[key] or ()]
            )
            for row in rows:
                row[f"{key}/name"] = "；".join(called.get(value, "") for value in row[key] or ())


def members(connection: Connection, name: str, owners: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """Living members of one set field by owner, sorted."""
    wanted = list(owners)
    found: dict[uuid.UUID, list[str]] = {}
    for at in range(0, len(wanted), 500):
        statement = select(MEMBER.c.owner, MEMBER.c.value).where(
            MEMBER.c.owner.in_(wanted[at : at + 500]), MEMBER.c.field == name, MEMBER.c.deleted.is_(False)
        )
        for owner, value in connection.execute(statement.order_by(MEMBER.c.value)):
            found.setdefault(owner, []).append(value)
    return found


def names(connection: Connection, library: Library, wanted: Iterable[str | uuid.UUID]) -> dict[str, str]:
    """Names of some records of a library by the text of their ids."""
    keys, form = list({uuid.UUID(str(one)) for one in wanted}), shape(library)
    # A role is named by its person, so the name may stand in a master's table.
    naming = [key for key in library.naming if key in form.surface]
    shown = [form.raw(key) for key in naming if not form.surface[key].field.masked]
    name = called(shown, covered=len(shown) < len(naming))
    found: dict[str, str] = {}
    for at in range(0, len(keys), 500):
        statement = select(form.base.c.id, name).select_from(form.sources(naming))
        statement = statement.where(form.base.c.id.in_(keys[at : at + 500]))
        found |= {str(one): str(name or "") for one, name in connection.execute(statement)}
    return found


def values(connection: Connection, library: Library, record: uuid.UUID) -> dict[str, Any] | None:
    """A record's own stored values by field name, sets included, or None."""
    table = record_table(library)
    row = connection.execute(select(table).where(table.c.id == record)).mappings().first()
    if row is None:
        return None
    found = {name: row[name] for name, one in library.fields.items() if not one.kind.many}
    for name, one in library.fields.items():
        if one.kind.many:
            found[name] = tuple(members(connection, f"{library.table}.{name}", [record]).get(record, ())) or None
    return found


def is_deleted(connection: Connection, library: Library, record: uuid.UUID) -> bool:
    """Whether a record stands in the recycle bin or has left it."""
    table = record_table(library)
    return bool(connection.execute(select(table.c.deleted).where(table.c.id == record)).scalar())


def count_linked(connection: Connection, role: Library, link: str, masters: Sequence[uuid.UUID]) -> int:
    """How many live records of a role stand on some master records."""
    table, found = record_table(role), 0
    for at in range(0, len(masters), 500):
        used = table.c[link].in_(masters[at : at + 500])
        statement = select(func.count()).select_from(table).where(table.c.deleted.is_(False), used)
        found += int(connection.execute(statement).scalar_one())
    return found


def references(connection: Connection, target: str) -> Iterator[tuple[bytes, bytes]]:
    """Every living reference to records of a table, links and members of sets too: to whom, and from whom."""
    for library in CATALOG.everything:
        table = record_table(library)
        for one in library.fields.values():
            kind = one.kind.each if isinstance(one.kind, Many) else one.kind
            if not isinstance(kind, Ref) or kind.target != target:
                continue
            if one.kind.many:
                living = MEMBER.join(table, table.c.id == MEMBER.c.owner)
                there = and_(MEMBER.c.field == f"{library.table}.{one.name}", MEMBER.c.deleted.is_(False))
                statement = select(MEMBER.c.value, MEMBER.c.owner).select_from(living).where(there)
            else:
                statement = select(table.c[one.name], table.c.id).where(table.c[one.name].is_not(None))
            for to, source in connection.execute(statement.where(table.c.deleted.is_(False))):
                yield uuid.UUID(str(to)).bytes, source.bytes


def deleted_masters(
    connection: Connection, role: Library, records: Sequence[uuid.UUID]
) -> Iterator[tuple[Library, list[uuid.UUID]]]:
    """The deleted master records that some records of a role stand on, companies before people."""
    table = record_table(role)
    for link in reversed(role.links()):
        target = CATALOG.of_table(link.kind.target)  # type: ignore[attr-defined]
        master, found = record_table(target), set()
        for at in range(0, len(records), 500):
            statement = select(master.c.id).join(table, table.c[link.name] == master.c.id)
            wanted = statement.where(master.c.deleted.is_(True), table.c.id.in_(records[at : at + 500]))
            found |= set(connection.execute(wanted).scalars())
        if found:
            yield target, sorted(found)


def count(connection: Connection, library: Library, *, deleted: bool = False) -> int:
    """How many records a library holds."""
    table = record_table(library)
    found = connection.execute(select(func.count()).select_from(table).where(_is_deleted(table, deleted)))
    return int(found.scalar_one())


def quick_count(connection: Connection, library: Library, steps: int) -> int | None:
    """How many live records a library holds, if that can be told within ``steps`` of the store's machine."""
    with limited(connection, steps):
        return count(connection, library)
    return None


def dates(connection: Connection, library: Library, record: uuid.UUID) -> dict[str, Any]:
    """When a record was made and last changed, and where it came from."""
    table = record_table(library)
    columns = [table.c[name] for name in ("created_at", "updated_at", "source_row", "import_batch")]
    row = connection.execute(select(*columns).where(table.c.id == record)).mappings().first()
    return dict(row) if row is not None else {}


def row_number_of(connection: Connection, library: Library, record: uuid.UUID) -> int | None:
    """The row number of one record, or None."""
    table = record_table(library)
    number: ColumnElement[int] = literal_column(f'"{table.name}".rowid')
    return connection.execute(select(number).select_from(table).where(table.c.id == record)).scalar()
