"""Workbooks written byte by byte, so that tests can write what no office program would."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def zipped(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip container with these parts in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def workbook_parts(
    sheets: Mapping[str, str] | None = None,
    *,
    states: Mapping[str, str] | None = None,
    styles: str = "",
    strings: Sequence[str] = (),
) -> dict[str, bytes | str]:
    """Parts of an .xlsx: ``sheets`` maps a sheet's name to the XML inside its ``worksheet`` element."""
    sheets = sheets if sheets is not None else {"Sheet1": sheet_data([["姓名"], ["张三"]])}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{place}" r:id="rId{place}" state="{(states or {}).get(name, "visible")}"/>'
        for place, name in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{place}.xml"/>'
        for place in range(1, len(sheets) + 1)
    )
    relations += f'<Relationship Id="rIdS" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    relations += f'<Relationship Id="rIdT" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": f'{XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        "</Relationships>",
        "xl/styles.xml": styles or style_sheet(),
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{MAIN}">' + "".join(f"<si>{one}</si>" for one in strings) + "</sst>",
    }
    for place, content in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{place}.xml"] = f'{XML}<worksheet xmlns="{MAIN}">{content}</worksheet>'
    return parts


def xlsx(sheets: Mapping[str, str] | None = None, **more: object) -> bytes:
    """An .xlsx; see ``workbook_parts``."""
    return zipped(workbook_parts(sheets, **more))  # type: ignore[arg-type]


def style_sheet(*codes: str) -> str:
    """Styles in which cell style n (from 1) shows by the n-th format code; a number stands for a built-in format."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + place}" formatCode="{code}"/>'
        for place, code in enumerate(codes)
        if not _is_id(code)
    )
    styles = "".join(
        f'<xf numFmtId="{code if _is_id(code) else 164 + place}" fontId="0" fillId="0" borderId="0"/>'
        for place, code in enumerate(codes)
    )
    return (
        f'{XML}<styleSheet xmlns="{MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        f'<cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{styles}</cellXfs>'
        "</styleSheet>"
    )


def sheet_data(rows: Sequence[Sequence[str | float]], first_row: int = 1) -> str:
    """Rows of texts and numbers; a text that begins with ``<c`` is written as it is, an empty one is left out."""
    written = []
    for number, row in enumerate(rows, start=first_row):
        cells = "".join(_cell(value, f"{column_name(place)}{number}") for place, value in enumerate(row))
        written.append(f'<row r="{number}">{cells}</row>')
    return f"<sheetData>{''.join(written)}</sheetData>"


def column_name(place: int) -> str:
    """A for 0, AA for 26."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(65 + letter) + name
    return name


def ods(tables: str, **parts: bytes | str) -> bytes:
    """An .ods with this XML inside its ``office:spreadsheet`` element; ``parts`` adds or replaces parts."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{oasis}:{name}:1.0"' for name in ("office", "table", "text", "style"))
    content = (
        f'{XML}<office:document-content {spaces} xmlns:calcext="urn:org:documentfoundation:names:calcext:1.0">'
        '<office:automatic-styles><style:style style:name="hidden" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'{XML}<manifest:manifest xmlns:manifest="{oasis}:manifest:1.0"/>',
            "content.xml": content,
        }
        | parts
    )


def record(kind: int, content: bytes = b"") -> bytes:
    """One BIFF record."""
    return struct.pack("<2H", kind, len(content)) + content


def xls(cells: bytes, globals_: bytes = b"", *, names: Sequence[str] = ("Sheet1",), stream: str = "Workbook") -> bytes:
    """An .xls whose sheets all hold the same cell records, with more records in the workbook's globals."""
    begin = record(0x0809, struct.pack("<4H2I", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    page = record(0x0042, struct.pack("<H", 1200))
    sheet = record(0x0809, struct.pack("<4H2I", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)) + cells + record(0x000A)
    at = len(begin) + len(page) + len(globals_) + sum(4 + 8 + len(name) * 2 for name in names) + 4
    listed = b""
    for place, name in enumerate(names):
        text = name.encode("utf-16-le")
        listed += record(0x0085, struct.pack("<IHBB", at + place * len(sheet), 0, len(name), 1) + text)
    return ole({stream: begin + page + globals_ + listed + record(0x000A) + sheet * len(names)})


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file; every stream is filled up to 4,096 bytes, below which it would need the mini stream."""
    end, fat_sector, free = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    contents = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    chains: list[int] = []
    starts: dict[str, int] = {}
    for name, data in contents.items():
        starts[name] = len(chains)
        count = -(-len(data) // 512)
        chains += [*range(len(chains) + 1, len(chains) + count), end]
    directory = _directory_entry("Root Entry", 5, end, 0, child=1)
    for place, (name, data) in enumerate(contents.items(), start=1):
        directory += _directory_entry(
            name, 2, starts[name], len(data), right=place + 1 if place < len(contents) else free
        )
    directory = directory.ljust(-(-len(directory) // 512) * 512, b"\0")
    directory_at = len(chains)
    count = len(directory) // 512
    chains += [*range(directory_at + 1, directory_at + count), end]
    tables = -(-(len(chains) + 1) // 127)
    table_at = len(chains)
    chains += [fat_sector] * tables
    packed = struct.pack(f"<{len(chains)}I", *chains).ljust(tables * 512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, tables, directory_at, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", *[*range(table_at, table_at + tables), *[free] * 109][:109])
    body = b"".join(data.ljust(-(-len(data) // 512) * 512, b"\0") for data in contents.values())
    return header + body + directory + packed


def _directory_entry(
    name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text) + 2, kind, 1, 0xFFFFFFFF, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def _is_id(code: str) -> bool:
    return code.isdecimal() and len(code) < 3


def _cell(value: str | float, place: str) -> str:
    if isinstance(value, str):
        if not value:
            return ""
        if value.startswith("<c"):
            return value.replace("<c", f'<c r="{place}"', 1)
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _content_types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{place}.xml" ContentType="{kind}.worksheet+xml"/>'
        for place in range(1, sheets + 1)
    )
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>{parts}</Types>'
    )
