"""Real disks that are full, read-only or gone (R-02, R-03); made of memory, which takes root."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from tests.support.cheap_keys import PASSPHRASE
from tests.support.faults.operations import founded, killed_at_work, session_of

LAND = CATALOG["land"]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may make a disk"),
]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    _mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", place)
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def _mount(*arguments: str | Path) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a disk")


def fill(disk: Path, free: int) -> None:
    """Leave so many bytes free."""
    (disk / "filler").write_bytes(b"\0" * max(0, shutil.disk_usage(disk).free - free))
    assert shutil.disk_usage(disk).free <= free + 4096


def opened(profile: Profile) -> Desk:
    session = session_of(profile)
    return session.open(session.vault.unlock_with_passphrase(PASSPHRASE))


def names(desk: Desk) -> list[str]:
    return [row.cells[0] for row in desk.browse.page(desk.browse.open(LAND, Wanted()), 0, 1000, ["parcel_no"])]


def problems(profile: Profile) -> list[str]:
    session = session_of(profile)
    return session.verify(session.vault.unlock_with_passphrase(PASSPHRASE))


def add_until_refused(desk: Desk, stored: list[str]) -> None:
    for number in range(1000):
        desk.records.add(LAND, {"parcel_no": f"满盘地块 {number}", "note": "长" * 2000})
        stored.append(f"满盘地块 {number}")


@pytest.mark.parametrize("free", [4096, 40_000, 120_000, 400_000])
def test_a_disk_that_fills_up_loses_nothing_and_goes_on_when_it_is_cleared(disk: Path, free: int) -> None:
    profile = Profile(disk / "desk")
    founded(profile)
    stored: list[str] = []
    desk = opened(profile)
    fill(disk, free)
    with pytest.raises(UserError, match="磁盘已满") as refused:
        add_until_refused(desk, stored)
    assert re.search(r"只剩 \d+ KB，需要至少 50 MB", refused.value.text)
    assert set(stored) <= set(names(desk))

    (disk / "filler").unlink()
    desk.records.add(LAND, {"parcel_no": "清理之后"})
    desk.close()
    assert problems(profile) == []
    desk = opened(profile)
    assert sorted(names(desk)) == sorted([*(f"地块 {n}" for n in range(4)), *stored, "清理之后"])
    desk.close()


def test_a_desk_on_a_disk_without_one_free_byte_can_be_read(disk: Path) -> None:
    profile = Profile(disk / "desk")
    founded(profile)
    fill(disk, 0)
    with session_of(profile).hold("测试"):
        desk = opened(profile)
        assert len(names(desk)) == 4
        with pytest.raises(UserError, match=r"磁盘已满.*只剩 0 KB"):
            desk.records.add(LAND, {"parcel_no": "不够"})
        desk.close()
        assert problems(profile) == []


def test_a_desk_on_a_read_only_disk_is_read_and_refuses_to_be_written_plainly(disk: Path) -> None:
    profile = Profile(disk / "desk")
    founded(profile)
    before = profile.store.read_bytes()
    _mount("-o", "remount,ro", disk)
    desk = opened(profile)
    assert len(names(desk)) == 4
    with pytest.raises(UserError, match="不能写入"):
        desk.records.add(LAND, {"parcel_no": "不能"})
    desk.close()
    assert problems(profile) == []
    with pytest.raises(UserError, match=r"只读的.*复制到可以写的磁盘"), session_of(profile).hold("测试"):
        pass
    assert profile.store.read_bytes() == before


def test_a_killed_desk_on_a_read_only_disk_says_what_to_do_and_loses_nothing(disk: Path) -> None:
    profile = Profile(disk / "desk")
    killed_at_work(profile)
    _mount("-o", "remount,ro", disk)
    with pytest.raises(UserError, match=r"还有改动要先并入.*复制到可以写的磁盘"):
        opened(profile)
    _mount("-o", "remount,rw", disk)
    desk = opened(profile)
    assert "只在日志里的地块" in names(desk)
    desk.close()


def test_a_folder_that_is_gone_takes_no_change_that_would_be_lost(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    founded(profile)
    desk = opened(profile)
    shutil.rmtree(profile.folder)
    with pytest.raises(UserError, match=r"不见了.*没有保存"):
        desk.records.add(LAND, {"parcel_no": "往哪里"})
    desk.close()
