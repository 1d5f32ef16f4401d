"""One writer per profile (R-11)."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fj_desktop.paths import Profile
from fj_desktop.store.lock import HeldError, InstanceLock

HOLD = """
import sys, pathlib
from fj_desktop.paths import Profile
from fj_desktop.store.lock import HeldError, InstanceLock
lock = InstanceLock(Profile(pathlib.Path(sys.argv[1])), "测试")
try:
    lock.acquire()
except HeldError:
    print("refused", flush=True)
    raise SystemExit(1)
print("held", flush=True)
sys.stdin.read()
"""


def start_holder(profile: Profile) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(profile.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def ended(process: "subprocess.Popen[str]") -> None:
    process.communicate("")


def test_a_second_holder_is_refused_and_told_who_holds(profile: Profile) -> None:
    with InstanceLock(profile, "窗口"):
        with pytest.raises(HeldError, match="窗口") as refused:
            InstanceLock(profile, "导入").acquire()
        assert refused.value.holder is not None
        assert refused.value.holder.pid == os.getpid()
        assert not refused.value.elsewhere


def test_a_released_lock_is_free_and_says_nobody(profile: Profile) -> None:
    with InstanceLock(profile):
        pass
    lock = InstanceLock(profile)

    assert lock.holder() is None
    lock.acquire()
    assert lock.held
    lock.release()
    lock.release()


def test_the_lock_of_a_killed_process_is_taken_over_at_once(profile: Profile) -> None:
    holder = start_holder(profile)
    assert said(holder) == "held"
    with pytest.raises(HeldError, match="测试"):
        InstanceLock(profile).acquire()
    holder.kill()
    holder.communicate()
    started = time.perf_counter()

    with InstanceLock(profile):
        assert time.perf_counter() - started < 2


def test_of_many_starts_at_once_exactly_one_holds(profile: Profile) -> None:
    holders = [start_holder(profile) for _ in range(6)]
    answers = [said(holder) for holder in holders]
    for holder in holders:
        ended(holder)

    assert sorted(answers) == ["held"] + ["refused"] * 5


def test_a_short_wait_lets_another_command_finish(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    first = InstanceLock(profile)
    first.acquire()
    monkeypatch.setattr("fj_desktop.store.lock.time.sleep", lambda seconds: first.release())

    second = InstanceLock(profile)
    second.acquire(wait_s=5)

    assert second.held
    second.release()


def test_a_note_of_another_machine_is_asked_about_before_it_is_taken_over(profile: Profile) -> None:
    profile.folder.mkdir()
    note = profile.folder / "desk.lock"
    note.write_text(json.dumps({"pid": 7, "host": "上海办-笔记本", "purpose": "窗口"}), encoding="utf-8")

    with pytest.raises(HeldError, match="上海办-笔记本") as refused:
        InstanceLock(profile).acquire()
    assert refused.value.elsewhere

    lock = InstanceLock(profile)
    lock.acquire(take_over=True)
    assert lock.held
    lock.release()


def test_taking_over_never_pushes_a_live_holder_aside(profile: Profile) -> None:
    with InstanceLock(profile), pytest.raises(HeldError):
        InstanceLock(profile).acquire(take_over=True)


@pytest.mark.parametrize("note", [b"", b"\xff\xfe", b"[1]", b"{}", b"x" * 100_000])
def test_a_spoilt_note_holds_nobody_up(profile: Profile, note: bytes) -> None:
    profile.folder.mkdir()
    (profile.folder / "desk.lock").write_bytes(note)

    with InstanceLock(profile) as lock:
        assert lock.held


def test_the_folder_is_made_private(profile: Profile, tmp_path: Path) -> None:
    with InstanceLock(profile):
        assert profile.folder.stat().st_mode & 0o777 == 0o700 or os.name == "nt"
