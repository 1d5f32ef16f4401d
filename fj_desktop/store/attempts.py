"""Wrong tries and the wait they bring, kept beside the store so that a restart does not shorten it.

This slows a person at the keyboard. Whoever holds the files can try elsewhere; there only the cost of
the passphrase stands in the way.
"""

import contextlib
import datetime as dt
import json
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from fj_desktop.core.clock import Clock, SystemClock
from fj_desktop.errors import LockedError, UserError
from fj_desktop.store import atomic

_PAUSE_AFTER = 10
_PAUSE_S = 15 * 60
_LONGEST_WAIT_S = 30
_LARGEST_BYTES = 1024


class WaitError(LockedError):
    """Too soon after a wrong try; ``seconds`` says how long to wait."""

    code = "FJ-2020"

    def __init__(self, seconds: int) -> None:
        super().__init__(f"口令或恢复码输错次数较多，请等 {_spoken(seconds)}后再试。")
        self.seconds = seconds


@dataclass(frozen=True)
class _Tries:
    """How many in a row were wrong, and the moment of the last one (seconds, UTC)."""

    wrong: int = 0
    last_at: float = 0.0


def wait_after(wrong: int) -> int:
    """Seconds to wait after that many wrong tries in a row: 1, 2, 4 … 30, each tenth 15 minutes."""
    if wrong == 0:
        return 0
    if wrong % _PAUSE_AFTER == 0:
        return _PAUSE_S
    return min(_LONGEST_WAIT_S, 1 << min(wrong - 1, 10))


class Attempts:
    """Counts the wrong tries of one profile."""

    def __init__(self, path: Path, clock: Clock | None = None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock or SystemClock()
        self._monotonic = monotonic
        self._not_before = -math.inf

    def seconds_left(self) -> int:
        """Whole seconds until the next try is allowed; 0 when it is now.

        A clock set back starts the wait anew and never makes it longer than the full wait; a clock set
        forward helps only after a restart of the program.
        """
        tries = self._read()
        wait = wait_after(tries.wrong)
        if wait == 0:
            return 0
        passed = self._now() - tries.last_at
        if passed < 0:
            self._write(_Tries(tries.wrong, self._now()))
            passed = 0
        left = max(wait - passed, self._not_before - self._monotonic())
        return max(0, math.ceil(left))

    @contextlib.contextmanager
    def trying(self) -> Iterator[None]:
        """Wrap one try: counted as wrong before it starts, forgiven when it succeeds.

        A try that ends in any error other than a wrong secret is not counted.

        Raises:
            WaitError: it is too soon; nothing was tried.
        """
        left = self.seconds_left()
        if left:
            raise WaitError(left)
        before = self._read()
        self._write(_Tries(before.wrong + 1, self._now()))
        try:
            yield
        except LockedError:
            self._not_before = self._monotonic() + wait_after(before.wrong + 1)
            raise
        except UserError:
            self._write(before)
            raise
        self.forgive()

    def forgive(self) -> None:
        """Forget the wrong tries."""
        self._not_before = -math.inf
        with contextlib.suppress(UserError):
            atomic.remove(self._path)

    def _now(self) -> float:
        return self._clock.now().astimezone(dt.UTC).timestamp()

    def _read(self) -> _Tries:
        """What was counted; a missing or spoilt file counts as nothing, so that it locks nobody out."""
        try:
            with self._path.open("rb") as file:
                value = json.loads(file.read(_LARGEST_BYTES))
            tries = _Tries(wrong=int(value["wrong"]), last_at=float(value["last_at"]))
        except (OSError, ValueError, TypeError, KeyError, OverflowError):
            return _Tries()
        return tries if 0 <= tries.wrong < 1_000_000 and math.isfinite(tries.last_at) else _Tries()

    def _write(self, tries: _Tries) -> None:
        # A profile on a read-only medium must still open.
        with contextlib.suppress(UserError):
            atomic.write_file(self._path, json.dumps(asdict(tries)).encode())


def _spoken(seconds: int) -> str:
    return f"{seconds} 秒" if seconds < 60 else f"{math.ceil(seconds / 60)} 分钟"
