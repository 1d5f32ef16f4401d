"""An .ods comes in as its values."""

import datetime as dt
from pathlib import Path

import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, CellError, read_book
from tests.support.sheet_files import XML, ods


def read(folder: Path, content: bytes, name: str = "台账.ods") -> Book:
    path = folder / name
    path.write_bytes(content)
    return read_book(path)


def cell(text: str, marks: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {marks}><text:p>{text}</text:p></table:table-cell>"


def table(*rows: str, name: str = "甲", style: str = "") -> str:
    written = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    marks = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}"{marks}>{written}</table:table>'


def test_values_of_every_type_come_in(tmp_path: Path) -> None:
    row = (
        cell("奉节")
        + cell("100", 'office:value-type="float" office:value="100"')
        + cell("￥12.50", 'office:value-type="currency" office:currency="CNY" office:value="12.5"')
        + cell("24-1-2", 'office:value-type="date" office:date-value="2024-01-02"')
        + cell("24-1-2", 'office:value-type="date" office:date-value="2024-01-02T03:04:05"')
        + cell("8:30", 'office:value-type="time" office:time-value="PT08H30M00S"')
        + cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"')
    )

    assert read(tmp_path, ods(table(row))).sheets[0].rows == [
        ["奉节", 100, 12.5, dt.date(2024, 1, 2), dt.datetime(2024, 1, 2, 3, 4, 5), dt.time(8, 30), True]
    ]


def test_percents_failed_cells_and_line_breaks_come_as_they_are_seen(tmp_path: Path) -> None:
    row = (
        cell("30%", 'office:value-type="percentage" office:value="0.3"')
        + cell("#N/A", 'office:value-type="string" office:string-value="" calcext:value-type="error"')
        + cell("永安<text:span><text:line-break/>街道</text:span><text:tab/>东")
    )

    assert read(tmp_path, ods(table(row))).sheets[0].rows == [["30%", CellError("#N/A"), "永安\n街道\t东"]]


def test_a_remark_on_a_cell_is_no_part_of_it(tmp_path: Path) -> None:
    remarked = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation>'
        "<text:p>张三</text:p></table:table-cell>"
    )

    assert read(tmp_path, ods(table(remarked))).sheets[0].rows == [["张三"]]


def test_merged_headers_are_told_by_sheet(tmp_path: Path) -> None:
    spanned = 'office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"'
    tall = 'office:value-type="string" table:number-columns-spanned="1" table:number-rows-spanned="2"'
    title = cell("台账", spanned) + "<table:covered-table-cell/>"
    blank = '<table:table-cell table:number-columns-repeated="3"/>'
    book = read(tmp_path, ods(table(title) + table(blank, blank + cell("x", tall), name="乙 &amp; 丙")))

    assert [(sheet.name, sheet.merged) for sheet in book.sheets] == [
        ("甲", [(0, 0, 0, 1)]),
        ("乙 & 丙", [(1, 3, 2, 3)]),
    ]


def test_a_sheet_filled_up_to_its_last_row_and_column_holds_only_its_values(tmp_path: Path) -> None:
    filled = (
        '<table:table table:name="甲"><table:table-row>'
        + cell("a")
        + "<table:table-cell table:number-columns-repeated="
        '"16383"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )

    assert read(tmp_path, ods(filled)).sheets[0].rows == [["a"]]


def test_hidden_sheets_say_so(tmp_path: Path) -> None:
    assert read(tmp_path, ods(table(cell("a"), style="hidden"))).sheets[0].hidden


def test_an_encrypted_document_says_so(tmp_path: Path) -> None:
    manifest = f'{XML}<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'

    with pytest.raises(RefusedFileError, match="文件有密码"):
        read(tmp_path, ods(table(cell("a")), **{"META-INF/manifest.xml": manifest}))
