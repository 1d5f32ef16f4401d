"""The unlock window against the first window of KeePassXC, on the same screen."""

import shutil
import sys
from pathlib import Path
from statistics import median

import pytest

from tests.benchmark import stores
from tests.benchmark.board import Board
from tests.benchmark.starting import seconds_until_drawn
from tests.benchmark.x_screen import screen

_STARTS = 7
# Without these KeePassXC asks a question over its window.
_KEEPASSXC_INI = "[General]\nUpdateCheckMessageShown=true\n\n[GUI]\nCheckForUpdates=false\n"


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no virtual screen")
def test_the_unlock_window_stands_about_as_soon_as_that_of_keepassxc(board: Board, place: Path) -> None:
    other = shutil.which("keepassxc")
    if other is None:
        board.remark("!!! NOT MEASURED: the unlock window against KeePassXC, which is not installed here !!!")
        pytest.skip("KeePassXC is not installed")
    stores.with_real_keys(place / "started")
    settings = place / "keepassxc.ini"
    settings.write_text(_KEEPASSXC_INI)
    commands = {
        "desk": [sys.executable, "-m", "fj_desktop", "--profile", str(place / "started")],
        "other": [other, "--config", str(settings), "--localconfig", str(place / "local.ini")],
    }
    times: dict[str, list[tuple[float, float]]] = {"desk": [], "other": []}
    with screen() as shown:
        for number in range(_STARTS + 1):
            for name, command in commands.items():
                home = place / f"home-{name}"
                home.mkdir(exist_ok=True)
                taken = seconds_until_drawn(command, home, shown)
                if number:  # The first start of each only fills the disk's cache.
                    times[name].append(taken)
    mapped = {name: median(one[0] for one in taken) for name, taken in times.items()}
    drawn = {name: median(one[1] for one in taken) for name, taken in times.items()}
    size = f"median of {_STARTS} starts"
    against = "KeePassXC's first window"
    board.ratio("unlock window, drawn to the last sign", against, drawn["desk"], drawn["other"], size=size)
    board.ratio(
        "unlock window visible (mapped)", against, mapped["desk"], mapped["other"], size=size, gate=2.0, aim=1.2
    )
