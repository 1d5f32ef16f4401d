"""Statements that may take long: they stop when the person asks, or when what may be spent at once is spent."""

from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from fj_desktop.core.progress import Cancelled, Progress
from fj_desktop.store.engine import Raw

_LOOK_EVERY = 20_000
"""Steps of the store's machine between two looks at the person's wish; about a millisecond."""
_AT_ONCE = 2_000


@contextmanager
def watched(connection: Connection, progress: Progress | None) -> Iterator[None]:
    """Stop any statement within soon after the person asked to.

    Raises:
        Cancelled: the person did.
    """
    if progress is None:
        yield
        return

    def is_to_stop() -> bool:
        try:
            progress.check()
        except Cancelled:
            return True
        return False

    with _handled(connection, is_to_stop, _LOOK_EVERY) as stopped:
        yield
    if stopped:
        raise Cancelled


@contextmanager
def limited(connection: Connection, steps: int) -> Iterator[list[bool]]:
    """Give up whatever takes more than ``steps`` of the store's machine; what is yielded is then no longer empty.

    Steps, not time: what is answered at once is the same on a slow machine and on a fast one.
    """
    with _handled(connection, lambda: True, steps) as stopped:
        yield stopped


@contextmanager
def _handled(connection: Connection, is_to_stop: Callable[[], bool], every: int) -> Iterator[list[bool]]:
    driver: Raw = connection.connection.driver_connection
    stopped: list[bool] = []
    driver.set_progress_handler(is_to_stop, every)
    try:
        yield stopped
    except (DBAPIError, dbapi2.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if getattr(cause, "sqlite_errorcode", 0) & 0xFF != dbapi2.SQLITE_INTERRUPT:
            raise
        stopped.append(True)
    finally:
        driver.set_progress_handler(None, 0)


def gather(connection: Connection, statement: Select[Any], into: "array[int]", at_once: int = _AT_ONCE) -> None:
    """Append a statement's one column, ``at_once`` rows at a time; what was gathered before a stop stays."""
    cursor: Raw = connection.execute(statement).cursor
    while rows := cursor.fetchmany(at_once):
        into.extend([row[0] for row in rows])
