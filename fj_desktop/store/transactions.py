"""The open store: reading and writing transactions; every write knows its actor, moment and action."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from fj_desktop.core.clock import Clock, SystemClock
from fj_desktop.core.progress import Progress
from fj_desktop.store import chain
from fj_desktop.store.capture import CLOSED, RECORDING, SEEDING
from fj_desktop.store.watching import watched

_COUNTER_BITS = 16

BACKED_UP = frozenset({"import", "bulk", "paste", "fill", "merge", "exchange"})
"""Actions that change much at once: a backup of the moment before them is kept; see ``Store.before``."""


@dataclass(frozen=True)
class Write:
    """One writing transaction: its connection, its number in this replica's chain, and its import batch."""

    connection: Connection
    seq: int
    at: str
    actor: uuid.UUID | None


class Store:
    """The encrypted store, open."""

    def __init__(self, engine: Engine, clock: Clock | None = None) -> None:
        self._engine = engine
        self.clock = clock or SystemClock()
        self.before: Callable[[str], None] = _nothing

    @contextmanager
    def reading(self, progress: Progress | None = None) -> Iterator[Connection]:
        """One consistent view of the store; nothing can be written in it.

        Raises:
            Cancelled: the person stopped ``progress``, even within one long statement.
        """
        with self._engine.connect() as connection, connection.begin(), watched(connection, progress):
            yield connection

    @contextmanager
    def writing(
        self,
        actor: uuid.UUID | None,
        action: str,
        batch: uuid.UUID | None = None,
        undoes: int | None = None,
        progress: Progress | None = None,
    ) -> Iterator[Write]:
        """One transaction: everything in it is stored and recorded, or nothing; see :func:`recording`.

        Before an action of ``BACKED_UP`` the moment is held for a backup, which costs some milliseconds here.

        Raises:
            Cancelled: the person stopped ``progress``, even within one long statement; nothing is stored.
        """
        if action in BACKED_UP:
            self.before(action)
        with (
            self._writer() as connection,
            watched(connection, progress),
            recording(connection, self.clock, actor, action, batch, undoes) as write,
        ):
            yield write

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A transaction on the store's own notes (settings, access notes); records stay closed."""
        with self._writer() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file and of the key held by its connections."""
        self._engine.dispose()

    @contextmanager
    def _writer(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(fj_write=True) as connection, connection.begin():
            yield connection


def last_transaction(connection: Connection) -> int:
    """The number of this replica's last transaction; a new one means that records have changed."""
    return int(connection.exec_driver_sql("SELECT seq FROM _now").scalar_one())


@contextmanager
def recording(
    connection: Connection,
    clock: Clock,
    actor: uuid.UUID | None,
    action: str,
    batch: uuid.UUID | None = None,
    undoes: int | None = None,
) -> Iterator[Write]:
    """Open the records of a running transaction for writing; every change is stamped and recorded.

    Args:
        connection: within a transaction that may write.
        clock: tells the moment of the stamp; a clock set back never makes a stamp older than the last.
        actor: the staff record of the person who works; None only while the desk is being made.
        action: what the person did, in one English word (add, change, import …); kept in the history.
        batch: the import batch this transaction makes, if any.
        undoes: the number of the transaction that this one takes back, if any.
    """
    write = _begin(connection, clock, actor)
    connection.exec_driver_sql(
        "INSERT INTO _txn (replica, seq, hlc, at, actor, action, batch, undoes) "
        "SELECT replica, seq, hlc, at, actor, ?, ?, ? FROM _now",
        (action, batch.bytes if batch else None, undoes),
    )
    yield write
    _seal(connection, write.seq)


def renew_identity(connection: Connection, at: str, identity: bytes) -> None:
    """Let a restored store go on under another name: others may hold changes that it lost (EXCHANGE 3.7).

    Number 1 stays the own replica, and its transactions go on counting. What it did until now belongs to the retired
    identity, up to and with the transaction noted there; what comes later belongs to the new one.
    """
    connection.exec_driver_sql(
        "INSERT INTO _replica (id, office, pubkey, state, since, retired) "
        "SELECT randomblob(16), office, pubkey, 'retired', since, (SELECT seq FROM _now) FROM _replica WHERE no = 1"
    )
    retired = connection.exec_driver_sql("SELECT last_insert_rowid()").scalar_one()
    own = connection.exec_driver_sql("SELECT id FROM _replica WHERE no = 1").scalar_one()
    connection.exec_driver_sql("UPDATE _replica SET id = ?, since = ?, pubkey = NULL WHERE no = 1", (identity, at))
    connection.exec_driver_sql("UPDATE _replica SET id = ? WHERE no = ?", (own, retired))


@contextmanager
def seeding(connection: Connection) -> Iterator[None]:
    """Open the records for rows with stamp zero: equal in every office, never exchanged."""
    connection.exec_driver_sql("UPDATE _now SET cap = ?", (SEEDING,))
    yield
    connection.exec_driver_sql("UPDATE _now SET cap = ?", (CLOSED,))


def _begin(connection: Connection, clock: Clock, actor: uuid.UUID | None) -> Write:
    moment = clock.now()
    wall = int(moment.timestamp() * 1000) << _COUNTER_BITS
    at = moment.strftime("%Y-%m-%d %H:%M:%S.%f")
    connection.exec_driver_sql(
        "UPDATE _now SET cap = ?, hlc = max(hlc + 1, ?), seq = seq + 1, actor = ?, at = ?",
        (RECORDING, wall, actor.bytes if actor else None, at),
    )
    return Write(connection, last_transaction(connection), at, actor)


def _seal(connection: Connection, seq: int) -> None:
    """Chain this transaction to the one before, or drop it when nothing changed (EXCHANGE 3.7)."""
    own = "(replica, seq) = (SELECT replica, seq FROM _now)"
    if connection.exec_driver_sql(f"SELECT 1 FROM _change WHERE {own} LIMIT 1").first() is None:  # noqa: S608
        connection.exec_driver_sql(f"DELETE FROM _txn WHERE {own}")  # noqa: S608
        connection.exec_driver_sql("UPDATE _now SET cap = ?, seq = seq - 1", (CLOSED,))
        return
    chain.seal(connection, seq)
    connection.exec_driver_sql("UPDATE _now SET cap = ?", (CLOSED,))


def _nothing(_: str) -> None:
    """Nobody keeps backups of this store."""
