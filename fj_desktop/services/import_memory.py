"""The choices of former imports, found again when the same header comes; no text of a sheet is kept, only its hash.

A layout is the library and the texts of the header's cells. What is kept of it is what a person chose: fields and
units of columns, the sheet, the rule for duplicates. What they left to the program is guessed anew each time.
"""

import datetime as dt
import hmac
import json
import logging
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.field import Library
from fj_desktop.core.text import squeeze
from fj_desktop.exchange.mapping import ROW_NUMBER_KEY, ColumnMapping, SheetProposal, remap, with_header
from fj_desktop.exchange.reading import Book, CellValue, Sheet, cell_text
from fj_desktop.libraries import CATALOG
from fj_desktop.services.import_plan import CHOICES, Choice, ImportPlan

MOST_KEPT = 200
_SALT, _KEY = "import/salt", "import/mapping/"
_PUT = "INSERT OR REPLACE INTO _setting (key, value) VALUES (?, ?)"
_SHEETS, _ROWS, _COLUMNS, _SIGNS = 64, 100, 256, 200
_SPLIT, _CELL = "\x1e", "\x1f"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Column:
    """What was chosen for a column; ``unit`` is None unless it was chosen in place of ``found_unit``."""

    targets: tuple[str, ...]
    by_hand: bool
    unit: str | None
    found_unit: str | None


@dataclass(frozen=True)
class _Memory:
    at: str
    depth: int
    sheet: str
    on_duplicate: Choice
    columns: Mapping[int, _Column]


@dataclass(frozen=True)
class _Known:
    """A header of a book that was imported before: its sheet and its rows there."""

    sheet: int
    rows: range
    memory: _Memory


@dataclass(frozen=True)
class Recalled:
    """A sheet as it was mapped last time.

    Attributes:
        guess: the same header as the program would map it.
        proposal: with the choices of last time.
        on: day of that import, in the county.
        on_duplicate: the rule for rows that stand in the store already.
    """

    guess: SheetProposal
    proposal: SheetProposal
    on: dt.date
    on_duplicate: Choice

    @property
    def words(self) -> str:
        """What is told to the person."""
        return f"沿用上次 {self.on:%Y-%m-%d} 的对应"


def layout_of(library: Library, sheet: Sheet, header_rows: Sequence[int]) -> str:
    """What stands in the header: equal for files of the same layout, whatever widths and blanks they use."""
    start, depth = header_rows[0] - sheet.first_row, len(header_rows)
    return _SPLIT.join((library.library, *(_row_text(row) for row in sheet.rows[start : start + depth])))


def remember(connection: Connection, plan: ImportPlan, on_duplicate: Choice, at: str) -> None:
    """Keep how a sheet was mapped, within a writing transaction; ``at`` is its moment in UTC."""
    salt = _salt(connection)
    if not salt:
        salt = secrets.token_bytes(32)
        connection.exec_driver_sql(_PUT, (_SALT, salt.hex()))
    kept = {
        "depth": len(plan.proposal.header_rows),
        "sheet": _hashed(salt, plan.sheet),
        "on_duplicate": on_duplicate,
        "columns": [[one.index, one.targets, one.by_hand, *_unit(one)] for one in plan.proposal.columns[:_COLUMNS]],
    }
    connection.exec_driver_sql(_PUT, (_KEY + _hashed(salt, plan.layout), f"{at}|{json.dumps(kept)}"))
    connection.exec_driver_sql(
        # A value begins with its moment.
        "DELETE FROM _setting WHERE key GLOB ? AND key NOT IN "
        "(SELECT key FROM _setting WHERE key GLOB ? ORDER BY value DESC LIMIT ?)",
        (f"{_KEY}*", f"{_KEY}*", MOST_KEPT),
    )


def recall(
    connection: Connection, book: Book, library: Library, guess: SheetProposal | None, sheet: int | None
) -> Recalled | None:
    """The header of a book that was imported before, mapped as then; the guessed header goes before others.

    Args:
        connection: reads the store.
        book: as read.
        library: where the rows go.
        guess: what the program proposes, or None when it finds no header.
        sheet: look in this sheet only.
    """
    salt, kept = _salt(connection), _kept(connection)
    if not salt or not kept:
        return None
    known = list(_known(book, library, salt, kept, range(len(book.sheets)) if sheet is None else [sheet]))
    if not known:
        return None

    def fitness(found: _Known) -> tuple[bool, bool, str]:
        is_same_sheet = found.memory.sheet == _hashed(salt, book.sheets[found.sheet].name)
        return is_same_sheet, _is_at(guess, found), found.memory.at

    best = max(known, key=fitness)
    if guess is None or not _is_at(guess, best):
        guess = with_header(book, best.sheet, best.rows[0], library, CATALOG, depth=best.memory.depth)
    return _applied(guess, best.memory, library)


