"""Run an action again and again, each time killed one step later, and leave what each kill left.

Called as ``killing.py ACTION PREPARED OUT KEY SCRIPTS``: for each step the folder PREPARED is copied to
OUT/0001, OUT/0002 … and a fork of this process works on the copy until it kills itself at that step.
A step is an SQL statement that may write, a wait for the disk, or a rename. The last folder is the one of a run that
came to its end.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import alembic.command

import fj_desktop.store.migrate
from fj_desktop.paths import Profile
from fj_desktop.store import engine
from fj_desktop.store.scripts import Scripts
from tests.support.cheap_keys import PASSPHRASE, cheap_vault

NEW_PASSPHRASE = "石榴树下 umbrella 雪人 19"


LOADED = alembic.command
"""Loaded once, before the forks."""


WRITING = ("BEGIN", "COMMIT", "CREATE", "DROP", "ALTER", "INSERT", "UPDATE", "DELETE", "PRAGMA JOURNAL", "PRAGMA USER")


class Countdown:
    """Kills this process when it has been told of so many steps."""

    def __init__(self, steps: int) -> None:
        self._left = steps

    def step(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def arm(countdown: Countdown) -> None:
    """Let every step of the store's code count."""
    opened, fsync, replace = engine._opened, os.fsync, Path.replace

    def traced(path: Path, read_only: bool) -> Any:
        connection = opened(path, read_only)
        connection.set_trace_callback(counted_statement)
        return connection

    def counted_statement(statement: str) -> None:
        if statement.upper().startswith(WRITING):
            countdown.step()

    def counted_fsync(handle: int) -> None:
        countdown.step()
        fsync(handle)

    def counted_replace(source: Path, target: Path) -> Path:
        countdown.step()
        done = replace(source, target)
        countdown.step()
        return done

    engine._opened = traced
    os.fsync = counted_fsync  # type: ignore[assignment]
    Path.replace = counted_replace  # type: ignore[assignment, method-assign]


def main(action: str, prepared: Path, out: Path, key: bytes, scripts: Scripts) -> None:
    """Kill the action at every step in turn."""
    actions: dict[str, Callable[[Profile], object]] = {
        "create": lambda profile: cheap_vault(profile, scripts=scripts).create(PASSPHRASE),
        "upgrade": lambda profile: fj_desktop.store.migrate.upgrade(profile, key, scripts=scripts),
        "passphrase": lambda profile: cheap_vault(profile).change_passphrase(PASSPHRASE, NEW_PASSPHRASE),
    }
    steps = 0
    status = -1
    while status != 0:
        steps += 1
        folder = out / f"{steps:04}"
        shutil.copytree(prepared, folder)
        child = os.fork()
        if child == 0:
            arm(Countdown(steps))
            actions[action](Profile(folder))
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status not in (0, signal.SIGKILL):
            raise SystemExit(f"step {steps} ended with {status}")


if __name__ == "__main__":
    _, action, prepared, out, key, scripts = sys.argv
    main(action, Path(prepared), Path(out), bytes.fromhex(key), Scripts(Path(scripts)))
