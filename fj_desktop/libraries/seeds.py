"""Rows every office starts with, with the same ids everywhere: offices, units, towns, chains, targets, thresholds."""

import csv
import uuid
from collections.abc import Iterator

from fj_desktop.assets import asset
from fj_desktop.core import reference
from fj_desktop.core.field import Library
from fj_desktop.core.ids import seed_id
from fj_desktop.libraries import CATALOG

_TOWNS_AS_ONE = "各乡镇〔街道〕"


def seed_rows() -> Iterator[tuple[Library, uuid.UUID, dict[str, str]]]:
    """Library, id and texts by field name as a person would type them, what others refer to first.

    Besides the 27 units of the notice every town's government is a unit of its own: it answers for
    the clauses the notice gives to all towns together.
    """
    for row in _rows("seed_offices"):
        yield CATALOG.of_table("office"), seed_id("office", row["code"]), row
    towns = reference.town_rows()
    for row in _rows("seed_units"):
        code = row.pop("code")
        yield CATALOG.of_table("unit"), seed_id("unit", code), row
        if row["name"] == _TOWNS_AS_ONE:
            group = row
    for town in towns:
        yield CATALOG.of_table("unit"), seed_id("unit", town["name"]), _government(town["name"], group)
    for town in towns:
        yield CATALOG.of_table("town"), seed_id("town", town["name"]), _town(town)
    for table, keys in (("chain", ("code",)), ("chain_target", ("chain_id", "year")), ("threshold", ("code",))):
        for row in _rows(f"seed_{table.removeprefix('chain_')}s"):
            yield CATALOG.of_table(table), seed_id(table, " ".join(row[key] for key in keys)), row


def threshold_rows() -> list[dict[str, str]]:
    """The figures the notice does not give, as shipped: value, unit, mark, source, date."""
    return list(_rows("seed_thresholds"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with asset(f"db/reference/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _government(town: str, group: dict[str, str]) -> dict[str, str]:
    body = "办事处" if town.endswith("街道") else "人民政府"
    names = [town, *(f"{name}{body}" for name in reference.town_names(town)[1:-1]), *reference.town_names(town)[1:]]
    return {
        "name": f"{town}{body}",
        "kind": "乡镇街道",
        "leads": group["leads"],
        "responsible_for": group["responsible_for"],
        "aliases": "；".join(dict.fromkeys(names)),
    }


def _town(row: dict[str, str]) -> dict[str, str]:
    return {
        "name": row["name"],
        "kind": row["kind"],
        "code_stats": row["code_stats_bureau_12digit_prefix9"],
        "code_civil": row["code_civil_affairs_prefix9"],
        "aliases": "；".join(reference.town_names(row["name"])[1:]),
    }
