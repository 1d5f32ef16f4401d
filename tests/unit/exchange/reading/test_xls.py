"""An .xls comes in as its values; what the fast reader leaves out is told by the records themselves."""

import struct
from pathlib import Path

import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, CellError, CellValue, RuinedNumber, read_book
from tests.support.sheet_files import ole, record, xls

_PLAIN, _PERCENT, _OWN_PERCENT, _DAY = range(4)


def read(folder: Path, content: bytes, name: str = "台账.xls") -> Book:
    path = folder / name
    path.write_bytes(content)
    return read_book(path)


def style(number_format: int) -> bytes:
    return record(0x00E0, struct.pack("<HHH", 0, number_format, 0) + bytes(14))


def number_format(number: int, code: str) -> bytes:
    return record(0x041E, struct.pack("<HHB", number, len(code), 0) + code.encode("latin-1"))


STYLES = number_format(170, "0.0%") + style(0) + style(9) + style(170) + style(14)


def number(row: int, column: int, value: float, style: int = _PLAIN) -> bytes:
    return record(0x0203, struct.pack("<3Hd", row, column, style, value))


def text(row: int, column: int, value: str) -> bytes:
    return record(0x0204, struct.pack("<3HHB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))


def failed(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<3HBB", row, column, 0, code, 1))


def formula(row: int, column: int, result: bytes, style: int = _PLAIN) -> bytes:
    return record(0x0006, struct.pack("<3H", row, column, style) + result + struct.pack("<HI", 0, 0) + b"\0\0")


def rows(folder: Path, *cells: bytes) -> list[list[CellValue]]:
    return read(folder, xls(b"".join(cells), STYLES)).sheets[0].rows


def test_texts_numbers_and_days_come_in(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, text(0, 0, "奉节"), number(0, 1, 12), number(0, 2, 1.5), number(0, 3, 45850, _DAY))

    assert row[:3] == ["奉节", 12, 1.5]
    assert str(row[3]) == "2025-07-12"


def test_rows_and_columns_keep_their_own_numbers(tmp_path: Path) -> None:
    assert rows(tmp_path, text(2, 1, "x")) == [[None, None], [None, None], [None, "x"]]


def test_failed_cells_are_marked_and_not_blank(tmp_path: Path) -> None:
    computed = formula(0, 2, struct.pack("<BBBBHH", 2, 0, 0x07, 0, 0, 0xFFFF))

    assert rows(tmp_path, text(0, 0, "a"), failed(0, 1, 0x2A), computed, failed(0, 3, 0x17)) == [
        ["a", CellError("#N/A"), CellError("#DIV/0!"), CellError("#REF!")]
    ]


def test_a_percent_comes_as_the_percent_a_person_sees(tmp_path: Path) -> None:
    thirty, quarter = (struct.pack("<I", int(value * 100) << 2 | 3) for value in (30, 25))
    several = struct.pack("<2H", 0, 3) + struct.pack("<H", _PERCENT) + thirty + struct.pack("<H", _PLAIN) + quarter
    cells = (
        number(0, 0, 0.3, _PERCENT),
        number(0, 1, 0.125, _OWN_PERCENT),
        formula(0, 2, struct.pack("<d", 0.5), _PERCENT),
        record(0x00BD, several + struct.pack("<H", 4)),
    )

    assert rows(tmp_path, *cells) == [["30%", "12.5%", "50%", "3000%", 25]]


def test_a_number_with_lost_digits_is_marked(tmp_path: Path) -> None:
    assert rows(tmp_path, number(0, 0, 6222021234567890)) == [[RuinedNumber("6.22202123456789E+15")]]


def test_each_sheet_comes_by_its_name(tmp_path: Path) -> None:
    book = read(tmp_path, xls(text(0, 0, "a"), STYLES, names=("甲", "乙")))

    assert [(sheet.name, sheet.rows) for sheet in book.sheets] == [("甲", [["a"]]), ("乙", [["a"]])]


def test_a_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="文件有密码"):
        read(tmp_path, xls(text(0, 0, "a"), record(0x002F, struct.pack("<3H", 1, 1, 1) + bytes(48))))


def test_an_encrypted_xlsx_says_so(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match=r"文件有密码，请在 WPS/Excel 中另存为不加密的 .xlsx 后再导入"):
        read(tmp_path, ole({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"y" * 5000}), "台账.xlsx")


def test_a_word_file_says_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="这是 Word 文档"):
        read(tmp_path, ole({"WordDocument": b"x" * 5000}), "通知.doc")


def test_any_other_office_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="没有工作表"):
        read(tmp_path, ole({"PowerPoint Document": b"x" * 5000}), "介绍.xls")


def test_macros_are_named_in_a_note(tmp_path: Path) -> None:
    whole = xls(text(0, 0, "a"), STYLES)
    stream = whole[512 : whole.index("Root Entry".encode("utf-16-le"))]
    book = read(tmp_path, ole({"Workbook": stream, "_VBA_PROJECT_CUR": b"z" * 5000}))

    assert "宏没有运行" in book.notes[0]


def test_a_file_cut_off_is_refused(tmp_path: Path) -> None:
    whole = xls(text(0, 0, "a") + number(0, 1, 0.3, _PERCENT), STYLES)

    with pytest.raises(RefusedFileError, match="损坏"):
        read(tmp_path, whole[:1000])


def test_a_name_that_says_xlsx_makes_no_difference(tmp_path: Path) -> None:
    assert read(tmp_path, xls(text(0, 0, "a"), STYLES), "台账.xlsx").kind == "xls"
