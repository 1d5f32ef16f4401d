"""Files nobody should have to open: bombs, lies and broken things, each under the name it would come by.

``REFUSED`` must end in a refusal; ``HARMLESS`` may also be read, for nothing in them can act.
"""

import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.support import sheet_files
from tests.support.sheet_files import (
    MAIN,
    XML,
    ods,
    ole,
    record,
    sheet_data,
    style_sheet,
    workbook_parts,
    xlsx,
    xls,
    zipped,
)

Maker = Callable[[], bytes]
MEGABYTE = 1 << 20
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(10))
    + "]>"
)


def with_part(name: str, content: bytes | str) -> bytes:
    """A sound workbook with one part replaced or added."""
    return zipped(workbook_parts() | {name: content})


def in_front(name: str, declaration: str, encoding: str = "utf-8") -> bytes:
    """A sound workbook whose part begins with a declaration."""
    part = str(workbook_parts()[name]).removeprefix(XML)
    told = XML.replace("UTF-8", encoding)
    return with_part(name, (told + declaration + part).encode("utf-8" if encoding.lower() in _ASCII else encoding))


_ASCII = ("utf-8", "cp037", "utf-7", "x-user-defined")


def sheet_with(content: str) -> bytes:
    return xlsx({"S": content})


def repeated(unit: str, count: int) -> bytes:
    """A sheet whose rows are one text again and again; ``{}`` in it is the row's number."""
    return sheet_with(f"<sheetData>{''.join(unit.replace('{}', str(row)) for row in range(1, count + 1))}</sheetData>")


def patched(content: bytes, old: bytes, new: bytes, count: int = -1) -> bytes:
    assert old in content
    return content.replace(old, new, count)


def lying_about_size(size: int, says: int) -> bytes:
    """A container that says of one part that it is bigger or smaller than it is."""
    whole = zipped(workbook_parts() | {"xl/extra.xml": b"<x>" + b" " * size + b"</x>"})
    return whole.replace(struct.pack("<I", size + 7), struct.pack("<I", says))


def renamed(new: str) -> bytes:
    """A container with one part's name replaced by another of the same length, in both places."""
    return zipped(workbook_parts() | {"x" * len(new): "<x/>"}).replace(b"x" * len(new), new.encode())


def overlapping() -> bytes:
    """Two parts that are the same packed bytes."""
    whole = zipped(workbook_parts() | {"xl/worksheets/sheet2.xml": "<a/>"})
    begin = whole.index(b"PK\x01\x02")
    first = struct.unpack_from("<I", whole, begin + 42)[0]
    last = whole.rindex(b"PK\x01\x02")
    return whole[: last + 42] + struct.pack("<I", first) + whole[last + 46 :]


def quoted_overlap() -> bytes:
    """A part whose packed bytes swallow the next part."""
    whole = bytearray(zipped(workbook_parts(), zipfile.ZIP_STORED))
    begin = whole.index(b"PK\x01\x02")
    size = struct.unpack_from("<I", whole, begin + 20)[0] + 100
    whole[begin + 20 : begin + 28] = struct.pack("<2I", size, size)
    return bytes(whole)


def many_in_directory() -> bytes:
    """A directory of 300,000 entries whose end says five."""
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * 300_000
    head = b"PK\x03\x04" + bytes(26)
    return head + directory + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 5, 5, len(directory), len(head), 0)


def two_directories() -> bytes:
    whole = zipped(workbook_parts())
    end = whole.rindex(b"PK\x05\x06")
    return whole[: end + 20] + struct.pack("<H", 22) + whole[end:]


def many_cells(rows: int, columns: int) -> bytes:
    """A large sheet of numbers that don't repeat close by, so that it packs like a real one."""
    chance = random.Random(1)
    bodies = ["".join(f"<c><v>{chance.randrange(10_000)}</v></c>" for _ in range(columns)) for _ in range(64)]
    return sheet_with(f"<sheetData>{''.join(f'<row>{bodies[row % 64]}</row>' for row in range(rows))}</sheetData>")


