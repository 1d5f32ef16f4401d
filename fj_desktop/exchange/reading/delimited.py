"""Text tables (.csv, .txt, .tsv), and the one rule that makes text which looks like a formula harmless, and back."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.book import CellValue
from fj_desktop.exchange.reading.cells import SheetWriter, Total, shortened
from fj_desktop.exchange.reading.encodings import encoding_of
from fj_desktop.exchange.reading.limits import refuse
from fj_desktop.exchange.reading.wire import Sender

_FORMULA_BEGINS = frozenset("=+-@\t\r\n\0＝＋－＠")
_UNSEEN = " \u00a0\u2002\u2003\u2009\u3000\ufeff\u200b\u200c\u200d\u2060"

_SAMPLE_CHARACTERS = 64 << 10
_SAMPLE_ROWS = 200
_LONGEST_LINE = 2 << 20
_DELIMITERS = ",\t;|；，"
_HALF = 0.5
# Systems that want digits kept write them as ="00123" or '00123.
_KEPT_DIGITS = re.compile(r"=\"([^\"]*)\"|'([0-9]{5,}[0-9Xx])")
_TELLS_DELIMITER = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_QUOTES = "引号没有成对，或一个单元格的文字过长。请用 WPS/Excel 打开检查，另存为 .xlsx 后再导入。"


def escape_csv(text: str) -> str:
    """The text as it goes into a .csv: one ``'`` before what a spreadsheet would run as a formula.

    A text that begins with ``'`` gets one more, so that ``unescape_csv`` gives back exactly what was written.
    """
    return f"'{text}" if _needs_mark(text) else text


def unescape_csv(text: str) -> str:
    """Take away exactly the one ``'`` that ``escape_csv`` puts before a text; any other text stays as it is."""
    return text[1:] if text.startswith("'") and _needs_mark(text[1:]) else text


def _needs_mark(text: str) -> bool:
    return text.startswith("'") or text.lstrip(_UNSEEN)[:1] in _FORMULA_BEGINS


def read_delimited(file: BinaryIO, sender: Sender) -> None:
    """Send on a text table as one sheet without a name.

    Raises:
        RefusedFileError: no text, no known encoding, unpaired quotes, or beyond a limit.
    """
    csv.field_size_limit(limits.MAX_CELL_CHARACTERS * 4)
    text = io.TextIOWrapper(file, encoding=encoding_of(file), newline="")
    delimiter = _delimiter(text)
    sender.sheet("", hidden=False, expected_rows=None)
    writer = SheetWriter(sender, Total())
    try:
        for row in csv.reader(_lines(text), delimiter=delimiter):
            writer.add([_cell(cell) for cell in row])
    except csv.Error as error:
        raise refuse(_QUOTES) from error
    sender.done("csv")


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise refuse("有一行长得不像表格。请用 WPS/Excel 打开检查，另存为 .xlsx 后再导入。")
        yield line


def _cell(text: str) -> CellValue:
    if not text:
        return None
    if text[0] in "'=":
        kept = _KEPT_DIGITS.fullmatch(text)
        text = (kept[1] or kept[2] or "") if kept else unescape_csv(text)
    return shortened(text.replace("\0", "").rstrip("\x1a"))


def _delimiter(text: io.TextIOWrapper) -> str:
    """Find the delimiter and leave the text where its rows begin."""
    told = _TELLS_DELIMITER.fullmatch(text.readline(_SAMPLE_CHARACTERS))
    if told:
        return told[1]
    text.seek(0)
    sample = text.read(_SAMPLE_CHARACTERS)
    text.seek(0)
    return max(_DELIMITERS, key=lambda delimiter: _columns(sample, delimiter))


def _columns(sample: str, delimiter: str) -> float:
    """How many columns the delimiter gives, times the share of rows that agree; 0 when they don't."""
    widths = [len(row) for row in _few_rows(sample, delimiter) if any(row)]
    if not widths:
        return 0.0
    usual = max(set(widths), key=widths.count)
    share = widths.count(usual) / len(widths)
    return (usual - 1) * share if share >= _HALF else 0.0


def _few_rows(sample: str, delimiter: str) -> Iterator[list[str]]:
    lines: Iterable[str] = io.StringIO(sample, newline="")
    try:
        for place, row in enumerate(csv.reader(lines, delimiter=delimiter)):
            if place >= _SAMPLE_ROWS:
                return
            yield row
    except csv.Error:
        return
