"""How results are counted (notice 2025-18, clauses 3.2 and 4.2).

A project counts once, at the first formal contract it signs; what a later contract says counts only as far as it goes
beyond the most agreed before; funds count only with a proof. A rate is of one cohort, and both its numbers are told.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from fj_desktop.rules.dossier import Row

_COUNTED = ("正式合同", "补充协议")
_ZERO = Decimal(0)
_SHARE = Decimal("0.0001")


@dataclass(frozen=True)
class Signing:
    """What one contract adds to the signed amount (万元); ``first`` for the one that makes its project count."""

    project: Any
    contract: Any
    day: dt.date
    amount_wan: Decimal
    first: bool
    unknown: bool = False
    """No amount is filled in: it counts as a project, with nothing."""


def signings(contracts: Iterable[Row]) -> list[Signing]:
    """What counts as signed, oldest first.

    The amount of a later formal contract or supplement is the total agreed by then, so its increase over the most
    agreed before is counted on its own day; a smaller one takes nothing back.
    """
    mine: dict[Any, list[Row]] = defaultdict(list)
    for one in contracts:
        if one.get("kind") in _COUNTED and one.get("signed_on") is not None:
            mine[one["project_id"]].append(one)
    found: list[Signing] = []
    for project, signed in mine.items():
        found += _of_project(project, sorted(signed, key=lambda one: (one["signed_on"], str(one.get("id")))))
    return sorted(found, key=lambda one: (one.day, str(one.contract)))


def _of_project(project: Any, signed: Sequence[Row]) -> list[Signing]:
    found: list[Signing] = []
    most = _ZERO
    for one in signed:
        if not found and one["kind"] != "正式合同":
            continue
        amount = one.get("amount_wan")
        more = max(_ZERO, (amount or _ZERO) - most)
        if not found or more:
            found.append(Signing(project, one.get("id"), one["signed_on"], more, not found, amount is None))
        most += more
    return found


def rate(numerator: Decimal | int, denominator: Decimal | int) -> Decimal | None:
    """One by the other, four places; None when there is nothing to divide by."""
    return (Decimal(numerator) / Decimal(denominator)).quantize(_SHARE, ROUND_HALF_UP) if denominator else None


@dataclass(frozen=True)
class Ratio:
    """A rate with both its numbers and whose they are; ``unit`` of the numbers, e.g. 个 or 万元."""

    name: str
    numerator: Decimal
    denominator: Decimal
    unit: str
    cohort: str

    @property
    def share(self) -> Decimal | None:
        """The rate, four places; None when there is nothing to divide by."""
        return rate(self.numerator, self.denominator)

    @property
    def percent(self) -> str:
        """The rate as a reader sees it: 65.1%; — when there is nothing to divide by."""
        return "—" if self.share is None else f"{(self.share * 100).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"

    @property
    def words(self) -> str:
        """The rate, both numbers and the cohort in one line."""
        top, bottom = (plain(value) for value in (self.numerator, self.denominator))
        return f"{self.name} {self.percent}（{top}/{bottom}{self.unit}，{self.cohort}）"


def plain(value: Decimal) -> str:
    """An amount without needless noughts."""
    return f"{value.normalize():f}" if value else "0"


@dataclass(frozen=True)
class Pace:
    """A target of a year, what was done of it, and how that stands to the time that has passed (时序进度)."""

    target: Decimal
    actual: Decimal
    elapsed: Fraction

    @property
    def due(self) -> Decimal:
        """What should have been done by now."""
        return self.target * self.elapsed.numerator / self.elapsed.denominator

    @property
    def of_year(self) -> Decimal | None:
        """The share of the year's target; None without a target."""
        return rate(self.actual, self.target)

    @property
    def of_time(self) -> Decimal | None:
        """The share of what should have been done by now; None without a target or before the year begins."""
        return rate(self.actual, self.due)


@dataclass(frozen=True)
class Cohort:
    """The projects that signed their first formal contract in some time, and what became of them by the cut-off."""

    title: str
    projects: int
    started: int
    in_production: int
    exited: int
    contract_wan: Decimal
    arrived_wan: Decimal

    @property
    def ratios(self) -> list[Ratio]:
        """开工率, 投产率 and 资金到位率; projects that left stay in the denominator."""
        all_of = Decimal(self.projects)
        return [
            Ratio("开工率", Decimal(self.started), all_of, "个", self.title),
            Ratio("投产率", Decimal(self.in_production), all_of, "个", self.title),
            Ratio("资金到位率", self.arrived_wan, self.contract_wan, "万元", self.title),
        ]


def cohort(
    title: str,
    signed: Iterable[Signing],
    projects: Mapping[Any, Row],
    arrived: Mapping[Any, Decimal],
    first: dt.date,
    last: dt.date,
) -> Cohort:
    """Of the projects that counted first from one day to another: what happened up to the last of these days.

    Args:
        title: whose these are, as it is printed behind each rate.
        signed: all signings.
        projects: the projects by id; one that is gone is not counted.
        arrived: funds arrived with proof up to the last day, 万元, by project.
        first: of the days.
        last: of the days, and the cut-off.
    """
    signed = [one for one in signed if one.project in projects and one.day <= last]
    mine = {one.project for one in signed if one.first and one.day >= first}
    rows = [projects[one] for one in mine]
    return Cohort(
        title,
        len(mine),
        sum(_by(row, "actual_start_on", last) for row in rows),
        sum(_by(row, "actual_prod_on", last) for row in rows),
        sum(row.get("stage") == "退出" for row in rows),
        sum((one.amount_wan for one in signed if one.project in mine), _ZERO),
        sum((arrived.get(one, _ZERO) for one in mine), _ZERO),
    )


def _by(row: Row, name: str, last: dt.date) -> bool:
    day = row.get(name)
    return day is not None and day <= last


def stages_at(moves: Iterable[Row], last: dt.date) -> dict[Any, str]:
    """The stage of each project at the end of a day, by its log; before its first move it stood where that began.

    Moves of one day stand in the order of their moments, those of one moment in the order they were written.
    """
    found: dict[Any, str] = {}
    ahead: set[Any] = set()
    for one in sorted(moves, key=lambda one: (one["moved_on"], str(one.get("moved_at")))):
        project = one["project_id"]
        if one["moved_on"] <= last:
            found[project] = one["to_stage"]
        elif project not in found and project not in ahead:
            found[project] = one["from_stage"] or "线索"
            ahead.add(project)
    return found
