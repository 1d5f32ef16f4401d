"""Rows an import refused, given back as they were, each with the reason, to be put right and imported again."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.exchange.reading.book import RuinedNumber
from fj_desktop.exchange.sheets_out.cell_xml import LONGEST_TEXT, text_length

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from fj_desktop.exchange.sheets_out.streaming import Column

REASON_HEADING = "未导入原因"
"""Heading of the last column; an import leaves a column of this name out."""

_KEPT_OF_LONG = LONGEST_TEXT // 2
_SAMPLE_ROWS = 200
_NARROWEST, _WIDEST, _REASON_WIDTH = 8, 40, 52

Refused = tuple[Sequence[Any], str]


def write_refused(
    out: Path, header: Sequence[str], rows: Iterable[Refused], *, progress: Progress | None = None
) -> int:
    """Write refused rows as .xlsx, whole or not at all.

    A reason column left from an earlier time is replaced. Text longer than a cell holds (a CSV may have
    it) is cut after 16,383 signs, and the reason says so.

    Args:
        out: the file wanted.
        header: the headings as they were.
        rows: the cells of each row as they were read, and why the row was refused.
        progress: reports and stops.

    Returns:
        The number of rows written.

    Raises:
        UserError: too many rows, or the file can't be written.
        Cancelled: the person stopped it; nothing is left.
    """
    from fj_desktop.exchange.sheets_out import look
    from fj_desktop.exchange.sheets_out.streaming import write_streamed

    kept = [place for place, heading in enumerate(header) if heading.strip() != REASON_HEADING]
    headings = [header[place] for place in kept]
    prepared = _prepared(headings, kept, rows)
    sample = list(islice(prepared, _SAMPLE_ROWS))
    book, sheet = look.new_book("未导入的行")
    columns = [*_columns(sheet, headings, sample), _reason_column(sheet, len(headings) + 1)]
    look.lay_out(sheet, [column.width for column in columns])
    return write_streamed(out, book, columns, chain(sample, prepared), progress or Unwatched())


def _prepared(headings: Sequence[str], kept: Sequence[int], rows: Iterable[Refused]) -> Iterator[list[Any]]:
    for cells, reason in rows:
        values: list[Any] = [_as_cell(cells[place]) if place < len(cells) else None for place in kept]
        cut = [heading for heading, value in zip(headings, values, strict=True) if _is_too_long(value)]
        if cut:
            values = [value[:_KEPT_OF_LONG] if _is_too_long(value) else value for value in values]
            reason += f"（“{'”“'.join(cut)}”太长，这里只留了前 {_KEPT_OF_LONG:,} 字，全文请看原文件）"
        yield [*values, reason[:_KEPT_OF_LONG]]


def _as_cell(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value.replace(tzinfo=None)
    if isinstance(value, RuinedNumber):
        # As text it would look like a number that somebody typed, and be taken.
        with suppress(ValueError):
            return float(value.shown)
        return value.shown
    return value


def _is_too_long(value: Any) -> bool:
    return isinstance(value, str) and text_length(value) > LONGEST_TEXT


def _columns(sheet: "Worksheet", headings: Sequence[str], sample: Sequence[Sequence[Any]]) -> "list[Column]":
    from fj_desktop.exchange.sheets_out import look
    from fj_desktop.exchange.sheets_out.streaming import Column

    styles = look.data_styles(sheet)
    columns = []
    for number, heading in enumerate(headings, 1):
        header = look.put(look.cell_at(sheet, 1, number), heading)
        look.dress(header, colour=look.STRONG, tint=look.TINT, bold=True, centred=True)
        widest = max((look.display_width(_shown(row[number - 1])) for row in sample), default=0)
        width = look.column_width(heading, min(_WIDEST, max(_NARROWEST, widest + 2)))
        look.prepare_column(sheet, number)
        columns.append(Column(number, heading, _same, styles, width))
    return columns


def _reason_column(sheet: "Worksheet", number: int) -> "Column":
    from fj_desktop.exchange.sheets_out import look
    from fj_desktop.exchange.sheets_out.streaming import Column

    header = look.put(look.cell_at(sheet, 1, number), REASON_HEADING)
    look.dress(header, colour=look.WHITE, tint=look.RED, bold=True, centred=True)
    look.note(header, "按这里写的原因改正前面的格子，存盘后把本文件再导入一次。这一列会被忽略，不必删去。")
    look.prepare_column(sheet, number)
    styles = look.data_styles(sheet, tint=look.RED_TINT)
    return Column(number, REASON_HEADING, _same, styles, _REASON_WIDTH)


def _shown(value: Any) -> str:
    return "" if value is None else str(value)[:100]


def _same(value: Any) -> Any:
    return value
