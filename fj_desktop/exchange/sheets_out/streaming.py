"""A workbook whose many rows go straight into the file.

openpyxl writes everything but these rows. Its own streaming mode keeps them readable in the system's
temporary folder until the end and takes more time; here they are never anywhere but in the file.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.exchange.outfile import writing
from fj_desktop.exchange.sheets_out.cell_xml import LONGEST_TEXT, ColumnWriter, Styles, TooLongError
from fj_desktop.exchange.sheets_out.typed import Typing

MOST_ROWS = 1_048_576
"""Rows a sheet can have, its header included."""

_DATA_PART = "xl/worksheets/sheet1.xml"
_BLOCK = 256
_PIECE = 1 << 20
_LINE_POINTS, _MOST_LINES = 16.5, 4
_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_ROWS_END = b"</sheetData>"


class Column:
    """One column: how its values become cells.

    Attributes:
        heading: for messages.
        width: in characters; long text in it makes the row higher, up to four lines.
    """

    def __init__(self, number: int, heading: str, typed: Typing, styles: Styles, width: float) -> None:
        self.heading = heading
        self.width = int(width)
        self.typed = typed
        self.write = ColumnWriter(get_column_letter(number), styles).cell


def write_streamed(
    path: Path, book: Workbook, columns: Sequence[Column], rows: Iterable[Sequence[Any]], progress: Progress
) -> int:
    """Write a workbook whole or not at all; its first sheet holds the header, the rows are added below.

    Args:
        path: the file wanted.
        book: everything but the rows.
        columns: one for each value of a row.
        rows: values in the order of the columns, None for an empty cell; read once.
        progress: reports and stops.

    Returns:
        The number of rows written.

    Raises:
        UserError: too many rows, a text longer than a cell holds, or the file can't be written.
        Cancelled: the person stopped it; nothing is left.
    """
    with (
        writing(path, partial(_check_readable, progress)) as temporary,
        ZipFile(temporary, "w", ZIP_DEFLATED) as archive,
    ):
        with archive.open(_DATA_PART, "w", force_zip64=True) as part:
            part.write(_halves(_saved(book))[0])
            written = 0
            for block in _blocks(_row_texts(columns, rows)):
                part.write("".join(block).encode())
                written += len(block)
                progress.at(written, None, "正在写入表格")
            filled = f"A1:{get_column_letter(len(columns))}{written + 1}"
            book.worksheets[0].auto_filter.ref = filled
            rest = _saved(book)
            part.write(_without_warnings(_halves(rest)[1], filled))
        for name in rest.namelist():
            if name != _DATA_PART:
                archive.writestr(name, rest.read(name))
    return written


def _blocks(texts: Iterator[str]) -> Iterator[list[str]]:
    while block := list(islice(texts, _BLOCK)):
        yield block


def _row_texts(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    for number, values in enumerate(rows, 2):
        if number > MOST_ROWS:
            raise UserError(f"超过一张表最多 {MOST_ROWS - 1:,} 行的限制，没有导出。请先筛选再导出，或改存为 .csv。")
        yield _row_text(columns, str(number), values)


def _row_text(columns: Sequence[Column], row: str, values: Sequence[Any]) -> str:
    cells, lines = [], 1
    for column, value in zip(columns, values, strict=True):
        if value is None:
            continue
        typed = column.typed(value)
        if lines < _MOST_LINES and type(typed) is str:
            lines = max(lines, _lines(typed, column.width))
        try:
            cells.append(column.write(typed, row))
        except TooLongError as error:
            raise UserError(
                f"第 {row} 行“{column.heading}”有 {error.length:,} 字，超过一个单元格最多 {LONGEST_TEXT:,} 字的限制，"
                "没有导出。请改存为 .csv（不受此限），或去掉这一列再导出。"
            ) from None
    height = min(lines, _MOST_LINES) * _LINE_POINTS + 3
    return f'<row r="{row}" ht="{height}" customHeight="1">{"".join(cells)}</row>'


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column."""
    wide = len(text) if text.isascii() else 2 * len(text)
    return 1 if wide <= width and "\n" not in text else text.count("\n") + 1 + wide // (width + 1)


def _saved(book: Workbook) -> ZipFile:
    kept = BytesIO()
    book.save(kept)
    return ZipFile(kept)


def _halves(book: ZipFile) -> tuple[bytes, bytes]:
    """The first sheet before and after the end of its rows; the range it states would be wrong, so it goes."""
    head, _, tail = book.read(_DATA_PART).partition(_ROWS_END)
    return _DIMENSION.sub(b"", head), _ROWS_END + tail


def _without_warnings(tail: bytes, cells: str) -> bytes:
    """Tell the program not to mark phones and codes as “number stored as text” (ECMA-376 part 1, 18.3.1.51)."""
    ignored = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'.encode()
    before = b"<legacyDrawing" if b"<legacyDrawing" in tail else b"</worksheet>"
    return tail.replace(before, ignored + before, 1)


def _check_readable(progress: Progress, path: Path) -> None:
    """Read the whole file again; the archive's checksums tell a bad stick from a good one."""
    try:
        with ZipFile(path) as archive:
            for name in archive.namelist():
                with archive.open(name) as part:
                    while part.read(_PIECE):
                        progress.check()
    except (BadZipFile, EOFError, zlib.error) as error:
        raise UserError(f"写到“{path.parent}”的文件读不回来，盘可能有坏处。请换一个盘再导出。") from error
