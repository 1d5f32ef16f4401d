"""Phone numbers, credit codes and identity numbers."""

import pytest

from fj_desktop.core.kinds import CreditCode, Email, IdNumber, Mobile, Phone, WebAddress
from fj_desktop.core.refusal import RefusalError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13800138000", "13800138000"),
        ("138 0013 8000", "13800138000"),
        ("138-0013-8000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("0086 13800138000", "13800138000"),
        ("8613800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("13800138000.0", "13800138000"),
        ("+852 9123 4567", "+85291234567"),
        ("00852 91234567", "+85291234567"),
    ],
)
def test_a_mobile_is_kept_as_its_digits(typed: str, kept: str) -> None:
    assert Mobile().parse(typed) == kept


@pytest.mark.parametrize("typed", ["1380013800", "138001380001", "23800138000", "12800138000", "张三", "١٣٨٠٠١٣٨٠٠٠"])
def test_a_mobile_with_wrong_digits_is_refused(typed: str) -> None:
    with pytest.raises(RefusalError, match="11 位"):
        Mobile().parse(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("023-56550000", "023-56550000"),
        ("023-5655 0000", "023-56550000"),
        ("02356550000", "023-56550000"),
        ("（023）56550000", "023-56550000"),
        ("+86 23 5655 0000", "023-56550000"),
        ("0571 8888 8888", "0571-88888888"),
        ("0835-1234567", "0835-1234567"),
        ("023-56550000转801", "023-56550000-801"),
        ("023-56550000-801", "023-56550000-801"),
        ("400-888-1234", "4008881234"),
        ("56550000", "56550000"),
        ("+86 13800138000", "13800138000"),
        ("+85228881234", "+85228881234"),
    ],
)
def test_a_landline_is_kept_with_its_area_code_apart(typed: str, kept: str) -> None:
    assert Phone().parse(typed) == kept
    assert Phone().parse(kept) == kept


@pytest.mark.parametrize("typed", ["12345", "023-565", "电话", "023-56550000、023-56551111"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(RefusalError):
        Phone().parse(typed)


@pytest.mark.parametrize("code", ["914403001922038216", "9144030071526726XG", "91110000802100433B"])
def test_a_credit_code_with_a_right_check_digit_is_kept(code: str) -> None:
    assert CreditCode().parse(f" {code[:6].lower()} {code[6:].lower()} ") == code


@pytest.mark.parametrize("code", ["914403001922038217", "91330000799655058B"])
def test_a_credit_code_with_a_wrong_check_digit_says_so(code: str) -> None:
    with pytest.raises(RefusalError, match="校验位不对"):
        CreditCode().parse(code)


def test_a_credit_code_of_wrong_length_says_how_long_it_is() -> None:
    with pytest.raises(RefusalError, match="应为 18 位，现有 17 位"):
        CreditCode().parse("91440300192203821")


def test_a_fifteen_digit_number_in_scientific_notation_is_refused() -> None:
    with pytest.raises(RefusalError):
        CreditCode().parse("9.1440300192204E+17")


def test_an_identity_number_is_checked_by_its_last_sign_and_its_day() -> None:
    assert IdNumber().parse("11010519491231002x") == "11010519491231002X"
    with pytest.raises(RefusalError, match="校验位不对"):
        IdNumber().parse("110105194912310021")
    with pytest.raises(RefusalError, match="18 位"):
        IdNumber().parse("110105491231002")


def test_private_parts_are_covered() -> None:
    assert Mobile().mask("13800138000") == "138****8000"
    assert Email().mask("zhang@example.com") == "z＊＊＊@example.com"
    assert "1949" not in IdNumber().mask("11010519491231002X")


def test_a_web_address_gets_its_scheme() -> None:
    assert WebAddress().parse("www.example.com/a") == "https://www.example.com/a"
    with pytest.raises(RefusalError):
        WebAddress().parse("javascript:alert(1)")
