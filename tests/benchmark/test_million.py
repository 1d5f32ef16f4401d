"""A million records in one library: what the person sees, how soon, and at what cost in memory."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import AnyOf, Filter
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.theme import Theme
from tests.benchmark import stores
from tests.benchmark.board import Board, calmest, percentile, timed
from tests.benchmark.conftest import SMALL
from tests.benchmark.gaps import Gaps, until
from tests.benchmark.million import COMPANIES, MILLION, fill

SIZE = f"{MILLION:,} records"
_EXPORTED = (
    "uscc", "name", "legal_rep", "nature", "main_products", "reg_capital_wan", "staff_count", "profile",
)  # fmt: skip
NOTHING = [lambda *_: None] * 6


@dataclass(frozen=True)
class Filled:
    """A desk, and the folder it stands in."""

    desk: Desk
    folder: Path


@pytest.fixture(scope="module")
def million(place: Path, board: Board) -> Iterator[Filled]:
    made, seconds = timed(lambda: _filled(place / "million", MILLION))
    board.remark(f"a library of {SIZE} was made in {seconds:.0f} s")
    yield made
    made.desk.close()


@pytest.fixture(scope="module")
def thousand(place: Path) -> Iterator[Filled]:
    made = _filled(place / "thousand", SMALL)
    yield made
    made.desk.close()


def _filled(folder: Path, count: int) -> Filled:
    opener = stores.encrypted(folder)
    desk = Desk(opener())
    fill(desk, count)
    desk.close()
    return Filled(Desk(opener()), folder)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


def _tab(qtbot: QtBot, desk: Desk, theme: Theme) -> LibraryTab:
    tab = LibraryTab(desk, COMPANIES, theme, Asking(theme.icons), Actions(*NOTHING))
    qtbot.addWidget(tab)
    tab.resize(1366, 768)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


def _is_whole(tab: LibraryTab) -> Callable[[], bool]:
    return lambda: tab._pane.rows.count is not None


def _first_paint(qtbot: QtBot, desk: Desk, theme: Theme) -> float:
    tab = _tab(qtbot, desk, theme)

    def paint() -> None:
        tab.refresh()
        tab._pane.rows.table.viewport().repaint()

    _, seconds = timed(paint)
    assert tab._pane.rows.model.texts(0)
    until(_is_whole(tab))
    tab.hide()
    return seconds


def test_the_first_page_is_painted_at_once(
    board: Board, qtbot: QtBot, theme: Theme, million: Filled, thousand: Filled
) -> None:
    cold = _first_paint(qtbot, million.desk, theme)
    pairs = [[_first_paint(qtbot, one.desk, theme) for one in (thousand, million)] for _ in range(7)]
    small, large = (median(times) for times in zip(*pairs, strict=True))
    board.ratio("first paint, nothing cached", "50 ms", cold, 0.05, size=SIZE)
    board.ratio("first paint of a table", f"{SMALL:,} records", large, small, size=SIZE, gate=3, aim=1.5)
    board.ratio("first paint of a table", "50 ms", large, 0.05, size=SIZE, gate=1)


def test_scrolling_and_jumping_take_a_moment_each(board: Board, qtbot: QtBot, theme: Theme, million: Filled) -> None:
    tab = _tab(qtbot, million.desk, theme)
    tab.refresh()
    until(_is_whole(tab))
    table = tab._pane.rows.table
    bar, chance = table.verticalScrollBar(), random.Random(2)  # noqa: S311 - places, no secret
    table.setFocus()
    table.selectRow(0)

    def drag() -> None:
        bar.setValue(chance.randrange(bar.maximum()))
        table.viewport().repaint()

    def key(one: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(table, one, modifier)
        QApplication.processEvents()

    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    steps: dict[str, Callable[[], list[float]]] = {
        "a drag of the scroll bar": lambda: [_quickly(drag)[1] for _ in range(60)],
        "Page Down": lambda: [_quickly(partial(key, Qt.Key.Key_PageDown, plain))[1] for _ in range(60)],
        "Ctrl+End and Ctrl+Home": lambda: [
            _quickly(partial(key, one, control))[1] for one in (Qt.Key.Key_End, Qt.Key.Key_Home) * 10
        ],
    }
    for what, job in steps.items():
        board.ratio(f"{what}, p95", "30 ms", calmest(job), 0.03, size=SIZE, gate=1)


def _bare(desk: Desk, sql: str, values: tuple[object, ...]) -> float:
    def run() -> None:
        with desk.browse._store.reading() as connection:
            connection.connection.cursor().execute(sql, values).fetchall()

    return timed(run)[1]


def test_sorting_and_filtering_cost_what_their_sql_costs(board: Board, million: Filled) -> None:
    live = "SELECT rowid FROM company WHERE deleted IS 0"
    newest = "updated_at DESC, rowid DESC"
    cases: list[tuple[str, Wanted, str, tuple[object, ...]]] = [
        ("all, newest first", Wanted(), f"{live} ORDER BY {newest}", ()),
        ("sort by capital", Wanted(order=(("reg_capital_wan", True),)), f"{live} ORDER BY reg_capital_wan DESC", ()),
        ("sort by name", Wanted(order=(("name", False),)), f"{live} ORDER BY name, rowid DESC", ()),
        ("filter by nature", Wanted(filters=(Filter("nature", "any_of", ("国有",)),)),
         f"{live} AND nature = ? ORDER BY {newest}", ("国有",)),
        ("filter by text", Wanted(filters=(Filter("profile", "contains", ("逆变器",)),)),
         f"{live} AND instr(profile, ?) ORDER BY {newest}", ("逆变器",)),
        ("filter by all but one", Wanted(filters=(Filter("nature", "none_of", ("国有",)),)),
         f"{live} AND (nature IS NULL OR nature <> ?) ORDER BY {newest}", ("国有",)),
        ("filter by any of two", Wanted(filters=(AnyOf((
            Filter("nature", "any_of", ("国有",)), Filter("staff_count", "at_least", ("5000",)),
        )),)), f"{live} AND (nature = ? OR staff_count >= 5000) ORDER BY {newest}", ("国有",)),
    ]  # fmt: skip
    for what, wanted, sql, values in cases:
        pairs = [
            (timed(partial(million.desk.browse.open, COMPANIES, wanted))[1],
             _bare(million.desk, sql, values))
            for _ in range(5)
        ]  # fmt: skip
        listed, bare = (median(times) for times in zip(*pairs, strict=True))
        board.ratio(what, "bare SQL that gives the ids", listed, bare, size=SIZE, gate=1.5, aim=1.1)


def test_grouping_and_counting_cost_what_their_sql_costs(board: Board, million: Filled) -> None:
    live, desk = "FROM company WHERE deleted IS 0", million.desk
    grouped = f"SELECT nature, count(*), sum(reg_capital_wan) {live} GROUP BY nature ORDER BY count(*) DESC LIMIT 500"
    state = Wanted(filters=(Filter("nature", "any_of", ("国有",)),))
    for what, job, sql, values in (
        ("groups by nature", partial(desk.grouping.of, COMPANIES, Wanted(), "nature"), grouped, ()),
        ("how many are wanted", partial(desk.browse.how_many, COMPANIES, state),
         f"SELECT count(*) {live} AND nature = ?", ("国有",)),
    ):  # fmt: skip
        pairs = [(timed(job)[1], _bare(desk, sql, values)) for _ in range(5)]
        ours, bare = (median(times) for times in zip(*pairs, strict=True))
        board.ratio(what, "bare SQL that counts", ours, bare, size=SIZE, gate=1.5, aim=1.1)


def _words(desk: Desk, count: int) -> list[str]:
    chance = random.Random(3)  # noqa: S311 - which words, no secret
    with desk.browse._store.reading() as connection:
        sql = "SELECT title FROM _doc WHERE tbl = 'company' AND no % 991 = 0"
        titles = [str(row[0]) for row in connection.exec_driver_sql(sql)]
    return [
        title[at : at + 2] for title in chance.choices(titles, k=count) for at in (chance.randrange(len(title) - 3),)
    ]


def test_a_two_character_search_needs_no_scan(board: Board, million: Filled) -> None:
    words = _words(million.desk, 300)
    scans = []
    assert all(million.desk.search.find(word) for word in words[:20])
    p95 = calmest(lambda: [_quickly(partial(million.desk.search.find, word))[1] for word in words])
    with million.desk.browse._store.reading() as connection:
        scan = "SELECT tbl, row, title, detail FROM _doc WHERE folded LIKE ? ORDER BY no DESC"
        for word in words[:5]:
            look = partial(connection.exec_driver_sql, scan, (f"%{word}%",))
            scans.append(_quickly(lambda look=look: look().fetchall())[1])
    board.ratio("search for two characters, p95", "LIKE scan", p95, median(scans), size=SIZE, gate=1 / 100, aim=1 / 500)
    board.ratio("search for two characters, p95", "2 ms", p95, 0.002, size=SIZE, gate=1)


def _quickly(job: Callable[[], object]) -> tuple[object, float]:
    started = time.perf_counter()
    given = job()
    return given, time.perf_counter() - started


def test_what_is_found_is_painted_soon_after_the_key(board: Board, qtbot: QtBot, theme: Theme, million: Filled) -> None:
    window = MainWindow(million.desk, theme, Asking(theme.icons), Actions(*NOTHING))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box, found = window._search, window.findChild(QListWidget, "search_results")
    assert found is not None
    box.setFocus()
    times = []
    for word in _words(million.desk, 60):
        box.setText(word[0])
        until(found.isVisible)
        found.hide()
        QApplication.processEvents()
        started = time.perf_counter()
        box.setText(word)
        until(found.isVisible)
        found.viewport().repaint()
        times.append(time.perf_counter() - started)
    board.ratio("from the second character to the painted results, p95", "60 ms", percentile(times, 0.95), 0.06,
                size=SIZE, gate=1)  # fmt: skip


def test_a_million_rows_go_out_as_fast_as_a_part_of_them(board: Board, place: Path, million: Filled) -> None:
    some = Wanted(filters=(Filter("nature", "any_of", ("国有",)),))
    export = million.desk.exporting.export
    part, short = timed(lambda: export(COMPANIES, place / "part.xlsx", keys=_EXPORTED, wanted=some))
    count, seconds = timed(lambda: export(COMPANIES, place / "all.xlsx", keys=_EXPORTED))
    assert count == MILLION
    board.ratio(
        "export to .xlsx", "a third of the rows, for each row", seconds / count, short / part,
        size=f"{MILLION:,} × {len(_EXPORTED)}", gate=1.5, aim=1.1,
    )  # fmt: skip
    board.remark(f"{MILLION:,} rows went out in {seconds:.0f} s")


def test_opening_takes_little_memory(board: Board, million: Filled, thousand: Filled) -> None:
    if not sys.platform.startswith("linux"):
        board.remark("!!! NOT MEASURED: memory with a million rows open, which only Linux tells !!!")
        pytest.skip("only Linux tells the present memory")
    large, small = (_memory(one.folder) for one in (million, thousand))
    board.remark(f"memory with {SIZE} open {large >> 20} MiB, with {SMALL:,} {small >> 20} MiB")
    board.ratio("memory with a library open (bytes)", f"{SMALL:,} records", large, small, size=SIZE, gate=1.5, aim=1.2)


def _memory(folder: Path) -> int:
    command = [sys.executable, "-m", "tests.benchmark.opened_memory", str(folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(told.stdout.split()[1])


def test_the_window_lives_while_tables_are_opened_sorted_and_searched(
    board: Board, qtbot: QtBot, theme: Theme, million: Filled
) -> None:
    tab = _tab(qtbot, million.desk, theme)
    rows, wishes = tab._pane.rows, [
        ("opening", Wanted()),
        ("sorting", Wanted(order=(("reg_capital_wan", True),))),
        ("filtering", Wanted(filters=(Filter("profile", "contains", ("逆变器",)),))),
        ("searching in the table", Wanted(text="光电")),
        ("sorting by name", Wanted(order=(("name", True),))),
    ]  # fmt: skip
    for what, wanted in wishes:
        gaps = Gaps()
        gaps.start()
        rows.open(wanted)
        until(_is_whole(tab))
        rows.table.viewport().repaint()
        gaps.stop()
        board.ratio(f"longest gap of the window while {what}", "100 ms", max(gaps.seconds), 0.1, size=SIZE, gate=1)
