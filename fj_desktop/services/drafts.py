"""What was typed and not yet saved: kept in the encrypted store, so that a crash or a power cut takes nothing typed.

One draft for each record and one for a new record of each library; local to this desk, never exchanged or exported.
"""

import datetime as dt
import json
import logging
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link, split_members
from fj_desktop.libraries import CATALOG
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store

_MOST = 200
_LONGEST = 1_000_000
_NEW = "new"
_ALL = "SELECT key, value FROM _setting WHERE key >= 'draft/' AND key < 'draft0'"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Draft:
    """One draft.

    Attributes:
        library: where it belongs.
        record: the stored record; None for a new one.
        at: when it was kept.
        texts: what was typed, by key.
        name: of the record, or the first thing typed of a new one.
        has_changed: the stored record was changed after the draft was begun.
        named: names of the records picked in it, by the text of their id; blank for one that is gone.
    """

    library: Library
    record: uuid.UUID | None
    at: dt.datetime
    texts: Mapping[str, str]
    name: str
    has_changed: bool
    named: Mapping[str, str]


class DraftService:
    """Keeps, lists and forgets drafts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, library: Library, record: uuid.UUID | None, texts: Mapping[str, str], base: str = "") -> None:
        """Keep what is typed, in the place of an earlier draft of the same record; empty forgets it.

        Args:
            library: where it belongs.
            record: the stored record; None for a new one.
            texts: what was typed, by key.
            base: the moment the stored record was last changed when the typing began.
        """
        value = json.dumps({"at": self._store.clock.now().isoformat(), "base": base, "texts": dict(texts)})
        if not texts or len(value) > _LONGEST:
            self.drop(library, record)
            return
        with self._store.noting() as connection:
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO _setting (key, value) VALUES (?, ?)", (_key(library, record), value)
            )
            _forget_oldest(connection)

    def drop(self, library: Library, record: uuid.UUID | None) -> None:
        """Forget the draft of a record; nothing happens when there is none."""
        with self._store.noting() as connection:
            connection.exec_driver_sql("DELETE FROM _setting WHERE key = ?", (_key(library, record),))

    def all(self) -> list[Draft]:
        """Every draft that can still be used, the newest first; one that can't be read is passed over."""
        with self._store.reading() as connection:
            found = [_read(connection, str(key), str(value)) for key, value in _rows(connection)]
        return sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True)


def forget_about(connection: Connection, rows: Iterable[tuple[Library, uuid.UUID]], words: Iterable[str]) -> None:
    """Forget drafts of some records, and every one in which one of the words stands."""
    gone = {_key(library, record) for library, record in rows}
    told = [json.dumps(word)[1:-1] for word in words if word]
    everything = connection.exec_driver_sql(_ALL).fetchall()
    gone |= {str(key) for key, value in everything if any(word in str(value) for word in told)}
    gone |= {str(key) for key, value in everything if any(word in str(value) for word in words if word)}
    for key in gone:
        connection.exec_driver_sql("DELETE FROM _setting WHERE key = ?", (key,))


def _key(library: Library, record: uuid.UUID | None) -> str:
    return f"draft/{library.library}/{record or _NEW}"


def _rows(connection: Connection) -> list[tuple[Any, Any]]:
    rows = connection.exec_driver_sql(_ALL).fetchall()
    return [(key, value) for key, value in rows if str(key).count("/") == 2]


def _forget_oldest(connection: Connection) -> None:
    rows = _rows(connection)
    if len(rows) > _MOST:
        oldest = sorted(rows, key=lambda row: str(row[1])[:60])[: len(rows) - _MOST]
        for key, _ in oldest:
            connection.exec_driver_sql("DELETE FROM _setting WHERE key = ?", (key,))


def _read(connection: Connection, key: str, value: str) -> Draft | None:
    """A draft as kept; None for one of another program's making."""
    _, name, which = key.split("/")
    try:
        library = next(one for one in CATALOG if one.library == name)
        record = None if which == _NEW else uuid.UUID(which)
        held = json.loads(value)
        at, base = dt.datetime.fromisoformat(held["at"]), str(held["base"])
        known = CATALOG.by_key(library).keys() | {link.name for link in library.links()}
        texts = {str(key): str(text) for key, text in held["texts"].items() if key in known}
    except (StopIteration, ValueError, KeyError, TypeError, AttributeError):
        _log.warning("a draft can't be read and is passed over")
        return None
    if not texts or (record is not None and _is_gone(connection, library, record)):
        return None
    called = queries.names(connection, library, [record]).get(str(record), "") if record else ""
    first = next((text for text in texts.values() if text.strip()), "")
    changed = record is not None and bool(base) and _moment(connection, library, record) != base
    named = _named(connection, library, texts)
    first = named.get(first, first)
    return Draft(library, record, at, texts, called or " ".join(first.split())[:60], changed, named)


def _named(connection: Connection, library: Library, texts: Mapping[str, str]) -> dict[str, str]:
    targets = {one.key: one.ref_target for one in CATALOG.surface(library) if one.ref_target}
    targets |= {link.name: link.kind.target for link in library.links() if isinstance(link.kind, Link)}
    found: dict[str, str] = {}
    for key in texts.keys() & targets.keys():
        ids = [part for part in split_members(texts[key]) if _is_id(part)]
        names = queries.names(connection, CATALOG.of_table(str(targets[key])), ids)
        found |= {one: names.get(str(uuid.UUID(one)), "") for one in ids}
    return found


def _is_id(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _is_gone(connection: Connection, library: Library, record: uuid.UUID) -> bool:
    return queries.values(connection, library, record) is None or queries.is_deleted(connection, library, record)


def _moment(connection: Connection, library: Library, record: uuid.UUID) -> str:
    return str(queries.dates(connection, library, record).get("updated_at") or "")
