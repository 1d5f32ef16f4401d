"""Starts a program and tells when its window stands: the whole process, until the screen shows its last picture."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmark.x_screen import Screen, alike

_QUIET_S = 1.0
_LONGEST_S = 40.0
_PAUSE_S = 0.004


def seconds_until_drawn(command: Sequence[str], places: Path, screen: Screen) -> tuple[float, float]:
    """From the start of the process until its window is mapped, and until it is drawn for good.

    The second is the moment of the first picture after which only a cursor blinks. ``places`` is the
    folder for all that the program keeps.
    """
    empty = screen.picture()
    own = {name: str(places) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    environment = os.environ | own | {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
    started = time.perf_counter()
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return _watched(empty, started, program, screen)
    finally:
        program.kill()
        program.wait()
        _wait_for(empty, screen)


def _watched(empty: bytes, started: float, program: "subprocess.Popen[bytes]", screen: Screen) -> tuple[float, float]:
    mapped, drawn, last = 0.0, started, empty
    while True:
        moment = time.perf_counter()
        mapped = mapped or (moment if screen.has_window() else 0.0)
        moment, picture = time.perf_counter(), screen.picture()
        assert program.poll() is None, "the program ended by itself"
        assert moment - started < _LONGEST_S, "no window came"
        if not alike(last, picture):
            drawn, last = moment, picture
        if mapped and drawn > started and moment - drawn > _QUIET_S:
            return mapped - started, drawn - started
        time.sleep(_PAUSE_S)


def _wait_for(picture: bytes, screen: Screen) -> None:
    end = time.monotonic() + 10
    while not alike(picture, screen.picture()) and time.monotonic() < end:
        time.sleep(0.02)
