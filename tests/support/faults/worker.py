"""Try faults on operations and print what came of it, a line of JSON each.

Called as ``python -m tests.support.faults.worker JSON`` with the fields of :class:`Wanted`. A process of its own,
because it forks; several may share the work.
"""

import json
import os
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from fj_desktop.store import atomic, engine
from tests.support.faults.operations import OPERATIONS
from tests.support.faults.trials import Trials

LIGHT = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one


@dataclass(frozen=True)
class Wanted:
    """What to try.

    Attributes:
        claims: a folder in which workers that share the work note what each has taken on.
        names: the operations.
        cuts, full, kills: how many of each for one operation.
        every: every so-manieth call fails; 0 for none.
        most: of a long operation fewer calls fail, spread evenly, so that these are about the most; 0 for any number.
        modes: in which ways each; without any named in one of them in turn.
        seed: another one, other cases.
        spoil: how the product is broken first, a name in ``SPOILS``.
    """

    claims: str
    names: list[str] = field(default_factory=lambda: list(OPERATIONS))
    cuts: int = 0
    full: int = 0
    kills: int = 0
    every: int = 0
    most: int = 0
    modes: list[str] = field(default_factory=list)
    seed: int = 0
    spoil: str = ""


def _log_not_waited_for() -> None:
    engine._PRAGMAS = tuple(one.replace("= FULL", "= NORMAL") for one in engine._PRAGMAS)


def _names_not_waited_for() -> None:
    atomic.sync_folder = lambda folder: None


def _bytes_not_waited_for() -> None:
    os.fsync = lambda handle: None


SPOILS: dict[str, Callable[[], None]] = {
    "": lambda: None,
    "log": _log_not_waited_for,
    "names": _names_not_waited_for,
    "bytes": _bytes_not_waited_for,
}
"""Ways to break the product, so that the trials can show that they find it."""


def tried(name: str, wanted: Wanted, folder: Path) -> dict[str, Any]:
    """One operation under all that is wanted."""
    trials = Trials(OPERATIONS[name], folder, SPOILS[wanted.spoil])
    lot = random.Random(f"{name} {wanted.seed}")  # noqa: S311 - the same cases in every run
    trials.power_cuts(wanted.cuts, lot)
    if not trials.operation.heavy:
        trials.full_disks(wanted.full, lot)
        trials.kills(wanted.kills, lot)
        if wanted.every:
            spread = -(-trials.report.calls // wanted.most) if wanted.most else 0
            trials.failing_calls(max(wanted.every, spread), wanted.modes, wanted.seed)
    return asdict(trials.report) | {"name": name}


def claimed(claims: Path, name: str) -> bool:
    """Whether this worker is the first to take an operation on."""
    try:
        (claims / name).mkdir()
    except FileExistsError:
        return False
    return True


def main(wanted: Wanted) -> None:
    """Try all named operations that no other worker has taken on."""
    with tempfile.TemporaryDirectory(dir=LIGHT if LIGHT.is_dir() else None) as folder:
        tempfile.tempdir = folder
        for name in wanted.names:
            if claimed(Path(wanted.claims), name):
                own = Path(folder, name)
                own.mkdir()
                print(json.dumps(tried(name, wanted, own), ensure_ascii=False), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Wanted(**json.loads(sys.argv[1])))
