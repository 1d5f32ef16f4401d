"""Keep keys and records out of core dumps and away from debuggers of the same account."""

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Switch off core dumps and attaching where the system allows it; elsewhere do nothing.

    Called first thing, before a passphrase is read. A system that refuses is no reason not to start.
    """
    _no_core_files()
    _not_dumpable()


def _no_core_files() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
