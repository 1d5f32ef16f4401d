"""More of something than any ledger has."""

import random
from collections.abc import Callable

from tests.support.hostile.made import MEGABYTE, rows, sheet_with
from tests.support.sheet_files import ods, sheet_data, workbook_parts, xlsx, zipped

FAR_CELLS = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
)  # fmt: skip


def many_cells(count: int, columns: int) -> bytes:
    """A large sheet of numbers that don't repeat close by, so that it packs like a real one."""
    chance = random.Random(1)  # noqa: S311
    bodies = ["".join(f"<c><v>{chance.randrange(10_000)}</v></c>" for _ in range(columns)) for _ in range(64)]
    return rows("".join(f"<row>{bodies[row % 64]}</row>" for row in range(count)))


def many_sheets(count: int) -> bytes:
    """A workbook that lists one sheet many times."""
    parts = workbook_parts()
    listed = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1))
    head, _, tail = str(parts["xl/workbook.xml"]).partition("<sheets>")
    return zipped(parts | {"xl/workbook.xml": f"{head}<sheets>{listed}</sheets>{tail.partition('</sheets>')[2]}"})


def shared(text: str, cells: int) -> bytes:
    """One shared text in many cells."""
    row = '<c t="s"><v>0</v></c>' * 100
    written = "".join(f'<row r="{n}">{row}</row>' for n in range(1, cells // 100 + 1))
    return xlsx({"S": f"<sheetData>{written}</sheetData>"}, strings=[f"<t>{text}</t>"])


def long_text() -> bytes:
    text = random.Random(1).randbytes(20 * MEGABYTE).hex()  # noqa: S311
    return xlsx({"S": sheet_data([['<c t="s"><v>0</v></c>']])}, strings=[f"<t>{text}</t>"])


def merged(count: int) -> bytes:
    ranges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, count + 1))
    return sheet_with(f"{sheet_data([['a']])}<mergeCells>{ranges}</mergeCells>")


def ods_cell(marks: str = "", text: str = "a") -> str:
    return f'<table:table-cell office:value-type="string" {marks}><text:p>{text}</text:p></table:table-cell>'


def ods_row(cells: str, marks: str = "") -> str:
    return f"<table:table-row {marks}>{cells}</table:table-row>"


def ods_table(content: str) -> bytes:
    return ods(f'<table:table table:name="S">{content}</table:table>')


def repeated(columns: str, down: str = "1") -> bytes:
    """One cell said to stand again and again."""
    cell = ods_cell(f'table:number-columns-repeated="{columns}"')
    return ods_table(ods_row(cell, f'table:number-rows-repeated="{down}"'))


def card(*lines: str) -> bytes:
    return "\n".join(["BEGIN:VCARD", "VERSION:2.1", *lines, "END:VCARD", ""]).encode()


AMOUNTS: dict[str, Callable[[], bytes]] = {
    "text of forty megabytes.xlsx": long_text,
    "one text in a hundred thousand cells.xlsx": lambda: shared("一二三四五六七八九十" * 3_000, 100_000),
    "one long text in many cells.xlsx": lambda: shared("x1" * 15_000, 20_000),
    "two cells at the far ends.xlsx": lambda: rows(FAR_CELLS),
    "a cell in row 1048576.xlsx": lambda: rows(FAR_CELLS.replace("XFD", "A")),
    "a cell in column XFD.xlsx": lambda: rows(FAR_CELLS.replace("1048576", "2")),
    "too many rows.xlsx": lambda: rows("".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(1, 200_002))),
    "too many columns.xlsx": lambda: sheet_with(sheet_data([list(range(257))])),
    "too many cells.xlsx": lambda: many_cells(15_100, 200),
    "too many sheets.xlsx": lambda: many_sheets(20_000),
    "just too many sheets.xlsx": lambda: many_sheets(257),
    "a million merged cells.xlsx": lambda: merged(1_000_000),
    "a million rows of one text.ods": lambda: repeated("1", "1048576"),
    "a million columns of one text.ods": lambda: repeated("1048576"),
    "a billion cells.ods": lambda: repeated("16384", "1048576"),
    "columns beyond counting.ods": lambda: repeated("99999999999999999999"),
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
    "a quoted-printable bomb.vcf": lambda: card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=E5=BC=A0=\n" * 400_000),
    "a hundred thousand numbers.vcf": lambda: card("FN:a", *[f"TEL:0235655{n}" for n in range(100_000)]),
    "too many lines.vcf": lambda: card(*["TEL:1"] * 600_000),
    "folded without end.vcf": lambda: card("NOTE:a\n" + " b\n" * MEGABYTE),
    "backslashes.vcf": lambda: card("N:" + "\\;" * (5 * MEGABYTE)),
    "unpaired quotes.vcf": lambda: card('TEL;TYPE="' + 'a":"' * 200_000 + ":1"),
}
