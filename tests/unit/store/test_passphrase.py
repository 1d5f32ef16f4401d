"""Judging a passphrase, Chinese ones too."""

import time

import pytest

from fj_desktop.errors import UserError
from fj_desktop.store.passphrase import LONGEST, require_strong, strength


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "1234567",
        "12345678",
        "qwertyuiop",
        "password123",
        "Passw0rd!",
        "啊啊啊啊啊啊啊啊",
        "一二三四五六七八九十",
        "好好学习天天向上",
        "床前明月光疑是地上霜",
        "奉节招商2025",
        "20251126",
        "abcabcabcabc",
    ],
)
def test_a_guessable_passphrase_is_refused_with_advice(weak: str) -> None:
    judged = strength(weak)

    assert not judged.acceptable
    assert judged.advice.endswith("。")
    with pytest.raises(UserError, match="口令"):
        require_strong(weak)


@pytest.mark.parametrize(
    "strong",
    ["紫砂壶里煮春雨听竹", "大象在图书馆修自行车", "correct horse battery staple", "Kz7#mQ2p!x", "纸船 lantern 47"],
)
def test_a_passphrase_hard_to_guess_is_accepted(strong: str) -> None:
    assert strength(strong).acceptable
    require_strong(strong)


def test_the_persons_own_words_make_a_passphrase_weaker() -> None:
    assert strength("欧阳修竹欧阳修竹", ["欧阳修竹"]).score < 3
    assert strength("ouyangxiuzhu", ["ouyangxiuzhu"]).score < strength("ouyangxiuzhu").score


def test_full_width_signs_are_judged_as_what_they_mean() -> None:
    assert strength("ｐａｓｓｗｏｒｄ１２３") == strength("password123")


def test_a_very_long_passphrase_is_judged_in_a_moment_and_one_beyond_the_bound_refused() -> None:
    long = "".join(chr(0x4E00 + 37 * place % 5000) if place % 3 else chr(33 + place % 90) for place in range(LONGEST))
    started = time.perf_counter()

    assert strength(long).acceptable
    assert not strength(long + "x").acceptable
    assert not strength("x" * 1_000_000).acceptable
    assert time.perf_counter() - started < 2


def test_every_score_has_a_word_in_chinese() -> None:
    assert strength("password").words == "极弱"
    assert strength("correct horse battery staple").words == "很强"
