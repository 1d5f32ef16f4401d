"""The sheet of a template that explains its columns. Imports openpyxl, so import it late."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from fj_desktop.core.field import Library
from fj_desktop.exchange.sheets_out import look
from fj_desktop.exchange.sheets_out.entries import Entry

_HEADINGS = ("分组", "列名", "单位", "必填", "可选值", "说明", "示例")
_WIDTHS = (16, 24, 12, 14, 48, 44, 26)
_MOST_NAMED = 24


def add_guide(book: Workbook, library: Library, entries: Sequence[Entry]) -> None:
    """Add the sheet 填写说明: how to fill in, then one row for each column."""
    sheet = book.create_sheet("填写说明")
    look.set_widths(sheet, _WIDTHS)
    title = look.dress(look.cell_at(sheet, 1, 1), colour=look.STRONG, bold=True, size=15, bordered=False)
    look.put(title, f"{look.PROGRAM_NAME}　{library.title}　填写说明")
    sheet.row_dimensions[1].height = 30
    row = 2
    for line in _introduction(library):
        look.put(look.dress(look.cell_at(sheet, row, 1), bordered=False), line)
        row += 1
    row += 1
    for above in range(1, row):
        sheet.merge_cells(start_row=above, end_row=above, start_column=1, end_column=len(_HEADINGS))
    for number, heading in enumerate(_HEADINGS, 1):
        cell = look.put(look.cell_at(sheet, row, number), heading)
        look.dress(cell, colour=look.WHITE, tint=look.STRONG, bold=True, centred=True)
    sheet.row_dimensions[row].height = 24
    sheet.freeze_panes = f"C{row + 1}"
    for number, entry in enumerate(entries, row + 1):
        _add_row(sheet, number, entry)
    sheet.print_title_rows = f"{row}:{row}"
    look.set_page(sheet)


def _introduction(library: Library) -> list[str]:
    return [
        f"用途：{library.purpose}。" if library.purpose else "用途：批量填报，再导入工作台。",
        f"1. 数据填在第一张表“{look.sheet_title(library.title)}”里，从第 2 行起一行一条；列名不要改，列的顺序可以变。",
        "2. 列名带 * 且为红字的必须填写；其余没有的留空，不要写“无”“/”或“待定”。",
        "3. 列名里的单位是只填数字时的单位；也可以把单位写在数字后面，例如 1.2亿、102.76亩。",
        "4. 不得录入国家秘密。",
    ]


def _add_row(sheet: Worksheet, number: int, entry: Entry) -> None:
    named = "、".join(entry.options[:_MOST_NAMED]) + (
        f" 等 {len(entry.options)} 项（见下拉）" if len(entry.options) > _MOST_NAMED else ""
    )
    texts = (
        entry.section,
        entry.heading,
        entry.kind.sheet_unit(),
        entry.wanted,
        named,
        "；".join(entry.advice()),
        entry.example,
    )
    for column, text in enumerate(texts, 1):
        cell = look.dress(
            look.cell_at(sheet, number, column),
            colour=look.RED if entry.required and column in (2, 4) else look.INK,
            tint=look.section_tint(entry.place) if column <= 2 else "",
            bold=column == 2,
        )
        cell.number_format = look.TEXT_FORMAT
        look.put(cell, text)
    lines = max(1 + look.display_width(text) // width for text, width in zip(texts, _WIDTHS, strict=True))
    sheet.row_dimensions[number].height = 17 * lines + 4
