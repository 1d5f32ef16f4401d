"""Refusals that look at other records: weights of scores, experts with a conflict, plots held for another project."""

import datetime as dt

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.straight import Records

ASSESSMENTS, LAND, PROJECTS = CATALOG["assessments"], CATALOG["land"], CATALOG["projects"]


def assessment(desk: Desk, **typed: str) -> None:
    project = desk.records.add(PROJECTS, {"name": "眼镜生产线", "company_id": "温州示例光学有限公司"})
    desk.records.add(ASSESSMENTS, {"project_id": str(project), **typed})


def test_a_score_stays_within_its_weight_and_weights_sum_to_a_hundred(desk: Desk, store: Store) -> None:
    assessment(desk, score_scale="20", score_policy="10")
    with pytest.raises(UserError, match="不能超过它的权重 10 分"):
        assessment(desk, score_policy="10.5")
    weight = Records(desk, store).seeded("thresholds", code="weight_scale")
    desk.records.change(CATALOG["thresholds"], weight, {"value": "15"})
    with pytest.raises(UserError, match="六项权重合计为 95，应为 100"):
        assessment(desk, score_scale="10")


def test_an_expert_with_a_conflict_is_refused(desk: Desk) -> None:
    desk.records.add(
        CATALOG["experts"],
        {"person_name": "利害专家", "person_mobile": "13900000011", "avoid_company_ids": "温州示例光学有限公司"},
    )
    desk.records.add(CATALOG["experts"], {"person_name": "无关专家", "person_mobile": "13900000012"})
    assessment(desk, expert_ids="无关专家")
    with pytest.raises(UserError, match="有 1 位专家与项目投资方有利害关系"):
        assessment(desk, expert_ids="无关专家；利害专家")
    employed = {
        "person_name": "投资方的人",
        "person_mobile": "13900000013",
        "person_company_id": "温州示例光学有限公司",
    }
    desk.records.add(CATALOG["experts"], employed)
    with pytest.raises(UserError, match="有 1 位专家与项目投资方有利害关系"):
        assessment(desk, expert_ids="无关专家；投资方的人")


def test_a_plot_held_for_a_project_is_not_given_to_another_and_is_released_by_itself(desk: Desk, store: Store) -> None:
    for name in ("甲项目", "乙项目"):
        desk.records.add(PROJECTS, {"name": name})
    plot = desk.records.add(
        LAND, {"parcel_no": "示例-1", "name": "A-01", "asset_kind": "净地", "supply_status": "洽谈锁定", "area_m2": "20亩",
               "lock_project_id": "甲项目", "lock_until": "2026-12-01"},
    )  # fmt: skip
    with pytest.raises(UserError, match="已锁定给“甲项目”，至 2026-12-01"):
        desk.records.change(LAND, plot, {"lock_project_id": "乙项目"})
    desk.records.change(LAND, plot, {"note": "别的改动照常"})
    assert desk.parcels.release() == []
    clock = store.clock
    assert isinstance(clock, FixedClock)
    clock.moment += dt.timedelta(days=9)
    assert desk.parcels.release() == ["A-01"]
    shown = desk.view.read(LAND, plot).texts
    assert (shown["supply_status"], shown.get("lock_project_id", "")) == ("可供", "")
    assert desk.parcels.release() == []
    desk.records.change(LAND, plot, {"lock_project_id": "乙项目"})
