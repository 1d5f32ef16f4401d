"""The worker gives up what it doesn't need before it looks at a byte: memory, time, files, network, other programs."""

import ctypes
import sys
from typing import Protocol

from fj_desktop.exchange.reading import limits

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile")

# winnt.h
_JOB_LIMIT_PROCESS_TIME = 0x0002
_JOB_LIMIT_ACTIVE_PROCESS = 0x0008
_JOB_LIMIT_PROCESS_MEMORY = 0x0100
_JOB_LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x0400
_JOB_EXTENDED_LIMIT_INFORMATION = 9
_TICKS_PER_SECOND = 10_000_000


class Kernel32(Protocol):
    """The calls of Windows that put a process under limits."""

    def CreateJobObjectW(self, attributes: None, name: None) -> int: ...  # noqa: N802
    def SetInformationJobObject(self, job: int, kind: int, information: object, size: int) -> int: ...  # noqa: N802
    def AssignProcessToJobObject(self, job: int, process: int) -> int: ...  # noqa: N802
    def GetCurrentProcess(self) -> int: ...  # noqa: N802


class _Counters(ctypes.Structure):
    _fields_ = [(f"count_{place}", ctypes.c_ulonglong) for place in range(6)]


class _BasicLimits(ctypes.Structure):
    _fields_ = [
        ("process_time", ctypes.c_longlong),
        ("job_time", ctypes.c_longlong),
        ("flags", ctypes.c_ulong),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_ulong),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_ulong),
        ("scheduling", ctypes.c_ulong),
    ]


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = [
        ("basic", _BasicLimits),
        ("counters", _Counters),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    ]


def confine() -> None:
    """Put this process under its limits, for good."""
    sys.addaudithook(_refuse_to_act)
    if sys.platform == "win32":
        confine_windows(ctypes.WinDLL("kernel32"))
    else:
        _confine_posix()


def allow_for(size: int) -> None:
    """Lower the time allowed to what ``size`` bytes of content can need; it never goes up again."""
    if sys.platform == "win32":
        return
    import resource

    seconds = limits.CPU_SECONDS_FOR_ANY + size // limits.BYTES_PER_CPU_SECOND
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_CPU, (min(soft, seconds), hard))


def confine_windows(kernel: Kernel32) -> bool:
    """Put this process into a job with limits; False where Windows refuses, and the wall clock alone has to do."""
    asked = JobLimits()
    asked.basic.flags = (
        _JOB_LIMIT_PROCESS_TIME
        | _JOB_LIMIT_ACTIVE_PROCESS
        | _JOB_LIMIT_PROCESS_MEMORY
        | _JOB_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
    )
    asked.basic.process_time = limits.CPU_SECONDS * _TICKS_PER_SECOND
    asked.basic.active_processes = 1
    asked.process_memory = limits.ADDRESS_SPACE_BYTES
    job = kernel.CreateJobObjectW(None, None)
    return bool(
        job
        and kernel.SetInformationJobObject(
            job, _JOB_EXTENDED_LIMIT_INFORMATION, ctypes.byref(asked), ctypes.sizeof(asked)
        )
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    )


def _confine_posix() -> None:
    import resource

    wanted = (
        (resource.RLIMIT_AS, limits.ADDRESS_SPACE_BYTES, limits.ADDRESS_SPACE_BYTES),
        # One second apart: at the first the process is told why it ends, at the second it is only killed.
        (resource.RLIMIT_CPU, limits.CPU_SECONDS, limits.CPU_SECONDS + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for what, soft, hard in wanted:
        try:
            resource.setrlimit(what, (soft, hard))
        except (ValueError, OSError):
            # macOS takes no limit on the address space; the wall clock still holds.
            continue


def _refuse_to_act(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
