"""Experts drawn by lot: terms, conflicts of interest, the project's field first (notice 2025-18, clause 7.1)."""

import datetime as dt
import uuid
from typing import Any

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store.transactions import Store
from tests.support.straight import Records

EXPERTS = CATALOG["experts"]


def expert(desk: Desk, name: str, **typed: str) -> uuid.UUID:
    return desk.records.add(EXPERTS, {"person_name": name, **typed})


def an_assessment(desk: Desk, store: Store, **values: Any) -> uuid.UUID:
    typed = {"name": "镜片镀膜车间", "company_id": "温州示例光学有限公司", "industry_code": "C3587"}
    project = desk.records.add(CATALOG["projects"], typed)
    return Records(desk, store).add("assessments", project_id=project, **values)


def test_those_of_the_field_are_drawn_first_and_nobody_twice(desk: Desk, store: Store) -> None:
    for number in range(4):
        expert(desk, f"光学{number}", fields="C35")
    expert(desk, "农业", fields="A01")
    assessment = an_assessment(desk, store)
    first = desk.drawing.draw(assessment, 3)
    assert (len(set(first.names)), first.of_field, first.avoiding) == (3, 3, 0)
    second = desk.drawing.draw(assessment, 2)
    assert second.of_field == 1
    assert {*first.names, *second.names} == {"光学0", "光学1", "光学2", "光学3", "农业"}
    with pytest.raises(UserError, match="只有 0 位"):
        desk.drawing.draw(assessment, 1)
    desk.undoing.undo()
    assert len(desk.drawing.draw(assessment, 2).names) == 2


def test_who_has_an_interest_or_whose_term_is_over_stands_back(desk: Desk, store: Store) -> None:
    company = "温州示例光学有限公司"
    expert(desk, "回避一", avoid_company_ids=company)
    expert(desk, "回避二", person_company_id=company)
    expert(desk, "过期", term_from="2020-01-01", term_to="2026-11-22")
    expert(desk, "未到", term_from="2026-11-24")
    expert(desk, "最后一天", term_from="2020-01-01", term_to="2026-11-23")
    assessment = an_assessment(desk, store, concluded_on=dt.date(2026, 11, 23))
    with pytest.raises(UserError, match="只有 1 位，另有 2 位因利害关系回避"):
        desk.drawing.draw(assessment, 2)
    assert list(desk.drawing.draw(assessment, 1).names) == ["最后一天"]


def test_the_gate_knows_the_same_conflicts_as_the_lot(desk: Desk, store: Store) -> None:
    """An expert may have joined the investor after the assessment was written."""
    employed = expert(desk, "受雇", person_company_id="温州示例光学有限公司")
    an_assessment(desk, store, expert_ids=(str(employed), str(expert(desk, "中立"))))
    (row,) = desk.view.rows_json(CATALOG["projects"], None, reveal=True, deleted=False)
    with store.writing(desk.identity.staff, "import") as write:
        writer = RowWriter(write, desk.identity)
        writer.change(CATALOG["projects"], uuid.UUID(row["id"]), {"stage": "洽谈"})
        writer.flush()
    found = {one.condition.code: one.lacking for one in desk.tracking.ask(uuid.UUID(row["id"])).findings}
    assert found["experts"] == "有 1 位专家应回避"


@pytest.mark.parametrize("count", [0, -1, 21])
def test_a_count_out_of_range_is_refused(desk: Desk, store: Store, count: int) -> None:
    with pytest.raises(UserError, match="1 到 20"):
        desk.drawing.draw(an_assessment(desk, store), count)
