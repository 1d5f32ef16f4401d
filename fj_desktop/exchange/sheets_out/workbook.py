"""A table as a workbook: typed cells under a frozen header, and a sheet that says what it is."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.exchange.sheets_out.typed import typing_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from fj_desktop.exchange.sheets_out.streaming import Column


@dataclass(frozen=True)
class Stamp:
    """Who made a file, when and of what; stands in its second sheet and in the footer of each printed page.

    Attributes:
        made_by: office and person.
        made_at: aware moment, shown as it is.
        purpose: which records these are, in the person's words.
        count: how many, with the word for them, e.g. 12 条.
    """

    made_by: str
    made_at: dt.datetime
    purpose: str
    count: str

    @property
    def watermark(self) -> str:
        """Who and when in one line."""
        return f"{self.made_by} {self.made_at:%Y-%m-%d %H:%M} 导出"


def write_workbook(
    out: Path,
    title: str,
    surfaces: Sequence[Surface],
    rows: Iterable[Sequence[Any]],
    *,
    stamp: Stamp,
    progress: Progress | None = None,
) -> int:
    """Write a table as .xlsx, whole or not at all; importing it again gives the same values.

    Args:
        out: the file wanted.
        title: of the library; names the first sheet.
        surfaces: the columns.
        rows: stored values in their order, None for an empty one; references as names, covered values as
            their covered text. Read once, so it may be a stream.
        stamp: who, when and which records.
        progress: reports and stops.

    Returns:
        The number of rows written.

    Raises:
        UserError: more rows or longer text than a sheet holds (names the row and column), or the file
            can't be written.
        Cancelled: the person stopped it; nothing is left.
    """
    from fj_desktop.exchange.sheets_out import look
    from fj_desktop.exchange.sheets_out.streaming import write_streamed

    book, sheet = look.new_book(title, stamp.made_at)
    columns = [_column(sheet, number, one) for number, one in enumerate(surfaces, 1)]
    look.lay_out(sheet, [column.width for column in columns], f"{title}　{stamp.watermark}")
    _add_notes(book, title, surfaces, stamp)
    return write_streamed(out, book, columns, rows, progress or Unwatched())


def _column(sheet: "Worksheet", number: int, one: Surface) -> "Column":
    from fj_desktop.exchange.sheets_out import look
    from fj_desktop.exchange.sheets_out.streaming import Column

    header = look.put(look.cell_at(sheet, 1, number), one.heading)
    colour, tint = (look.WARM, look.WARM_TINT) if one.field.masked else (look.STRONG, look.TINT)
    look.dress(header, colour=colour, tint=tint, bold=True, centred=True)
    if explained := _explained(one):
        look.note(header, explained)
    kind = one.field.kind
    look.prepare_column(sheet, number)
    styles = look.data_styles(sheet, kind.excel_format, right=kind.right_aligned)
    width = look.column_width(one.heading, kind.excel_width)
    return Column(number, one.heading, typing_of(kind), styles, width)


def _explained(one: Surface) -> str:
    unit = one.field.kind.sheet_unit()
    lines = [f"单位：{unit}" if unit else "", one.field.kind.hint, one.field.note]
    if one.field.masked:
        lines.append("含个人联系方式或敏感内容，请勿转发。")
    return "\n".join(line for line in lines if line)


def _add_notes(book: "Workbook", title: str, surfaces: Sequence[Surface], stamp: Stamp) -> None:
    from fj_desktop.exchange.sheets_out import look

    masked = [one.label for one in surfaces if one.field.masked]
    sheet = book.create_sheet("说明")
    look.set_widths(sheet, (16, 92))
    head = look.dress(look.cell_at(sheet, 1, 1), colour=look.STRONG, bold=True, size=15, bordered=False)
    look.put(head, f"{look.PROGRAM_NAME}　{title}")
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[1].height = 30
    lines = {
        "导出人": stamp.made_by,
        "导出时间": f"{stamp.made_at:%Y-%m-%d %H:%M}（北京时间）",
        "范围": stamp.purpose,
        "条数": stamp.count,
        "敏感信息": _on_sensitive(masked),
        "再导入": "本表可以原样导回。列的顺序可以改，第一行的列名请保留；带单位的列只填数字时，以列名中的单位为准。",
        "使用约定": f"仅供招商工作使用。{stamp.watermark}。",
    }
    for number, (name, text) in enumerate(lines.items(), 2):
        look.put(look.dress(look.cell_at(sheet, number, 1), colour=look.STRONG, tint=look.TINT, bold=True), name)
        look.put(look.dress(look.cell_at(sheet, number, 2)), text)
        sheet.row_dimensions[number].height = 18 * (1 + look.display_width(text) // 90)
    look.set_page(sheet)


def _on_sensitive(labels: Sequence[str]) -> str:
    if not labels:
        return "没有敏感列。"
    return (
        f"表头为橙色的列（{'、'.join(labels)}）含个人联系方式或敏感内容，请勿转发，用毕删除。"
        "以＊或 * 遮盖的内容不是原值，导回前请删去。"
    )
