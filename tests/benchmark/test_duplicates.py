"""Records kept twice are found among 50,000, the worst names and one switchboard for thousands among them."""

from fj_desktop.services.desk import Desk
from tests.benchmark.board import Board, timed
from tests.support.desks import open_store
from tests.support.twins import COMPANIES, companies

ROWS = 50_000
SECONDS = 30.0


def test_finding_takes_a_few_times_as_long_as_storing(board: Board) -> None:
    store = open_store()
    desk, ledger = Desk(store), companies(ROWS // 4, 3)
    for at, row in enumerate(ledger.rows):
        if at % 10 < 3:
            row["name"] = f"重庆夔门示范产业发展{row['name'][-9:]}"
        if at % 10 == 5:
            row["contact_phone"] = "023-56550000"
    _, storing = timed(lambda: ledger.store(store, desk, COMPANIES))
    pairs, finding = timed(lambda: desk.duplicates.find(COMPANIES))
    assert pairs
    board.remark(f"{ROWS:,} companies looked through for duplicates in {finding:.1f} s, {len(pairs):,} pairs")
    board.ratio(
        "finding duplicates",
        "storing the same records in memory",
        finding,
        storing,
        size=f"{ROWS:,}",
        gate=8.0,
        aim=2.5,
    )
    assert finding <= SECONDS
