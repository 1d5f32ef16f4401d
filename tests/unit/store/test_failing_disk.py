"""What a failing disk did to the store before: each of these was found by the fault trials."""

import errno
import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic, room
from fj_desktop.store.backups.folder import BackupFolder
from fj_desktop.store.backups.snapshot import Snapshot
from fj_desktop.store.engine import explained
from fj_desktop.store.lock import InstanceLock
from tests.support.cheap_keys import made_vault
from tests.support.desks import NOON


def failing(number: int) -> "pytest.MonkeyPatch":
    raise OSError(number, os.strerror(number))


def test_a_folder_the_disk_does_not_confirm_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: failing(errno.EIO))
    with pytest.raises(UserError, match=r"没有确认.*断电后可能退回原样"):
        atomic.sync_folder(tmp_path)
    (tmp_path / "one").touch()
    with pytest.raises(UserError, match="不能读写"):
        atomic.sync_file(tmp_path / "one")


def test_a_disk_that_knows_no_syncing_of_folders_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: failing(errno.EINVAL))
    atomic.sync_folder(tmp_path)


def test_every_new_folder_is_synced_into_the_one_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(atomic, "sync_folder", synced.append)
    atomic.private_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    atomic.private_folder(tmp_path / "a" / "b")
    assert len(synced) == 2


def test_the_lock_is_taken_on_a_full_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = InstanceLock(Profile(tmp_path))
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda handle, content: failing(errno.ENOSPC))
        lock.acquire()
        assert lock.held
        with pytest.raises(UserError):
            InstanceLock(Profile(tmp_path)).acquire()
        lock.release()
    with InstanceLock(Profile(tmp_path)) as again:
        assert again.held


def test_a_backup_whose_name_is_not_confirmed_keeps_its_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = Profile(tmp_path / "desk")
    _, key, _ = made_vault(profile)
    folder = BackupFolder(profile, key)
    real = atomic.replace

    def named_but_not_confirmed(source: Path, target: Path) -> None:
        real(source, target)
        if target.suffix == ".fjdb":
            raise UserError("没有确认")

    monkeypatch.setattr(atomic, "replace", named_but_not_confirmed)
    with Snapshot(profile, key) as snapshot, pytest.raises(UserError, match="没有确认"):
        folder.make(snapshot, FixedClock(NOON).now(), "hand")
    kept = list(profile.backups.glob("*.fjdb"))
    assert kept
    assert all(path.with_suffix(".keys").exists() for path in kept)


def test_a_copy_that_fills_the_disk_is_told_as_a_full_disk(tmp_path: Path) -> None:
    # The driver's copying of stores raises its errors without a number.
    told = explained(dbapi2.OperationalError("database or disk is full"), tmp_path / "desk.fjdb").text
    assert "磁盘已满" in told
    assert "只剩" in told


def test_what_is_left_and_what_is_needed_is_said_in_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 12 * 1024})())
    assert room.shortage(tmp_path / "new" / "x") == f"“{tmp_path}”所在的磁盘只剩 12 KB，需要至少 50 MB 空闲空间"
