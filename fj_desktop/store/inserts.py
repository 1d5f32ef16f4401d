"""Many new rows of one table by the driver's own executemany; a statement object a row would cost more than the row."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table

Bind = Callable[[Any], Any]


class Inserter:
    """Writes rows of one table; values that are the same in every row are made ready once.

    The driver takes a microsecond to adapt each None and each ``bytes``: columns that are empty in a
    whole block are left out, and ids go as ``bytearray``.
    """

    def __init__(self, connection: Connection, table: Table, same: Mapping[str, Any]) -> None:
        """Args:
        connection: within a transaction that may write.
        table: the table.
        same: column to value, for columns with one value in all rows.
        """
        self._connection = connection
        self._table = table
        dialect = connection.dialect
        self._binds = {
            column.name: column.type.dialect_impl(dialect).bind_processor(dialect) for column in table.columns
        }
        self._are_bytes = {column.name: column.type.python_type is bytes for column in table.columns}
        self._same = {name: ready for name, value in same.items() if (ready := self._ready(name, value)) is not None}

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows of column to value; a column left out is NULL."""
        if not rows:
            return
        filled = set().union(*rows)
        names = [name for name in self._binds if name in filled]
        columns = [self._column(name, [row.get(name) for row in rows]) for name in names]
        fixed = [itertools.repeat(value, len(rows)) for value in self._same.values()]
        quote = self._connection.dialect.identifier_preparer.quote
        named = ", ".join(quote(name) for name in [*names, *self._same])
        marks = ", ".join("?" * (len(columns) + len(fixed)))
        sql = f"INSERT INTO {quote(self._table.name)} ({named}) VALUES ({marks})"  # noqa: S608
        self._connection.exec_driver_sql(sql, list(zip(*columns, *fixed, strict=True)))

    def _column(self, name: str, values: list[Any]) -> Iterable[Any]:
        """One column's values as the driver takes them."""
        bind = self._binds[name]
        if bind is None:
            return values
        if self._are_bytes[name]:
            return [None if value is None else bytearray(bind(value)) for value in values]
        return [None if value is None else bind(value) for value in values]

    def _ready(self, name: str, value: Any) -> Any:
        bind = self._binds[name]
        ready = value if bind is None else bind(value)
        return bytearray(ready) if isinstance(ready, bytes | memoryview) else ready
