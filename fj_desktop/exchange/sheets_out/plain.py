"""Several sheets of plain text in one workbook: what a person is handed about themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fj_desktop.exchange.outfile import writing
from fj_desktop.exchange.sheets_out.workbook import Stamp

_LONGEST = 32_000


@dataclass(frozen=True)
class PlainSheet:
    """One sheet: its title, headings, widths in characters, and rows of text."""

    title: str
    headings: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]


def write_sheets(out: Path, title: str, sheets: Iterable[PlainSheet], *, stamp: Stamp) -> None:
    """Write sheets of text as .xlsx, whole or not at all.

    Args:
        out: the file wanted.
        title: of the workbook.
        sheets: in their order; text beyond what a cell holds is cut and says so.
        stamp: who, when and of what; in the footer of each printed page and on the last sheet.

    Raises:
        UserError: the file can't be written.
    """
    from fj_desktop.exchange.sheets_out import look

    book, first = look.new_book(title, stamp.made_at)
    for number, one in enumerate(sheets):
        sheet = first if number == 0 else book.create_sheet()
        sheet.title = look.sheet_title(one.title)
        look.lay_out(sheet, one.widths, f"{title}　{stamp.watermark}")
        for column, heading in enumerate(one.headings, 1):
            look.dress(look.put(look.cell_at(sheet, 1, column), heading), tint=look.TINT, bold=True, centred=True)
        for at, row in enumerate(one.rows, 2):
            for column, text in enumerate(row, 1):
                look.dress(look.put(look.cell_at(sheet, at, column), _fitting(text)))
    told = book.create_sheet("说明")
    look.set_widths(told, (16, 92))
    for at, (name, text) in enumerate(
        (("导出人", stamp.made_by), ("导出时间", f"{stamp.made_at:%Y-%m-%d %H:%M}（北京时间）"),
         ("内容", stamp.purpose), ("条数", stamp.count), ("使用约定", f"仅供本人查阅和核对。{stamp.watermark}。")), 1,
    ):  # fmt: skip
        look.dress(look.put(look.cell_at(told, at, 1), name), tint=look.TINT, bold=True)
        look.dress(look.put(look.cell_at(told, at, 2), text))
    look.set_page(told)
    with writing(out) as draft:
        book.save(draft)


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（过长，后文从略）"
