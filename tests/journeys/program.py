"""Starts the program, types and clicks like a person, and waits until the screen stands still."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageGrab

PASSPHRASE = "kuimen-2026-orange-river"
SIZE = (1366, 768)
_POLL_S = 0.08
_LONGEST_S = 60.0


class Program:
    """One profile's program, run as a process of its own."""

    def __init__(self, profile: Path, scratch: Path) -> None:
        self.profile = profile
        self._scratch = scratch
        self._process: subprocess.Popen[bytes] | None = None
        self._window = ""

    def start(self) -> None:
        """Start the program and wait for its window."""
        command = [sys.executable, "-m", "fj_desktop", "--profile", str(self.profile)]
        environment = os.environ | {"PYTHONFAULTHANDLER": "1", "QT_IM_MODULE": "none"}
        self._process = subprocess.Popen(command, env=environment)
        self.until(self._found_window)
        self.still()

    def _found_window(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, "the program ended by itself"
        found = _xdotool(
            "search", "--onlyvisible", "--pid", str(self._process.pid), "--name", "奉节", check=False
        ).split()
        for window in found:
            if f"{SIZE[0]}x{SIZE[1]}" in _xdotool("getwindowgeometry", window, check=False):
                self._window = window
                return True
        return False

    def quit(self) -> int:
        """Close the window as a person does, and wait for the end."""
        assert self._process is not None
        _xdotool("key", "ctrl+q")
        return self._process.wait(timeout=20)

    def kill(self) -> None:
        """End it at once, whatever it does."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()

    def focus(self) -> None:
        """Give the keyboard back to the window; without a window manager nobody does when a dialog closes."""
        _xdotool("windowfocus", self._window)
        self.still()

    def click(self, place: tuple[int, int]) -> None:
        """Click at a place of the window."""
        _xdotool("mousemove", "--window", self._window, str(place[0]), str(place[1]), "click", "1")
        self.still()

    def write(self, words: str) -> None:
        """Type a text."""
        _xdotool("type", "--delay", "12", words)
        self.still()

    def keys(self, *names: str) -> None:
        """Press keys one after another, e.g. ``Tab``, ``ctrl+s``."""
        for name in names:
            _xdotool("key", name)
        self.still()

    def opens(self, *names: str, before: Image.Image | None = None) -> None:
        """Press keys that open a page, and wait for it: on a busy machine the screen stands still before it comes.

        ``before``: what stood on the screen, where the keys were pressed earlier.
        """
        there = before or self.screen()
        for name in names:
            _xdotool("key", name)
        self.until(lambda: _differ_widely(there, self.screen()))
        self.still()

    def screen(self) -> Image.Image:
        """What stands on the screen now."""
        return ImageGrab.grab(bbox=(0, 0, *SIZE), xdisplay=os.environ["DISPLAY"])

    def still(self) -> None:
        """Wait until the screen has not changed for a moment; a blinking cursor is no change."""
        before, quiet = self.screen(), 0

        def stands() -> bool:
            nonlocal before, quiet
            now = self.screen()
            box = ImageChops.difference(before.convert("L"), now.convert("L")).getbbox()
            quiet = quiet + 1 if box is None or (box[2] - box[0] <= 3 and box[3] - box[1] <= 40) else 0
            before = now
            return quiet >= 3

        self.until(stands)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for a condition."""
        end = time.monotonic() + _LONGEST_S
        while not holds():
            assert time.monotonic() < end, f"waited in vain; the screen is in {self._keep_picture()}"
            time.sleep(_POLL_S)

    def _keep_picture(self) -> Path:
        path = self._scratch / "screen.png"
        self.screen().save(path)
        return path

    def headless(self, *arguments: str, passphrase: str = PASSPHRASE) -> Any:
        """What a headless command says of the same profile, read from its JSON."""
        done = self.run(*arguments, passphrase=passphrase)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def run(self, *arguments: str, passphrase: str = PASSPHRASE) -> "subprocess.CompletedProcess[str]":
        """Run a headless command on the same profile."""
        command = [sys.executable, "-m", "fj_desktop", "--profile", str(self.profile), *arguments]
        environment = os.environ | {"FJ_PASSPHRASE": passphrase}
        return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def _xdotool(*arguments: str, check: bool = True) -> str:
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False)
    assert not check or done.returncode == 0, done.stderr
    return done.stdout


def _differ_widely(before: Image.Image, now: Image.Image) -> bool:
    box = ImageChops.difference(before.convert("L"), now.convert("L")).getbbox()
    return box is not None and (box[2] - box[0]) * (box[3] - box[1]) > SIZE[0] * SIZE[1] // 8
