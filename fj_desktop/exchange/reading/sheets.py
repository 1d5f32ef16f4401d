"""Workbooks (.xlsx, .ods, .xls) by the fast reader, python-calamine; an .xlsx it can't read goes to openpyxl."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from fj_desktop.exchange.reading import limits, package
from fj_desktop.exchange.reading.biff import Marks, Percent, Workbook
from fj_desktop.exchange.reading.book import CellError, percent_text
from fj_desktop.exchange.reading.cells import SheetWriter, Total
from fj_desktop.exchange.reading.limits import refuse
from fj_desktop.exchange.reading.ole import CompoundFile
from fj_desktop.exchange.reading.wire import Sender
from fj_desktop.exchange.reading.zip_guard import PASSWORD

# openpyxl takes about ten times as long; a larger damaged file is not worth the wait.
_SECOND_TRY_BYTES = 30 << 20
# A cell no date can hold ends the fast reader with an OverflowError.
_FAILURES = (CalamineError, OverflowError, ValueError, OSError)

_MACRO_STORAGE = "_VBA_PROJECT_CUR"
_WORD = "这是 Word 文档，不是表格。请选择 .xlsx、.xls、.ods、.csv 或 .vcf 文件。"
_OTHER_OLE = "这是旧版 Office 文件，但其中没有工作表。请选择 .xlsx、.xls、.ods、.csv 或 .vcf 文件。"
_DAMAGED = "工作簿的内容已损坏或写法不规范，读不出来。请用 WPS/Excel 打开后另存为 .xlsx 再导入。"


def read_zip(file: BinaryIO, sender: Sender) -> None:
    """Send on an .xlsx or .ods.

    Raises:
        RefusedFileError: hostile, encrypted, damaged, or beyond a limit.
    """
    opened = package.opened(file)
    for note in opened.notes:
        sender.note(note)
    try:
        _send(_loaded(opened.source), sender, merged=opened.merged)
    except BaseException as error:
        _raise_unless_failed(error)
        if opened.kind != "xlsx" or opened.unpacked > _SECOND_TRY_BYTES:
            raise refuse(_DAMAGED) from error
        _send_slowly(opened.source, sender)
    sender.done("ods" if opened.kind == "ods" else "xlsx")


def read_ole(file: BinaryIO, suffix: str, sender: Sender) -> None:
    """Send on an .xls.

    Raises:
        RefusedFileError: encrypted, damaged, beyond a limit, or another kind of file in the same wrapping.
    """
    compound = CompoundFile(file.read())
    workbook = Workbook(compound.stream(_book_stream(compound.names, suffix)))
    if workbook.is_encrypted:
        raise refuse(PASSWORD)
    if _MACRO_STORAGE in compound.names:
        sender.note(package.MACROS)
    marks = workbook.marks()
    del compound, workbook
    try:
        _send(_loaded(file), sender, marks=marks)
    except BaseException as error:
        _raise_unless_failed(error)
        raise refuse(_DAMAGED) from error
    sender.done("xls")


def _raise_unless_failed(error: BaseException) -> None:
    """Go on only where the fast reader gave up on the file; its panics have a class that can't be imported."""
    if isinstance(error, PasswordError):
        raise refuse(PASSWORD) from error
    if not isinstance(error, _FAILURES) and type(error).__name__ != "PanicException":
        raise error


def _book_stream(names: frozenset[str], suffix: str) -> str:
    if "EncryptedPackage" in names:
        raise refuse(PASSWORD)
    if "WordDocument" in names and suffix != "xls":
        raise refuse(_WORD)
    for name in ("Workbook", "Book", "WORKBOOK", "BOOK"):
        if name in names:
            return name
    raise refuse(_WORD if "WordDocument" in names else _OTHER_OLE)


def _loaded(source: BinaryIO) -> CalamineWorkbook:
    # It reads from where the source stands.
    source.seek(0)
    return load_workbook(source)


def _send_slowly(source: BinaryIO, sender: Sender) -> None:
    # Imported here: half of the worker's whole start-up time, and hardly ever needed.
    from fj_desktop.exchange.reading import openpyxl_sheets

    source.seek(0)
    sender.start_again()
    openpyxl_sheets.send(source, sender)


def _send(
    workbook: CalamineWorkbook,
    sender: Sender,
    *,
    merged: dict[str, list[tuple[int, int, int, int]]] | None = None,
    marks: list[Marks] | None = None,
) -> None:
    listed = workbook.sheets_metadata
    if len(listed) > limits.MAX_SHEETS:
        raise limits.too_many_sheets()
    if not any(about.typ == SheetTypeEnum.WorkSheet for about in listed):
        raise limits.no_sheet()
    # Marks of a stream that lists other sheets than the reader does would land on the wrong cells.
    trusted = marks if marks is not None and len(marks) == len(listed) else [{}] * len(listed)
    total = Total()
    for place, about in enumerate(listed):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(place)
        expected = sheet.end[0] + 1 if sheet.end else 0
        sender.sheet(about.name, hidden=about.visible != SheetVisibleEnum.Visible, expected_rows=expected)
        writer = SheetWriter(sender, total)
        for row in _rows(sheet, trusted[place]):
            writer.add(row)
        sender.merged(_merged(sheet) or (merged or {}).get(about.name, []))


def _rows(sheet: CalamineSheet, marks: Marks) -> Iterator[Iterable[object]]:
    """All rows from the sheet's own first row and column on; the reader leaves out blank columns on the left."""
    if sheet.start is None:
        return
    left = [None] * sheet.start[1]
    for place, values in enumerate(sheet.iter_rows()):
        row = [*left, *values] if left else values
        yield _marked(row, marks[place]) if place in marks else row


def _marked(row: Sequence[object], marks: dict[int, CellError | Percent]) -> list[object]:
    marked = [*row, *[None] * (max(marks) + 1 - len(row))]
    for column, mark in marks.items():
        value = marked[column]
        if isinstance(mark, CellError):
            marked[column] = mark
        elif isinstance(value, float | int):
            marked[column] = percent_text(value)
    return marked


def _merged(sheet: CalamineSheet) -> list[tuple[int, int, int, int]]:
    ranges = sheet.merged_cell_ranges or []
    if len(ranges) > limits.MAX_MERGED:
        raise limits.too_many_merged()
    return [(first[0], first[1], last[0], last[1]) for first, last in ranges]
