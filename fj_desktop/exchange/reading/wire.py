"""What the worker says to the program: one line a message, a letter and JSON, so that nothing in it can act.

``S`` a sheet begins, ``R`` some of its rows, ``M`` its merged cells, ``A`` all sheets so far are void, ``N`` a note,
``X`` the refusal, ``Z`` the end. A cell that JSON has no value for is an object with one key, the letter of its type.
"""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any, BinaryIO

from fj_desktop.exchange.reading.book import CellError, CellValue, Kind, RuinedNumber

# A chunk may end with one row as long as the limits allow: 256 cells of 32,767 characters.
MAX_LINE_BYTES = 64 << 20
_CHUNK_ROWS = 400
_CHUNK_CHARACTERS = 1 << 20

_CELL_TYPES = frozenset({str, int, float, bool, type(None), dt.date, dt.datetime, dt.time, CellError, RuinedNumber})


def _tagged(value: object) -> dict[str, str]:
    match value:
        case dt.datetime():
            return {"m": value.isoformat()}
        case dt.date():
            return {"d": value.isoformat()}
        case dt.time():
            return {"t": value.isoformat()}
        case CellError():
            return {"e": value.code}
        case RuinedNumber():
            return {"n": value.shown}
    raise TypeError(type(value).__name__)


_READ_TAG: dict[str, Callable[[str], CellValue]] = {
    "m": dt.datetime.fromisoformat,
    "d": dt.date.fromisoformat,
    "t": dt.time.fromisoformat,
    "e": CellError,
    "n": RuinedNumber,
}


def _untagged(found: dict[str, Any]) -> CellValue:
    ((tag, text),) = found.items()
    if not isinstance(text, str):
        raise ValueError(tag)
    return _READ_TAG[tag](text)


def _no_such_number(name: str) -> float:
    raise ValueError(name)


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":"), default=_tagged
).encode
_decode_rows = json.JSONDecoder(object_hook=_untagged, parse_constant=_no_such_number).decode


class Sender:
    """The worker's side: gathers rows into chunks and writes each as one line."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._rows: list[list[CellValue]] = []
        self._characters = 0

    def sheet(self, name: str, *, hidden: bool, expected_rows: int | None) -> None:
        """Begin a sheet; ``expected_rows`` serves the progress bar only."""
        self._flush()
        self._say("S", {"name": name, "hidden": hidden, "rows": expected_rows})

    def row(self, row: list[CellValue], characters: int) -> None:
        """Add the next row; ``characters`` is how much text is in it."""
        self._rows.append(row)
        self._characters += characters
        if len(self._rows) >= _CHUNK_ROWS or self._characters >= _CHUNK_CHARACTERS:
            self._flush()

    def merged(self, ranges: list[tuple[int, int, int, int]]) -> None:
        self._flush()
        self._say("M", ranges)

    def start_again(self) -> None:
        """Another reader begins from the first sheet."""
        self._rows, self._characters = [], 0
        self._say("A", None)

    def note(self, text: str) -> None:
        self._flush()
        self._say("N", text)

    def refused(self, text: str) -> None:
        self._rows = []
        self._say("X", text)
        self._out.flush()

    def done(self, kind: Kind) -> None:
        self._flush()
        self._say("Z", kind)
        self._out.flush()

    def _flush(self) -> None:
        if self._rows:
            self._say("R", self._rows)
            self._rows, self._characters = [], 0

    def _say(self, letter: str, content: object) -> None:
        self._out.write(f"{letter}{_encode(content)}\n".encode())


def decode_rows(text: str) -> list[list[CellValue]]:
    """Rows of one ``R`` message.

    Raises:
        ValueError, KeyError, TypeError, RecursionError: the line is no such message.
    """
    rows: list[list[CellValue]] = _decode_rows(text)
    for row in rows:
        if type(row) is not list or not _CELL_TYPES.issuperset(map(type, row)):
            raise ValueError("row")
    return rows


def decode(text: str) -> Any:
    """Content of any other message.

    Raises:
        ValueError, RecursionError: the line is no such message.
    """
    return json.loads(text, parse_constant=_no_such_number)
