"""The store's tables, derived from the declarations; nothing about a field is said twice."""

from collections.abc import Iterable

from sqlalchemy import Boolean, Column, ForeignKey, Index, MetaData, String, Table

from fj_desktop.core.field import Field, Library
from fj_desktop.core.kinds import Ref
from fj_desktop.core.kinds.storing import IdType, UtcMoment
from fj_desktop.libraries import CATALOG

METADATA = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}
)

VISIBILITIES = ("office", "group", "county", "public")

UNCAPTURED = frozenset({"id", "created_at", "created_by", "updated_at", "updated_by", "import_batch", "source_row"})
"""Columns that are set once or by the triggers themselves; every other column's changes are captured."""


def _common() -> list[Column[object]]:
    return [
        Column("id", IdType(), primary_key=True),
        Column("office_code", String(3), nullable=False),
        Column("visibility", String(8), nullable=False),
        Column("group_id", IdType()),
        Column("created_at", UtcMoment(), nullable=False),
        Column("created_by", IdType()),
        Column("updated_at", UtcMoment(), nullable=False),
        Column("updated_by", IdType()),
        Column("deleted", Boolean(create_constraint=False), nullable=False, default=False),
        Column("import_batch", IdType()),
        Column("source_row", String(200)),
    ]


def _column(one: Field) -> Column[object]:
    kind = one.kind
    if isinstance(kind, Ref):
        # Deferred: in an exchange a child may arrive before its parent within one transaction.
        parent = ForeignKey(f"{kind.target}.id", deferrable=True, initially="DEFERRED")
        return Column(one.name, kind.column_type(), parent)
    return Column(one.name, kind.column_type())


def _table(library: Library) -> Table:
    own = [_column(one) for one in library.fields.values() if not one.kind.many]
    table = Table(library.table, METADATA, *_common(), *own)
    links = [link.name for link in library.links()]
    indexed = {key for key in (*library.keys, *library.indexed, *links) if key in library.fields}
    for name in sorted(indexed):
        # With the mark, so that sorting by one of these reads the index alone.
        Index(None, table.c[name], table.c.deleted)
    # The order a table opens in; two small trees, so that neither is ever taken for a way to find few rows.
    Index(f"ix_{table.name}_live", table.c.updated_at, sqlite_where=table.c.deleted.is_(False))
    Index(f"ix_{table.name}_gone", table.c.updated_at, sqlite_where=table.c.deleted.is_(True))
    Index(None, table.c.import_batch)
    return table


_TABLES = {library.table: _table(library) for library in CATALOG.everything}

MEMBER = Table(
    "member",
    METADATA,
    Column("id", IdType(), primary_key=True),
    Column("owner", IdType(), nullable=False, index=True),
    Column("field", String(80), nullable=False),
    Column("value", String(80), nullable=False, index=True),
    Column("deleted", Boolean(create_constraint=False), nullable=False, default=False),
)
"""Members of sets (choices, tags, references): child rows, so that two offices' additions merge."""

GROUP = Table(
    "office_group",
    METADATA,
    Column("id", IdType(), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("deleted", Boolean(create_constraint=False), nullable=False, default=False),
)

GROUP_OFFICE = Table(
    "office_group_member",
    METADATA,
    Column("id", IdType(), primary_key=True),
    Column("group_id", IdType(), ForeignKey("office_group.id", deferrable=True, initially="DEFERRED"), nullable=False),
    Column("office_code", String(3), nullable=False),
    Column("deleted", Boolean(create_constraint=False), nullable=False, default=False),
)


def record_table(library: Library) -> Table:
    """The table a library is stored in."""
    return _TABLES[library.table]


def captured() -> dict[str, list[str]]:
    """Every captured table with the columns whose changes are recorded."""
    return {
        table.name: [column.name for column in table.columns if column.name not in UNCAPTURED]
        for table in METADATA.sorted_tables
    }


def parents_first(tables: Iterable[str]) -> list[str]:
    """These tables so that each stands behind those it refers to.

    Rows written in this order leave no reference open. While one is open SQLite looks through every
    referring table for each row that comes, and a long import would slow down with the square of its rows.
    """
    place = {table.name: number for number, table in enumerate(METADATA.sorted_tables)}
    return sorted(tables, key=place.__getitem__)
