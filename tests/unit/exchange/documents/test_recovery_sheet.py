"""The recovery code on paper: one page, readable, numbered groups."""

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest

from fj_desktop.exchange.documents.recovery_sheet import write_recovery_sheet

MADE_AT = dt.datetime(2026, 1, 5, 1, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("groups", [["A7K2"] * 8, [f"X{number:03}" for number in range(12)], ["ABCDEFGH"] * 5])
def test_the_sheet_is_one_page_with_every_group_and_what_to_do_with_it(tmp_path: Path, groups: list[str]) -> None:
    out = tmp_path / "恢复码.pdf"
    write_recovery_sheet(out, groups, "长三角办事处", "冉示例甲", MADE_AT, "长三角办事处招商台账")

    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == 1
        text = "".join(document[0].get_textpage().get_text_range().split())
    for place, group in enumerate(groups, start=1):
        assert f"{place}{group}" in text
    for words in ("长三角办事处", "冉示例甲", "2026年1月5日09:30", "不得录入国家秘密", "不拍照", "保管人"):
        assert words in text


def test_the_code_is_not_in_the_file_s_facts_or_name(tmp_path: Path) -> None:
    out = tmp_path / "恢复码.pdf"
    write_recovery_sheet(out, ["QW7X", "ZP4T"], "县中心", "冉示例甲", MADE_AT, "县中心台账")

    with pypdfium2.PdfDocument(out) as document:
        assert "QW7X" not in " ".join(document.get_metadata_dict().values())
