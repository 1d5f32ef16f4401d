"""A cell's text is what a person would have typed."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.exchange.reading import CellError, CellValue, RuinedNumber, cell_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  张三 ", "  张三 "),
        (True, "是"),
        (False, "否"),
        (100, "100"),
        (100.0, "100"),
        (1.50, "1.5"),
        (0.1 + 0.2, "0.3"),
        (102.75999999999999, "102.76"),
        (1e-7, "0.0000001"),
        (1.25e14, "125000000000000"),
        (-0.0, "0"),
        (Decimal("1.20"), "1.20"),
        (dt.date(2025, 7, 4), "2025-07-04"),
        (dt.datetime(2025, 7, 4), "2025-07-04"),
        (dt.datetime(2025, 7, 4, 8, 30), "2025-07-04 08:30"),
        (dt.datetime(2025, 7, 4, 8, 30, 5, 123), "2025-07-04 08:30:05"),
        (dt.time(8, 30), "08:30"),
        (dt.time(8, 30, 5), "08:30:05"),
        (CellError("#N/A"), "#N/A"),
        (RuinedNumber("5.00237E+17"), "5.00237E+17"),
    ],
)
def test_a_value_has_the_text_a_person_would_have_typed(value: CellValue, text: str) -> None:
    assert cell_text(value) == text


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False))
def test_a_typed_number_comes_back_to_the_digit(typed: Decimal) -> None:
    text = cell_text(float(typed))

    assert Decimal(text) == typed
    assert "E" not in text.upper()
