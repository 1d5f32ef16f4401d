"""Refused rows come back as they were, with the reason, and can be put right and imported again."""

import datetime as dt
from pathlib import Path

import pytest

from fj_desktop.core.progress import Cancelled
from fj_desktop.exchange.reading.book import CellError, RuinedNumber
from fj_desktop.exchange.sheets_out import REASON_HEADING, write_refused
from tests.unit.exchange.sheets_out.written import FORMULAS, StoppedAfter, cells_of, sheet_of


def test_the_cells_stay_as_they_were_and_the_reason_stands_last(tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"
    cells = ["一号", 12, 3.25, dt.date(2025, 7, 4), dt.datetime(2025, 7, 4, 9, 30), None, "面议"]

    written = write_refused(out, ["名称", "户数", "面积", "日期", "时间", "", "价格"], [(cells, "“价格”应为数字")])

    assert written == 1
    assert cells_of(out) == [
        ["名称", "户数", "面积", "日期", "时间", "", "价格", REASON_HEADING],
        ["一号", 12, 3.25, dt.date(2025, 7, 4), dt.datetime(2025, 7, 4, 9, 30), "", "面议", "“价格”应为数字"],
    ]


def test_the_reason_column_is_red_and_wraps(tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"

    write_refused(out, ["名称"], [(["甲"], "原因" * 100)])

    sheet = sheet_of(out)
    assert sheet["B1"].fill.start_color.rgb.endswith("BE3128")
    assert sheet["B2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height > 40


def test_a_reason_column_of_an_earlier_time_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"

    write_refused(out, ["名称", REASON_HEADING, "面积"], [(["甲", "旧原因", "5亩"], "新原因")])

    assert cells_of(out) == [["名称", "面积", REASON_HEADING], ["甲", "5亩", "新原因"]]


def test_rows_shorter_than_the_header_are_filled_up(tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"

    write_refused(out, ["名称", "面积", "备注"], [(["甲"], "缺面积"), ([], "空行")])

    assert cells_of(out)[1:] == [["甲", "", "", "缺面积"], ["", "", "", "空行"]]


def test_what_was_broken_in_the_sheet_stays_broken_and_is_never_taken_for_text(tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"

    write_refused(out, ["价格", "账号"], [([CellError("#REF!"), RuinedNumber("6.22202123456789E+18")], "公式错误")])

    price, account, _ = sheet_of(out)[2]
    assert (price.value, price.data_type) == ("#REF!", "e")
    assert (account.value, account.data_type) == (6.22202123456789e18, "n")


def test_no_text_of_the_sheet_becomes_a_formula(tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"

    write_refused(out, ["=1+1", "@x"], [([text, text], text) for text in FORMULAS])

    assert {cell.data_type for row in sheet_of(out).iter_rows() for cell in row} == {"s"}
    assert [row[0] for row in cells_of(out)[1:]] == list(FORMULAS)


def test_text_longer_than_a_cell_is_cut_and_the_reason_says_so(tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"

    write_refused(out, ["名称", "正文"], [(["甲", "长" * 40_000], "“名称”重复")])

    name, body, reason = cells_of(out)[1]
    assert (name, len(body)) == ("甲", 16_383)
    assert reason.startswith("“名称”重复")
    assert "“正文”太长" in reason


def test_a_stopped_job_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_refused(tmp_path / "退回.xlsx", ["名称"], [(["甲"], "原因")] * 5_000, progress=StoppedAfter(2))

    assert list(tmp_path.iterdir()) == []
