"""Checks over a whole record."""

from typing import Any

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG


def _refused(library: Library, **values: Any) -> list[tuple[str, str]]:
    labels = {one.name: one.label for one in library.fields.values()}
    return [(found.key, found.reason) for rule in library.rules for found in rule(values, labels)]


def test_a_person_needs_a_name_or_a_mobile() -> None:
    people = CATALOG["people"]

    assert _refused(people) == [("name", "“姓名”或“手机”至少填一项")]
    assert _refused(people, name="张三") == []
    assert _refused(people, mobile="13800138000") == []


def test_money_in_a_funding_need_fits_together() -> None:
    funding = CATALOG["funding"]

    assert [key for key, _ in _refused(funding, self_fund_wan=5, total_invest_wan=4)] == ["self_fund_wan"]
    assert [key for key, _ in _refused(funding, need_wan=0)] == ["need_wan"]
    assert [key for key, _ in _refused(funding, need_wan=3, arrived_wan=4)] == ["arrived_wan"]
    assert _refused(funding, need_wan=3, arrived_wan=3, self_fund_wan=1, total_invest_wan=4) == []


def test_limits_of_a_plot_fit_together() -> None:
    land = CATALOG["land"]

    assert [key for key, _ in _refused(land, far_min=2, far_max=1)] == ["far_min"]
    assert [key for key, _ in _refused(land, net_area_m2=2, area_m2=1)] == ["net_area_m2"]
    assert _refused(land, term_years=70, land_use="一类工业") == [("term_years", "“用地性质”为一类工业时不能大于 50")]
    assert _refused(land, term_years=70, land_use="居住") == []


def test_an_appointment_ends_after_it_begins() -> None:
    import datetime as dt

    experts, alumni = CATALOG["experts"], CATALOG["alumni"]
    day = dt.date(2026, 1, 1)

    assert [key for key, _ in _refused(experts, term_from=day, term_to=day)] == ["term_to"]
    assert [key for key, _ in _refused(alumni, enroll_year=2010, grad_year=2009)] == ["enroll_year"]
