"""Tables with a title above and notes below, as ledgers and dispatches are: several sheets of one workbook."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fj_desktop.exchange.outfile import writing
from fj_desktop.exchange.sheets_out.workbook import Stamp

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 32_000
_LINE, _HEAD = 20.0, 34.0
_LEAST_WIDTH, _MOST_WIDTH, _LEAST_ROOM = 8, 46, 64


@dataclass(frozen=True)
class TableColumn:
    """One column: its heading, how its numbers look (openpyxl's format), and how wide it may grow."""

    words: str
    number_format: str = "General"
    most: int = _MOST_WIDTH


@dataclass(frozen=True)
class TableSheet:
    """One sheet: lines above the table, the first of them its title, the table, its last line, lines below."""

    title: str
    above: Sequence[str]
    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[Any]]
    total: Sequence[Any] | None = None
    below: Sequence[str] = ()


def write_tables(out: Path, title: str, sheets: Iterable[TableSheet], *, stamp: Stamp) -> None:
    """Write tables as .xlsx, whole or not at all; numbers and days stay numbers and days.

    Args:
        out: the file wanted.
        title: of the workbook.
        sheets: in their order; a total that begins with ``=`` is a formula, in no other cell one can stand.
        stamp: who and when, in the footer of each printed page.

    Raises:
        UserError: the file can't be written.
    """
    from fj_desktop.exchange.sheets_out import look

    book, first = look.new_book(title, stamp.made_at)
    taken: set[str] = set()
    for number, one in enumerate(sheets):
        sheet = first if number == 0 else book.create_sheet()
        name = look.sheet_title(one.title)
        sheet.title = name if name not in taken else look.sheet_title(f"{name[:26]}（{number}）")
        taken.add(name)
        _fill(sheet, one, f"{title}　{stamp.watermark}")
    with writing(out) as draft:
        book.save(draft)


def _fill(sheet: "Worksheet", one: TableSheet, footer: str) -> None:
    from fj_desktop.exchange.sheets_out import look

    widths = [_width(one, number) for number in range(len(one.columns))]
    while sum(widths) < _LEAST_ROOM:
        # A narrow table would cut its title short.
        widths.append(_LEAST_WIDTH + 2)
    wide = len(widths)
    look.lay_out(sheet, widths, footer)
    at = 1
    for place, line in enumerate(one.above):
        _line(sheet, at, wide, line, title=place == 0, room=sum(widths))
        at += 1
    for number, column in enumerate(one.columns, 1):
        cell = look.put(look.cell_at(sheet, at, number), column.words)
        look.dress(cell, tint=look.TINT, colour=look.STRONG, bold=True, centred=True)
    sheet.row_dimensions[at].height = _HEAD
    sheet.freeze_panes = look.cell_at(sheet, at + 1, 2 if len(one.columns) > 1 else 1).coordinate
    sheet.print_title_rows = f"{at}:{at}"
    for row in (*one.rows, *([one.total] if one.total is not None else [])):
        at += 1
        for number, (value, column) in enumerate(zip(row, one.columns, strict=True), 1):
            _put(look.cell_at(sheet, at, number), value, column, bold=row is one.total)
    for line in one.below:
        at += 1
        _line(sheet, at, wide, line, title=False, room=sum(widths))


def _width(one: TableSheet, number: int) -> float:
    from fj_desktop.exchange.sheets_out import look

    texts = [
        str(row[number] if row[number] is not None else "")
        for row in (*one.rows[:300], *([one.total] if one.total else []))
    ]
    widest = max((look.display_width(line) for text in texts for line in text.split("\n")), default=0)
    heading = max(look.display_width(line) for line in one.columns[number].words.split("\n")) + 3
    return min(one.columns[number].most, max(_LEAST_WIDTH, heading, widest + 3))


def _put(cell: "Cell", value: Any, column: TableColumn, *, bold: bool) -> None:
    from openpyxl.styles import Alignment

    from fj_desktop.exchange.sheets_out import look

    number = isinstance(value, int | Decimal)
    if number or isinstance(value, dt.date):
        cell.value = value
        cell.number_format = column.number_format if number else "yyyy-mm-dd"
    elif bold and isinstance(value, str) and value.startswith("="):
        cell.value = value
        cell.number_format = column.number_format
    else:
        text = "" if value is None else str(value)
        look.put(cell, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（过长，后文从略）")
    look.dress(cell, bold=bold, tint=look.TINT if bold else "")
    if number:
        cell.alignment = Alignment("right", "top")


def _line(sheet: "Worksheet", at: int, wide: int, text: str, *, title: bool, room: float) -> None:
    from fj_desktop.exchange.sheets_out import look

    cell = look.put(look.cell_at(sheet, at, 1), text)
    look.dress(cell, bold=title, size=16 if title else 11, bordered=False)
    if wide > 1:
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=wide)
    lines = sum(1 + int(look.display_width(part) / max(room, 1)) for part in text.split("\n"))
    sheet.row_dimensions[at].height = (_LINE if not title else 30) * lines
