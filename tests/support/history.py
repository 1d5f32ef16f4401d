"""What the store kept of a change, read as rows of plain values."""

import uuid
from typing import Any

from fj_desktop.store.transactions import Store


def rows(store: Store, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows of a SELECT over the open store."""
    with store.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql, values)]


def table_rows(store: Store, table: str, where: str = "1") -> list[tuple[Any, ...]]:
    """The rows of a whole table, or of a part of it, in the order of their ids."""
    return rows(store, f'SELECT * FROM "{table}" WHERE {where} ORDER BY id')  # noqa: S608


def changes(store: Store, record: uuid.UUID) -> list[tuple[Any, ...]]:
    """Column, before and after of every captured change of one record, oldest first; a new row has no column."""
    return rows(
        store,
        'SELECT _column.col, before, after FROM _change JOIN _column ON _column.no = _change.col WHERE "row" = ? '
        "ORDER BY _change.no",
        record.bytes,
    )


def transactions(store: Store) -> list[tuple[Any, ...]]:
    """Number, action and tip of every recorded transaction, oldest first."""
    return rows(store, "SELECT seq, action, tip FROM _txn ORDER BY seq")
