"""The worker gives up memory, time, files, network and other programs before it reads."""

import ctypes
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.confine import JobLimits, confine_windows


class FakeKernel:
    """Windows as far as the worker asks it."""

    def __init__(self, answer: int = 1) -> None:
        self.answer = answer
        self.asked: JobLimits | None = None
        self.assigned: list[tuple[int, int]] = []

    def CreateJobObjectW(self, attributes: None, name: None) -> int:  # noqa: N802
        return 77

    def SetInformationJobObject(self, job: int, kind: int, information: object, size: int) -> int:  # noqa: N802
        assert (job, kind, size) == (77, 9, ctypes.sizeof(JobLimits))
        self.asked = cast(JobLimits, information._obj)  # type: ignore[attr-defined]
        return self.answer

    def AssignProcessToJobObject(self, job: int, process: int) -> int:  # noqa: N802
        self.assigned.append((job, process))
        return 1

    def GetCurrentProcess(self) -> int:  # noqa: N802
        return -1


def confined(code: str) -> subprocess.CompletedProcess[str]:
    begin = (
        f"import sys; sys.path[:0] = {sys.path!r}\nfrom fj_desktop.exchange.reading.confine import confine\nconfine()\n"
    )
    return subprocess.run([sys.executable, "-c", begin + code], capture_output=True, text=True, check=False, timeout=60)


def test_on_windows_the_process_puts_itself_into_a_job() -> None:
    kernel = FakeKernel()

    assert confine_windows(kernel)

    assert kernel.assigned == [(77, -1)]
    assert kernel.asked is not None
    assert kernel.asked.process_memory == limits.ADDRESS_SPACE_BYTES
    assert kernel.asked.basic.process_time == limits.CPU_SECONDS * 10_000_000
    assert kernel.asked.basic.active_processes == 1
    assert kernel.asked.basic.flags == 0x0002 | 0x0008 | 0x0100 | 0x0400


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the size is that of 64-bit Windows")
def test_the_structure_has_the_size_windows_expects() -> None:
    expected = 144 if ctypes.sizeof(ctypes.c_ulong) == 4 else ctypes.sizeof(JobLimits)

    assert ctypes.sizeof(JobLimits) == expected


def test_where_windows_refuses_the_worker_goes_on() -> None:
    kernel = FakeKernel(answer=0)

    assert not confine_windows(kernel)
    assert kernel.assigned == []


@pytest.mark.skipif(sys.platform != "linux", reason="macOS takes no limit on the address space")
def test_memory_ends_at_512_megabytes() -> None:
    ended = confined("bytearray(600 << 20)")

    assert ended.returncode == 1
    assert "MemoryError" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_nothing_can_be_written_to_a_disk(tmp_path: Path) -> None:
    ended = confined(f"open({str(tmp_path / 'a')!r}, 'wb', buffering=0).write(b'x')")

    assert "File too large" in ended.stderr
    assert (tmp_path / "a").read_bytes() == b""


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
    ],
)
def test_no_network_and_no_other_program(code: str) -> None:
    assert "PermissionError" in confined(code).stderr
