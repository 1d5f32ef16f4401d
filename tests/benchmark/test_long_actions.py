"""Long work beside the window: the window lives, and a stop takes effect at once and leaves the old state (R-16)."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import last_transaction
from fj_desktop.ui.tasks import TaskProgress, Tasks
from tests.benchmark import stores
from tests.benchmark.board import Board, percentile
from tests.benchmark.conftest import ROWS, Written
from tests.benchmark.gaps import Gaps, until

COMPANIES = CATALOG["companies"]
SIZE = f"{ROWS:,} × 20"
STOPS = 3
Work = Callable[[Progress], Any]


class Window:
    """A window that runs one piece of work at a time, as the program's own does."""

    def __init__(self, qtbot: QtBot) -> None:
        host = QWidget()
        qtbot.addWidget(host)
        host.resize(800, 600)
        host.show()
        self._tasks = Tasks(host)
        self.outcome: Any = None

    def start(self, work: Work) -> TaskProgress:
        self.outcome = None
        return self._tasks.run("长任务", work, self._done, self._failed, cancelled=self._stopped)

    def wait(self) -> Any:
        until(lambda: not self._tasks.is_busy)
        assert not isinstance(self.outcome, UserError), self.outcome
        return self.outcome

    @property
    def is_busy(self) -> bool:
        return self._tasks.is_busy

    def _done(self, outcome: Any) -> None:
        self.outcome = ("done", outcome)

    def _failed(self, error: UserError) -> None:
        self.outcome = error

    def _stopped(self) -> None:
        self.outcome = ("stopped", None)


@pytest.fixture
def desk(place: Path) -> Iterator[Desk]:
    made = Desk(stores.encrypted(place / "watched")())
    yield made
    made.close()


def _state(desk: Desk) -> tuple[int, int]:
    with desk.browse._store.reading() as connection:
        return desk.browse.count(COMPANIES), last_transaction(connection)


def test_long_actions_leave_the_window_alive_and_stop_at_once(
    board: Board, qtbot: QtBot, desk: Desk, large_ledger: Written, place: Path
) -> None:
    window, chance = Window(qtbot), random.Random(4)  # noqa: S311 - moments, no secret
    importing, out = desk.importing, place / "stopped.xlsx"
    made: dict[str, Any] = {}

    def read(progress: Progress) -> Any:
        return importing.read(large_ledger.path, progress)

    def plan(progress: Progress) -> Any:
        return importing.plan(made["read"], importing.propose(made["read"], COMPANIES), COMPANIES, progress=progress)

    actions: list[tuple[str, str, Work]] = [
        ("reading a sheet", "read", read),
        ("checking it", "plan", plan),
        ("storing it", "apply", lambda progress: importing.apply(made["plan"], progress=progress)),
        ("exporting it", "export", lambda progress: desk.exporting.export(COMPANIES, out, progress=progress)),
        ("undoing the import", "undo", lambda progress: desk.undoing.undo(0, progress)),
    ]
    for what, name, work in actions:
        before = _state(desk)
        made[name], taken = _watched(window, work, what, board)
        if name in ("apply", "undo"):
            desk.undoing.undo(0) if name == "apply" else desk.undoing.redo(0)
            before = _state(desk)
        out.unlink(missing_ok=True)
        stops = [_stopped(window, work, taken * chance.uniform(0.03, 0.6)) for _ in range(STOPS)]
        assert _state(desk) == before
        assert not out.exists()
        board.ratio(f"from 取消 to the end of {what}, longest of {STOPS}", "500 ms", max(stops), 0.5, size=SIZE, gate=1)
        if name == "apply":
            desk.undoing.redo(0)


def _watched(window: Window, work: Work, what: str, board: Board) -> tuple[Any, float]:
    """Run one action to its end and tell how long the window waited for its turn meanwhile."""
    gaps, started = Gaps(), time.perf_counter()
    gaps.start()
    window.start(work)
    window.wait()
    taken = time.perf_counter() - started
    gaps.stop()
    longest, p99 = max(gaps.seconds), percentile(gaps.seconds, 0.99)
    board.ratio(f"longest gap of the window while {what} ({taken:.1f} s)", "100 ms", longest, 0.1, size=SIZE)
    board.ratio(f"gap of the window while {what}, p99", "100 ms", p99, 0.1, size=SIZE, gate=1)
    return window.outcome[1], taken


def _stopped(window: Window, work: Work, after: float) -> float:
    progress = window.start(work)
    started = time.perf_counter()
    until(lambda: time.perf_counter() - started > after or not window.is_busy)
    asked = time.perf_counter()
    progress.stop()
    outcome = window.wait()
    assert outcome == ("stopped", None), "it ended before it was stopped"
    return time.perf_counter() - asked
