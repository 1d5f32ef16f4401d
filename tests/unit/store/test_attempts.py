"""The wait after wrong tries (R-12)."""

import datetime as dt
from pathlib import Path

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import LockedError, UserError
from fj_desktop.store.attempts import Attempts, WaitError, wait_after

START = dt.datetime(2025, 11, 26, 8, 0, tzinfo=dt.UTC)


class Times:
    """A wall clock and a monotonic clock that move together unless told otherwise."""

    def __init__(self) -> None:
        self.wall = FixedClock(START)
        self.seconds = 100.0

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall.moment += dt.timedelta(seconds=seconds)


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.attempts"


def attempts_of(path: Path, times: Times) -> Attempts:
    return Attempts(path, times.wall, lambda: times.seconds)


def fail(attempts: Attempts) -> None:
    with pytest.raises(LockedError, match="wrong"), attempts.trying():
        raise LockedError("wrong")


def test_the_wait_grows_to_thirty_seconds_and_each_tenth_is_fifteen_minutes() -> None:
    assert [wait_after(wrong) for wrong in range(12)] == [0, 1, 2, 4, 8, 16, 30, 30, 30, 30, 900, 30]
    assert wait_after(20) == 900


def test_a_try_before_the_wait_is_over_is_refused_untried(path: Path, times: Times) -> None:
    attempts = attempts_of(path, times)
    fail(attempts)
    tried = []

    with pytest.raises(WaitError, match="请等 1 秒") as refused, attempts.trying():
        tried.append(1)

    assert refused.value.seconds == 1
    assert not tried


def test_ten_wrong_tries_bring_a_pause_that_outlasts_a_restart(path: Path, times: Times) -> None:
    for _ in range(10):
        attempts = attempts_of(path, times)
        times.pass_by(attempts.seconds_left())
        fail(attempts)

    assert attempts_of(path, times).seconds_left() == 900
    times.pass_by(899)
    assert attempts_of(path, times).seconds_left() == 1
    times.pass_by(1)
    assert attempts_of(path, times).seconds_left() == 0


def test_success_forgives(path: Path, times: Times) -> None:
    attempts = attempts_of(path, times)
    fail(attempts)
    times.pass_by(1)
    with attempts.trying():
        pass

    assert attempts.seconds_left() == 0
    assert not path.exists()


def test_a_program_killed_while_trying_has_tried(path: Path, times: Times) -> None:
    attempts_of(path, times).trying().__enter__()

    assert attempts_of(path, times).seconds_left() == 1


def test_a_slip_of_the_hand_is_not_counted(path: Path, times: Times) -> None:
    attempts = attempts_of(path, times)
    with pytest.raises(UserError, match="slip"), attempts.trying():
        raise UserError("slip")

    assert attempts.seconds_left() == 0


def test_a_clock_set_back_neither_ends_nor_stretches_the_wait(path: Path, times: Times) -> None:
    for _ in range(6):
        attempts = attempts_of(path, times)
        times.pass_by(attempts.seconds_left())
        fail(attempts)
    times.wall.moment -= dt.timedelta(days=365)

    assert attempts_of(path, times).seconds_left() == 30
    times.pass_by(30)
    assert attempts_of(path, times).seconds_left() == 0


def test_a_clock_set_forward_does_not_help_within_the_running_program(path: Path, times: Times) -> None:
    attempts = attempts_of(path, times)
    for _ in range(6):
        times.pass_by(attempts.seconds_left())
        fail(attempts)
    times.wall.moment += dt.timedelta(days=1)

    assert attempts.seconds_left() == 30


@pytest.mark.parametrize("content", [b"", b"x", b"[]", b'{"wrong":1e400,"last_at":0}', b'{"wrong":-3,"last_at":"x"}'])
def test_a_spoilt_count_locks_nobody_out(path: Path, times: Times, content: bytes) -> None:
    path.write_bytes(content)

    assert attempts_of(path, times).seconds_left() == 0
