"""The second try for an .xlsx: openpyxl, slower and more patient; merged cells are not told here."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from openpyxl import load_workbook
from openpyxl.cell.cell import TYPE_ERROR
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.xml import DEFUSEDXML

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.book import CellError
from fj_desktop.exchange.reading.cells import SheetWriter, Total
from fj_desktop.exchange.reading.wire import Sender


def send(source: BinaryIO, sender: Sender) -> None:
    """Send on every worksheet; a file that openpyxl can't read either ends the worker, and that is its refusal.

    Raises:
        RefusedFileError: a limit is passed.
    """
    if not DEFUSEDXML:
        raise RuntimeError("openpyxl must parse with defusedxml")
    workbook = load_workbook(source, read_only=True, data_only=True, keep_links=False)
    if not workbook.worksheets:
        raise limits.no_sheet()
    if len(workbook.worksheets) > limits.MAX_SHEETS:
        raise limits.too_many_sheets()
    total = Total()
    for sheet in workbook.worksheets:
        sender.sheet(sheet.title, hidden=sheet.sheet_state != "visible", expected_rows=None)
        writer = SheetWriter(sender, total)
        for row in _rows(sheet):
            writer.add(row)


# The published types know only the sheets that are loaded whole.
def _rows(sheet: Any) -> Iterator[list[object]]:
    # The declared size may be a lie; without it rows come as long as they are.
    sheet.reset_dimensions()
    rows: Iterable[tuple[object, ...]] = sheet.iter_rows()
    for row in rows:
        yield [_value(cell) for cell in row]


def _value(cell: Any) -> object:
    if isinstance(cell, ReadOnlyCell) and cell.data_type == TYPE_ERROR:
        return CellError(str(cell.value))
    value: object = cell.value
    if isinstance(value, dt.datetime) and value.time() == dt.time(0):
        # The fast reader gives days for such cells; whoever comes after must not see a difference.
        return value.date()
    return value
