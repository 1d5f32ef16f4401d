"""Upgrades on a verified copy (R-02, R-06, R-07)."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.checks import verify
from fj_desktop.store.engine import connect, open_engine
from fj_desktop.store.keyslots import KeyFile
from fj_desktop.store.migrate import APPLICATION_ID, NewerStoreError, upgrade
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.vault import Vault
from tests.support.cheap_keys import CHEAP, PASSPHRASE, made_vault
from tests.support.small_scripts import small_scripts

Made = tuple[Vault, bytes, str]


def fill(store: Path, key: bytes) -> None:
    engine = open_engine(store, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO town VALUES ('t', '永乐镇')")
        connection.exec_driver_sql("INSERT INTO plot VALUES ('p', 't')")
    engine.dispose()


def rows(store: Path, key: bytes, table: str) -> list[tuple[object, ...]]:
    with closing(connect(store, key, journal=None)) as raw:
        return list(raw.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608


def digests(profile: Profile) -> dict[str, str]:
    files = [path for path in profile.folder.iterdir() if path.is_file() and not path.name.endswith("-shm")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.stat().st_size}


def test_a_new_store_stands_at_the_head_and_carries_its_numbers(profile: Profile, tmp_path: Path) -> None:
    _, key, _ = made_vault(profile, scripts=small_scripts(tmp_path, 2))

    with closing(connect(profile.store, key)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)
        assert raw.execute("PRAGMA user_version").fetchone() == (2,)
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_store_at_the_head_is_left_alone(profile: Profile, made: Made, first_scripts: Scripts) -> None:
    before = digests(profile)

    assert upgrade(profile, made[1], scripts=first_scripts) is None
    assert digests(profile) == before


def test_a_start_at_the_head_does_without_alembic(profile: Profile, made: Made, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from fj_desktop.paths import Profile\n"
        "from fj_desktop.store.scripts import Scripts\n"
        "from fj_desktop.store.vault import open_store\n"
        "home, scripts, key = sys.argv[1:]\n"
        "profile = Profile(pathlib.Path(home))\n"
        "open_store(profile, bytes.fromhex(key), scripts=Scripts(pathlib.Path(scripts))).dispose()\n"
        "assert 'alembic' not in sys.modules\n"
    )
    folder = str(tmp_path / "scripts-1")
    ran = subprocess.run([sys.executable, "-c", code, str(profile.folder), folder, made[1].hex()], check=False)

    assert ran.returncode == 0


def test_an_older_store_is_upgraded_with_children_kept(profile: Profile, made: Made, tmp_path: Path) -> None:
    _, key, code = made
    fill(profile.store, key)

    kept = upgrade(profile, key, scripts=small_scripts(tmp_path, 2))

    assert rows(profile.store, key, "town") == [("t", "永乐镇", None)]
    assert rows(profile.store, key, "plot") == [("p", "t")]
    assert kept is not None
    assert kept.parent == profile.backups
    assert rows(kept, key, "town") == [("t", "永乐镇")]
    assert KeyFile.load(kept.with_suffix(".keys"), kdf=CHEAP).open_with_recovery(code) == key
    assert sorted(path.name for path in profile.folder.iterdir()) == ["backups", "desk.fjdb", "desk.keys"]


def test_saves_that_still_stand_in_the_log_are_upgraded_too(profile: Profile, made: Made, tmp_path: Path) -> None:
    _, key, _ = made
    home = profile.folder.with_name("killed")
    engine = open_engine(profile.store, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO town VALUES ('t', '永乐镇')")
    shutil.copytree(profile.folder, home)
    engine.dispose()
    assert (home / "desk.fjdb-wal").stat().st_size

    upgrade(Profile(home), key, scripts=small_scripts(tmp_path, 2))

    assert rows(home / "desk.fjdb", key, "town") == [("t", "永乐镇", None)]
    assert not (home / "desk.fjdb-wal").exists()


def test_triggers_are_made_anew_in_the_same_transaction(profile: Profile, tmp_path: Path) -> None:
    def lay(connection: sa.Connection) -> None:
        connection.exec_driver_sql("CREATE TRIGGER kept AFTER INSERT ON plot BEGIN SELECT 1; END")

    _, key, _ = made_vault(profile, lay, scripts=small_scripts(tmp_path, 1))
    upgrade(profile, key, lay, scripts=small_scripts(tmp_path, 2))

    with closing(connect(profile.store, key)) as raw:
        assert raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall() == [("kept",)]


@pytest.mark.parametrize("revision", ["0002", "zzz"])
def test_a_newer_store_is_refused_without_touching_it(
    profile: Profile, made: Made, first_scripts: Scripts, revision: str
) -> None:
    _, key, _ = made
    with closing(connect(profile.store, key)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    before = digests(profile)

    with pytest.raises(NewerStoreError, match=revision) as refused:
        upgrade(profile, key, scripts=first_scripts)

    assert refused.value.exit_code == 4
    assert digests(profile) == before


def test_a_newer_store_with_a_log_keeps_every_byte(profile: Profile, made: Made, first_scripts: Scripts) -> None:
    _, key, _ = made
    engine = open_engine(profile.store, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0009'")
    home = profile.folder.with_name("killed")
    shutil.copytree(profile.folder, home)
    engine.dispose()
    before = digests(Profile(home))

    with pytest.raises(NewerStoreError, match="0009"):
        upgrade(Profile(home), key, scripts=first_scripts)

    assert digests(Profile(home)) == before
    assert "desk.fjdb-wal" in before


def test_an_encrypted_database_of_another_program_is_refused(profile: Profile, first_scripts: Scripts) -> None:
    key = os.urandom(32)
    atomic.private_folder(profile.folder)
    with closing(connect(profile.store, key)) as raw:
        raw.execute("CREATE TABLE other (a)")
    before = digests(profile)

    with pytest.raises(DamagedStoreError, match="不是本程序的台账"):
        upgrade(profile, key, scripts=first_scripts)

    assert digests(profile) == before


def test_scripts_that_break_references_change_nothing(profile: Profile, made: Made, tmp_path: Path) -> None:
    _, key, _ = made
    fill(profile.store, key)

    with pytest.raises(DamagedStoreError, match="引用"):
        upgrade(profile, key, scripts=small_scripts(tmp_path, 3))

    assert rows(profile.store, key, "town") == [("t", "永乐镇")]
    assert sorted(path.name for path in profile.folder.iterdir()) == ["desk.fjdb", "desk.keys"]


def test_too_little_room_is_said_before_anything_is_written(
    profile: Profile, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10**9, 10**9, 10_000_000))
    before = digests(profile)

    with pytest.raises(UserError, match="50 MB"):
        upgrade(profile, made[1], scripts=small_scripts(tmp_path, 2))

    assert digests(profile) == before


def test_a_store_open_elsewhere_is_not_upgraded(
    profile: Profile, made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fj_desktop.store.engine._BUSY_WAIT_S", 0.01)
    _, key, _ = made
    engine = open_engine(profile.store, key)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1 FROM town").fetchall()
        with pytest.raises(UserError, match="另一个程序"):
            upgrade(profile, key, scripts=small_scripts(tmp_path, 2))
    assert verify(engine) == []
    engine.dispose()


def test_a_damaged_store_is_not_upgraded_and_stays(profile: Profile, made: Made, tmp_path: Path) -> None:
    _, key, _ = made
    fill(profile.store, key)
    content = bytearray(profile.store.read_bytes())
    content[-2000] ^= 1
    profile.store.write_bytes(content)

    with pytest.raises(DamagedStoreError):
        upgrade(profile, key, scripts=small_scripts(tmp_path, 2))

    assert profile.store.read_bytes() == bytes(content)


def test_the_passphrase_still_opens_after_an_upgrade(profile: Profile, made: Made, tmp_path: Path) -> None:
    vault, key, _ = made
    upgrade(profile, key, scripts=small_scripts(tmp_path, 2))

    assert vault.unlock_with_passphrase(PASSPHRASE) == key


def test_the_shipped_scripts_make_a_whole_store_in_a_folder_with_odd_signs(tmp_path: Path) -> None:
    if not Scripts().revisions:
        pytest.skip("no script is shipped yet")
    profile = Profile(tmp_path / "奉节 50% #1")
    _, key, _ = made_vault(profile)
    engine = open_engine(profile.store, key)

    assert verify(engine) == []
    engine.dispose()
