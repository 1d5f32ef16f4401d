"""Matching: each fit with its reasons; a plot too small, held or not offered fits nobody; both directions agree."""

import uuid
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.matching import Side, fitting
from fj_desktop.services.desk import Desk

PLOT = {"asset_kind": "净地", "supply_status": "可供", "industry_codes": "C3587"}


@pytest.fixture
def project(desk: Desk) -> uuid.UUID:
    desk.records.add(CATALOG["land"], {**PLOT, "parcel_no": "1", "name": "大地块", "area_m2": "30亩"})
    desk.records.add(CATALOG["land"], {**PLOT, "parcel_no": "2", "name": "小地块", "area_m2": "10亩"})
    desk.records.add(
        CATALOG["land"], {**PLOT, "parcel_no": "3", "name": "已供地块", "area_m2": "40亩", "supply_status": "已供"}
    )
    desk.records.add(
        CATALOG["opportunities"], {"name": "眼镜产业园", "chain_id": "眼镜", "content": "镜片镀膜、镜架加工"}
    )
    desk.records.add(CATALOG["opportunities"], {"name": "肉兔屠宰", "chain_id": "肉兔生猪（畜禽水产品）"})
    return desk.records.add(CATALOG["projects"], {
        "name": "镜片镀膜车间", "chain_id": "眼镜", "industry_code": "C3587", "land_need_mu": "20亩",
        "content": "镜片镀膜，年产100万副",
    })  # fmt: skip


def test_a_project_is_offered_what_fits_with_every_reason(desk: Desk, project: uuid.UUID) -> None:
    fits = {
        one.offer.title: [reason.words for reason in one.reasons]
        for one in desk.offers.of(CATALOG["projects"], project)
    }
    assert fits == {
        "眼镜产业园": ["同一条产业链", "都提到“镜片镀膜”"],
        "大地块": ["行业小类相同（C3587）", "净地 30.00 亩，需要 20.00 亩"],
    }


def test_an_offer_finds_the_same_project_with_the_same_reasons(desk: Desk, project: uuid.UUID) -> None:
    (fit,) = [one for one in desk.offers.of(CATALOG["projects"], project) if one.offer.title == "大地块"]
    assert isinstance(fit.offer.key, uuid.UUID)
    (back,) = desk.offers.of(CATALOG["land"], fit.offer.key)
    assert (back.offer.key, back.reasons) == (project, fit.reasons)


def test_a_plot_held_for_a_project_is_offered_to_nobody(desk: Desk, project: uuid.UUID) -> None:
    (fit,) = [one for one in desk.offers.of(CATALOG["projects"], project) if one.offer.title == "大地块"]
    assert isinstance(fit.offer.key, uuid.UUID)
    desk.records.add(CATALOG["projects"], {"name": "别的项目"})
    held = {"lock_project_id": "别的项目", "lock_until": "2026-12-01"}
    desk.records.change(CATALOG["land"], fit.offer.key, held)
    assert "大地块" not in {one.offer.title for one in desk.offers.of(CATALOG["projects"], project)}


def test_what_is_not_matched_says_what_is(desk: Desk) -> None:
    with pytest.raises(UserError, match="责任单位没有匹配。可以匹配的有：企业总库"):
        desk.offers.of(CATALOG["units"], uuid.uuid4())


_MU = st.one_of(st.none(), st.decimals(1, 100, places=2))


@given(st.lists(st.tuples(_MU, st.sampled_from(["a", "b", None])), max_size=8), _MU)
def test_the_list_is_ordered_and_never_holds_a_plot_too_small(
    made: list[tuple[Decimal | None, str | None]], need: Decimal | None
) -> None:
    offers = [Side(at, f"{at}", "land", frozenset({chain}), land_mu=land) for at, (land, chain) in enumerate(made)]
    fits = fitting(Side("wish", "w", "projects", frozenset({"a"}), land_mu=need), offers)
    points = [one.points for one in fits]
    assert points == sorted(points, reverse=True)
    assert all(one.points == sum(reason.points for reason in one.reasons) for one in fits)
    assert not any(need and one.offer.land_mu and one.offer.land_mu < need for one in fits)


def test_a_policy_in_force_fits_by_chain_and_industry(desk: Desk, project: uuid.UUID) -> None:
    """The county's policies stand in 招商知识库 until they have a register of their own (clause 4.1)."""
    common = {"kind": "政策法规", "status": "现行有效", "chain_ids": "眼镜；清洁能源", "industry_codes": "C3587"}
    knowledge = CATALOG["knowledge"]
    policy = desk.records.add(knowledge, {"title": "示例：眼镜产业扶持办法", **common})
    for title, other in (
        ("废止的", {"status": "废止"}),
        ("到期的", {"valid_until": "2026-11-22"}),
        ("案例", {"kind": "案例"}),
    ):
        desk.records.add(knowledge, {"title": title, **common, **other})
    desk.records.add(knowledge, {"title": "最后一天的", **common, "valid_until": "2026-11-23"})
    found = [one for one in desk.offers.of(CATALOG["projects"], project) if one.offer.library == "knowledge"]
    assert sorted(one.offer.title for one in found) == ["最后一天的", "示例：眼镜产业扶持办法"]
    assert [one.words for one in found[0].reasons] == ["同一条产业链", "行业小类相同（C3587）"]
    (back,) = desk.offers.of(knowledge, policy)
    assert back.offer.key == project
    (case,) = [one for one in desk.view.rows_json(knowledge, None, reveal=True, deleted=False) if one["kind"] == "案例"]
    with pytest.raises(UserError, match="只有类别为“政策法规”的可以匹配"):
        desk.offers.of(knowledge, uuid.UUID(case["id"]))
