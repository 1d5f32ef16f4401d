"""Files that are cut, torn, or something else than their name says."""

import struct
from collections.abc import Callable

from tests.support.hostile.made import SHEET, rows, with_part, without_part
from tests.support.sheet_files import ole, record, workbook_parts, xls, xlsx, zipped

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def relation(target: str, mode: str = "") -> bytes:
    """A workbook whose sheet is said to stand elsewhere."""
    name = "xl/_rels/workbook.xml.rels"
    parts = workbook_parts()
    return zipped(parts | {name: str(parts[name]).replace('worksheets/sheet1.xml"', f'{target}"{mode}')})


def xls_number(row: int, column: int) -> bytes:
    return record(0x0203, struct.pack("<3Hd", row, column, 0, 1.0))


def with_header(layout: str, at: int, *values: int) -> bytes:
    """An .xls with other values in the head of the compound file."""
    whole = bytearray(xls(xls_number(0, 0)))
    struct.pack_into(layout, whole, at, *values)
    return bytes(whole)


def circular() -> bytes:
    """A compound file whose directory chain runs in a circle."""
    whole = bytearray(ole({"Workbook": b"x" * 5000}))
    at = struct.unpack_from("<I", whole, 48)[0]
    table = struct.unpack_from("<I", whole, 76)[0]
    struct.pack_into("<I", whole, ((table + 1) << 9) + at * 4, at)
    return bytes(whole)


BROKEN: dict[str, Callable[[], bytes]] = {
    "nothing but a beginning.xlsx": lambda: b"PK\x03\x04",
    "no content types.xlsx": lambda: without_part("_Types].xml"),
    "no sheet part.xlsx": lambda: without_part("sheet1.xml"),
    "no sheet at all.xlsx": lambda: xlsx({}),
    "a sheet outside of the file.xlsx": lambda: relation("file:///etc/passwd", ' TargetMode="External"'),
    "a sheet above the file.xlsx": lambda: relation("../../../../../../etc/passwd"),
    "not well-formed.xlsx": lambda: rows("<row><c></row>"),
    "wrong UTF-8.xlsx": lambda: with_part(SHEET, b'<worksheet><sheetData><row><c t="str"><v>\xff\xed\xa0\x80</v>'),
    "a sheet of the wrong kind.xlsx": lambda: with_part("xl/workbook.xml", "<html/>"),
    "a text that is not there.xlsx": lambda: rows('<row><c t="s"><v>99999999</v></c></row>'),
    "a row beyond counting.xlsx": lambda: rows('<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'),
    "a column beyond counting.xlsx": lambda: rows('<row r="1"><c r="ZZZZZZZZZ1"><v>1</v></c></row>'),
    "cut off.xls": lambda: xls(xls_number(0, 0))[:900],
    "only a head.xls": lambda: xls(xls_number(0, 0))[:512],
    "circular.xls": circular,
    "sectors beyond all.xls": lambda: with_header("<H", 30, 60),
    "a table of four billion sectors.xls": lambda: with_header("<II", 68, 3, 0xFFFFFFFF)[:4000],
    "more sheets than fit.xls": lambda: xls(b"", record(0x0085, bytes(8)) * 70_000),
    "sheets one over the other.xls": lambda: xls(xls_number(0, 0), names=[f"s{n}" for n in range(300)]),
    "cells at the far ends.xls": lambda: xls(xls_number(0, 0) + xls_number(65_535, 255)),
    "no stream.xls": lambda: ole({"Other": b"x" * 5000}),
    "random.xls": lambda: _MARK + bytes(range(256)) * 400,
    "page.xls": lambda: b"<html><script>alert(1)</script><table><tr><td>=cmd|' /C calc'!A0</table>",
    "old page.xls": lambda: b"MIME-Version: 1.0\r\n\r\n<html>",
    "single surrogates.csv": lambda: b"\xff\xfe" + b"a\0,\0\x00\xd8\n\0" * 100,
    "overlong.csv": lambda: b"a,\xc0\xaf\xe0\x80\xaf\n" * 50,
    "wrong at the end.csv": lambda: "姓名,县\n张三,奉节\n".encode("gb18030") * 60_000 + b"\x81",
    "a page.vcf": lambda: b"<html>",
    "empty.csv": lambda: b"",
}
