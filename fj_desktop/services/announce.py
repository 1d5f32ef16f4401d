"""Tells listeners which records changed, so that open tables ask again."""

import uuid
from collections.abc import Callable, Iterable

Listener = Callable[[str, frozenset[uuid.UUID]], None]


class Announcer:
    """A plain list of listeners; each hears the table and the ids, after the transaction is stored."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Hear of every change from now on."""
        self._listeners.append(listener)

    def changed(self, table: str, ids: Iterable[uuid.UUID]) -> None:
        """Tell that records of a table changed; no ids means many."""
        gone = frozenset(ids)
        for listener in list(self._listeners):
            listener(table, gone)