def far_cells() -> str:
    return (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
    )


def many_sheets(count: int) -> bytes:
    """A workbook that lists one sheet many times."""
    parts = workbook_parts()
    listed = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1))
    head, _, tail = str(parts["xl/workbook.xml"]).partition("<sheets>")
    return zipped(parts | {"xl/workbook.xml": f"{head}<sheets>{listed}</sheets>{tail.partition('</sheets>')[2]}"})


def shared(text: str, cells: int) -> bytes:
    """One shared text in many cells."""
    row = "".join('<c t="s"><v>0</v></c>' for _ in range(100))
    rows = "".join(f'<row r="{n}">{row}</row>' for n in range(1, cells // 100 + 1))
    return xlsx({"S": f"<sheetData>{rows}</sheetData>"}, strings=[f"<t>{text}</t>"])


def relation(target: str, mode: str = "") -> bytes:
    parts = workbook_parts()
    relations = str(parts["xl/_rels/workbook.xml.rels"])
    return zipped(
        parts | {"xl/_rels/workbook.xml.rels": relations.replace('worksheets/sheet1.xml"', f'{target}"{mode}')}
    )


def ods_cell(marks: str, text: str = "a") -> str:
    return f'<table:table-cell office:value-type="string" {marks}><text:p>{text}</text:p></table:table-cell>'


def ods_table(rows: str) -> bytes:
    return ods(f'<table:table table:name="S">{rows}</table:table>')


def ods_row(cells: str, marks: str = "") -> str:
    return f"<table:table-row {marks}>{cells}</table:table-row>"


def xls_number(row: int, column: int) -> bytes:
    return record(0x0203, struct.pack("<3Hd", row, column, 0, 1.0))


def circular_ole() -> bytes:
    """A compound file whose directory chain runs in a circle."""
    whole = bytearray(ole({"Workbook": b"x" * 5000}))
    at = struct.unpack_from("<I", whole, 48)[0]
    table = struct.unpack_from("<I", whole, 76)[0]
    struct.pack_into("<I", whole, ((table + 1) << 9) + at * 4, at)
    return bytes(whole)


def card(*lines: str) -> bytes:
    return "\n".join(["BEGIN:VCARD", "VERSION:2.1", *lines, "END:VCARD", ""]).encode()


def gigabyte() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(200)) + packer.flush()


_CONTAINERS: dict[str, Maker] = {
    "flat bomb.xlsx": lambda: with_part(SHEET, bytes(250 * MEGABYTE)),
    "many parts of a bomb.xlsx": lambda: zipped(
        workbook_parts() | {f"xl/media/{n}.bin": (b"ab%d" % n) * (4 * MEGABYTE // 5) + bytes(MEGABYTE) for n in range(80)}
    ),
    "bigger than it says.xlsx": lambda: lying_about_size(20 * MEGABYTE, 900_000),
    "smaller than it says.xlsx": lambda: lying_about_size(5000, 9000),
    "overlapping parts.xlsx": overlapping,
    "swallowed part.xlsx": quoted_overlap,
    "parts of one name.xlsx": lambda: patched(renamed("xl/worksheets/sheet2.xml"), b"sheet2.xml", b"sheet1.xml"),
    "parts of one name in capitals.xlsx": lambda: renamed("XL/WORKBOOK.XML"),
    "zip slip.xlsx": lambda: renamed("xl/../../../etc/cron.d/x"),
    "zip slip backwards.xlsx": lambda: renamed("..\\..\\Start Menu\\a.bat"),
    "absolute name.xlsx": lambda: renamed("/etc/passwd"),
    "drive name.xlsx": lambda: renamed("C:/Windows/x.dll"),
    "line end in a name.xlsx": lambda: renamed("xl/a\nb.xml"),
    "name differs.xlsx": lambda: patched(renamed("xl/worksheets/sheet2.xml"), b"sheet2.xml", b"sheet3.xml", 1),
    "encrypted parts.xlsx": lambda: patched(
        patched(with_part("a.xml", "<a/>"), b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0"),
        b"PK\x03\x04\x14\0\0\0",
        b"PK\x03\x04\x14\0\x01\0",
    ),
    "odd packing.xlsx": lambda: zipped(workbook_parts(), zipfile.ZIP_LZMA),
    "half a file.xlsx": lambda: (whole := xlsx())[: len(whole) // 2],
    "no end.xlsx": lambda: xlsx()[:-30],
    "more behind the end.xlsx": lambda: xlsx() + b"more",
    "two directories.xlsx": two_directories,
    "two files in one.xlsx": lambda: xlsx() + xlsx(),
    "wrong checksum.xlsx": lambda: patched(
        zipped(workbook_parts(), zipfile.ZIP_STORED), "张三".encode(), "李四".encode()
    ),
    "broken packing.xlsx": lambda: (whole := bytearray(xlsx()), whole.__setitem__(slice(60, 90), b"\xff" * 30))[0],
    "too many parts.xlsx": lambda: zipped(workbook_parts() | {f"a/{n}.bin": b"" for n in range(2_000)}),
    "directory that lies.xlsx": many_in_directory,
    "nested archive.zip": lambda: zipped({"a.zip": zipped({"b.zip": zipped({"c": bytes(5 * MEGABYTE)})})}),
    "packed bomb.csv": gigabyte,
}  # fmt: skip

_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    SHEET,
    STRINGS,
    "xl/styles.xml",
)
_MARKUP: dict[str, Maker] = {
    **{f"laughs in {part.rpartition('/')[2]}.xlsx": (lambda part=part: in_front(part, LAUGHS)) for part in _PARTS},  # type: ignore[misc]
    "laughs in another part.xlsx": lambda: with_part("customXml/item1.data", XML + LAUGHS + "<a>&a9;</a>"),
    "outside entity.xlsx": lambda: in_front(SHEET, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    "outside declaration.xlsx": lambda: in_front(STRINGS, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "laughs in UTF-16.xlsx": lambda: in_front(SHEET, LAUGHS, "utf-16"),
    "laughs in UTF-16 without a mark.xlsx": lambda: in_front(SHEET, LAUGHS, "utf-16-le"),
    "laughs behind two megabytes.xlsx": lambda: in_front(SHEET, f"<!--{random.Random(1).randbytes(1_200_000).hex()}-->" + LAUGHS),
    "mainframe encoding.xlsx": lambda: in_front(SHEET, "", "cp037"),
    "UTF-7.xlsx": lambda: in_front(SHEET, "", "utf-7"),
    "no known encoding.xlsx": lambda: in_front(SHEET, "", "x-user-defined"),
    "zero bytes.xlsx": lambda: with_part(SHEET, f'<worksheet xmlns="{MAIN}">\0<sheetData/></worksheet>'),
    "deep sheet.xlsx": lambda: sheet_with("<sheetData>" + "<a>" * 100_000 + "</a>" * 100_000 + "</sheetData>"),
    "just too deep.xlsx": lambda: sheet_with("<sheetData>" + "<a><b/>" * 64 + "</a>" * 64 + "</sheetData>"),
    "deep text.xlsx": lambda: xlsx(strings=["<r>" * 5_000 + "<t>a</t>" + "</r>" * 5_000]),
    "deep and never closed.xlsx": lambda: with_part("docProps/app.xml", "<a>" * 50_000),
    "laughs.ods": lambda: patched_ods(LAUGHS),
    "deep tables.ods": lambda: ods("<table:table><table:table-row><table:table-cell>" * 60),
    "bomb.ods": lambda: ods("<table:table>" + " " * (120 * MEGABYTE)),
}  # fmt: skip


def patched_ods(declaration: str) -> bytes:
    whole = XML + declaration + "<office:document-content/>"
    return ods("", **{"content.xml": whole})


_AMOUNTS: dict[str, Maker] = {
    "text of forty megabytes.xlsx": lambda: xlsx(
        {"S": sheet_data([['<c t="s"><v>0</v></c>']])}, strings=[f"<t>{random.Random(1).randbytes(20 * MEGABYTE).hex()}</t>"]
    ),
    "one text in a hundred thousand cells.xlsx": lambda: shared("一二三四五六七八九十" * 3_000, 100_000),
    "one long text in many cells.xlsx": lambda: shared("x1" * 15_000, 20_000),
    "two cells at the far ends.xlsx": lambda: sheet_with(far_cells()),
    "a cell in row 1048576.xlsx": lambda: sheet_with(far_cells().replace("XFD", "A")),
    "a cell in column XFD.xlsx": lambda: sheet_with(far_cells().replace("1048576", "2")),
    "too many rows.xlsx": lambda: repeated('<row r="{}"><c><v>1</v></c></row>', 200_001),
    "too many columns.xlsx": lambda: sheet_with(sheet_data([list(range(257))])),
    "too many cells.xlsx": lambda: many_cells(15_100, 200),
    "too many sheets.xlsx": lambda: many_sheets(20_000),
    "just too many sheets.xlsx": lambda: many_sheets(257),
    "a million merged cells.xlsx": lambda: sheet_with(
        sheet_data([["a"]])
        + "<mergeCells>"
        + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 1_000_001))
        + "</mergeCells>"
    ),
    "a million rows of one text.ods": lambda: ods_table(ods_row(ods_cell(""), 'table:number-rows-repeated="1048576"')),
    "a million columns of one text.ods": lambda: ods_table(ods_row(ods_cell('table:number-columns-repeated="1048576"'))),
    "a billion cells.ods": lambda: ods_table(
        ods_row(ods_cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"')
    ),
    "number of columns beyond counting.ods": lambda: ods_table(
        ods_row(ods_cell('table:number-columns-repeated="99999999999999999999"'))
    ),
    "fifty megabytes without a line end.csv": lambda: b"x" * (50 * MEGABYTE),
    "fifty megabytes of commas.csv": lambda: b"," * (49 * MEGABYTE),
    "an open quote.csv": lambda: b'a,"' + b"line\n" * (4 * MEGABYTE),
    "too many rows.csv": lambda: b"a,b\n" * 200_001,
    "too many columns.csv": lambda: b",".join([b"a"] * 300),
    "too many cells.csv": lambda: (b",".join([b"a"] * 250) + b"\n") * 12_100,
    "ten megabytes of zeros.csv": lambda: bytes(10 * MEGABYTE),
    "binary.csv": lambda: bytes(range(256)) * 4_000,
    "too many cards.vcf": lambda: card("FN:a") * 20_001,
    "a value of forty megabytes.vcf": lambda: card("NOTE:" + "x" * (40 * MEGABYTE)),
    "a quoted-printable bomb.vcf": lambda: card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=E5=BC=A0=\n" * MEGABYTE),
    "a hundred thousand numbers.vcf": lambda: card("FN:a", *["TEL:0235655" + str(n) for n in range(100_000)]),
    "too many lines.vcf": lambda: card(*["TEL:1"] * 600_000),
    "folded without end.vcf": lambda: card("NOTE:a\n" + " b\n" * MEGABYTE),
    "backslashes.vcf": lambda: card("N:" + "\\;" * (5 * MEGABYTE)),
}  # fmt: skip

_BROKEN: dict[str, Maker] = {
    "nothing but a beginning.xlsx": lambda: b"PK\x03\x04",
    "no content types.xlsx": lambda: zipped({name: part for name, part in workbook_parts().items() if "Types" not in name}),
    "no sheet part.xlsx": lambda: zipped({name: part for name, part in workbook_parts().items() if name != SHEET}),
    "a sheet outside of the file.xlsx": lambda: relation("file:///etc/passwd", ' TargetMode="External"'),
    "a sheet above the file.xlsx": lambda: relation("../../../../../../etc/passwd"),
    "not well-formed.xlsx": lambda: sheet_with("<sheetData><row><c></row></sheetData>"),
    "wrong UTF-8.xlsx": lambda: with_part(SHEET, b'<worksheet><sheetData><row><c t="str"><v>\xff\xfe\xed\xa0\x80</v></c></row>'),
    "a sheet of the wrong kind.xlsx": lambda: with_part("xl/workbook.xml", "<html/>"),
    "cut off.xls": lambda: xls(xls_number(0, 0))[:900],
    "only a head.xls": lambda: xls(xls_number(0, 0))[:512],
    "circular.xls": circular_ole,
    "sector size beyond all.xls": lambda: (w := bytearray(xls(b"")), struct.pack_into("<H", w, 30, 60))[0],
    "a table of four billion sectors.xls": lambda: (w := bytearray(xls(b"")), struct.pack_into("<II", w, 68, 3, 0xFFFFFFFF))[0][
        :4000
    ],
    "more sheets than fit.xls": lambda: xls(b"", record(0x0085, bytes(8)) * 70_000),
    "no stream.xls": lambda: ole({"Other": b"x" * 5000}),
    "random.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 400,
    "page.xls": lambda: b"<html><script>alert(1)</script><table><tr><td>=cmd|' /C calc'!A0</table>",
    "old page.xls": lambda: b"MIME-Version: 1.0\r\n\r\n<html>",
    "single surrogates.csv": lambda: b"\xff\xfe" + b"a\0,\0\x00\xd8\n\0" * 100,
    "overlong.csv": lambda: b"a,\xc0\xaf\xe0\x80\xaf\n" * 50,
    "wrong at the end.csv": lambda: "姓名,县\n张三,奉节\n".encode("gb18030") * 60_000 + b"\x81",
    "a page.vcf": lambda: b"<html>",
    "empty.csv": lambda: b"",
}  # fmt: skip

REFUSED: dict[str, Maker] = {**_CONTAINERS, **_MARKUP, **_AMOUNTS, **_BROKEN}

HARMLESS: dict[str, Maker] = {
    "a declared size that lies.xlsx": lambda: sheet_with('<dimension ref="A1:XFD1048576"/>' + sheet_data([["a", 1, "b"]])),
    "an archive as a picture.xlsx": lambda: with_part("xl/media/image1.png", zipped({"a": bytes(3 * MEGABYTE)})),
    "merged cells of the whole sheet.xlsx": lambda: sheet_with(
        sheet_data([["a"]]) + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "numbers that are none.xlsx": lambda: sheet_with(
        sheet_data([["<c><v>1e999</v></c>", "<c><v>NaN</v></c>", "<c><v>0x10</v></c>", "<c><v>-1e999</v></c>"]])
    ),
    "days beyond the calendar.xlsx": lambda: xlsx(
        {"S": sheet_data([['<c s="1"><v>1e12</v></c>', '<c s="2"><v>-1e12</v></c>', '<c s="1"><v>-1</v></c>']])},
        styles=style_sheet("14", "[h]:mm"),
    ),
    "a style that is not there.xlsx": lambda: sheet_with(sheet_data([['<c s="999999"><v>1</v></c>']])),
    "a text that is not there.xlsx": lambda: sheet_with(sheet_data([['<c t="s"><v>99999999</v></c>']])),
    "a row beyond counting.xlsx": lambda: sheet_with('<sheetData><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'),
    "a row below one.xlsx": lambda: sheet_with('<sheetData><row r="0"><c r="A0"><v>1</v></c></row></sheetData>'),
    "a column beyond counting.xlsx": lambda: sheet_with('<sheetData><row r="1"><c r="ZZZZZZZZZ1"><v>1</v></c></row></sheetData>'),
    "no sheet at all.xlsx": lambda: xlsx({}),
    "single surrogate by number.xlsx": lambda: sheet_with(sheet_data([["<c t='str'><v>&#xD800;</v></c>", "b"]])),
    "formulas that act.xlsx": lambda: sheet_with(
        sheet_data([["<c><f>cmd|' /C calc'!A0</f><v>1</v></c>", '<c t="str"><f>WEBSERVICE("http://127.0.0.1:9")</f><v>=1</v></c>']])
    ),
    "macros.xlsm": lambda: with_part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    "outside links.xlsx": lambda: with_part("xl/externalLinks/externalLink1.xml", '<externalLink><ddeLink ddeService="cmd"/></externalLink>'),
    "ten thousand percent formats.xlsx": lambda: xlsx(
        {"S": sheet_data([['<c s="9000"><v>0.5</v></c>'] * 50] * 50)}, styles=style_sheet(*["9"] * 10_000)
    ),
    "formats never closed.xlsx": lambda: xlsx(styles=style_sheet() + "<cellXfs>" * 20 + "<numFmt " * 20),
    "remarks within remarks.xlsx": lambda: with_part("docProps/custom.xml", "<a>" + "<!--<!--" * 100_000 + "-->"),
    "remarks never closed.ods": lambda: ods_table(ods_row(ods_cell("", "a" + "<office:annotation/><office:annotation>" * 20))),
    "stored beside.ods": lambda: ods_table(
        ods_row(ods_cell('calcext:value-type="error"' + ' office:string-value=""' * 40_000))
    ),
    "blank to the far end.ods": lambda: ods_table(
        ods_row(ods_cell("") + '<table:table-cell table:number-columns-repeated="16383"/>')
        + ods_row("<table:table-cell/>", 'table:number-rows-repeated="1048575"')
    ),
    "texts of no length.xls": lambda: xls(b"", record(0x00FC, struct.pack("<2I", 0xFFFFFFFF, 0xFFFFFFFF))),
    "a size that lies.xls": lambda: xls(record(0x0200, struct.pack("<2I3H", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)) + xls_number(0, 0)),
    "a record beyond the end.xls": lambda: xls(xls_number(0, 0) + struct.pack("<2H", 0x0203, 0xFFFF)),
    "columns the wrong way round.xls": lambda: xls(record(0x00BD, struct.pack("<2H", 0, 200) + bytes(6) + struct.pack("<H", 3))),
    "cells at the far ends.xls": lambda: xls(xls_number(0, 0) + xls_number(65_535, 255)),
    "sheets one over the other.xls": lambda: xls(xls_number(0, 0), names=[f"s{n}" for n in range(300)]),
    "payloads.csv": lambda: "=cmd|' /C calc'!A0,@SUM(1+1),+1,-1,＝1\n".encode(),
    "quotes in odd places.csv": lambda: b'a"b,"c"d,"",""""\n' * 10,
    "a line for the delimiter.csv": lambda: b"sep=\n\na,b\n",
    "zero bytes between.csv": lambda: b"a\0b,c\n" + b"plain text,and more of it\n" * 50,
    "single bytes.txt": lambda: b"\xff",
    "a mark and nothing.csv": lambda: b"\xef\xbb\xbf",
    "cards within cards.vcf": lambda: b"BEGIN:VCARD\n" * 100_000,
    "unpaired quotes.vcf": lambda: card('TEL;TYPE="' + 'a":"' * 200_000 + ":1"),
    "parameters without end.vcf": lambda: card("TEL" + ";A=B" * MEGABYTE + ":1"),
    "an unknown charset.vcf": lambda: card("N;CHARSET=../../x:a;b", "FN;CHARSET=zlib;ENCODING=QUOTED-PRINTABLE:=FF"),
    "a picture of ten megabytes.vcf": lambda: card("FN:a", "PHOTO;ENCODING=BASE64;JPEG:" + "A" * (10 * MEGABYTE)),
    "no line end.vcf": lambda: b"BEGIN:VCARD",
}  # fmt: skip


def made(name: str) -> bytes:
    """The bytes of one of the files."""
    return bytes((REFUSED | HARMLESS)[name]())


__all__ = ["HARMLESS", "REFUSED", "made", "sheet_files"]
