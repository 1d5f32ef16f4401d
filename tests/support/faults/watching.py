"""Run something in a child and rule over each of its calls that changes files below one folder."""

import contextlib
import errno
import os
import select
import signal
import socket
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from tests.support.faults.calls import ACKNOWLEDGED, Event, Interpreter, Noted, Synced, Written
from tests.support.faults.listener import Call, Listener, borrowed, install

Verdict: TypeAlias = int | Literal["go", "short", "kill"]
"""What becomes of a call: it fails with this number, is carried out, half carried out, or the child dies before it."""
Rule: TypeAlias = Callable[[Event], Verdict]

CRASHED = 70
"""The exit code of a child that met an error nobody foresaw; what it was stands on the error stream."""


@dataclass
class Outcome:
    """What a child did below the folder, and how it ended: its exit code, or the signal as a negative number."""

    status: int = 0
    events: list[Event] = field(default_factory=list)

    def noted(self, word: str = "") -> list[str]:
        """What the child noted, where it begins with the word."""
        return [one.text for one in self.events if isinstance(one, Noted) and one.text.startswith(word)]


def note(text: str) -> None:
    """In the child: put a line into the log, between the calls that come before and after."""
    with contextlib.suppress(OSError):
        os.rmdir(ACKNOWLEDGED + text.replace("/", "|"))  # noqa: PTH106 - the bare call


def go_on(_: Event) -> Verdict:
    """Let everything happen."""
    return "go"


def watch(act: Callable[[], object], folder: Path, rule: Rule = go_on, *, within_s: float = 120.0) -> Outcome:
    """Fork, run ``act`` in the child under the rule, and return when it has ended.

    Waits for the disk are answered at once: what they promise is the business of :mod:`disk`.

    Raises:
        UnsupportedError: the system lets nobody watch.
        TimeoutError: the child did not end.
    """
    ours, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        ours.close()
        _live(act, theirs)
    theirs.close()
    outcome = Outcome()
    try:
        listener = Listener(ours)
        try:
            _judge(listener, Interpreter(folder), rule, outcome, (child, time.monotonic() + within_s))
        finally:
            listener.close()
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        ours.close()
    outcome.status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return outcome


def _live(act: Callable[[], object], channel: socket.socket) -> None:
    code = CRASHED
    try:
        install(channel)
        act()
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it was, the child must end here
        traceback.print_exc()
    finally:
        os._exit(code)


def _judge(listener: Listener, reader: Interpreter, rule: Rule, outcome: Outcome, ends: tuple[int, float]) -> None:
    child, until = ends
    waiting = select.poll()
    waiting.register(listener.handle, select.POLLIN)
    while True:
        ready = waiting.poll(max(0.0, until - time.monotonic()) * 1000)
        if not ready:
            raise TimeoutError(f"not ended: {outcome.events[-3:]}"[:500])
        if not ready[0][1] & select.POLLIN:
            return  # Nobody is left who could make a call.
        call = listener.take()
        if call is not None:
            _answer(listener, call, _event(reader, call), rule, outcome, child)


def _event(reader: Interpreter, call: Call) -> Event | None:
    try:
        return reader.event(call)
    except (FileNotFoundError, ProcessLookupError):
        return None  # The child was killed meanwhile.


def _answer(listener: Listener, call: Call, event: Event | None, rule: Rule, outcome: Outcome, child: int) -> None:
    if call.name in ("sendfile", "copy_file_range", "fallocate"):
        # Whoever asks falls back to plain writes, which can be read here.
        listener.fail(call, errno.EINVAL if call.name != "fallocate" else errno.EOPNOTSUPP)
    elif event is None:
        listener.go_on(call)
    elif isinstance(event, Noted):
        outcome.events.append(event)
        rule(event)
        listener.done(call, 0)
    else:
        _carry_out(listener, call, event, rule(event), outcome, child)


def _carry_out(listener: Listener, call: Call, event: Event, verdict: Verdict, outcome: Outcome, child: int) -> None:
    if verdict == "kill":
        os.kill(child, signal.SIGKILL)
    elif verdict == "short" and isinstance(event, Written) and len(event.content) > 1:
        half = event.content[: len(event.content) // 2]
        handle = borrowed(child, call.arguments[0])
        written = os.write(handle, half) if call.name == "write" else os.pwrite(handle, half, event.offset or 0)
        os.close(handle)
        outcome.events.append(Written(event.path, event.offset, half[:written]))
        listener.done(call, written)
    elif isinstance(verdict, int):
        listener.fail(call, verdict)
    else:
        outcome.events.append(event)
        if isinstance(event, Synced):
            listener.done(call, 0)
        else:
            listener.go_on(call)
