"""Text tables come in whatever encoding and delimiter they have, and text that looks like a formula goes both ways."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, CellError, CellValue, RuinedNumber, read_book
from fj_desktop.exchange.reading.delimited import escape_csv, unescape_csv

ROWS = [["姓名", "企业名称", "手机号码"], ["冉某", "奉节县某某有限公司", "13900000000"]]


def read(folder: Path, content: bytes, name: str = "名单.csv") -> Book:
    path = folder / name
    path.write_bytes(content)
    return read_book(path)


def rows(folder: Path, text: str, encoding: str = "utf-8") -> list[list[CellValue]]:
    return read(folder, text.encode(encoding)).sheets[0].rows


def lines(delimiter: str, end: str = "\r\n") -> str:
    return "".join(delimiter.join(row) + end for row in ROWS)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk", "gb2312"]
)
def test_simplified_chinese_is_read_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert rows(tmp_path, lines(","), encoding) == ROWS


def test_traditional_chinese_in_big5_is_read(tmp_path: Path) -> None:
    text = "姓名,公司名稱,電話\r\n陳大文,重慶市貿易發展有限公司,02312345678\r\n"

    assert rows(tmp_path, text, "big5") == [line.split(",") for line in text.split()]


def test_one_rare_name_in_gb18030_is_read(tmp_path: Path) -> None:
    assert rows(tmp_path, "姓名,县\n㛃䶮,奉节\n", "gb18030") == [["姓名", "县"], ["㛃䶮", "奉节"]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "；", "，"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    assert rows(tmp_path, lines(delimiter)) == ROWS


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_line_end_is_found(tmp_path: Path, end: str) -> None:
    assert rows(tmp_path, lines(",", end)) == ROWS


def test_a_title_and_prose_with_commas_do_not_mislead(tmp_path: Path) -> None:
    text = "企业家名单，截至十一月\n姓名;意向;备注\n张三;高;已谈过，下周再谈，暂定周三\n李四;中;好\n"

    assert rows(tmp_path, text)[1:] == [
        ["姓名", "意向", "备注"],
        ["张三", "高", "已谈过，下周再谈，暂定周三"],
        ["李四", "中", "好"],
    ]


def test_a_line_that_tells_the_delimiter_is_believed(tmp_path: Path) -> None:
    assert rows(tmp_path, "sep=;\r\na,b;c\r\n") == [["a,b", "c"]]


def test_quotes_and_line_breaks_inside_cells_are_kept(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a,"第一行\r\n第二行","他说""好"""\r\n') == [["a", "第一行\r\n第二行", '他说"好"']]


def test_rows_keep_their_numbers_and_blank_ends_are_left_out(tmp_path: Path) -> None:
    assert rows(tmp_path, "\r\na,b,,\r\n,,,\r\nc,,,\r\n,,,\r\n,,,\r\n") == [
        [None, None],
        ["a", "b"],
        [None, None],
        ["c", None],
    ]


def test_digits_stay_text(tmp_path: Path) -> None:
    text = "00123,500237198001011234,6222021234567890123,1.50\n"

    assert rows(tmp_path, text) == [["00123", "500237198001011234", "6222021234567890123", "1.50"]]


def test_digits_kept_by_tricks_are_read_as_digits(tmp_path: Path) -> None:
    assert rows(tmp_path, "=\"00123\",'500237198001011234,'张三\n") == [["00123", "500237198001011234", "'张三"]]


def test_a_number_a_sheet_has_shortened_is_marked(tmp_path: Path) -> None:
    assert rows(tmp_path, "5.00237E+17,1.39E+10,E+1,2E+03\n") == [
        [RuinedNumber("5.00237E+17"), RuinedNumber("1.39E+10"), "E+1", "2E+03"]
    ]


def test_a_failed_formula_is_marked(tmp_path: Path) -> None:
    assert rows(tmp_path, "a,#N/A\n") == [["a", CellError("#N/A")]]


def test_zero_bytes_and_the_old_end_mark_are_dropped(tmp_path: Path) -> None:
    assert rows(tmp_path, "a\0b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z\n" + "z" * 50 + "\x1a")[0][0] == "ab"


def test_the_sheet_is_named_for_the_file(tmp_path: Path) -> None:
    book = read(tmp_path, b"a,b\n", "企业家.txt")

    assert (book.kind, book.name, book.sheets[0].name) == ("csv", "企业家.txt", "企业家")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (bytes(range(256)) * 40, "不是文本文件"),
        ("naïve café Ünïcödé ".encode("cp1252") * 3, "文字编码认不出来"),
        ("姓名,电话\n".encode("gbk") * 50 + b"\xff\xff\n" + "姓名\n".encode("gbk"), "第 51 行附近"),
        ("姓名,电话\n".encode() * 50 + b"\xff\n", "第 51 行附近"),
        (b'a,"' + b"x" * 200_000, "引号没有成对"),
        (",".join("x" * 300).encode(), "有内容的列超过 256 列"),
        (b"a\n" * 200_001, "有内容的行超过 200,000 行"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(RefusedFileError, match=reason):
        read(tmp_path, content)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+86", "-1", "@x", "\t=", "\r", "\n", "\0", "＝1", "＋", "－", "＠", " \u3000\ufeff\u200b=1", "'", "'张"],
)
def test_text_that_could_act_gets_one_mark(text: str) -> None:
    assert escape_csv(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "张三", "1+1", "a=b", "　张三", "“=”"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert escape_csv(text) == text
    assert unescape_csv(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\n\0＝＋－＠ \u3000\ufeff\u200b张a1\"")) | st.text())
def test_what_is_written_comes_back_exactly(text: str) -> None:
    written = escape_csv(text)

    assert unescape_csv(written) == text
    assert written.lstrip(" \u3000\u00a0\ufeff\u200b\u200c\u200d\u2060")[:1] not in tuple("=+-@\t\r\n\0＝＋－＠")


@pytest.mark.parametrize("text", ["=1+1", "'=1", "''", "＝cmd", " =1"])
def test_what_the_desk_writes_to_a_file_comes_back(tmp_path: Path, text: str) -> None:
    (row,) = rows(tmp_path, f'"{escape_csv(text)}",b\n')

    assert row == [text, "b"]
