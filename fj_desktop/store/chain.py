"""The hash chains over the history: a deleted, edited or reordered line of it is found by ``check``.

Every transaction's tip is a SHA-256 over the tip before it, its own facts and all its changes; the
accesses (reveals, exports) have a chain of their own.
"""

import hashlib
import secrets
import uuid
from typing import Any

from sqlalchemy import Connection

_TIP_SIGNS = 16
_MOST_LISTED = 20
_AT_ONCE = 1000


def seal(connection: Connection, seq: int) -> None:
    """Chain this replica's transaction to the one before it; called as the last thing of the transaction."""
    connection.exec_driver_sql(
        "UPDATE _txn SET nonce = ? WHERE replica = 1 AND seq = ?", (secrets.token_hex(_TIP_SIGNS // 2), seq)
    )
    before = connection.exec_driver_sql("SELECT tip FROM _txn WHERE replica = 1 AND seq = ?", (seq - 1,)).scalar()
    connection.exec_driver_sql(
        "UPDATE _txn SET tip = ? WHERE replica = 1 AND seq = ?", (_tip(connection, seq, before), seq)
    )


def renew(connection: Connection, first: int, last: int) -> None:
    """Chain transactions anew after values were erased from them; costs grow with what came since.

    Lines from before the chain stay outside it.
    """
    before = connection.exec_driver_sql("SELECT tip FROM _txn WHERE replica = 1 AND seq = ?", (first - 1,)).scalar()
    rows = connection.exec_driver_sql(
        "SELECT seq, nonce, tip FROM _txn WHERE replica = 1 AND seq BETWEEN ? AND ? ORDER BY seq", (first, last)
    ).fetchall()
    for seq, nonce, tip in rows:
        renewed = tip if nonce is None else _tip(connection, int(seq), before)
        connection.exec_driver_sql("UPDATE _txn SET tip = ? WHERE replica = 1 AND seq = ?", (renewed, seq))
        before = renewed


def mend(connection: Connection) -> int:
    """Put a line without content in the place of each one that is lost and chain all anew; how many were lost.

    For a store that was saved from a damaged file: the holes stay to be seen, as lines of the act ``lost``.
    """
    last = int(connection.exec_driver_sql("SELECT seq FROM _now").scalar_one())
    there = {int(seq) for (seq,) in connection.exec_driver_sql("SELECT seq FROM _txn WHERE replica = 1")}
    missing = [seq for seq in range(1, last + 1) if seq not in there]
    for seq in missing:
        connection.exec_driver_sql(
            "INSERT INTO _txn (replica, seq, hlc, at, action, nonce) SELECT 1, ?, coalesce(max(hlc), 0), "
            "coalesce(max(at), '1970-01-01 00:00:00'), 'lost', ? FROM _txn WHERE replica = 1 AND seq < ?",
            (seq, secrets.token_hex(_TIP_SIGNS // 2), seq),
        )
    renew(connection, 1, last)
    return len(missing) + _mend_accesses(connection)


def _mend_accesses(connection: Connection) -> int:
    rows = connection.exec_driver_sql('SELECT no, at, actor, act, library, "row", detail FROM _access').fetchall()
    known = {int(row[0]): tuple(row[1:]) for row in rows}
    lost, before = 0, ""
    for number in range(1, max(known, default=0) + 1):
        line = known.get(number)
        if line is None:
            lost, line = lost + 1, ("1970-01-01 00:00:00", b"", "lost", "", None, "")
            connection.exec_driver_sql(
                'INSERT INTO _access (no, at, actor, act, library, "row", detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
                (number, *line),
            )
        before = _hashed(before, line)
        connection.exec_driver_sql("UPDATE _access SET tip = ? WHERE no = ?", (before, number))
    return lost


def note_access(connection: Connection, at: str, actor: uuid.UUID, act: str, library: str, **about: Any) -> None:
    """Write one line of who saw covered values or took records out.

    Args:
        connection: within a transaction that may write.
        at: the moment, UTC.
        actor: the staff record of who did it.
        act: ``reveal``, ``export`` and the like.
        library: the library's name.
        about: ``record``, the id seen, if one; ``detail``, how many rows, never what they say.
    """
    record: uuid.UUID | None = about.get("record")
    line = (at, actor.bytes, act, library, record.bytes if record else None, about.get("detail", ""))
    before = connection.exec_driver_sql("SELECT tip FROM _access ORDER BY no DESC LIMIT 1").scalar()
    connection.exec_driver_sql(
        'INSERT INTO _access (at, actor, act, library, "row", detail, tip) VALUES (?, ?, ?, ?, ?, ?, ?)',
        (*line, _hashed(before or "", line)),
    )


def broken_links(connection: Connection) -> list[str]:
    """One plain line for each place where the history does not hang together; reads all of it."""
    columns = {str(row[1]) for row in connection.exec_driver_sql("PRAGMA table_info(_txn)")}
    if "nonce" not in columns:  # A store of before the chains, looked at without being upgraded.
        return []
    return (_broken_transactions(connection) + _broken_accesses(connection))[:_MOST_LISTED]


def _broken_transactions(connection: Connection) -> list[str]:
    found: list[str] = []
    expected, before = 1, None
    rows = connection.exec_driver_sql("SELECT seq, tip, nonce FROM _txn WHERE replica = 1 ORDER BY seq").fetchall()
    for seq, tip, nonce in rows:
        if seq != expected:
            found.append(f"历史核对：第 {expected} 次改动的记录缺失")
        elif nonce is not None and tip != _tip(connection, seq, before):
            found.append(f"历史核对：第 {seq} 次改动的记录被改动过")
        expected, before = seq + 1, tip
    last = connection.exec_driver_sql("SELECT seq FROM _now").scalar_one()
    if last >= expected:
        found.append(f"历史核对：第 {expected} 次及以后的改动记录缺失")
    strays = connection.exec_driver_sql(
        "SELECT count(*) FROM _change WHERE replica = 1 AND seq NOT IN (SELECT seq FROM _txn WHERE replica = 1)"
    ).scalar_one()
    return [*found, f"历史核对：{strays} 处改动没有出处"] if strays else found


def _broken_accesses(connection: Connection) -> list[str]:
    found, before, expected = [], "", 1
    rows = connection.exec_driver_sql('SELECT no, tip, at, actor, act, library, "row", detail FROM _access ORDER BY no')
    for number, tip, *line in rows.fetchall():
        if number != expected or (tip is not None and tip != _hashed(before or "", tuple(line))):
            found.append(f"历史核对：第 {expected} 条查看与导出记录缺失或被改动过")
        expected, before = number + 1, tip
    return found


def _tip(connection: Connection, seq: int, before: str | None) -> str:
    facts = connection.exec_driver_sql(
        "SELECT seq, hlc, at, actor, action, batch, undoes, nonce FROM _txn WHERE replica = 1 AND seq = ?", (seq,)
    ).one()
    whole = hashlib.sha256(_hashed(before or "", tuple(facts)).encode())
    # The driver's own cursor: an import has as many changes as records.
    cursor = connection.connection.cursor()
    cursor.execute('SELECT "row", col, before, after FROM _change WHERE replica = 1 AND seq = ? ORDER BY no', (seq,))
    while changes := cursor.fetchmany(_AT_ONCE):
        whole.update("".join(map(repr, changes)).encode())
    cursor.close()
    return whole.hexdigest()[:_TIP_SIGNS]


def _hashed(before: str, line: tuple[Any, ...]) -> str:
    return hashlib.sha256(repr((before, line)).encode()).hexdigest()[:_TIP_SIGNS]
