"""Runs the fault trials in processes of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

WORKERS = 2


def trials(claims: Path, **wanted: Any) -> dict[str, dict[str, Any]]:
    """What the trials of each operation came to; see :class:`tests.support.faults.worker.Wanted`."""
    claims.mkdir()
    command = [sys.executable, "-m", "tests.support.faults.worker", json.dumps(wanted | {"claims": str(claims)})]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    errors = claims.with_suffix(".errors")
    with errors.open("w") as said:
        running = [
            subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=said, encoding="utf-8")
            for _ in range(WORKERS)
        ]
        lines = [line for one in running for line in one.communicate()[0].splitlines()]
    assert [one.returncode for one in running] == [0] * WORKERS, errors.read_text("utf-8")[-4000:]
    return {report["name"]: report for report in map(json.loads, lines)}
