"""Cells of an .ods sheet that the fast reader would lose or mix up, and the merged cells it does not tell."""

import html
import re
from collections.abc import Iterator

from fj_desktop.exchange.reading import limits

# Header rows stand at the top; looking further would go through every cell one by one.
_MERGED_LOOKED_FOR_BYTES = 256 << 10

_SHEET = b"<table:table "
_NAME = re.compile(rb"\stable:name=\"([^\"]*)\"")
_TOKEN = re.compile(rb"<table:(table-row|covered-table-cell|table-cell)\b([^<>]*)>")
_NUMBER = re.compile(rb"\stable:number-(rows|columns)-(repeated|spanned)=\"(\d{1,7})\"")

_ANNOTATION_ENDS = re.compile(rb"</office:annotation\s*>")
_CELL = re.compile(rb"<table:table-cell\b[^<>]*>")
_STORED = re.compile(rb'\soffice:(?:string-)?value="[^"]*"')
_PERCENT = b'office:value-type="percentage"'
_LINE_BREAK = re.compile(rb"<text:line-break\b[^<>]*/>")
_TAB = re.compile(rb"<text:tab\b[^<>]*/>")
_LOST = (b"office:annotation", _PERCENT, b'"error"', b"<text:line-break", b"<text:tab")
_LONGEST_CELL = 2 << 20


class Look:
    """Goes along while ``content.xml`` is looked through; tells whether a copy is wanted and what is merged.

    Merged cells are found in the first 256 KiB of each sheet only: enough for headers of several levels.
    """

    def __init__(self) -> None:
        self.wanted = False
        self._merged: dict[str, list[tuple[int, int, int, int]]] = {}
        self._name = ""
        self._top: list[bytes] = []
        self._left = 0

    def merged(self) -> dict[str, list[tuple[int, int, int, int]]]:
        """Merged cells by sheet name, once the part has been looked through."""
        self._close()
        return self._merged

    def at(self, piece: bytes) -> None:
        """Take in the next piece."""
        self.wanted = self.wanted or any(mark in piece for mark in _LOST)
        before, *begun = piece.split(_SHEET)
        self._gather(before)
        for sheet in begun[: limits.MAX_SHEETS]:
            self._close()
            name = _NAME.search(b" " + sheet[: sheet.find(b">") + 1])
            self._name = html.unescape(name[1].decode("utf-8", "replace")) if name else ""
            self._left = _MERGED_LOOKED_FOR_BYTES
            self._gather(sheet)
        self._close_if_full()

    def _gather(self, piece: bytes) -> None:
        if self._left > 0:
            self._top.append(piece[: self._left])
            self._left -= len(piece)

    def _close_if_full(self) -> None:
        if self._top and self._left <= 0:
            self._close()

    def _close(self) -> None:
        if self._top:
            self._merged[self._name] = _merged(b"".join(self._top))
            self._top, self._left = [], 0


def rewritten(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The part with percents and failed cells as the texts they show, and without remarks in cells."""
    begun = b""
    for piece in pieces:
        begun += piece
        cut = begun.rfind(b"</table:table-cell>")
        if cut < 0 and len(begun) < _LONGEST_CELL:
            continue
        cut = cut if cut >= 0 else len(begun)
        yield _changed(begun[:cut])
        begun = begun[cut:]
    yield _changed(begun)


def _changed(piece: bytes) -> bytes:
    if b"<office:annotation" in piece:
        piece = b"".join(_without_remarks(piece))
    if b'"error"' in piece or _PERCENT in piece:
        piece = _CELL.sub(_shown_text, piece)
    piece = _LINE_BREAK.sub(b"&#10;", piece)
    return _TAB.sub(b"\t", piece)


def _shown_text(cell: re.Match[bytes]) -> bytes:
    """Leave only the text inside the cell: what is stored beside it would be read instead."""
    if _PERCENT not in cell[0] and b'calcext:value-type="error"' not in cell[0]:
        return cell[0]
    return _STORED.sub(b"", cell[0]).replace(_PERCENT, b'office:value-type="string"')


def _without_remarks(piece: bytes) -> Iterator[bytes]:
    at = 0
    while (begin := piece.find(b"<office:annotation", at)) >= 0:
        end = _ANNOTATION_ENDS.search(piece, begin)
        if end is None:
            break
        yield piece[at:begin]
        at = end.end()
    yield piece[at:]


def _merged(top: bytes) -> list[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    row, next_row, column = 0, 0, 0
    for token in _TOKEN.finditer(top):
        counts = {(kind, what): int(number) for kind, what, number in _NUMBER.findall(token[2])}
        if token[1] == b"table-row":
            row, column = next_row, 0
            next_row = row + counts.get((b"rows", b"repeated"), 1)
            continue
        rows, columns = counts.get((b"rows", b"spanned"), 1), counts.get((b"columns", b"spanned"), 1)
        if rows > 1 or columns > 1:
            found.append((row, column, row + rows - 1, column + columns - 1))
        column += counts.get((b"columns", b"repeated"), 1)
    return found[: limits.MAX_MERGED]
