"""Search over all libraries: bigrams of every text in a contentless FTS5 index, checked by ``instr``.

A two-character Chinese word is one bigram; bigrams of pinyin initials carry a mark before them,
since an index without detail knows no columns.
User text is folded and cut into bigrams in Python; it never becomes FTS syntax.
"""

import json
import re
import sys
import uuid
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import add
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Select, false, literal, select
from sqlalchemy import text as sql_text

from fj_desktop.core.kinds.storing import IdType
from fj_desktop.core.text import fold, initials

_RUN = re.compile(r"[^\W_]+")
_SOUND = "ɵ"
_IDS = 500
_WIDE = f"utf-32-{sys.byteorder[0]}e"


@dataclass(frozen=True)
class Hit:
    """One found record: its table, id, name and second line."""

    table: str
    id: uuid.UUID
    title: str
    detail: str


class Entry(NamedTuple):
    """What the search knows of one record; ``text`` holds all it is found by, the title among it."""

    table: str
    id: uuid.UUID
    title: str
    detail: str
    text: str


def grams(text: str) -> list[str]:
    """The distinct bigrams of each run of letters, digits and Chinese characters; a lone sign stays itself."""
    return sorted(_grams(_RUN.findall(fold(text))))


def _grams(runs: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for run in runs:
        found.update(map(add, run, run[1:]) if len(run) > 1 else run)
    return found


def put(connection: Connection, entries: Sequence[Entry]) -> None:
    """Index records anew, in the transaction that changed them."""
    remove(connection, [entry.id for entry in entries])
    put_new(connection, entries)


def put_new(connection: Connection, entries: Sequence[Entry]) -> None:
    """Index many records that are new to the index; the fast road of an import."""
    start = int(connection.exec_driver_sql("SELECT coalesce(max(no), 0) FROM _doc").scalar_one())
    docs, index = [], []
    for number, entry in enumerate(entries, start + 1):
        folded = fold(entry.text)
        sounds = initials(entry.title)
        docs.append((number, entry.table, bytearray(entry.id.bytes), entry.title, entry.detail, folded, sounds))
        index.append((number, _tokens(folded, sounds)))
    if docs:
        connection.exec_driver_sql(
            "INSERT INTO _doc (no, tbl, row, title, detail, folded, sounds) VALUES (?,?,?,?,?,?,?)", docs
        )
        connection.exec_driver_sql("INSERT INTO _fts (rowid, grams) VALUES (?, ?)", index)


def remove(connection: Connection, ids: Sequence[uuid.UUID]) -> None:
    """Take records out of the index."""
    for at in range(0, len(ids), _IDS):
        part = [one.bytes for one in ids[at : at + _IDS]]
        rows = connection.exec_driver_sql(
            f"SELECT no FROM _doc WHERE row IN ({', '.join('?' * len(part))})",  # noqa: S608
            tuple(part),
        )
        numbers = [(row[0],) for row in rows]
        if numbers:
            connection.exec_driver_sql("DELETE FROM _fts WHERE rowid = ?", numbers)
            connection.exec_driver_sql("DELETE FROM _doc WHERE no = ?", numbers)


def shed(connection: Connection) -> None:
    """Rewrite the index without what was removed from it; costs grow with the index, so only where it must be gone."""
    connection.exec_driver_sql("INSERT INTO _fts (_fts) VALUES ('optimize')")


def find(connection: Connection, text: str, tables: Sequence[str] = (), limit: int = 200) -> list[Hit]:
    """Records that hold every word typed, newest first; a word may be pinyin initials of the record's name."""
    if not _RUN.search(fold(text)):
        return []
    rows = connection.exec_driver_sql(*_statement(text, tables, limit))
    return [Hit(str(row[0]), uuid.UUID(bytes=bytes(row[1])), str(row[2]), str(row[3])) for row in rows]


def named(connection: Connection, records: Sequence[uuid.UUID]) -> list[Hit]:
    """What the search knows of these records, in their order; deleted ones are not in it."""
    rows = connection.exec_driver_sql(
        "SELECT tbl, row, title, detail FROM _doc WHERE row IN (SELECT unhex(value) FROM json_each(?))",
        (json.dumps([one.hex for one in records]),),
    )
    hits = [Hit(str(row[0]), uuid.UUID(bytes=bytes(row[1])), str(row[2]), str(row[3])) for row in rows]
    by_id = {hit.id: hit for hit in hits}
    return [by_id[one] for one in records if one in by_id]


def sounding(connection: Connection, sounds: str, limit: int = 200) -> list[Hit]:
    """Records in whose name these pinyin initials stand side by side, newest first."""
    pieces = grams(sounds)
    lone = len(sounds) == 1
    match = f'"{_SOUND}{sounds}"*' if lone else " AND ".join(f'"{_SOUND}{piece}"' for piece in pieces)
    sql = "SELECT tbl, row, title, detail FROM _fts JOIN _doc ON no = _fts.rowid WHERE _fts MATCH ?"
    sql += " AND instr(sounds, ?) ORDER BY _fts.rowid DESC LIMIT ?"
    rows = connection.exec_driver_sql(sql, (match, sounds, limit))
    return [Hit(str(row[0]), uuid.UUID(bytes=bytes(row[1])), str(row[2]), str(row[3])) for row in rows]


def matching(text: str, table: str) -> Select[Any]:
    """A subquery of the ids of one table's records that hold every word typed; for filtering a table."""
    if not _RUN.search(fold(text)):
        return select(literal(None, IdType())).where(false())
    where, values = _where(text, [table])
    named = {f"search_{at}": value for at, value in enumerate(values)}
    for name in named:
        where = where.replace("?", f":{name}", 1)
    sql = sql_text(f"SELECT row FROM _fts JOIN _doc ON no = _fts.rowid WHERE {where}")  # noqa: S608
    found = sql.bindparams(**named).columns(Column("row", IdType())).subquery()
    return select(found.c.row)


def _statement(text: str, tables: Sequence[str], limit: int) -> tuple[str, tuple[object, ...]]:
    where, values = _where(text, tables)
    sql = f"SELECT tbl, row, title, detail FROM _fts JOIN _doc ON no = _fts.rowid WHERE {where}"  # noqa: S608
    return f"{sql} ORDER BY _fts.rowid DESC LIMIT ?", (*values, limit)


def _where(text: str, tables: Sequence[str]) -> tuple[str, list[object]]:
    words = fold(text).split()
    values: list[object] = [" AND ".join(_word(word) for word in words if grams(word))]
    parts = ["_fts MATCH ?"]
    for word in words:
        if len(word) > 2 or not grams(word):
            parts.append("(instr(folded, ?) OR instr(sounds, ?))")
            values += [word, word]
    if tables:
        parts.append(f"tbl IN ({', '.join('?' * len(tables))})")
        values += tables
    return " AND ".join(parts), values


def _tokens(folded: str, sounds: str) -> str:
    return _pairs(folded) + " ".join(_SOUND + piece for piece in _grams(_RUN.findall(sounds)))


def _pairs(text: str) -> str:
    """Each sign, the one behind it, and a blank; the index drops punctuation and takes repeats at no cost.

    A sign before a blank or punctuation stands alone, so that a lone sign is found wherever it stands.
    """
    signs = array("I", text.encode(_WIDE))
    pairs = array("I", [ord(" ")]) * (3 * len(signs))
    pairs[0::3] = signs
    pairs[1:-3:3] = signs[1:]
    return pairs.tobytes().decode(_WIDE)


def _word(word: str) -> str:
    pieces = grams(word)
    if len(pieces) == 1 and len(pieces[0]) == 1:
        return f'("{pieces[0]}"*)'
    exact = " AND ".join(f'"{piece}"' for piece in pieces)
    if word.isascii() and word.isalnum():
        sound = " AND ".join(f'"{_SOUND}{piece}"' for piece in pieces)
        return f"(({exact}) OR ({sound}))"
    return f"({exact})"
