"""Small files written whole, also against a virus scanner (R-01, R-15)."""

import errno
import os
from pathlib import Path

import pytest

from fj_desktop.errors import UserError
from fj_desktop.store import atomic


class HeldError(OSError):
    """What Windows raises while another program has the file open."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "held")
        self.winerror = winerror


class Action:
    """Fails a number of times, then succeeds."""

    def __init__(self, failures: int, winerror: int) -> None:
        self.failures = failures
        self.winerror = winerror
        self.waits: list[float] = []

    def __call__(self) -> str:
        if self.failures:
            self.failures -= 1
            raise HeldError(self.winerror)
        return "done"


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize("failures", [0, 1, 6])
def test_a_file_held_for_a_moment_is_waited_for(tmp_path: Path, winerror: int, failures: int) -> None:
    action = Action(failures, winerror)

    assert atomic.retried(action, tmp_path / "desk.keys", action.waits.append) == "done"
    assert action.waits == [0.05, 0.1, 0.2, 0.4, 0.8, 1.0][:failures]


def test_a_file_held_for_long_is_named_after_less_than_three_seconds(tmp_path: Path) -> None:
    action = Action(7, 32)

    with pytest.raises(UserError, match=r"desk\.keys.*占用"):
        atomic.retried(action, tmp_path / "desk.keys", action.waits.append)

    assert sum(action.waits) < 3


def test_another_error_is_not_waited_for(tmp_path: Path) -> None:
    action = Action(1, 87)

    with pytest.raises(UserError):
        atomic.retried(action, tmp_path, action.waits.append)

    assert action.waits == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.keys"
    atomic.write_file(path, b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="磁盘已满"):
        atomic.write_file(path, b"new")

    assert [file.name for file in tmp_path.iterdir()] == ["desk.keys"]
    assert path.read_bytes() == b"old"


def test_a_draft_left_by_a_kill_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "desk.keys"
    (tmp_path / "desk.keys.tmp").write_bytes(b"half")

    atomic.write_file(path, b"whole")

    assert path.read_bytes() == b"whole"
    assert [file.name for file in tmp_path.iterdir()] == ["desk.keys"]
