"""An .xlsx comes in as its values: what a person sees, at its own row and column."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, CellError, CellValue, RuinedNumber, read_book
from tests.support.hostile.containers import large_directory
from tests.support.sheet_files import sheet_data, style_sheet, workbook_parts, xlsx, zipped


def read(folder: Path, content: bytes, name: str = "台账.xlsx") -> Book:
    path = folder / name
    path.write_bytes(content)
    return read_book(path)


def first_row(folder: Path, cells: Sequence[str | float], **more: object) -> list[CellValue]:
    return read(folder, xlsx({"S": sheet_data([cells])}, **more)).sheets[0].rows[0]


def test_texts_and_numbers_come_as_they_are_typed(tmp_path: Path) -> None:
    shared = ("<t>共用</t>", "<r><t>富</t></r><r><t>文本</t></r><rPh sb='0' eb='1'><t>fu wen ben</t></rPh>")
    row = first_row(
        tmp_path,
        [
            "张三",
            100,
            1.5,
            '<c t="s"><v>0</v></c>',
            '<c t="s"><v>1</v></c>',
            '<c t="b"><v>1</v></c>',
            '<c t="str"><v>a</v></c>',
        ],
        strings=shared,
    )

    assert row == ["张三", 100, 1.5, "共用", "富文本", True, "a"]
    assert [type(value) for value in row] == [str, int, float, str, str, bool, str]


def test_what_looks_like_a_day_comes_as_a_day(tmp_path: Path) -> None:
    codes = (
        "14",
        "31",
        "57",
        "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
        "yyyy\\-mm\\-dd hh:mm",
        "h:mm",
        "[h]:mm",
    )
    serials = (45850, 45850, 45850, 45850, 45850.5, 0.25, 1.25)
    cells = [f'<c s="{style}"><v>{serial}</v></c>' for style, serial in enumerate(serials, start=1)]

    row = first_row(tmp_path, cells, styles=style_sheet(*codes))

    day = dt.date(2025, 7, 12)
    assert row == [day, day, day, day, dt.datetime(2025, 7, 12, 12), dt.time(6), "30:00:00"]


def test_red_money_and_units_are_no_days(tmp_path: Path) -> None:
    codes = ("#,##0.00_);[Red]\\(#,##0.00\\)", "0.00&quot;亩/day&quot;", "General&quot;年&quot;")
    cells = [f'<c s="{style}"><v>45850</v></c>' for style in (1, 2, 3)]

    assert first_row(tmp_path, cells, styles=style_sheet(*codes)) == [45850, 45850, 45850]


def test_a_percent_comes_as_the_percent_a_person_sees(tmp_path: Path) -> None:
    styles = style_sheet("9", "0.00%", "0.0&quot;%&quot;", "0\\%")
    cells = [
        '<c s="1"><v>0.3</v></c>',
        '<c s="2"><f>A1/3</f><v>0.1025</v></c>',
        '<c s="3"><v>0.5</v></c>',
        '<c s="4"><v>35</v></c>',
        '<c s="1" t="str"><v>约三成</v></c>',
        '<c s="2" t="n"><v>1</v></c>',
        '<c s="2"><v>-0.07</v></c>',
    ]

    assert first_row(tmp_path, cells, styles=styles) == ["30%", "10.25%", 0.5, 35, "约三成", "100%", "-7%"]


def test_a_failed_formula_is_marked_and_not_blank(tmp_path: Path) -> None:
    cells = ['<c t="e"><v>#N/A</v></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#REF!", "其他"]

    assert first_row(tmp_path, cells) == [CellError("#N/A"), CellError("#DIV/0!"), CellError("#REF!"), "其他"]


def test_a_prefix_before_every_tag_makes_no_difference(tmp_path: Path) -> None:
    parts = workbook_parts(styles=style_sheet("9"))
    parts["xl/worksheets/sheet1.xml"] = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c><x:c r="B1" s="1"><x:f>1</x:f><x:v>0.5</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )

    assert read(tmp_path, zipped(parts)).sheets[0].rows == [[CellError("#N/A"), "50%"]]


def test_only_what_a_formula_last_gave_is_read(tmp_path: Path) -> None:
    book = read(tmp_path, xlsx({"S": sheet_data([['<c><f>HYPERLINK("http://x")</f><v>7</v></c>']])}))

    assert book.sheets[0].rows == [[7]]
    assert book.notes == []


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
def test_a_formula_without_a_saved_result_is_named_in_a_note(tmp_path: Path, value: str) -> None:
    book = read(tmp_path, xlsx({"S": sheet_data([["a", f"<c><f>1+1</f>{value}</c>"]])}))

    assert book.sheets[0].rows == [["a"]]
    assert "公式没有保存计算结果" in book.notes[0]


def test_a_formula_that_gave_an_empty_text_is_saved(tmp_path: Path) -> None:
    assert read(tmp_path, xlsx({"S": sheet_data([['<c t="str"><f>IF(1,"")</f><v></v></c>', "b"]])})).notes == []


@pytest.mark.parametrize("digits", ["123456789012345678", "6222021234567890", "1E+15", "-1000000000000000"])
def test_a_number_with_lost_digits_is_marked(tmp_path: Path, digits: str) -> None:
    (value,) = first_row(tmp_path, [f"<c><v>{digits}</v></c>"])

    assert isinstance(value, RuinedNumber)
    assert "E+" in value.shown


def test_fifteen_digits_are_whole(tmp_path: Path) -> None:
    assert first_row(tmp_path, [999999999999999]) == [999999999999999]


def test_rows_and_columns_keep_their_own_numbers(tmp_path: Path) -> None:
    sheet = read(tmp_path, xlsx({"S": sheet_data([["", "", "x"], [], ["", "y", ""]], first_row=4)})).sheets[0]

    assert sheet.first_row == 1
    assert sheet.rows == [
        [None, None, None],
        [None, None, None],
        [None, None, None],
        [None, None, "x"],
        [None, None, None],
        [None, "y", None],
    ]


def test_a_declared_size_is_not_believed(tmp_path: Path) -> None:
    content = '<dimension ref="A1:XFD1048576"/>' + sheet_data([["a", 1, "b"]])

    assert read(tmp_path, xlsx({"S": content})).sheets[0].rows == [["a", 1, "b"]]


def test_formatted_blank_rows_and_columns_at_the_end_do_not_count(tmp_path: Path) -> None:
    blank = '<row r="1048576"><c r="A1048576" s="0"/><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row>'
    content = sheet_data([["a"]]).replace("</sheetData>", '<row r="300000"><c r="ZZ300000" s="0"/></row></sheetData>')

    assert read(tmp_path, xlsx({"S": content})).sheets[0].rows == [["a"]]
    assert "1048576" in blank


def test_hidden_sheets_come_along_and_say_so(tmp_path: Path) -> None:
    sheets = {name: sheet_data([[name]]) for name in ("看得见", "隐藏", "深藏")}
    book = read(tmp_path, xlsx(sheets, states={"隐藏": "hidden", "深藏": "veryHidden"}))

    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("看得见", False), ("隐藏", True), ("深藏", True)]


def test_merged_cells_are_told_zero_based(tmp_path: Path) -> None:
    content = sheet_data([["联系方式", ""], ["手机", "邮箱"]]) + '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'

    assert read(tmp_path, xlsx({"S": content})).sheets[0].merged == [(0, 0, 0, 1)]


def test_macros_are_named_in_a_note_and_never_run(tmp_path: Path) -> None:
    parts = workbook_parts() | {"xl/vbaProject.bin": b"\0" * 64}

    book = read(tmp_path, zipped(parts), "台账.xlsm")

    assert book.sheets[0].rows == [["姓名"], ["张三"]]
    assert "宏" in book.notes[0]


def test_what_openpyxl_writes_comes_back(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    row = ["张三", 1, 2.5, True, dt.date(2026, 11, 1), dt.datetime(2026, 11, 1, 8, 30), dt.time(8, 30)]
    sheet.append(row)
    sheet["A3"] = "末行"
    workbook.save(tmp_path / "a.xlsx")

    assert read_book(tmp_path / "a.xlsx").sheets[0].rows == [row, [None] * 7, ["末行", *[None] * 6]]


def test_a_workbook_the_fast_reader_gives_up_is_read_by_the_patient_one(tmp_path: Path) -> None:
    far = '<c s="1"><v>10000000000</v></c>'
    content = sheet_data(
        [["", "标题"], [far, "#N/A", '<c s="2"><v>45850</v></c>', '<c t="e"><v>#REF!</v></c>', 7]], first_row=2
    )
    book = read(tmp_path, xlsx({"S": content, "T": sheet_data([["二"]])}, styles=style_sheet("[h]:mm", "14")))

    assert [sheet.name for sheet in book.sheets] == ["S", "T"]
    assert book.sheets[0].rows[1] == [None, "标题", None, None, None]
    assert book.sheets[0].rows[2][1:] == [CellError("#N/A"), dt.date(2025, 7, 12), CellError("#REF!"), 7]


def test_an_encoding_in_utf_16_is_read(tmp_path: Path) -> None:
    parts = workbook_parts()
    sheet = str(parts["xl/worksheets/sheet1.xml"]).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    parts["xl/worksheets/sheet1.xml"] = sheet.encode("utf-16")

    assert read(tmp_path, zipped(parts)).sheets[0].rows == [["姓名"], ["张三"]]


def test_containers_of_writers_that_prepare_for_large_files_are_read(tmp_path: Path) -> None:
    streamed = io.BytesIO()
    with zipfile.ZipFile(streamed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in workbook_parts().items():
            with archive.open(name, "w", force_zip64=True) as file:
                file.write(part.encode() if isinstance(part, str) else part)
    with_record = large_directory(len(workbook_parts()))

    for content in (streamed.getvalue(), with_record):
        assert read(tmp_path, content).sheets[0].rows == [["姓名"], ["张三"]]


def test_a_cell_longer_than_a_sheet_allows_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="第 2 行第 3 列的文字超过 32,767 个字"):
        read(tmp_path, xlsx({"S": sheet_data([["a"], ["", "", "字" * 32_768]])}))


def test_a_refusal_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match=r"^“台账.xlsx”没有读入："):
        read(tmp_path, b"PK\x03\x04 nothing")
