"""Cells in from the clipboard: text with tabs as Excel, WPS and LibreOffice write it, or a table of HTML."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.clipboard.html_table import table_of
from fj_desktop.exchange.clipboard.sizes import MOST_CELLS, MOST_CHARACTERS, too_many
from fj_desktop.exchange.reading.book import CellError, CellValue, RuinedNumber
from fj_desktop.exchange.reading.delimited import unescape_csv
from fj_desktop.exchange.reading.limits import MAX_CELL_CHARACTERS

Rows: TypeAlias = list[list[str]]

_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)", re.IGNORECASE)
_TOO_NARROW = re.compile(r"#{2,}")
_EXPONENT = re.compile(r"\d(?:\.\d+)?E\+\d{2,3}", re.IGNORECASE)
# How far, in lengths of the whole text, closing quotes are looked for in vain before quotes are taken as they stand.
_IN_VAIN = 4


@dataclass(frozen=True)
class Block:
    """Cells in rows of equal length; a blank cell is None."""

    rows: list[list[CellValue]]

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0])


def read_block(plain: str, html: str = "") -> Block:
    """The block of cells that stands on the clipboard.

    The text with tabs goes first; the table of HTML is taken where the text has no columns or torn rows, as
    word processors and web pages write it.

    Args:
        plain: the clipboard's text; may be empty.
        html: the clipboard's HTML; may be empty.

    Raises:
        RefusedFileError: there is no text, or more than :data:`MOST_CELLS` cells.
    """
    if len(plain) > MOST_CHARACTERS or len(html) > MOST_CHARACTERS * 4:
        raise too_many()
    rows = _of_tabs(plain) if plain.strip("\r\n") else []
    if html and (not rows or _is_torn(rows)):
        rows = table_of(html) or rows
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise RefusedFileError("剪贴板里没有可以粘贴的文字。请先在 Excel 或 WPS 里选中单元格并复制。")
    width = max(len(row) for row in rows)
    if width * len(rows) > MOST_CELLS:
        raise too_many()
    return Block([[_cell(text) for text in row] + [None] * (width - len(row)) for row in rows])


def _is_torn(rows: Rows) -> bool:
    """Rows of one column, or of unequal lengths: a table whose cells hold new lines looks like this as text."""
    widths = {len(row) for row in rows}
    return len(widths) > 1 or widths == {1}


def _of_tabs(text: str) -> Rows:
    text = text.replace("\0", "")
    text = text.removesuffix("\n").removesuffix("\r")
    if '"' not in text:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        _check(sum(line.count("\t") + 1 for line in lines))
        return [line.split("\t") for line in lines]
    return _Quoted(text).rows()


class _Quoted:
    """Text with tabs in which a cell may stand in quotes because it holds a tab or a new line."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._left = text, 0, _IN_VAIN * len(text)
        self._break = re.compile(r"\t|\r\n|\r|\n")

    def rows(self) -> Rows:
        """All rows."""
        rows: Rows = [[]]
        cells = 0
        while True:
            rows[-1].append(self._take())
            cells += 1
            _check(cells)
            found = self._break.match(self._text, self._at)
            if found is None:
                return rows
            self._at = found.end()
            if found[0] != "\t":
                rows.append([])

    def _take(self) -> str:
        if self._text.startswith('"', self._at) and (quoted := self._in_quotes()) is not None:
            return quoted
        found = self._break.search(self._text, self._at)
        start, self._at = self._at, found.start() if found else len(self._text)
        return self._text[start : self._at]

    def _in_quotes(self) -> str | None:
        """The cell in quotes that begins here; None when the quotes are part of a plain cell."""
        text, end = self._text, self._at + 1
        limit = self._at + 2 * MAX_CELL_CHARACTERS
        while self._left > 0 and end < limit:
            found = text.find('"', end, limit)
            if found < 0:
                break
            if text.startswith('"', found + 1):
                end = found + 2
                continue
            after = found + 1
            inner = text[self._at + 1 : found]
            if after < len(text) and text[after] not in "\t\r\n":
                break
            if not re.search(r'[\t\r\n]|""', inner):
                return None
            self._at = after
            return inner.replace('""', '"').replace("\r\n", "\n").replace("\r", "\n")
        self._left -= min(limit, len(text)) - self._at
        return None


def _check(cells: int) -> None:
    if cells > MOST_CELLS:
        raise too_many()


def _cell(text: str) -> CellValue:
    """The cell behind its text: an error of a formula and a number cut short are told from what people write."""
    bare = text.strip()
    if not bare:
        return None
    if _ERROR.fullmatch(bare) or _TOO_NARROW.fullmatch(bare):
        return CellError(bare.upper())
    if _EXPONENT.fullmatch(bare):
        return RuinedNumber(bare)
    return unescape_csv(text)[:MAX_CELL_CHARACTERS]
