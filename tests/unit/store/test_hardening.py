"""No core dump holds a key (S-15)."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="core dumps are set per system; Linux is the one tested")
def test_core_dumps_and_attaching_are_off_after_hardening() -> None:
    code = (
        "import ctypes, resource\n"
        "from fj_desktop.store.hardening import harden_process\n"
        "harden_process()\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)\n"
        "assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0\n"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
