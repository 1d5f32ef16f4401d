"""The 25 clauses of the notice 奉节府办发〔2025〕18号, each with its mechanism, wording and units."""

import csv
from dataclasses import dataclass
from functools import cache

from fj_desktop.assets import asset


@dataclass(frozen=True)
class Clause:
    """One clause; ``leads`` and ``responsible`` are names of units."""

    id: str
    mechanism: str
    title: str
    text: str
    leads: tuple[str, ...]
    responsible: tuple[str, ...]


@cache
def clauses() -> dict[str, Clause]:
    """All clauses by id (``5.1`` is mechanism five, item one), in the order of the notice."""
    with asset("db/reference/clauses.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: _clause(row) for row in csv.DictReader(file)}


def clause(number: str) -> Clause:
    """One clause by its id, e.g. 5.1; the ids a library names are checked by a test."""
    return clauses()[number]


def _clause(row: dict[str, str]) -> Clause:
    leads, responsible = (tuple(name for name in row[key].split("；") if name) for key in ("leads", "responsible"))
    return Clause(row["id"], row["mechanism"], row["title"], row["text"], leads, responsible)
