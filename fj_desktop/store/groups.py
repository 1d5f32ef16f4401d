"""Records counted by the value of one field, by SQL alone; the store's own grouping and no rows of ours."""

from typing import Any

from sqlalchemy import Connection, String, func
from sqlalchemy.sql.elements import ColumnElement

from fj_desktop.core.field import Library
from fj_desktop.store import queries
from fj_desktop.store.shapes import Shape, shape

MOST = 500
"""So many groups are told, the largest ones; a list of thousands is no overview."""
_SIGNS = {"year": 4, "month": 7}


def counted(
    connection: Connection, library: Library, query: queries.Query, key: str, span: str = "", total: str = ""
) -> list[tuple[Any, int, Any]]:
    """The values of a field among the rows of a query, how many rows have each, and the sum of another field.

    Args:
        connection: reads the store.
        library: whose rows.
        query: which of them; its order counts for nothing.
        key: the field, single-valued; a reference is grouped by the name of its record.
        span: ``year`` or ``month`` for days, empty for the value itself.
        total: the field that is added up, or empty.
    """
    form = shape(library)
    group = _group(form, key, span)
    added: list[ColumnElement[Any]] = [func.sum(form.raw(total), type_=form.raw(total).type)] if total else []
    used = queries.Query(query.conditions, query.text, ((key, False), *(((total, False),) if total else ())))
    used = queries.Query(used.conditions, used.text, used.order, query.deleted, since=query.since)
    number: ColumnElement[int] = func.count()
    statement = queries.ids_statement(library, used).with_only_columns(
        group, number, *added, maintain_column_froms=True
    )
    statement = statement.order_by(None).group_by(group).order_by(number.desc(), group).limit(MOST)
    return [(row[0], int(row[1]), row[2] if total else None) for row in connection.execute(statement)]


def how_many(connection: Connection, library: Library, query: queries.Query) -> int:
    """How many rows a query shows; its order counts for nothing."""
    bare = queries.Query(query.conditions, query.text, (), query.deleted, query.batch, query.since)
    statement = queries.ids_statement(library, bare).order_by(None)
    return int(connection.execute(statement.with_only_columns(func.count(), maintain_column_froms=True)).scalar_one())


def _group(form: Shape, key: str, span: str) -> ColumnElement[Any]:
    column = form.label(key) if form.surface[key].ref_target else form.raw(key)
    if span:
        return func.substr(column, 1, _SIGNS[span], type_=String())
    # A text left empty and one never written are both blank.
    return func.nullif(column, "", type_=column.type) if isinstance(column.type, String) else column
