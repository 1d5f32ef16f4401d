"""Finding Chinese words by what they sound like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.core.ranking import Worded
from fj_desktop.core.sounds import initials_of, sounds_like


@pytest.mark.parametrize(
    ("query", "initials"), [("zhangsan", "zs"), ("xian", "x"), ("xian", "xa"), ("guangx", "gx"), ("chongqing", "cq")]
)
def test_full_pinyin_stands_for_its_initials(query: str, initials: str) -> None:
    assert initials in initials_of(query)


def test_what_is_no_pinyin_has_no_initials() -> None:
    assert [initials_of(one) for one in ("", "qyj", "中", "a b")] == [[], [], [], []]


@pytest.mark.parametrize(("text", "query"), [("重庆光学", "chongqing"), ("某某光学", "guangx"), ("张三", "zhangsan")])
def test_a_run_of_signs_is_spoken_as_typed(text: str, query: str) -> None:
    assert sounds_like(text, query)


def test_other_sounds_are_told_apart() -> None:
    assert not sounds_like("张三", "lisi")


@given(st.text(max_size=60), st.text(alphabet="abcdefghinouxz", max_size=60))
def test_any_text_may_be_asked_for(text: str, query: str) -> None:
    initials_of(query)
    sounds_like(text, query)
    assert 0 <= Worded(text).fits(query) <= 100


@pytest.mark.parametrize("query", ["企业家", "qyj", "qiyejia", "qiyeji", "打开家", "企业 打开", "企业家资元库"])
def test_a_command_is_found_by_words_sounds_and_with_a_slip(query: str) -> None:
    assert Worded("打开企业家资源库").fits(query) > 0


def test_better_fits_have_higher_marks() -> None:
    words = Worded("撤销")
    marks = [words.fits(query) for query in ("撤销", "cx", "chexiao", "sz")]
    assert marks == sorted(marks, reverse=True)
    assert marks[-1] == 0
