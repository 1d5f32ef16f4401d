"""How the confined worker processes are started: by which command, and with how little around them."""

import os
import sys
from pathlib import Path

# Without these Windows starts no process at all.
_NEEDED_ON_WINDOWS = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR")


def own_command(module: str, word: str) -> list[str]:
    """This interpreter and a module of ours.

    A frozen build has no interpreter to ask for a module: its own program, called with ``word``, hands over to it.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, word]
    return [sys.executable, "-P", "-B", "-X", "utf8", "-m", module]


def environment() -> dict[str, str]:
    """Nothing of the program's own environment but where its modules are."""
    kept = {name: os.environ[name] for name in _NEEDED_ON_WINDOWS if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(str(Path(place).absolute()) for place in sys.path if place)}
