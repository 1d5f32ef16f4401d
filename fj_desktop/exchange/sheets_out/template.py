"""A blank sheet of a library to be filled in: headings with units, dropdowns, notes, and a sheet that explains it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fj_desktop.core.catalog import Catalog
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Day, Kind, Moment, Ref, Refs, Year
from fj_desktop.exchange.outfile import writing
from fj_desktop.exchange.sheets_out.entries import Entry, entries_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from fj_desktop.exchange.sheets_out.choice_lists import ChoiceLists

PREPARED_ROWS = 5_000


def write_template(
    out: Path, library: Library, catalog: Catalog, *, options: Mapping[str, Sequence[str]] | None = None
) -> None:
    """Write the blank sheet of a library as .xlsx, whole or not at all; examples stand in its second sheet only.

    Args:
        out: the file wanted.
        library: whose fields become the columns; those the program computes are left out.
        catalog: the declared libraries.
        options: names offered for references, by surface key.

    Raises:
        UserError: the file can't be written.
    """
    from fj_desktop.exchange.sheets_out import look
    from fj_desktop.exchange.sheets_out.choice_lists import ChoiceLists
    from fj_desktop.exchange.sheets_out.guide import add_guide

    entries = entries_of(library, catalog, options or {})
    book, sheet = look.new_book(f"{library.title}　填报模板")
    sheet.title = look.sheet_title(library.title)
    add_guide(book, library, entries)
    lists = ChoiceLists(book, sheet, PREPARED_ROWS)
    for number, entry in enumerate(entries, 1):
        _add_column(sheet, number, entry)
        _offer(lists, number, entry)
    look.lay_out(sheet, [look.column_width(one.heading, one.kind.excel_width) for one in entries])
    sheet.sheet_format.defaultRowHeight = 20
    sheet.sheet_format.customHeight = True
    with writing(out) as temporary:
        book.save(temporary)


def _add_column(sheet: "Worksheet", number: int, entry: Entry) -> None:
    from fj_desktop.exchange.sheets_out import look

    header = look.put(look.cell_at(sheet, 1, number), entry.heading)
    look.dress(
        header,
        colour=look.RED if entry.required else look.STRONG,
        tint=look.section_tint(entry.place),
        bold=True,
        centred=True,
    )
    look.note(header, _explained(entry))
    look.prepare_column(sheet, number, _input_format(entry.kind), right=entry.kind.right_aligned)


def _input_format(kind: Kind) -> str:
    """Text stays as typed, so that codes keep their zeros; numbers may be typed with a unit behind."""
    if isinstance(kind, Day | Moment | Year):
        return kind.excel_format
    return "General" if kind.right_aligned else "@"


def _explained(entry: Entry) -> str:
    unit = entry.kind.sheet_unit()
    lines = [
        entry.wanted,
        f"单位：{unit}（只填数字时以此为准）" if unit else "",
        "可从下拉中选取" if entry.options else "",
        *entry.advice(),
        f"例：{entry.example}" if entry.example else "",
    ]
    return "\n".join(line for line in lines if line) or "照实填写，没有就留空。"


def _offer(lists: "ChoiceLists", number: int, entry: Entry) -> None:
    if entry.options:
        closed = bool(entry.kind.choices()) and not entry.kind.many
        known = not (isinstance(entry.kind, Ref | Refs) and entry.kind.makes) and not entry.kind.many
        lists.offer(number, entry.options, label=entry.surface.label, strict=closed, warning=known)