def recall_header(connection: Connection, book: Book, library: Library, guess: SheetProposal) -> Recalled | None:
    """The header that the person chose, mapped as it was when it was imported before."""
    salt = _salt(connection)
    layout = layout_of(library, book.sheets[guess.sheet_index], guess.header_rows)
    memory = _kept(connection).get(_hashed(salt, layout)) if salt else None
    return _applied(guess, memory, library) if memory is not None else None


def _known(
    book: Book, library: Library, salt: bytes, kept: Mapping[str, _Memory], places: Sequence[int]
) -> Iterator[_Known]:
    depths = sorted({one.depth for one in kept.values()})
    for place in places[:_SHEETS]:
        sheet = book.sheets[place]
        texts = [_row_text(row) for row in sheet.rows[:_ROWS]]
        for top, depth in ((top, depth) for top in range(len(texts)) if texts[top] for depth in depths):
            layout = _SPLIT.join((library.library, *texts[top : top + depth]))
            memory = kept.get(_hashed(salt, layout))
            if memory is not None and memory.depth == depth:
                first = top + sheet.first_row
                yield _Known(place, range(first, first + depth), memory)


def _applied(guess: SheetProposal, memory: _Memory, library: Library) -> Recalled:
    proposal, known = guess, set(CATALOG.by_key(library)) | {ROW_NUMBER_KEY}
    for column in guess.columns:
        former = memory.columns.get(column.index)
        if former is None or not known.issuperset(former.targets):
            continue
        if former.targets == column.targets:
            # What was looked at last time needs no second look.
            sure = replace(column, confidence=1.0)
            columns = tuple(sure if one.index == column.index else one for one in proposal.columns)
            proposal = replace(proposal, columns=columns)
        # A sheet that gives another unit now means that one.
        unit = former.unit if former.found_unit == column.unit else None
        if former.by_hand and (former.targets != column.targets or unit is not None):
            proposal = remap(proposal, column.index, former.targets, unit)
    moment = dt.datetime.fromisoformat(memory.at).replace(tzinfo=dt.UTC)
    return Recalled(guess, proposal, moment.astimezone(COUNTY_ZONE).date(), memory.on_duplicate)


def _is_at(guess: SheetProposal | None, found: _Known) -> bool:
    return guess is not None and (guess.sheet_index, *guess.header_rows) == (found.sheet, *found.rows)


def _unit(one: ColumnMapping) -> tuple[str | None, str | None]:
    return (one.unit, one.found_unit) if one.found_unit is not None else (None, None)


def _row_text(row: Sequence[CellValue]) -> str:
    return _CELL.join(squeeze(cell_text(one))[:_SIGNS] for one in row[:_COLUMNS]).rstrip(_CELL)


def _hashed(salt: bytes, text: str) -> str:
    return hmac.digest(salt, text.encode(errors="replace"), "sha256").hex()


def _salt(connection: Connection) -> bytes:
    text = connection.exec_driver_sql("SELECT value FROM _setting WHERE key = ?", (_SALT,)).scalar()
    try:
        return bytes.fromhex(str(text or ""))
    except ValueError:
        return b""


def _kept(connection: Connection) -> dict[str, _Memory]:
    """Everything kept, by its hash; a line that can't be read is passed over."""
    found = {}
    rows = connection.exec_driver_sql("SELECT key, value FROM _setting WHERE key GLOB ?", (f"{_KEY}*",))
    for key, value in rows.fetchall():
        try:
            found[str(key).removeprefix(_KEY)] = _read(str(value))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            _log.warning("a remembered import mapping can't be read and is passed over")
    return found


def _read(value: str) -> _Memory:
    at, _, text = value.partition("|")
    dt.datetime.fromisoformat(at)
    kept = json.loads(text)
    depth, rule = kept["depth"], kept["on_duplicate"]
    if type(depth) is not int or not 1 <= depth <= _ROWS or rule not in CHOICES:
        raise ValueError(text)
    columns = {}
    for index, targets, by_hand, unit, found_unit in kept["columns"]:
        words = [*targets, unit or "", found_unit or ""]
        if type(index) is not int or not isinstance(targets, list) or not all(isinstance(one, str) for one in words):
            raise ValueError(text)
        columns[index] = _Column(tuple(targets), bool(by_hand), unit, found_unit)
    return _Memory(at, depth, str(kept["sheet"]), rule, columns)
