"""The recovery code on paper and back (R-12)."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.store import recovery_code
from fj_desktop.store.recovery_code import ALPHABET, MistypedCodeError

SECRET = bytes(range(20))


@given(st.binary(min_size=20, max_size=20))
def test_every_secret_is_read_back_from_its_code(secret: bytes) -> None:
    assert recovery_code.read(recovery_code.shown(secret)) == secret


def test_a_code_has_eight_groups_without_signs_that_look_alike() -> None:
    groups = recovery_code.shown(SECRET).split("-")

    assert [len(group) for group in groups] == [5] * 8
    assert not set("".join(groups)) & set("0O1I")
    assert len(recovery_code.new_secret()) * 8 == 160


def test_case_spaces_full_width_and_missing_hyphens_do_not_matter() -> None:
    code = recovery_code.shown(SECRET)
    full_width = "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else "－" for sign in code)

    for typed in (code.lower(), code.replace("-", " "), code.replace("-", ""), f"  {code}\n", full_width):
        assert recovery_code.read(typed) == SECRET


def test_a_one_or_an_i_is_read_as_the_l_it_must_have_been() -> None:
    secret = next(s for s in iter(lambda: secrets.token_bytes(20), None) if "L" in recovery_code.shown(s))

    assert recovery_code.read(recovery_code.shown(secret).replace("L", "1")) == secret


@given(st.integers(0, 39), st.sampled_from(ALPHABET))
def test_any_one_wrong_sign_is_found_in_its_group(place: int, wrong: str) -> None:
    signs = list(recovery_code.shown(SECRET).replace("-", ""))
    if signs[place] == wrong:
        return
    signs[place] = wrong

    with pytest.raises(MistypedCodeError, match=f"第 {place // 5 + 1} 组"):
        recovery_code.read("".join(signs))


@given(st.integers(0, 38))
def test_swapped_neighbours_are_found(place: int) -> None:
    signs = list(recovery_code.shown(SECRET).replace("-", ""))
    if signs[place] == signs[place + 1]:
        return
    signs[place], signs[place + 1] = signs[place + 1], signs[place]

    with pytest.raises(MistypedCodeError):
        recovery_code.read("".join(signs))


def test_swapped_groups_are_found() -> None:
    first, second, *rest = recovery_code.shown(SECRET).split("-")

    with pytest.raises(MistypedCodeError, match="第 1、2 组"):
        recovery_code.read("-".join([second, first, *rest]))


@pytest.mark.parametrize("typed", ["", "ABCDE", "奉节" * 20, "0" * 40, "\ud800" * 40, "A" * 10_000])
def test_what_is_no_code_is_refused_in_plain_words(typed: str) -> None:
    with pytest.raises(MistypedCodeError, match="恢复码"):
        recovery_code.read(typed)


def test_the_first_run_can_ask_for_one_group() -> None:
    code = recovery_code.shown(SECRET)

    assert recovery_code.same_group(recovery_code.group_of(code, 3).lower() + " ", recovery_code.group_of(code, 3))
    assert not recovery_code.same_group("AAAAA", recovery_code.group_of(code, 3))
