"""Dates in the shapes real ledgers have."""

import datetime as dt

import pytest

from fj_desktop.core.kinds import Day, Moment, Year, YearMonth
from fj_desktop.core.refusal import RefusalError


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-07-04", (2025, 7, 4)),
        ("2025.7.4", (2025, 7, 4)),
        ("2025/7/4", (2025, 7, 4)),
        ("2025年7月4日", (2025, 7, 4)),
        ("2025年7月4号", (2025, 7, 4)),
        ("2025 年 7 月 4 日", (2025, 7, 4)),
        ("20250704", (2025, 7, 4)),
        ("2025年7月", (2025, 7, 1)),
        ("2025.7", (2025, 7, 1)),
        ("46300", (2026, 10, 5)),
        ("46300.0", (2026, 10, 5)),
        ("2025-07-04 00:00:00", (2025, 7, 4)),
        ("2025/7/4 10:30", (2025, 7, 4)),
        ("２０２５年７月４日", (2025, 7, 4)),
    ],
)
def test_a_day_is_read_in_every_shape_ledgers_have(typed: str, day: tuple[int, int, int]) -> None:
    assert Day().parse(typed) == dt.date(*day)


@pytest.mark.parametrize("typed", ["昨天", "现房", "面议", "2025", "2025-02-30", "1899-12-31", "2025-07-04起"])
def test_what_names_no_day_is_refused(typed: str) -> None:
    with pytest.raises(RefusalError):
        Day().parse(typed)


def test_a_moment_is_typed_in_county_time_and_kept_in_utc() -> None:
    assert Moment().parse("2025-07-04 09:30") == dt.datetime(2025, 7, 4, 1, 30, tzinfo=dt.UTC)
    assert Moment().parse("2025-07-04T01:30:00Z") == dt.datetime(2025, 7, 4, 1, 30, tzinfo=dt.UTC)
    assert Moment().show(dt.datetime(2025, 7, 4, 1, 30, tzinfo=dt.UTC)) == "2025-07-04 09:30:00"


@pytest.mark.parametrize("typed", ["1975年6月", "1975.06", "1975-6", "197506", "19750612", "1975年6月生"])
def test_a_month_of_birth_is_read_without_its_day(typed: str) -> None:
    assert YearMonth().parse(typed) == "1975-06"


@pytest.mark.parametrize("typed", ["2009", "2009年", "2009级", "2009届", "2009.9", "2009年9月", "2009-09-01", "2009.0"])
def test_a_year_is_read_from_a_longer_date(typed: str) -> None:
    assert Year().parse(typed) == 2009
