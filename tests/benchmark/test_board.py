"""Five thousand cards on the board: painted at once, whatever their number."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.projects.board import Board as ProjectBoard
from fj_desktop.ui.theme import Theme
from tests.benchmark import stores, tracked
from tests.benchmark.board import Board, timed

_FEW = 250


@pytest.fixture(scope="module")
def desks(place: Path) -> Iterator[dict[int, Desk]]:
    made = {}
    for count in (_FEW, tracked.PROJECTS):
        made[count] = Desk(stores.encrypted(place / f"cards-{count}")())
        tracked.fill(made[count], count, 2 * count)
    yield made
    for desk in made.values():
        desk.close()


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


def _first_paint(desk: Desk, theme: Theme, qtbot: QtBot) -> float:
    board = ProjectBoard(desk, theme, Asking(theme.icons))
    qtbot.addWidget(board)
    board.resize(1120, 600)
    board.show()
    qtbot.waitExposed(board)

    def paint() -> None:
        board._wanted = Wanted()
        board._take(Wanted(), desk.board.columns(Wanted()))
        board.grab()

    _, seconds = timed(paint)
    # Painted cards were read.
    assert all(one._pages for one in board._models.values() if one.rowCount())
    return seconds


def test_five_thousand_cards_are_painted_at_once(
    board: Board, desks: dict[int, Desk], theme: Theme, qtbot: QtBot
) -> None:
    paint = partial(_first_paint, theme=theme, qtbot=qtbot)
    many, few = (median(paint(desks[count]) for _ in range(5)) for count in (tracked.PROJECTS, _FEW))
    listed = median(timed(partial(desks[tracked.PROJECTS].board.columns, Wanted()))[1] for _ in range(5))
    size = f"{tracked.PROJECTS:,} cards"
    board.ratio("first paint of the board", "100 ms", many, 0.1, size=size, gate=1)
    against = f"sorting the numbers of all into stages, and painting {_FEW} cards"
    board.ratio("first paint of the board", against, many, listed + few, size=size, gate=2, aim=1.2)
