"""The second try for an .xlsx: openpyxl, slower and more patient; merged cells are not told here."""

from collections.abc import Iterator
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.cell.cell import TYPE_ERROR
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
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
    if len(workbook.worksheets) > limits.MAX_SHEETS:
        raise limits.too_many_sheets()
    total = Total()
    for sheet in workbook.worksheets:
        sender.sheet(sheet.title, hidden=sheet.sheet_state != "visible", expected_rows=None)
        writer = SheetWriter(sender, total)
        for row in _rows(sheet):
            writer.add(row)


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[list[object]]:
    # The declared size may be a lie; without it rows come as long as they are.
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        yield [_value(cell) for cell in row]


def _value(cell: ReadOnlyCell | EmptyCell) -> object:
    if isinstance(cell, ReadOnlyCell) and cell.data_type == TYPE_ERROR:
        return CellError(str(cell.value))
    return cell.value
