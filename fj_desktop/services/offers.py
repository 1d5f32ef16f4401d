"""Matching: reads both sides, narrowed by what can't fit, and lets the rules compare them."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Table, select

from fj_desktop.core.clock import today
from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.matching import Fit, Side, fitting
from fj_desktop.rules.parcels import is_held
from fj_desktop.store import parts, queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

_MOST_READ = 20_000
_SQUARE_METRES_A_MU = Decimal(2000) / Decimal(3)
_STAGES = {"专精特新": "投小", "高新技术企业": "投硬科技"}
_MODERN = ("人工智能", "低空经济")
OFFERS = ("opportunities", "scenarios", "land", "knowledge", "funds")
"""What a company or project is offered."""
SEEKERS = ("companies", "projects")
"""What an opportunity, scene, plot, policy or fund is offered to."""
_POLICY, _IN_FORCE = "政策法规", ("现行有效", "待核实")


class OfferService:
    """Says what fits a record, and why."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, library: Library, record: uuid.UUID) -> list[Fit]:
        """What fits one record: offers for a company or project, companies and projects for an offer.

        Raises:
            UserError: nothing is matched with this library, or there is no such record.
        """
        if library.library not in (*OFFERS, *SEEKERS):
            words = "、".join(CATALOG[one].title for one in (*SEEKERS, *OFFERS))
            raise UserError(f"{library.title}没有匹配。可以匹配的有：{words}。")
        with self._store.reading() as connection:
            found = parts.rows(connection, library, [record])
            if not found:
                raise UserError("这条记录不在台账里，请刷新后再试。")
            if library.library == "knowledge" and found[0]["kind"] != _POLICY:
                raise UserError(f"招商知识库里只有类别为“{_POLICY}”的可以匹配，这一条不是。")
            mine = self._side(library, found[0])
            others = OFFERS if library.library in SEEKERS else SEEKERS
            sides = [side for one in others for side in self._others(connection, CATALOG[one])]
        if library.library in SEEKERS:
            return fitting(mine, sides)
        # The seeker's need is compared with what is offered, whichever of them was asked for.
        found_fits = [(one, fitting(one, [mine])) for one in sides]
        fits = [Fit(seeker, hits[0].reasons) for seeker, hits in found_fits if hits]
        return sorted(fits, key=lambda one: (-one.points, one.offer.title))[:50]

    def _others(self, connection: Connection, library: Library) -> list[Side]:
        table = record_table(library)
        now = today(self._store.clock)
        asked = select(table).where(table.c.deleted.is_(False), *_open(library, table, now)).limit(_MOST_READ)
        rows = [dict(row) for row in connection.execute(asked).mappings()]
        for name in _SETS.get(library.library, ()):
            sets = queries.members(connection, f"{library.table}.{name}", [row["id"] for row in rows])
            for row in rows:
                row[name] = tuple(sets.get(row["id"], ()))
        return [self._side(library, row) for row in rows if library.library != "land" or not is_held(row, now)]

    @staticmethod
    def _side(library: Library, row: Mapping[str, Any]) -> Side:
        facts = _READ[library.library](row)
        return Side(row["id"], str(row.get(library.naming[0]) or ""), library.library, **facts)


def _open(library: Library, table: Table, now: dt.date) -> list[Any]:
    """What is no offer any more, policies no longer in force, and projects that left, are not looked at."""
    if library.library == "knowledge":
        ends = table.c.valid_until
        return [table.c.kind == _POLICY, table.c.status.in_(_IN_FORCE), ends.is_(None) | (ends >= now)]
    if library.library == "land":
        return [table.c.supply_status.in_(("可供", "洽谈锁定"))]
    if library.library == "projects":
        return [table.c.stage.in_(("线索", "洽谈", "签约")), table.c.outcome.is_distinct_from("退库")]
    return []


def _company(row: Mapping[str, Any]) -> dict[str, Any]:
    tiers = {str(one) for one in row.get("tier") or ()}
    text = f"{row.get('main_products') or ''} {row.get('profile') or ''}"
    wants = {_STAGES[one] for one in tiers if one in _STAGES} | {one for one in _MODERN if one in text}
    return {
        "chains": _one(row.get("chain_id")), "industries": _codes(row.get("industry_code")),
        "words": f"{row.get('main_products') or ''}，{row.get('invest_pref') or ''}", "wants": frozenset(wants),
    }  # fmt: skip


def _project(row: Mapping[str, Any]) -> dict[str, Any]:
    land, invest = row.get("land_need_mu"), row.get("fixed_invest_wan") or row.get("total_invest_wan")
    return {
        "chains": _one(row.get("chain_id")), "industries": _codes(row.get("industry_code")),
        "words": f"{row.get('name') or ''}，{row.get('content') or ''}", "land_mu": land,
        "intensity": invest / land if land and invest else None,
    }  # fmt: skip


def _opportunity(row: Mapping[str, Any]) -> dict[str, Any]:
    words = f"{row.get('name') or ''}，{row.get('content') or ''}"
    return {"chains": _one(row.get("chain_id")), "industries": _codes(row.get("industry_code")), "words": words}


def _scenario(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"words": "，".join(str(row.get(name) or "") for name in ("name", "scene_field", "content", "tech_need"))}


def _plot(row: Mapping[str, Any]) -> dict[str, Any]:
    area = row.get("net_area_m2") or row.get("area_m2")
    return {
        "industries": tuple(str(one) for one in row.get("industry_codes") or ()),
        "land_mu": area / _SQUARE_METRES_A_MU if area else None, "intensity": row.get("invest_intensity_min"),
    }  # fmt: skip


def _policy(row: Mapping[str, Any]) -> dict[str, Any]:
    chains = frozenset(uuid.UUID(str(one)) for one in row.get("chain_ids") or ())
    words = f"{row.get('title') or ''}，{row.get('summary') or ''}"
    return {"chains": chains, "industries": tuple(str(one) for one in row.get("industry_codes") or ()), "words": words}


def _fund(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"wants": frozenset(str(one) for one in row.get("focus") or ()), "words": str(row.get("note") or "")}


def _one(chain: Any) -> frozenset[Any]:
    return frozenset() if chain is None else frozenset({chain})


def _codes(code: Any) -> tuple[str, ...]:
    return (str(code),) if code else ()


_READ: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "companies": _company, "projects": _project, "opportunities": _opportunity, "scenarios": _scenario,
    "land": _plot, "knowledge": _policy, "funds": _fund,
}  # fmt: skip
_SETS = {
    "companies": ("tier",), "land": ("industry_codes",), "knowledge": ("industry_codes", "chain_ids"),
    "funds": ("focus",),
}  # fmt: skip
