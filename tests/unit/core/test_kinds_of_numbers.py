"""Amounts, money, areas and shares in the shapes real ledgers have."""

from decimal import Decimal

import pytest

from fj_desktop.core.kinds import Amount, Area, Degrees, Money, MuArea, Percent, Whole
from fj_desktop.core.refusal import RefusalError


@pytest.mark.parametrize(
    ("typed", "wan"),
    [
        ("1.2亿", "12000"),
        ("12000万", "12000"),
        ("120,000,000元", "12000"),
        ("120，000，000元", "12000"),
        ("3000", "3000"),
        ("3000万元", "3000"),
        ("２亿元", "20000"),
        ("5000万元人民币", "5000"),
        ("￥350元", "0.035"),
        ("人民币 8600万", "8600"),
        ("0.5千万", "500"),
    ],
)
def test_money_is_kept_in_wan_whatever_unit_it_is_typed_in(typed: str, wan: str) -> None:
    assert Money().parse(typed) == Decimal(wan)


def test_money_is_shown_in_yi_from_ten_thousand_wan() -> None:
    assert Money().show(Decimal("9999.9999")) == "9999.9999 万元"
    assert Money().show(Decimal(12000)) == "1.2 亿元"
    assert Money(signed=True).show(Decimal(-12000)) == "-1.2 亿元"


@pytest.mark.parametrize("typed", ["面议", "约3亿", "3亿左右", "500万美元", "-5", "", "1.2.3亿", "10,00万"])
def test_money_that_is_no_clear_amount_is_refused(typed: str) -> None:
    with pytest.raises(RefusalError):
        Money().parse(typed)


def test_an_amount_far_too_large_points_at_its_unit() -> None:
    with pytest.raises(RefusalError, match="不能大于 1000 亿元，请核对单位"):
        Money(most=10**7).parse("50000000")


def test_a_foreign_currency_in_a_header_is_never_taken_for_wan() -> None:
    assert Money().with_unit("500", "万美元") == "500万美元"
    assert Money().with_unit("500", "万元") == "500万元"
    assert Money().with_unit("500", "2024年") == "500"
    assert Money().with_unit("500", "上年") == "500"


@pytest.mark.parametrize(
    ("typed", "square_metres"),
    [
        ("102.76亩", "68506.67"),
        ("１２．５亩", "8333.33"),
        ("3000㎡", "3000"),
        ("3000m²", "3000"),
        ("3000平方米", "3000"),
        ("2公顷", "20000"),
        ("1.5万㎡", "15000"),
        ("0.02平方公里", "20000"),
    ],
)
def test_an_area_is_kept_in_square_metres(typed: str, square_metres: str) -> None:
    assert Area().parse(typed) == Decimal(square_metres)


def test_an_area_without_a_unit_is_asked_for() -> None:
    with pytest.raises(RefusalError, match="缺少单位"):
        Area().parse("20")


def test_an_area_typed_in_mu_is_shown_in_mu_again() -> None:
    value = Area().parse("102.76亩")

    assert Area().show(value) == "102.76 亩"
    assert Area().twin(value) == "= 68506.67 ㎡"
    assert Area().show(Decimal("68507.52")) == "68507.52 ㎡"
    assert Area().twin(Decimal("68507.52")) == "≈ 102.76 亩"


def test_floor_space_is_shown_in_square_metres() -> None:
    assert Area(floor=True).show(Decimal(3000)) == "3000 ㎡"
    assert Area(floor=True).twin(Decimal(3000)) == "≈ 4.5 亩"


def test_land_needed_is_kept_in_mu() -> None:
    assert MuArea().parse("50亩") == Decimal(50)
    assert MuArea().parse("50") == Decimal(50)
    assert MuArea().parse("3.5公顷") == Decimal("52.5")


@pytest.mark.parametrize("typed", ["≥35%", "35%", "35", "35％", ">=35%", "不低于35%", "35%以上", "35%及以上", "３５％"])
def test_a_limit_in_percent_is_taken_as_its_number(typed: str) -> None:
    assert Percent(bound=True).parse(typed) == Decimal(35)


def test_a_limit_is_refused_where_a_plain_share_is_asked_for() -> None:
    with pytest.raises(RefusalError):
        Percent().parse("≥35%")
    with pytest.raises(RefusalError, match="不能大于 100%"):
        Percent().parse("135%")


def test_a_count_takes_its_own_unit_and_no_fraction() -> None:
    months = Whole("月", units={"年": Decimal(12), "个月": Decimal(1)})

    assert Whole("人").parse("1,200人") == 1200
    assert months.parse("3年") == 36
    assert months.parse("1.5年") == 18
    assert months.with_unit("3", "年") == "3年"
    with pytest.raises(RefusalError, match="整数"):
        Whole("人").parse("12.5")


def test_a_rate_knows_the_units_it_was_given() -> None:
    price = Amount("万元/亩", 4, bound=True, units={"元/㎡": Decimal(2) / Decimal(30)})

    assert price.parse("150") == Decimal(150)
    assert price.parse("≥250万元/亩") == Decimal(250)
    assert price.parse("300元/㎡") == Decimal(20)
    with pytest.raises(RefusalError, match="可用：万元/亩、元/㎡"):
        price.parse("300元/斤")


@pytest.mark.parametrize(
    ("typed", "degrees"),
    [("109.4647", "109.4647"), ("东经109°30′15″", "109.504167"), ("109.5E", "109.5"), ("109度30分", "109.5")],
)
def test_a_longitude_may_be_typed_in_degrees_minutes_and_seconds(typed: str, degrees: str) -> None:
    assert Degrees(73, 136).parse(typed) == Decimal(degrees)


def test_a_longitude_outside_the_country_is_refused() -> None:
    with pytest.raises(RefusalError, match="不能小于 73"):
        Degrees(73, 136).parse("31.02")
    with pytest.raises(RefusalError, match="小于 60"):
        Degrees(73, 136).parse("109°75′")
