"""Documents that are one page whatever stands in them."""

import datetime as dt
from pathlib import Path

import pytest

from fj_desktop.exchange.documents.one_page import Column, Facts, Grid, OnePage, Part, Words
from fj_desktop.exchange.documents.one_page_writer import write_one_page
from tests.support.printed import words_of

MADE_AT = dt.datetime(2026, 1, 5, 1, 30, tzinfo=dt.UTC)
COLUMNS = (Column("序号", 1, centred=True), Column("内容", 9))
HOSTILE = "<b>&lt;％s\x00\u202e反\ufeff {0} 𠀀 👪🏽 " + "长" * 4000


def printed(folder: Path, *parts: Part, title: str = "示例", notes: tuple[str, ...] = ()) -> str:
    out = folder / "一页.pdf"
    write_one_page(out, OnePage(title, "副题", parts, "县中心 示例员", MADE_AT, notes, ("签字：", "日期：")))
    return words_of(out)


def test_everything_stands_on_the_page_with_who_and_when(tmp_path: Path) -> None:
    parts = (
        Facts([("名称", "甲"), ("金额", "1.2 亿元"), ("说明", "说" * 80)]),
        Grid("条件", COLUMNS, [("1", "√ 具备"), ("2", "× 没有")]),
        Words("建议", ["先核实", "再答复"], strong=True),
        Grid("空表", COLUMNS, []),
    )
    text = printed(tmp_path, *parts, notes=("来源：示例",))
    for words in ("名称甲", "1.2亿元", "说" * 80, "1√具备", "2×没有", "先核实", "没有记录", "来源：示例", "签字："):
        assert words in text
    assert "县中心示例员2026年1月5日09:30" in text
    assert "略" not in text


@pytest.mark.parametrize("rows", [1, 30, 400])
def test_long_and_hostile_texts_are_cut_with_a_remark(tmp_path: Path, rows: int) -> None:
    parts = (
        Facts([(f"第{place}项", HOSTILE) for place in range(6)]),
        Grid("表", COLUMNS, [(str(place), HOSTILE) for place in range(rows)]),
        Words("话", [HOSTILE] * 5),
    )
    text = printed(tmp_path, *parts, title=HOSTILE[:300], notes=(HOSTILE,))
    assert "…（略）" in text
    assert "全文见台账" in text
    assert "<b>&lt;％s" in text
    assert ("本页放不下" in text) == (rows > 1)


def test_a_sign_no_font_has_is_named(tmp_path: Path) -> None:
    assert "U+2A6D5" in printed(tmp_path, Facts([("名称", "𪛕")]))
