"""Odd files with nothing in them that can act: they may be read or refused, but never more."""

import struct
from collections.abc import Callable

from tests.support.hostile.amounts import card, ods_cell, ods_row, ods_table
from tests.support.hostile.broken import xls_number
from tests.support.hostile.made import MEGABYTE, rows, sheet_with, with_part
from tests.support.sheet_files import record, sheet_data, style_sheet, xls, xlsx, zipped

_NO_NUMBERS = ("1e999", "NaN", "0x10", "-1e999")
_ACTING = ["<c><f>cmd|' /C calc'!A0</f><v>1</v></c>", '<c t="str"><f>WEBSERVICE("http://127.0.0.1:9")</f><v>=1</v></c>']
_FAR_DAYS = ['<c s="1"><v>1e12</v></c>', '<c s="2"><v>-1e12</v></c>', '<c s="1"><v>-1</v></c>']


def wrong_way_round() -> bytes:
    return xls(record(0x00BD, struct.pack("<2H", 0, 200) + bytes(6) + struct.pack("<H", 3)))


def lying_size() -> bytes:
    return xls(record(0x0200, struct.pack("<2I3H", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)) + xls_number(0, 0))


def many_percents() -> bytes:
    cells = [['<c s="9000"><v>0.5</v></c>'] * 50] * 50
    return xlsx({"S": sheet_data(cells)}, styles=style_sheet(*["9"] * 10_000))


def blank_to_the_end() -> bytes:
    first = ods_row(ods_cell() + '<table:table-cell table:number-columns-repeated="16383"/>')
    return ods_table(first + ods_row("<table:table-cell/>", 'table:number-rows-repeated="1048575"'))


HARMLESS: dict[str, Callable[[], bytes]] = {
    "a declared size that lies.xlsx": lambda: sheet_with(
        '<dimension ref="A1:XFD1048576"/>' + sheet_data([["a", 1, "b"]])
    ),
    "an archive as a picture.xlsx": lambda: with_part("xl/media/image1.png", zipped({"a": bytes(3 * MEGABYTE)})),
    "merged cells of the whole sheet.xlsx": lambda: sheet_with(
        sheet_data([["a"]]) + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "numbers that are none.xlsx": lambda: sheet_with(sheet_data([[f"<c><v>{text}</v></c>" for text in _NO_NUMBERS]])),
    "days beyond the calendar.xlsx": lambda: xlsx({"S": sheet_data([_FAR_DAYS])}, styles=style_sheet("14", "[h]:mm")),
    "a style that is not there.xlsx": lambda: sheet_with(sheet_data([['<c s="999999"><v>1</v></c>']])),
    "a row below one.xlsx": lambda: rows('<row r="0"><c r="A0"><v>1</v></c></row>'),
    "single surrogate by number.xlsx": lambda: sheet_with(sheet_data([["<c t='str'><v>&#xD800;</v></c>", "b"]])),
    "formulas that act.xlsx": lambda: sheet_with(sheet_data([_ACTING])),
    "macros.xlsm": lambda: with_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "outside links.xlsx": lambda: with_part("xl/externalLinks/externalLink1.xml", '<x><ddeLink ddeService="cmd"/></x>'),
    "ten thousand percent formats.xlsx": many_percents,
    "formats never closed.xlsx": lambda: xlsx(styles=style_sheet() + "<cellXfs>" * 20 + "<numFmt " * 20),
    "remarks within remarks.xlsx": lambda: with_part("docProps/custom.xml", "<a>" + "<!--<!--" * 100_000 + "-->"),
    "stored beside.ods": lambda: ods_table(ods_row(ods_cell(' office:string-value=""' * 40_000))),
    "blank to the far end.ods": blank_to_the_end,
    "texts of no length.xls": lambda: xls(b"", record(0x00FC, struct.pack("<2I", 0xFFFFFFFF, 0xFFFFFFFF))),
    "a size that lies.xls": lying_size,
    "a record beyond the end.xls": lambda: xls(xls_number(0, 0) + struct.pack("<2H", 0x0203, 0xFFFF)),
    "columns the wrong way round.xls": wrong_way_round,
    "payloads.csv": lambda: "=cmd|' /C calc'!A0,@SUM(1+1),+1,-1,＝1\n".encode(),
    "quotes in odd places.csv": lambda: b'a"b,"c"d,"",""""\n' * 10,
    "a line for the delimiter.csv": lambda: b"sep=\n\na,b\n",
    "zero bytes between.csv": lambda: b"a\0b,c\n" + b"plain text,and more of it\n" * 50,
    "single bytes.txt": lambda: b"\xff",
    "a mark and nothing.csv": lambda: b"\xef\xbb\xbf",
    "cards within cards.vcf": lambda: b"BEGIN:VCARD\n" * 100_000,
    "parameters without end.vcf": lambda: card("TEL" + ";A=B" * MEGABYTE + ":1"),
    "an unknown charset.vcf": lambda: card("N;CHARSET=../../x:a;b", "FN;CHARSET=zlib;ENCODING=QUOTED-PRINTABLE:=FF"),
    "a picture of ten megabytes.vcf": lambda: card("FN:a", "PHOTO;ENCODING=BASE64:" + "A" * (10 * MEGABYTE)),
    "no line end.vcf": lambda: b"BEGIN:VCARD",
}
