"""How sheets look: fonts, tints, borders, page, frozen header, notes. Imports openpyxl, so import it late."""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Sequence
from typing import TypeVar, cast

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.styleable import StyleableObject
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from fj_desktop.exchange.sheets_out.cell_xml import Styles, safe_text

PROGRAM_NAME = "奉节招商工作台"
FONT_NAME = "等线"
INK, STRONG, WARM, RED, WHITE, MUTED = "1A232E", "084951", "9A4F05", "BE3128", "FFFFFF", "545F6E"
TINT, WARM_TINT, RED_TINT = "E0F0F1", "FDF0E3", "FBE9E7"
_SECTION_TINTS = ("E0F0F1", "E6EDF8", "F1EAF7", "E9F4E4", "FBF3DC", "F3EDE6")
TEXT_FORMAT = "@"
_LINE = Side(style="thin", color="C9D1DA")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]|^'+|'+$")
_A4 = 9
# Characters of width that one landscape A4 page takes before print gets too small to read.
_PAGE_CHARACTERS = 220


def new_book(title: str, made_at: dt.datetime | None = None) -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet, without any property of the machine or its user."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = sheet_title(title)
    book.properties.creator = PROGRAM_NAME
    book.properties.title = title
    if made_at is not None:
        book.properties.created = made_at.astimezone(dt.UTC).replace(tzinfo=None)
    return book, sheet


def sheet_title(title: str) -> str:
    """A title that a sheet may bear: up to 31 signs, none of those that mean something in references."""
    return _FORBIDDEN_IN_TITLE.sub(" ", safe_text(title)).strip()[:31].strip() or "表"


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell at a place that isn't merged into another, counted from 1."""
    return cast(Cell, sheet.cell(row, column))


def put(cell: Cell, text: str) -> Cell:
    """Write text that stays text, whatever it begins with."""
    cell.value = safe_text(text)
    cell.data_type = "s"
    return cell


def dress(
    cell: Cell,
    *,
    colour: str = INK,
    tint: str = "",
    bold: bool = False,
    size: int = 11,
    centred: bool = False,
    bordered: bool = True,
) -> Cell:
    """Give a cell font, tint and border; long text wraps."""
    cell.font = Font(name=FONT_NAME, size=size, bold=bold, color=colour)
    if tint:
        cell.fill = PatternFill("solid", start_color=tint, end_color=tint)
    horizontal, vertical = ("center", "center") if centred else ("left", "top")
    cell.alignment = Alignment(horizontal, vertical, wrap_text=True, indent=1 if bordered and not centred else 0)
    if bordered:
        cell.border = _BORDER
    return cell


def section_tint(place: int) -> str:
    """The colour of a group of columns, by its place."""
    return _SECTION_TINTS[place % len(_SECTION_TINTS)]


def note(cell: Cell, text: str) -> None:
    """Hang a note on a cell, large enough to be read whole."""
    lines = sum(1 + display_width(line) // 34 for line in text.split("\n"))
    cell.comment = Comment(safe_text(text), PROGRAM_NAME, height=24 + 18 * lines, width=280)


def display_width(text: str) -> int:
    """Columns of a fixed-width screen the text takes: 2 for a Chinese character, 1 for a letter."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def column_width(heading: str, wanted: int) -> float:
    """A width that shows the values and the heading in at most two lines."""
    return min(60, max(wanted, math.ceil(display_width(heading) / 2) + 4) + 2)


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the width of each column, in characters."""
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width


def lay_out(sheet: Worksheet, widths: Sequence[float], footer: str = "") -> None:
    """Header row frozen and repeated in print; landscape A4, as many pages wide as stay readable."""
    set_widths(sheet, widths)
    sheet.row_dimensions[1].height = 36
    sheet.freeze_panes = "B2" if len(widths) > 1 else "A2"
    sheet.sheet_view.zoomScale = 100
    sheet.print_title_rows = "1:1"
    set_page(sheet, max(1, math.ceil(sum(widths) / _PAGE_CHARACTERS)))
    if (printed := sheet.oddFooter) is not None:
        printed.left.text = safe_text(footer).replace("&", "&&")
        printed.right.text = "第 &P 页，共 &N 页"


def set_page(sheet: Worksheet, pages_wide: int = 1) -> None:
    """Print on landscape A4, shrunk to so many pages wide, with narrow margins."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.75, 0.3


def data_styles(sheet: Worksheet, number_format: str = "General", *, right: bool = False, tint: str = "") -> Styles:
    """The formats of a data column; a whole number is shown without the point its fractions need."""
    whole = number_format.partition(".")[0] if number_format.endswith("#") else number_format

    def style(shown: str, *, right: bool) -> int:
        return _dressed_as_data(WriteOnlyCell(sheet), shown, right=right, tint=tint).style_id

    return Styles(
        text=style(TEXT_FORMAT, right=right),
        whole=style(whole, right=True),
        fraction=style(number_format, right=True),
        day=style("yyyy-mm-dd", right=right),
        moment=style("yyyy-mm-dd hh:mm:ss", right=right),
    )


def prepare_column(sheet: Worksheet, number: int, number_format: str = TEXT_FORMAT, *, right: bool = False) -> None:
    """Give the empty cells of a column their format, down to the end of the sheet."""
    _dressed_as_data(sheet.column_dimensions[get_column_letter(number)], number_format, right=right, tint="")


_Styled = TypeVar("_Styled", bound=StyleableObject)


def _dressed_as_data(model: _Styled, number_format: str, *, right: bool, tint: str) -> _Styled:
    model.number_format = number_format
    model.font = Font(name=FONT_NAME, size=11, color=INK)
    if tint:
        model.fill = PatternFill("solid", start_color=tint, end_color=tint)
    model.alignment = Alignment("right" if right else "left", "top", wrap_text=True, indent=1)
    model.border = _BORDER
    return model
