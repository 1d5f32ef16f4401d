"""A month of dispatch over five thousand projects and a hundred thousand progress rows."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

import pytest

from fj_desktop.services.desk import Desk
from tests.benchmark import stores, tracked
from tests.benchmark.board import Board, timed

_SIZE = f"{tracked.PROJECTS:,} projects, {tracked.STEPS:,} progress rows"
_COUNTED = (
    "(SELECT c.project_id, c.signed_on, max(0, c.amount_wan - coalesce(max(c.amount_wan) OVER (PARTITION BY "
    "c.project_id ORDER BY c.signed_on, c.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) more, row_number() "
    "OVER (PARTITION BY c.project_id ORDER BY c.signed_on, c.id) nth FROM contract c WHERE c.deleted IS 0 "
    "AND c.signed_on <= '2026-11-23' AND c.kind IN ('正式合同', '补充协议'))"
)
_ARRIVED = (
    "(SELECT project_id, sum(CASE WHEN arrived_proof_id IS NOT NULL THEN arrived_wan END) ever, "
    "sum(CASE WHEN arrived_proof_id IS NOT NULL AND happened_on >= '2026-01-01' THEN arrived_wan END) year, "
    "sum(CASE WHEN arrived_proof_id IS NOT NULL AND happened_on >= '2026-11-01' THEN arrived_wan END) month, "
    "min(CASE WHEN kind <> '无进展' THEN happened_on END) first, max(CASE WHEN kind <> '无进展' THEN happened_on END) last "
    "FROM project_progress WHERE deleted IS 0 AND happened_on <= '2026-11-23' GROUP BY project_id)"
)
_SQL = (
    "SELECT p.stage, count(*), sum(p.total_invest_wan) FROM project p WHERE p.deleted IS 0 GROUP BY 1",
    *(
        f"SELECT p.{by}, sum(c.nth = 1), sum(c.more) FROM {_COUNTED} c JOIN project p ON p.id = c.project_id "  # noqa: S608 - made of the words above
        f"WHERE p.deleted IS 0 AND c.signed_on >= '{first}' GROUP BY 1"
        for by, first in (("deleted", "2026-11-01"), ("deleted", "2026-01-01"), ("deleted", "0001-01-01"),
                          ("office_id", "2026-11-01"), ("chain_id", "2026-01-01"))
    ),
    *(
        f"SELECT p.{by}, sum(a.ever), sum(a.year), sum(a.month), sum(p.actual_start_on >= '2026-11-01'), "  # noqa: S608 - made of the words above
        f"sum(p.actual_prod_on >= '2026-11-01'), sum(p.first_reported_at >= '2026-11-01') "
        f"FROM project p LEFT JOIN {_ARRIVED} a ON a.project_id = p.id WHERE p.deleted IS 0 GROUP BY 1"
        for by in ("office_id", "chain_id")
    ),
    f"SELECT p.id, p.code, p.name, p.owner_id, p.office_id, p.stage, p.agreed_start_on, p.agreed_prod_on, "  # noqa: S608 - made of the words above
    "(SELECT max(c.agreed_start_on) FROM contract c WHERE c.project_id = p.id AND c.deleted IS 0), a.first, a.last, "
    f"p.judged_on, p.first_reported_at FROM project p LEFT JOIN {_ARRIVED} a ON a.project_id = p.id "
    "WHERE p.deleted IS 0 AND p.outcome = '推进中'",
    "SELECT from_stage, to_stage, count(*) FROM stage_move WHERE deleted IS 0 AND moved_on >= '2026-11-01' GROUP BY 1, 2",
)  # fmt: skip
"""The same figures asked of the store alone: funnel, signings and funds by time, office and chain, what may be late."""


@pytest.fixture(scope="module")
def desk(place: Path) -> Iterator[Desk]:
    made = Desk(stores.encrypted(place / "tracked")())
    tracked.fill(made)
    yield made
    made.close()


def test_a_month_is_dispatched_within_a_second(board: Board, desk: Desk) -> None:
    month = partial(desk.dispatch.of, "month", as_of=tracked.LAST)
    assert len(month().sections) == 13
    pairs = [(timed(month)[1], _bare(desk)) for _ in range(5)]
    made, bare = (median(times) for times in zip(*pairs, strict=True))
    board.ratio("dispatch of a month", "1 s", made, 1.0, size=_SIZE, gate=1)
    board.ratio("dispatch of a month", "the bare SQL of its figures", made, bare, size=_SIZE, gate=3, aim=2)


def _bare(desk: Desk) -> float:
    with desk.browse._store.reading() as connection:
        return timed(lambda: [connection.exec_driver_sql(one).fetchall() for one in _SQL])[1]
