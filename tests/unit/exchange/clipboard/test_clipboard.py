"""Blocks of cells from the clipboard: any text gives a block or a refusal; what goes out comes back and never acts."""

import io
from html.parser import HTMLParser

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.clipboard import MOST_CELLS, Block, as_html, as_tabs, read_block
from fj_desktop.exchange.reading.book import CellError, CellValue, RuinedNumber, cell_text

PAYLOADS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", " =1", "\ufeff=1", "\u200b=1", "＝1", "＋1",
    "－1", "＠a", "=HYPERLINK(\"http://example.cn\")", "\n=1", "+8613800138000", "'=1", "''=1",
)  # fmt: skip


def texts(block: Block) -> list[list[str]]:
    return [[cell_text(value) for value in row] for row in block.rows]


def rows_of(*rows: tuple[CellValue, ...]) -> list[list[CellValue]]:
    return [list(row) for row in rows]


def test_a_block_of_excel_keeps_new_lines_quotes_and_blank_cells() -> None:
    block = read_block('甲\t"两行\n""引号"""\t\r\n乙\t\t3\r\n')
    assert block.rows == rows_of(("甲", '两行\n"引号"', None), ("乙", None, "3"))


def test_quotes_that_belong_to_a_plain_cell_stay() -> None:
    assert read_block('"甲"地块\t"乙"\n5" 管\t"丙').rows == rows_of(('"甲"地块', '"乙"'), ('5" 管', '"丙'))


def test_errors_and_ruined_numbers_are_told_from_text() -> None:
    block = read_block("#N/A\t####\t1.23457E+17\t#1 楼")
    assert block.rows == rows_of((CellError("#N/A"), CellError("####"), RuinedNumber("1.23457E+17"), "#1 楼"))


def test_html_goes_first_only_where_the_text_is_torn() -> None:
    html = (
        "<html><head><style>td{}</style></head><body><table><tr><td>名称</td><td colspan=2>说 明</td></tr>"
        "<tr><td rowspan=2>甲<br>乙</td><td>1</td><td>2&amp;3</td></tr><tr><td>4</td><td>5</td></tr></table>"
    )
    torn = "名称\t说明\n甲\n乙\t1\t2&3\n\t4\t5"
    expected = [["名称", "说 明", ""], ["甲\n乙", "1", "2&3"], ["", "4", "5"]]
    assert texts(read_block(torn, html)) == expected
    assert texts(read_block("", html)) == expected
    assert texts(read_block("a\tb\nc\td", html)) == [["a", "b"], ["c", "d"]]


def test_html_without_a_table_leaves_the_text_as_it_is() -> None:
    assert texts(read_block("一行字", "<p>一行字</p><script>alert(1)</script>")) == [["一行字"]]


@pytest.mark.parametrize("plain", ["", "\r\n", "\t\t\n\t", "   "])
def test_nothing_to_paste_is_said(plain: str) -> None:
    with pytest.raises(RefusedFileError, match="没有可以粘贴"):
        read_block(plain)


def test_too_many_cells_are_refused_in_text_and_html() -> None:
    with pytest.raises(RefusedFileError, match="分几次"):
        read_block("\t" * (MOST_CELLS + 1))
    with pytest.raises(RefusedFileError, match="分几次"):
        read_block("a\n" * 600 + "\t" * 600 + "b")
    with pytest.raises(RefusedFileError, match="分几次"):
        read_block("", "<table>" + "<tr><td colspan=250>1" * 1000)


def test_a_million_opening_quotes_end_soon() -> None:
    assert len(read_block('"a\t' * 20_000).rows[0]) == 20_001


@given(st.text(alphabet=st.sampled_from("甲a=\"'\t\n\r <>&0"), max_size=60), st.text(max_size=60))
def test_any_clipboard_gives_a_block_or_a_refusal(plain: str, html: str) -> None:
    try:
        block = read_block(plain, html)
    except RefusedFileError:
        return
    assert block.rows
    assert {len(row) for row in block.rows} == {block.width}


@given(st.text(alphabet=st.sampled_from("<table>tdr/ colspan=9&;\"'x"), max_size=120))
def test_any_html_gives_a_block_or_a_refusal(html: str) -> None:
    try:
        block = read_block("", f"<table>{html}")
    except RefusedFileError:
        return
    assert {len(row) for row in block.rows} == {block.width}


CELLS = st.text(alphabet=st.sampled_from("甲a=+-@\"'\t\n ＝1"), max_size=8).map(str.strip).filter(bool)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_what_goes_out_comes_back_the_same(rows: list[tuple[str, str]]) -> None:
    expected = [list(row) for row in rows]
    assert texts(read_block(as_tabs(rows))) == expected


class Cells(HTMLParser):
    """The text of every cell, as a spreadsheet program takes it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.are_text = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "td":
            self.found.append("")
            self.are_text &= "mso-number-format" in str(dict(attrs).get("style"))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1] += data


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_a_person_becomes_a_formula(payload: str) -> None:
    line = as_tabs([[payload]])
    sheet = openpyxl.Workbook().active
    assert sheet is not None
    cells = Cells()
    cells.feed(as_html([[payload]]))
    assert cells.are_text
    for shown in (line.strip('"'), cells.found[0]):
        assert shown.startswith("'")
        sheet["A1"] = shown
        assert sheet["A1"].data_type != "f"
    assert io.StringIO(line).read().replace('"', "")[0] == "'"
