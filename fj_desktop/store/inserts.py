"""Many new rows of one table by the driver's own executemany: a statement object for each row costs more than the row."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert

Bind = Callable[[Any], Any]


class Inserter:
    """Writes rows of one table; values that are the same in every row are turned into the driver's once."""

    def __init__(self, connection: Connection, table: Table, same: Mapping[str, Any]) -> None:
        """Args:
        connection: within a transaction that may write.
        table: the table.
        same: column to value, for columns with one value in all rows.
        """
        self._connection = connection
        dialect = connection.dialect
        self._sql = str(insert(table).compile(dialect=dialect))
        self._places: dict[str, tuple[int, Bind | None]] = {}
        self._blank: list[Any] = [None] * len(table.columns)
        for place, column in enumerate(table.columns):
            bind = column.type.dialect_impl(dialect).bind_processor(dialect)
            self._places[column.name] = place, bind
        self._fill(self._blank, same)

    def write(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows of column to value; a column left out is NULL."""
        ready = []
        for row in rows:
            values = self._blank.copy()
            self._fill(values, row)
            ready.append(tuple(values))
        if ready:
            self._connection.exec_driver_sql(self._sql, ready)

    def _fill(self, values: list[Any], row: Mapping[str, Any]) -> None:
        places = self._places
        for name, value in row.items():
            place, bind = places[name]
            values[place] = value if bind is None else bind(value)
