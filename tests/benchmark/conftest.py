"""What the benchmarks share: the board, the large ledger and the desk it was imported into, each made once a run."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.importing import ImportResult
from tests.benchmark import ledger, stores
from tests.benchmark.board import Board, timed
from tests.benchmark.memory import peak_mib

ROWS = 100_000
SMALL = 1_000
_BOARD = pytest.StashKey[Board]()


@dataclass(frozen=True)
class Written:
    """The ledger, the seconds openpyxl took to write it, and those it takes merely to read it."""

    path: Path
    seconds: float
    reading: float


@dataclass(frozen=True)
class Imported:
    """A desk with the ledger in it, what the import said, and the seconds of each step."""

    desk: Desk
    result: ImportResult
    seconds: dict[str, float]
    peak_mib: float


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_BOARD] = Board()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.section("benchmarks: ratios of this run")
    for line in config.stash[_BOARD].table():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def board(request: pytest.FixtureRequest) -> Board:
    """Where the figures go."""
    return request.config.stash[_BOARD]


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A folder that ends with the run."""
    with tempfile.TemporaryDirectory(prefix="fj-bench-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def large_ledger(place: Path) -> Written:
    """100,000 companies in 20 columns."""
    path = place / "企业台账.xlsx"
    values = list(ledger.rows(ROWS))
    _, seconds = timed(lambda: ledger.write_sheet(path, values))
    values.clear()
    count, reading = timed(lambda: ledger.merely_read(path))
    assert count == ROWS + 1
    return Written(path, seconds, reading)


@pytest.fixture(scope="session")
def large_desk(place: Path, large_ledger: Written) -> Iterator[Imported]:
    """An encrypted desk with the large ledger in it."""
    desk = Desk(stores.encrypted(place / "large")())
    yield imported(desk, large_ledger.path)
    desk.close()


@pytest.fixture(scope="session")
def small_desk(place: Path) -> Iterator[Imported]:
    """An encrypted desk with 1,000 companies."""
    path = place / "small.xlsx"
    ledger.write_sheet(path, ledger.rows(SMALL))
    desk = Desk(stores.encrypted(place / "small")())
    yield imported(desk, path)
    desk.close()


def imported(desk: Desk, path: Path) -> Imported:
    """Bring a ledger in the way the wizard and the command line do."""
    importing, library = desk.importing, CATALOG["companies"]
    seconds: dict[str, float] = {}
    book, seconds["read"] = timed(lambda: importing.read(path))
    proposal, seconds["propose"] = timed(lambda: importing.propose(book, library))
    plan, seconds["plan"] = timed(lambda: importing.plan(book, proposal, library))
    result, seconds["apply"] = timed(lambda: importing.apply(plan))
    return Imported(desk, result, seconds, peak_mib())
