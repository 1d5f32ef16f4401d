"""A process killed at any step of a creation, an upgrade or a change of passphrase (R-05, R-06, R-13)."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from fj_desktop.errors import LockedError
from fj_desktop.paths import Profile
from fj_desktop.store.checks import findings
from fj_desktop.store.engine import connect, open_engine
from fj_desktop.store.files import StoreState, drafts
from fj_desktop.store.migrate import upgrade
from tests.support import killing
from tests.support.cheap_keys import PASSPHRASE, cheap_vault, made_vault
from tests.support.small_scripts import small_scripts

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the kills need fork")


def killed(action: str, prepared: Path, key: bytes, scripts: Path) -> list[Profile]:
    """What each kill left, in the order of the steps; the last one came to its end."""
    out = prepared.with_name("out")
    arguments = [action, str(prepared), str(out), key.hex(), str(scripts)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, killing.__file__, *arguments], check=True, env=environment)
    return [Profile(folder) for folder in sorted(out.iterdir())]


def whole_rows(profile: Profile, key: bytes) -> tuple[list[tuple[object, ...]], str]:
    with closing(connect(profile.store, key)) as raw:
        assert findings(raw) == []
        plots = raw.execute("SELECT id, town_id FROM plot").fetchall()
        return plots, raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def test_a_killed_creation_is_either_nothing_or_a_whole_store(tmp_path: Path) -> None:
    prepared = tmp_path / "prepared"
    prepared.mkdir(mode=0o700)
    scripts = small_scripts(tmp_path, 2)
    left = killed("create", prepared, b"", tmp_path / "scripts-2")
    states = []

    for profile in left:
        vault = cheap_vault(profile, scripts=scripts)
        states.append(vault.state())
        settled = vault.settle()
        assert settled in (StoreState.ABSENT, StoreState.READY)
        if settled is StoreState.ABSENT:
            assert list(profile.folder.iterdir()) == []
            vault.create(PASSPHRASE)
        key = vault.unlock_with_passphrase(PASSPHRASE)
        assert whole_rows(profile, key) == ([], "0002")

    assert len(left) > 20
    assert set(states) == {StoreState.ABSENT, StoreState.UNFINISHED, StoreState.READY}


def test_a_killed_upgrade_leaves_the_old_or_the_new_store(tmp_path: Path) -> None:
    prepared = Profile(tmp_path / "prepared")
    _, key, _ = made_vault(prepared, scripts=small_scripts(tmp_path, 1))
    engine = open_engine(prepared.store, key)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO town VALUES ('t', '永乐镇')")
        connection.exec_driver_sql("INSERT INTO plot VALUES ('p', 't')")
    engine.dispose()
    scripts = small_scripts(tmp_path, 2)
    left = killed("upgrade", prepared.folder, key, tmp_path / "scripts-2")
    found = []

    for profile in left:
        vault = cheap_vault(profile)
        assert vault.settle() is StoreState.READY
        assert [path for path in drafts(profile) if path.exists()] == []
        plots, revision = whole_rows(profile, key)
        assert plots == [("p", "t")]
        found.append(revision)
        upgrade(profile, key, scripts=scripts)
        assert whole_rows(profile, key) == ([("p", "t")], "0002")
        for kept in profile.backups.glob("*.fjdb"):
            assert kept.with_suffix(".keys").exists()
            with closing(connect(kept, key, journal=None)) as raw:
                assert findings(raw) == []

    assert len(left) > 25
    assert set(found) == {"0001", "0002"}


def test_a_killed_change_of_passphrase_locks_nobody_out(tmp_path: Path) -> None:
    prepared = Profile(tmp_path / "prepared")
    _, key, code = made_vault(prepared, scripts=small_scripts(tmp_path, 1))
    left = killed("passphrase", prepared.folder, key, tmp_path / "scripts-1")
    opened_by = set()

    for profile in left:
        vault = cheap_vault(profile)
        vault.attempts.forgive()
        assert vault.settle() is StoreState.READY
        assert vault.unlock_with_recovery(code) == key
        for passphrase in (PASSPHRASE, killing.NEW_PASSPHRASE):
            vault.attempts.forgive()
            try:
                assert vault.unlock_with_passphrase(passphrase) == key
            except LockedError:
                continue
            opened_by.add(passphrase)
            break
        else:
            pytest.fail(f"locked out in {profile.folder.name}")

    assert opened_by == {PASSPHRASE, killing.NEW_PASSPHRASE}
