"""Stop a child at each call that changes files, before the system carries it out (Linux).

The child asks the kernel for this itself (a seccomp filter whose matches go to a listener, seccomp(2)); the parent
holds the listener and decides what becomes of each call. No compiler, no right and no change to the child's code is
needed, and every writer is seen: SQLCipher, Python, and processes that the child starts.
"""

import ctypes
import errno
import fcntl
import os
import platform
import socket
import struct
from dataclasses import dataclass

# Numbers of calls on 64-bit Intel and ARM; ARM has only the newer form of some.
_NUMBERS: dict[str, dict[str, int]] = {
    "x86_64": {
        "write": 1, "pwrite64": 18, "ftruncate": 77, "truncate": 76, "fsync": 74, "fdatasync": 75, "open": 2,
        "creat": 85, "openat": 257, "rename": 82, "renameat": 264, "renameat2": 316, "unlink": 87, "unlinkat": 263,
        "rmdir": 84, "link": 86, "linkat": 265, "mkdir": 83, "mkdirat": 258, "sendfile": 40, "copy_file_range": 326,
        "fallocate": 285,
    },
    "aarch64": {
        "write": 64, "pwrite64": 68, "ftruncate": 46, "truncate": 45, "fsync": 82, "fdatasync": 83, "openat": 56,
        "renameat": 38, "renameat2": 276, "unlinkat": 35, "linkat": 37, "mkdirat": 34, "sendfile": 71,
        "copy_file_range": 285, "fallocate": 47,
    },
}  # fmt: skip
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_PIDFD_GETFD = 438
_SET_MODE_FILTER, _NEW_LISTENER, _NO_NEW_PRIVS = 1, 1 << 3, 38
_NOTIFY, _ALLOW = 0x7FC00000, 0x7FFF0000
_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_CONTINUE = 1
_LOAD, _EQUAL, _SET, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_MAKING = os.O_CREAT | os.O_TRUNC
_NOTE = struct.Struct("=QIIiIQ6Q")
_ANSWER = struct.Struct("=QqiI")
_LIBRARY = ctypes.CDLL(None, use_errno=True)


class UnsupportedError(RuntimeError):
    """This system lets no process watch the calls of its child; the faults can't be tried here."""


@dataclass(frozen=True)
class Call:
    """One call that a child is about to make: its name, its thread and its six arguments as numbers."""

    token: int
    name: str
    thread: int
    arguments: tuple[int, ...]


def install(channel: socket.socket) -> None:
    """In the child: from now on the calls are stopped, and whoever reads the channel holds the listener."""
    machine = platform.machine()
    program = _program(machine)
    kept = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("=HxxxxxxQ", len(program) // 8, ctypes.addressof(kept))
    held = ctypes.create_string_buffer(header, len(header))
    if _LIBRARY.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise UnsupportedError(os.strerror(ctypes.get_errno()))
    listener = _LIBRARY.syscall(_SECCOMP[machine], _SET_MODE_FILTER, _NEW_LISTENER, held)
    if listener < 0:
        raise UnsupportedError(os.strerror(ctypes.get_errno()))
    socket.send_fds(channel, [b"l"], [listener])
    os.close(listener)
    channel.close()


def _program(machine: str) -> bytes:
    """A filter of the kernel's own little language: the listed calls go to the listener, all others pass."""
    if machine not in _NUMBERS:
        raise UnsupportedError(machine)

    def step(code: int, value: int, hit: int = 0, miss: int = 0) -> bytes:
        return struct.pack("=HBBI", code, hit, miss, value)

    steps = [step(_LOAD, _ARCHITECTURE_AT), step(_EQUAL, _ARCHITECTURES[machine], 1, 0), step(_RETURN, _ALLOW)]
    for name, number in _NUMBERS[machine].items():
        steps.append(step(_LOAD, _NUMBER_AT))
        flags = {"open": 1, "openat": 2}.get(name)
        if flags is None:
            steps += [step(_EQUAL, number, 0, 1), step(_RETURN, _NOTIFY)]
        else:
            # A program opens hundreds of files only to read them; they are let through.
            looked = [step(_LOAD, _ARGUMENTS_AT + 8 * flags), step(_SET, _MAKING, 0, 1), step(_RETURN, _NOTIFY)]
            steps += [step(_EQUAL, number, 0, 4), *looked, step(_RETURN, _ALLOW)]
    return b"".join([*steps, step(_RETURN, _ALLOW)])


class Listener:
    """The parent's end: takes calls one by one and answers each."""

    def __init__(self, channel: socket.socket) -> None:
        _, handles, _, _ = socket.recv_fds(channel, 1, 1)
        if not handles:
            raise UnsupportedError("no listener")
        self.handle = handles[0]
        self._names = {number: name for name, number in _NUMBERS[platform.machine()].items()}

    def take(self) -> Call | None:
        """The next call; None when the child was killed in it."""
        note = bytearray(_NOTE.size)
        try:
            fcntl.ioctl(self.handle, _RECEIVE, note)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.EINTR):
                return None
            raise
        token, thread, _, number, _, _, *arguments = _NOTE.unpack(note)
        return Call(token, self._names[number], thread, tuple(arguments))

    def go_on(self, call: Call) -> None:
        """Let the system carry the call out."""
        self._answer(_ANSWER.pack(call.token, 0, 0, _CONTINUE))

    def fail(self, call: Call, number: int) -> None:
        """Let the call fail with this ``errno``; it is not carried out."""
        self._answer(_ANSWER.pack(call.token, 0, -number, 0))

    def done(self, call: Call, value: int) -> None:
        """Tell the child that the call was carried out with this result; the system does nothing."""
        self._answer(_ANSWER.pack(call.token, value, 0, 0))

    def close(self) -> None:
        os.close(self.handle)

    def _answer(self, answer: bytes) -> None:
        try:
            fcntl.ioctl(self.handle, _SEND, answer)
        except FileNotFoundError:
            return  # The child was killed meanwhile.


def borrowed(process: int, handle: int) -> int:
    """A duplicate of a file that another process has open; writing to it moves the other's place as well."""
    pidfd = os.pidfd_open(process)
    try:
        found = _LIBRARY.syscall(_PIDFD_GETFD, pidfd, handle, 0)
    finally:
        os.close(pidfd)
    if found < 0:
        raise OSError(ctypes.get_errno(), "pidfd_getfd")
    return int(found)
