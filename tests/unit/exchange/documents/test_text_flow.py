"""Chinese lines break where a typesetter would break them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.exchange.documents.text_flow import (
    CUT_MARK,
    NOT_FIRST,
    NOT_LAST,
    balanced_lines,
    cut,
    lines_of,
    shortened,
)


def em(text: str) -> float:
    """Widths as in a Chinese font: an ideograph 1, a Latin sign half."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("奉节县生态工业园区。", 9, ["奉节县生态工业园", "区。"]),
        ("现有厂房（待核实）五栋", 5, ["现有厂房", "（待核实）", "五栋"]),
        ("他说：“好。”然后走了", 5, ["他说：", "“好。”然", "后走了"]),
        ("面积102.76亩，已平整", 5.5, ["面积", "102.76亩，", "已平整"]),
        ("完成投资——一亿……完毕", 5, ["完成投", "资——一", "亿……完毕"]),
        ("甲\n\n乙", 5, ["甲", "", "乙"]),
        ("see the plan", 4, ["see the", "plan"]),
        ("", 4, [""]),
    ],
)
def test_lines_break_by_the_rules(text: str, width: float, lines: list[str]) -> None:
    assert lines_of(text, width, em) == lines


def test_a_word_wider_than_the_line_is_cut_and_begins_where_the_line_has_room() -> None:
    assert lines_of("网址https://example.org/abc", 6, em) == ["网址https://", "example.org/", "abc"]


SIGNS = st.text(alphabet="甲乙丙（）《》“”。，、；！％…— ab12.\n￥", max_size=60)


@given(SIGNS, st.floats(min_value=1, max_value=20))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = lines_of(text, width, em)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(em(line) <= width + 0.001 or len(line) == 1 for line in lines)


@given(st.text(alphabet="甲乙丙丁戊（）。，；《》", max_size=40))
def test_no_line_begins_with_a_closing_sign_where_the_line_has_room_for_it(text: str) -> None:
    for before, line in zip(lines_of(text, 41, em), lines_of(text, 41, em)[1:], strict=False):
        assert line[0] not in NOT_FIRST
        assert before[-1] not in NOT_LAST


def test_the_lines_of_a_heading_are_about_equally_long() -> None:
    assert balanced_lines("固定资产投资强度下限\n（万元/亩）", 8, em) == ["固定资产投", "资强度下限", "（万元/亩）"]
    assert balanced_lines("面积", 8, em) == ["面积"]
    assert balanced_lines("", 8, em) == [""]


def test_a_cell_that_is_too_long_says_that_something_is_left_out() -> None:
    lines = cut(["一二三四五六七八", "二二三四五六七八", "三"], 2, 8, em)

    assert lines == ["一二三四五六七八", "二二三四" + CUT_MARK]
    assert cut(["一", "二"], 2, 8, em) == ["一", "二"]


def test_a_running_head_is_shortened_to_one_line() -> None:
    assert shortened("可招商土地库", 6, em) == "可招商土地库"
    assert shortened("可招商\n土地库清单", 6, em) == "可招商 土…"
