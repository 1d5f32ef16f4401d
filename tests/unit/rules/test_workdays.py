"""Working days by the yearly notice of holidays."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.core.reference import holidays
from fj_desktop.rules.workdays import Workdays

WORKDAYS = Workdays(holidays())


@pytest.mark.parametrize(
    ("text", "is_worked"),
    [
        ("2026-10-01", False), ("2026-10-07", False), ("2026-10-08", True), ("2026-10-10", True),
        ("2026-11-21", False), ("2026-11-23", True), ("2031-05-01", True), ("2031-05-03", False),
    ],
)  # fmt: skip
def test_holidays_rest_made_up_days_are_worked_and_unknown_years_follow_the_week(text: str, is_worked: bool) -> None:
    assert WORKDAYS.is_worked(dt.date.fromisoformat(text)) is is_worked


def test_a_day_of_rest_moves_on_to_the_next_working_day() -> None:
    assert WORKDAYS.from_day_on(dt.date(2026, 10, 2)) == dt.date(2026, 10, 8)
    assert WORKDAYS.from_day_on(dt.date(2026, 11, 27)) == dt.date(2026, 11, 27)


def test_working_days_left_count_after_today() -> None:
    assert WORKDAYS.left(dt.date(2026, 9, 30), dt.date(2026, 10, 10)) == 3
    assert WORKDAYS.left(dt.date(2026, 11, 23), dt.date(2026, 11, 23)) == 0
    assert WORKDAYS.left(dt.date(2026, 11, 23), dt.date(2026, 11, 1)) == 0


def test_the_table_says_how_far_it_reaches() -> None:
    assert WORKDAYS.known_until == 2026
    assert not WORKDAYS.knows(dt.date(2031, 1, 1))
    assert Workdays({}).known_until is None


@given(st.dates(dt.date(1995, 1, 1), dt.date(2040, 12, 31)))
def test_the_next_working_day_is_worked_and_never_long_ahead(day: dt.date) -> None:
    found = WORKDAYS.from_day_on(day)
    assert WORKDAYS.is_worked(found)
    assert 0 <= (found - day).days <= 12
