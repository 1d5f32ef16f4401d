"""A large library on the screen: first paint, sorting, filtering, searching."""

import random
import time
from statistics import median

from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Filter, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.store import search
from tests.benchmark.board import Board, percentile, timed
from tests.benchmark.conftest import ROWS, SMALL, Imported

_COMPANIES = CATALOG["companies"]
_KEYS = [one.key for one in CATALOG.surface(_COMPANIES) if one.in_table]
_PAGE = 60
_SIZE = f"{ROWS:,} records"


def _first_paint(desk: Desk, wanted: Wanted) -> float:
    listing, opened = timed(lambda: desk.browse.open(_COMPANIES, wanted))
    rows, paged = timed(lambda: desk.browse.page(listing, 0, _PAGE, _KEYS))
    assert len(rows) == _PAGE
    return opened + paged


def test_the_first_page_of_a_large_library_is_there_at_once(
    board: Board, large_desk: Imported, small_desk: Imported
) -> None:
    large = median(_first_paint(large_desk.desk, Wanted()) for _ in range(9))
    small = median(_first_paint(small_desk.desk, Wanted()) for _ in range(9))
    board.ratio("first paint of a library", f"{SMALL:,} records", large, small, size=_SIZE)


def _bare(desk: Desk, sql: str, *values: object) -> float:
    def run() -> None:
        with desk.browse._store.reading() as connection:
            connection.connection.cursor().execute(sql, values).fetchall()

    return median(timed(run)[1] for _ in range(7))


def test_sorting_and_filtering_cost_what_their_sql_costs(board: Board, large_desk: Imported) -> None:
    desk = large_desk.desk
    live = "SELECT rowid FROM company WHERE deleted = 0"
    cases = [
        ("sort by capital", Wanted(order=(("reg_capital_wan", True),)), f"{live} ORDER BY reg_capital_wan DESC", ()),
        ("filter by nature", Wanted(filters=(Filter("nature", "any_of", ("国有",)),)),
         f"{live} AND nature = ? ORDER BY updated_at DESC", ("国有",)),
        ("filter by text", Wanted(filters=(Filter("profile", "contains", ("逆变器",)),)),
         f"{live} AND instr(profile, ?) ORDER BY updated_at DESC", ("逆变器",)),
    ]  # fmt: skip
    for what, wanted, sql, values in cases:
        listed = median(timed(lambda wanted=wanted: desk.browse.open(_COMPANIES, wanted))[1] for _ in range(7))
        board.ratio(
            what, "bare SQL that gives the ids", listed, _bare(desk, sql, *values), size=_SIZE, gate=1.5, aim=1.1
        )


def test_a_two_character_search_needs_no_scan(board: Board, large_desk: Imported) -> None:
    chance = random.Random(3)  # noqa: S311 - which words, no secret
    with large_desk.desk.browse._store.reading() as connection:
        titles = [row[0] for row in connection.exec_driver_sql("SELECT title FROM _doc WHERE tbl = 'company'")]
        words = [
            title[at : at + 2] for title in chance.sample(titles, 300) for at in (chance.randrange(len(title) - 3),)
        ]
        found = []
        for word in words:
            started = time.perf_counter()
            hits = search.find(connection, word)
            found.append(time.perf_counter() - started)
            assert hits
        scans = []
        for word in words[:25]:
            started = time.perf_counter()
            scan = "SELECT tbl, row, title, detail FROM _doc WHERE folded LIKE ? ORDER BY no DESC"
            connection.exec_driver_sql(scan, (f"%{word}%",)).fetchall()
            scans.append(time.perf_counter() - started)
    board.ratio(
        "search for two characters, p95",
        "LIKE scan",
        percentile(found, 0.95),
        percentile(scans, 0.95),
        size=_SIZE,
        gate=1 / 10,
        aim=1 / 50,
    )
    board.remark("search: the gate of 1/100 is for 1,000,000 records; a scan of 100,000 is a tenth of that")
