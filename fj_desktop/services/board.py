"""Projects as cards by stage: the same set as the table shows, read a page at a time."""

import datetime as dt
import uuid
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Integer, literal_column, select

from fj_desktop.core.clock import COUNTY_ZONE, today
from fj_desktop.core.progress import Progress
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.gates import DROPPED, EXITED, STAGES
from fj_desktop.rules.overdue import GREEN, LEVELS, YELLOW, project_late, stale
from fj_desktop.rules.thresholds import Thresholds
from fj_desktop.services.browse import BrowseService, Wanted
from fj_desktop.services.dossiers import thresholds_of
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

PROJECTS = CATALOG["projects"]
APART = (EXITED, DROPPED)
_KEYS = (
    "code", "name", "stage", "outcome", "company_id", "chain_id", "total_invest_wan", "owner_id", "next_on",
    "last_substantive_on", "first_reported_at", "agreed_start_on", "actual_start_on", "agreed_prod_on",
    "actual_prod_on", "negotiated_on", "signed_on",
)  # fmt: skip
_CONTRACT = ("project_id", "kind", "status", "signed_on", "agreed_start_on", "agreed_prod_on")
_YI = Decimal(10_000)


@dataclass(frozen=True)
class Column:
    """One stage: its projects as row numbers in the table's order, and their total investment in 万元."""

    stage: str
    numbers: "array[int]" = field(repr=False)
    invest_wan: Decimal = Decimal(0)

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True)
class Card:
    """One project as a card, with the days of its stages; ``level`` is 绿 黄 橙 红, and ``why`` says it in words."""

    id: uuid.UUID
    name: str
    stage: str
    company: str
    chain: str
    invest: str
    owner: str
    next_on: dt.date | None
    level: str
    why: str
    reported_on: dt.date | None
    negotiated_on: dt.date | None
    signed_on: dt.date | None
    started_on: dt.date | None
    produced_on: dt.date | None
    agreed_start_on: dt.date | None
    agreed_prod_on: dt.date | None


class BoardService:
    """Reads the board; its cost is that of the row numbers, and of the cards that are seen."""

    def __init__(self, store: Store, office: str) -> None:
        self._store, self._browse = store, BrowseService(store, office)

    def columns(self, wanted: Wanted, progress: Progress | None = None) -> list[Column]:
        """The stages in their order, then 退出 and 退库, with what is wanted of each.

        Raises:
            UserError: a filter can't be asked.
            Cancelled: the person stopped it.
        """
        numbers = self._browse.open(PROJECTS, wanted, progress).numbers
        with self._store.reading(progress) as connection:
            places = _places(connection)
        found: dict[str, array[int]] = {stage: array("q") for stage in (*STAGES, *APART)}
        sums = dict.fromkeys(found, 0)
        for number in numbers:
            stage, money = places.get(number, (STAGES[0], 0))
            found[stage].append(number)
            sums[stage] += money
        return [Column(stage, found[stage], Decimal(sums[stage]) / _YI) for stage in found]

    def cards(self, numbers: Sequence[int]) -> list[Card]:
        """Some projects as cards, in their order; one deleted meanwhile is left out."""
        day = today(self._store.clock)
        with self._store.reading() as connection:
            rows = queries.page(connection, PROJECTS, numbers, _KEYS)
            figures = thresholds_of(connection)
            contracts = _contracts(connection, [row["id"] for row in rows])
        return [_card(row, contracts.get(row["id"], []), day, figures) for row in rows]

    def card(self, record: uuid.UUID) -> Card | None:
        """One project as a card; None when it is gone."""
        with self._store.reading() as connection:
            number = queries.row_number_of(connection, PROJECTS, record)
        return next(iter(self.cards([number])), None) if number is not None else None


def _places(connection: Connection) -> dict[int, tuple[str, int]]:
    """Stage and total investment (万分之一万元, as stored) of every project by row number."""
    table = record_table(PROJECTS)
    number = literal_column(f'"{table.name}".rowid', Integer)
    money = literal_column(f'"{table.name}".total_invest_wan', Integer)
    asked = select(number, table.c.stage, table.c.outcome, money).where(table.c.deleted.is_(False))
    return {
        row: (DROPPED if outcome == DROPPED else str(stage or STAGES[0]), wan or 0)
        for row, stage, outcome, wan in connection.execute(asked)
    }


def _contracts(connection: Connection, projects: list[uuid.UUID]) -> dict[Any, list[dict[str, Any]]]:
    table = record_table(CATALOG["contracts"])
    names = ("id", *_CONTRACT)
    asked = select(*(table.c[name] for name in names)).where(
        table.c.project_id.in_(projects), table.c.deleted.is_(False)
    )
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in connection.execute(asked):
        one = dict(zip(names, row, strict=True))
        found.setdefault(one["project_id"], []).append(one)
    return found


def _card(row: dict[str, Any], contracts: list[dict[str, Any]], day: dt.date, figures: Thresholds) -> Card:
    reported = row["first_reported_at"]
    reported_on = reported.astimezone(COUNTY_ZONE).date() if reported is not None else None
    stage = DROPPED if row["outcome"] == DROPPED else str(row["stage"] or STAGES[0])
    level, why = _health({**row, "stage": stage}, contracts, row["last_substantive_on"] or reported_on, day, figures)
    return Card(
        row["id"], str(row["name"]), stage, str(row["company_id/name"] or ""), str(row["chain_id/name"] or ""),
        money_words(row["total_invest_wan"]), str(row["owner_id/name"] or ""), row["next_on"], level, why, reported_on,
        row["negotiated_on"], row["signed_on"], row["actual_start_on"], row["actual_prod_on"], row["agreed_start_on"],
        row["agreed_prod_on"],
    )  # fmt: skip


def _health(
    row: dict[str, Any], contracts: list[dict[str, Any]], last: dt.date | None, day: dt.date, figures: Thresholds
) -> tuple[str, str]:
    """The worst of what is late, or standing still, and that in words."""
    late = max(
        project_late(row, contracts, day, figures), key=lambda one: (LEVELS.index(one.level), one.days), default=None
    )
    if late is not None:
        return late.level, f"{late.what}逾期 {late.days} 天"
    if still := stale(row["stage"], last, day, figures):
        return YELLOW, f"{still.days} 天没有进展"
    return GREEN, f"{(day - last).days} 天前有进展" if last is not None and last <= day else ""


def money_words(wan: Decimal | None) -> str:
    """An amount as a person says it: 亿元 from ten thousand 万元 on."""
    if wan is None:
        return ""
    if wan >= _YI:
        return f"{(wan / _YI).quantize(Decimal('0.01')).normalize():f}亿元"
    return f"{wan.quantize(Decimal('0.01')).normalize():f}万元"
