"""Takes one transaction back from the captured changes; what was edited since stays and is named."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, text

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store, Write


@dataclass
class Undone:
    """What a taking back did: records taken back, values put back, and names of those edited since."""

    removed: int = 0
    put_back: int = 0
    kept: list[str] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Change:
    """One captured change: table, column ('' for a new row), record, and before and after."""

    table: str
    column: str
    row: bytes
    before: object
    after: object


def undo_batch(store: Store, identity: Identity, batch: uuid.UUID, progress: Progress | None = None) -> Undone:
    """Undo one import in one transaction, itself recorded; see :func:`take_back`.

    Raises:
        UserError: there is no such import, or it was undone already.
    """
    with store.reading() as connection:
        seq = _sequence(connection, batch)
    return take_back(store, identity, seq, "undo-import", progress)


def take_back(store: Store, identity: Identity, seq: int, action: str, progress: Progress | None = None) -> Undone:
    """Take one transaction of this desk back in a transaction of its own.

    New records are marked deleted unless they were edited since or other records lean on them;
    changed values get their former value back unless they were changed again. What was itself taken
    back since counts as never done.

    Raises:
        Cancelled: the person stopped it; nothing is changed.
    """
    with store.writing(identity.staff, action, undoes=seq, progress=progress) as write:
        undone = Undone()
        changes = _changes(write.connection, seq)
        edited = edited_since(write.connection, seq, write.seq)
        # What this step made known records point at is let go first, else the new ones would seem to be in use.
        _put_back(write, identity, changes, edited, undone)
        _remove_new(write, identity, changes, edited, undone)
        _mark_batch(write, seq)
    undone.kept = list(dict.fromkeys(undone.kept))
    return undone


def cancelled(connection: Connection, after: int, before: int) -> set[int]:
    """Transactions between two numbers that leave nothing behind: taken back, or taking back."""
    rows = connection.exec_driver_sql(
        "SELECT seq, undoes FROM _txn WHERE replica = 1 AND seq > ? AND seq < ? AND undoes IS NOT NULL "
        "ORDER BY seq DESC",
        (after, before),
    )
    found: set[int] = set()
    for seq, undoes in rows:
        if seq not in found:
            found.add(int(undoes))
        found.add(int(seq))
    return found


def _mark_batch(write: Write, seq: int) -> None:
    """An import that is taken back is undone; when that is taken back in turn, it no longer is."""
    own = "SELECT batch, undoes FROM _txn WHERE replica = 1 AND seq = ?"
    batch, undoes = write.connection.exec_driver_sql(own, (seq,)).one()
    at: str | None = write.at
    if undoes is not None:
        batch, at = write.connection.exec_driver_sql(own, (undoes,)).one()[0], None
    if batch is not None:
        write.connection.exec_driver_sql("UPDATE _batch SET undone_at = ? WHERE id = ?", (at, batch))


def _sequence(connection: Connection, batch: uuid.UUID) -> int:
    row = connection.exec_driver_sql("SELECT undone_at FROM _batch WHERE id = ?", (batch.bytes,)).first()
    if row is None:
        raise UserError(f"没有编号为 {batch} 的导入批次，请核对编号。")
    if row[0]:
        raise UserError("这次导入已经撤销过了。")
    found = connection.exec_driver_sql("SELECT seq FROM _txn WHERE batch = ?", (batch.bytes,)).scalar_one()
    return int(found)


def _changes(connection: Connection, seq: int) -> list[_Change]:
    rows = connection.exec_driver_sql(
        'SELECT tbl, _column.col, "row", before, after FROM _change JOIN _column ON _column.no = _change.col '
        "WHERE replica = 1 AND seq = ? ORDER BY _change.no",
        (seq,),
    )
    return [_Change(str(row[0]), str(row[1]), bytes(row[2]), row[3], row[4]) for row in rows]


def edited_since(connection: Connection, seq: int, now: int) -> set[bytes]:
    """Rows of a transaction that live transactions after it changed again, and owners of changed members."""
    later = cancelled(connection, seq, now)
    # The plus signs keep each row's other changes from being looked for through all that came later: that grows
    # with the square of the rows of an import.
    sql = """SELECT DISTINCT later."row", later.seq FROM (SELECT DISTINCT "row" FROM _change WHERE replica = 1
    AND seq = :seq) AS own CROSS JOIN _change AS later ON later."row" = own."row"
    WHERE +later.seq > :seq AND +later.replica = 1"""
    direct = {bytes(row[0]) for row in connection.execute(text(sql), {"seq": seq}) if row[1] not in later}
    members = connection.execute(
        text(
            'SELECT owner, _change.seq FROM _change JOIN member ON _change."row" = member.id '
            "WHERE _change.replica = 1 AND _change.seq > :seq"
        ),
        {"seq": seq},
    )
    return direct | {bytes(row[0]) for row in members if row[1] not in later}


def _remove_new(
    write: Write, identity: Identity, changes: Iterable[_Change], edited: set[bytes], undone: Undone
) -> None:
    # In the order they were made: sorting a hundred thousand would let nobody else have a turn meanwhile.
    new: dict[str, dict[bytes, None]] = {}
    for change in changes:
        if change.column == "" and change.table != "member":
            new.setdefault(change.table, {})[change.row] = None
    gone = {row for rows in new.values() for row in rows if row not in edited}
    gone -= _leaned_on(write.connection, set(new), gone)
    writer = RowWriter(write, identity)
    for library in CATALOG.everything:  # Roles stand before their masters.
        rows = new.get(library.table)
        if rows:
            going = [uuid.UUID(bytes=row) for row in rows if row in gone]
            stay = [uuid.UUID(bytes=row) for row in rows if row not in gone]
            undone.kept += [name for name in queries.names(write.connection, library, stay).values() if name]
            writer.mark(library, going, deleted=True)
            undone.removed += len(going)
            undone.tables.add(library.table)


def _leaned_on(connection: Connection, tables: set[str], gone: set[bytes]) -> set[bytes]:
    """Records that others refer to which do not go themselves; what these refer to stays too, and so on."""
    pairs = [pair for table in tables for pair in queries.references(connection, table)]
    stay: set[bytes] = set()
    more = True
    while more:
        more = False
        for target, source in pairs:
            if target in gone and target not in stay and (source not in gone or source in stay):
                stay.add(target)
                more = True
    return stay


def _put_back(write: Write, identity: Identity, changes: Sequence[_Change], edited: set[bytes], undone: Undone) -> None:
    new = {change.row for change in changes if change.column == "" and change.table != "member"}
    renewed: dict[str, set[uuid.UUID]] = {}
    for change in reversed(changes):
        if change.table == "member":
            _put_back_member(write.connection, change, new, edited, renewed)
        elif change.column and change.row not in new:
            _put_back_value(write.connection, change, edited, undone, renewed)
    for table, records in renewed.items():
        RowWriter(write, identity).renew(CATALOG.of_table(table), records)
        undone.tables.add(table)


def _put_back_value(
    connection: Connection, change: _Change, edited: set[bytes], undone: Undone, renewed: dict[str, set[uuid.UUID]]
) -> None:
    changed = connection.exec_driver_sql(
        f'UPDATE "{change.table}" SET "{change.column}" = ? WHERE id = ? AND "{change.column}" IS ?',  # noqa: S608
        (change.before, change.row, change.after),
    ).rowcount
    record = uuid.UUID(bytes=change.row)
    if changed:
        undone.put_back += 1
        renewed.setdefault(change.table, set()).add(record)
    elif change.row in edited:
        undone.kept += queries.names(connection, CATALOG.of_table(change.table), [record]).values()


def _put_back_member(
    connection: Connection, change: _Change, new: set[bytes], edited: set[bytes], renewed: dict[str, set[uuid.UUID]]
) -> None:
    """A member that the import added goes, one that it took out comes back; members of new records stay with them."""
    if change.row in edited:
        return
    deleted = 1 if change.column == "" else change.before
    row = connection.exec_driver_sql("SELECT owner, field FROM member WHERE id = ?", (change.row,)).one()
    owner, table = bytes(row[0]), str(row[1]).split(".", 1)[0]
    if owner not in new:
        connection.exec_driver_sql("UPDATE member SET deleted = ? WHERE id = ?", (deleted, change.row))
        renewed.setdefault(table, set()).add(uuid.UUID(bytes=owner))
