"""A table as CSV that spreadsheet programs open rightly: UTF-8 with mark, CRLF, text that can't act as a formula."""

import csv
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.exchange.outfile import writing
from fj_desktop.exchange.reading.delimited import escape_csv
from fj_desktop.exchange.sheets_out.typed import Typing, as_text, typing_of

_REPORT_EVERY = 200
_PIECE = 1 << 20


def write_csv(
    out: Path, surfaces: Sequence[Surface], rows: Iterable[Sequence[Any]], *, progress: Progress | None = None
) -> int:
    """Write a table as .csv, whole or not at all; importing it again gives the same values.

    Numbers stand in the unit of their heading, dates as 2025-07-04, members of a set apart by “；”.

    Args:
        out: the file wanted.
        surfaces: the columns.
        rows: stored values in their order, None for an empty one; references as names, covered values as
            their covered text. Read once, so it may be a stream.
        progress: reports and stops.

    Returns:
        The number of rows written.

    Raises:
        UserError: the file can't be written.
        Cancelled: the person stopped it; nothing is left.
    """
    watched = progress or Unwatched()
    typings = [typing_of(one.field.kind) for one in surfaces]
    written = 0
    with (
        writing(out, partial(_check_readable, watched)) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        lines = csv.writer(file, lineterminator="\r\n")
        lines.writerow([escape_csv(one.heading) for one in surfaces])
        for written, row in enumerate(rows, 1):
            lines.writerow([_cell(typed, value) for typed, value in zip(typings, row, strict=True)])
            if written % _REPORT_EVERY == 0:
                watched.at(written, None, "正在写入表格")
    return written


def _cell(typed: Typing, value: Any) -> str:
    if value is None:
        return ""
    cell = typed(value)
    return escape_csv(cell) if isinstance(cell, str) else as_text(cell)


def _check_readable(progress: Progress, path: Path) -> None:
    """Read the whole file again; a bad stick is found before the person is told that all is well."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            while file.read(_PIECE):
                progress.check()
    except UnicodeDecodeError as error:
        raise UserError(f"写到“{path.parent}”的文件读不回来，盘可能有坏处。请换一个盘再导出。") from error
