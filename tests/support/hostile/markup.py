"""XML that makes a parser read elsewhere, grow without end or go too deep."""

import random
from collections.abc import Callable
from functools import partial

from tests.support.hostile.made import MEGABYTE, SHEET, STRINGS, sheet_with, with_part
from tests.support.sheet_files import MAIN, XML, ods, workbook_parts, xlsx

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(10))
    + "]>"
)
_SAID_ONLY = ("utf-8", "cp037", "utf-7", "x-user-defined")
_PARTS = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")


def in_front(name: str, declaration: str, encoding: str = "utf-8") -> bytes:
    """A sound workbook whose part begins with a declaration; some encodings are only said, not used."""
    part = str(workbook_parts()[name]).removeprefix(XML)
    written = XML.replace("UTF-8", encoding) + declaration + part
    return with_part(name, written.encode("utf-8" if encoding in _SAID_ONLY else encoding))


def far_behind() -> bytes:
    """The declaration stands beyond the first piece that is looked at."""
    filling = random.Random(1).randbytes(1_200_000).hex()  # noqa: S311
    return in_front(SHEET, f"<!--{filling}-->{LAUGHS}")


def document(declaration: str) -> bytes:
    return ods("", **{"content.xml": f"{XML}{declaration}<office:document-content/>"})


MARKUP: dict[str, Callable[[], bytes]] = {
    **{
        f"laughs in {part.rpartition('/')[2]}.xlsx": partial(in_front, part, LAUGHS)
        for part in (*_PARTS, SHEET, STRINGS)
    },
    "laughs in another part.xlsx": lambda: with_part("customXml/item1.data", XML + LAUGHS + "<a>&a9;</a>"),
    "outside entity.xlsx": lambda: in_front(SHEET, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    "outside declaration.xlsx": lambda: in_front(STRINGS, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "laughs in UTF-16.xlsx": lambda: in_front(SHEET, LAUGHS, "utf-16"),
    "laughs in UTF-16 without a mark.xlsx": lambda: in_front(SHEET, LAUGHS, "utf-16-le"),
    "laughs behind two megabytes.xlsx": far_behind,
    "mainframe encoding.xlsx": lambda: in_front(SHEET, "", "cp037"),
    "UTF-7.xlsx": lambda: in_front(SHEET, "", "utf-7"),
    "no known encoding.xlsx": lambda: in_front(SHEET, "", "x-user-defined"),
    "half a character in UTF-16.xlsx": lambda: with_part(SHEET, "\ufeff<worksheet/>".encode("utf-16-le") + b"\0"),
    "zero bytes.xlsx": lambda: with_part(SHEET, f'<worksheet xmlns="{MAIN}">\0<sheetData/></worksheet>'),
    "deep sheet.xlsx": lambda: sheet_with("<a>" * 100_000 + "</a>" * 100_000),
    "just too deep.xlsx": lambda: sheet_with("<a><b/>" * 64 + "</a>" * 64),
    "deep text.xlsx": lambda: xlsx(strings=["<r>" * 5_000 + "<t>a</t>" + "</r>" * 5_000]),
    "deep and never closed.xlsx": lambda: with_part("docProps/app.xml", "<a>" * 50_000),
    "laughs.ods": lambda: document(LAUGHS),
    "deep tables.ods": lambda: ods("<table:table><table:table-row><table:table-cell>" * 60),
    "never closed.ods": lambda: document("<office:body><office:spreadsheet><table:table><table:table-row>"),
    "bomb.ods": lambda: ods("<table:table>" + " " * (120 * MEGABYTE)),
}
