"""Attach two files again and again, each time killed one step later; see ``killing``.

Called as ``killing_attachments.py PREPARED OUT KEY``.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

from fj_desktop.exchange.looking.looker import Facts
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services import attaching
from fj_desktop.services.attachment_sources import Source
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.session import Session
from tests.support.cheap_keys import cheap_vault
from tests.support.killing import Countdown, arm

SOURCES = (Source("甲.txt", content="甲的内容".encode()), Source("乙.txt", content="乙的内容".encode()))
LAND = CATALOG["land"]


class _Waiting(Countdown):
    """Counts only once it is told to."""

    is_on = False

    def step(self) -> None:
        if self.is_on:
            super().step()


def attach(desk: Desk) -> None:
    """Attach both files to the newest plot."""
    record = desk.browse.page(desk.browse.open(LAND, Wanted()), 0, 1, [])[0].id
    desk.attachments.add(LAND, record, SOURCES)


def main(prepared: Path, out: Path, key: bytes) -> None:
    """Kill the adding at every step in turn; the last folder is that of a run that came to its end."""
    # The worker that looks at files is a process of its own and writes nothing.
    attaching.look = lambda *_: Facts("text", words="greenhouse")
    status, steps = -1, 0
    while status != 0:
        steps += 1
        folder = out / f"{steps:04}"
        shutil.copytree(prepared, folder)
        child = os.fork()
        if child == 0:
            countdown = _Waiting(steps)
            arm(countdown)
            desk = Session(Profile(folder), cheap_vault(Profile(folder))).open(key)
            countdown.is_on = True
            attach(desk)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status not in (0, signal.SIGKILL):
            raise SystemExit(f"step {steps} ended with {status}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3]))
