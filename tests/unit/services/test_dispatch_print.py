"""A dispatch for print, and first reports by person."""

import datetime as dt
from pathlib import Path

import pytest

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.printed import report_words_of
from tests.support.straight import Records

TODAY = dt.date(2026, 11, 23)


def reported(text: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(9), COUNTY_ZONE)


@pytest.fixture
def records(desk: Desk, store: Store) -> Records:
    return Records(desk, store)


def test_a_dispatch_is_printed_with_every_table_and_what_it_was_counted_by(
    desk: Desk, records: Records, tmp_path: Path
) -> None:
    records.add("projects", name="甲项目", first_reported_at=reported("2026-11-02"))
    made = desk.dispatch.of("quarter", as_of=TODAY)
    desk.dispatch.write(tmp_path / "季.pdf", made)
    text = report_words_of(tmp_path / "季.pdf")
    assert [one.title for one in made.sections if "".join(one.title.split()) not in text] == []
    assert "计数规则：" in text
    assert "阈值：" in text
    with pytest.raises(UserError, match="只能存为"):
        desk.dispatch.write(tmp_path / "季.docx", made)
    assert [one.name for one in tmp_path.iterdir()] == ["季.pdf"]


def test_first_reports_are_counted_by_person_once(desk: Desk, records: Records) -> None:
    yrd = records.seeded("offices", code="YRD")
    (person,) = records.many([("staff", {"name": "报人甲"})])
    records.many([
        ("projects", {"name": "一", "office_id": yrd, "first_reporter_id": person, "stage": "洽谈",
                      "first_reported_at": reported("2026-11-02")}),
        ("projects", {"name": "二", "office_id": yrd, "first_reporter_id": person, "stage": "线索", "outcome": "退库",
                      "first_reported_at": reported("2026-03-02")}),
        ("projects", {"name": "去年的", "office_id": yrd, "first_reporter_id": person, "stage": "签约",
                      "first_reported_at": reported("2025-12-31")}),
        ("projects", {"name": "没有人的", "office_id": yrd, "stage": "线索", "first_reported_at": reported("2026-11-03")}),
    ])  # fmt: skip
    made = desk.dispatch.of("month", as_of=TODAY)
    told = next(one for one in made.sections if one.code == "reporters")
    assert [row[1:] for row in told.rows] == [("报人甲", 1, 2, 1, 0, 1), ("未填首报人", 1, 1, 0, 0, 0)]
    assert told.total is not None
    assert told.total[2:] == (2, 3, 1, 0, 1)
