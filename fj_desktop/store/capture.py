"""Change capture: triggers generated from the declarations stamp every change and keep before and after.

One mechanism serves history, undo, audit and exchange. The triggers read who and when from the one
row of ``_now``, which :class:`fj_desktop.store.transactions.Store` fills at BEGIN. A write outside
such a transaction is refused by the store itself, so no change can go unrecorded.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from fj_desktop.store.schema import captured

CLOSED, RECORDING, SEEDING = 2, 1, 0
"""States of ``_now.cap``: no write allowed; writes recorded; writes of seed rows, which carry stamp zero."""

_GUARD = "SELECT RAISE(ABORT, 'write outside a desk transaction') FROM _now WHERE cap = 2;"


def _on_insert(table: str, row_no: int) -> str:
    return f"""CREATE TRIGGER cap_{table}_insert AFTER INSERT ON "{table}" BEGIN {_GUARD}
    INSERT OR REPLACE INTO _cell SELECT NEW.id, {row_no}, hlc, replica, seq FROM _now WHERE cap = 1;
    INSERT INTO _change (replica, seq, "row", col) SELECT replica, seq, NEW.id, {row_no} FROM _now WHERE cap = 1;
    END"""  # noqa: S608


def _on_update(table: str, column: str, no: int) -> str:
    return f"""CREATE TRIGGER cap_{table}_{column} AFTER UPDATE OF "{column}" ON "{table}"
    WHEN OLD."{column}" IS NOT NEW."{column}" BEGIN {_GUARD}
    INSERT OR REPLACE INTO _cell SELECT NEW.id, {no}, hlc, replica, seq FROM _now WHERE cap = 1;
    INSERT INTO _change (replica, seq, "row", col, before, after)
    SELECT replica, seq, NEW.id, {no}, OLD."{column}", NEW."{column}" FROM _now WHERE cap = 1;
    END"""  # noqa: S608


def _on_touch(table: str, columns: list[str]) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in columns)
    return f"""CREATE TRIGGER cap_{table}_touch AFTER UPDATE OF {named} ON "{table}" WHEN {differs} BEGIN
    UPDATE "{table}" SET updated_at = (SELECT at FROM _now), updated_by = (SELECT actor FROM _now)
    WHERE id = NEW.id AND (SELECT cap FROM _now) = 1; END"""  # noqa: S608


def _on_delete(table: str) -> str:
    return f"""CREATE TRIGGER cap_{table}_delete BEFORE DELETE ON "{table}"
    BEGIN SELECT RAISE(ABORT, 'records are marked deleted, never removed'); END"""


def _numbers(connection: Connection, table: str, columns: list[str]) -> dict[str, int]:
    for column in ["", *columns]:
        connection.exec_driver_sql("INSERT OR IGNORE INTO _column (tbl, col) VALUES (?, ?)", (table, column))
    rows = connection.exec_driver_sql("SELECT col, no FROM _column WHERE tbl = ?", (table,))
    return {str(row[0]): int(row[1]) for row in rows}


def _triggers(connection: Connection) -> Iterator[str]:
    for table, columns in captured().items():
        numbers = _numbers(connection, table, columns)
        yield _on_insert(table, numbers[""])
        for column in columns:
            yield _on_update(table, column, numbers[column])
        if "created_at" in _all_columns(connection, table):
            yield _on_touch(table, columns)
        yield _on_delete(table)


def _all_columns(connection: Connection, table: str) -> set[str]:
    return {str(row[1]) for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')}


def lay_triggers(connection: Connection) -> None:
    """Replace all capture triggers by those the present declarations ask for; run after every migration."""
    old = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'cap\\_%' ESCAPE '\\'"
    )
    for (name,) in old.fetchall():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in list(_triggers(connection)):
        connection.exec_driver_sql(statement)
