"""The command line as a person at a terminal has it: arguments in, exit code and two streams out."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fj_desktop import cli

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on the standard output, read as JSON; nothing else may stand there."""
        return json.loads(self.out)


def run_here(profile: Path, *arguments: str) -> Done:
    """Run a command in this process, the profile named before it."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = cli.main(["--profile", str(profile), *arguments])
        except SystemExit as end:
            code = int(end.code or 0)
    return Done(code, out.getvalue(), err.getvalue())


def run_program(
    *arguments: str, passphrase: str | None = None, folder: Path = ROOT, places: Mapping[str, str] | None = None
) -> Done:
    """Run a command as a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | dict(places or {})
    environment.pop("FJ_PASSPHRASE", None)
    if passphrase is not None:
        environment["FJ_PASSPHRASE"] = passphrase
    done = subprocess.run(
        [sys.executable, "-m", "fj_desktop", *arguments],
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def good(profile: Path, *arguments: str) -> Done:
    """Run a command in this process that must be done, and say nothing but what was asked for."""
    done = run_here(profile, *arguments)
    assert (done.code, done.err) == (0, "")
    return done


def refused(profile: Path, *arguments: str) -> str:
    """A refusal in plain Chinese, and nothing on the standard output."""
    done = run_here(profile, *arguments)
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    assert any("\u4e00" <= sign <= "\u9fff" for sign in done.err)
    return done.err
