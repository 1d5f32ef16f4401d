"""A store made, unlocked and re-keyed."""

import datetime as dt
import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store import recovery_code
from fj_desktop.store.attempts import WaitError
from fj_desktop.store.files import StoreState, unfinished_keys, unfinished_store
from fj_desktop.store.recovery_code import MistypedCodeError
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.vault import Vault, open_store, set_aside
from tests.support.cheap_keys import PASSPHRASE, cheap_vault, made_vault

Made = tuple[Vault, bytes, str]
OTHER = "石榴树下 umbrella 雪人 19"


def test_a_new_store_opens_with_passphrase_and_recovery_code(
    profile: Profile, made: Made, first_scripts: Scripts
) -> None:
    vault, key, code = made

    assert vault.state() is StoreState.READY
    assert vault.unlock_with_passphrase(PASSPHRASE) == key
    assert vault.unlock_with_recovery(code.lower()) == key
    engine = open_store(profile, key, scripts=first_scripts)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM town").scalar() == 0
    engine.dispose()


def test_only_this_account_may_read_the_profile(profile: Profile, made: Made) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps the profile private by the rights of its folder")
    assert profile.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in profile.folder.iterdir()} == {0o600}


def test_a_weak_passphrase_makes_no_store(profile: Profile, first_scripts: Scripts) -> None:
    vault = cheap_vault(profile, scripts=first_scripts)

    with pytest.raises(UserError, match="口令"):
        vault.create("12345678")

    assert vault.state() is StoreState.ABSENT
    assert not profile.folder.exists()


def test_a_second_store_is_never_made_over_the_first(profile: Profile, made: Made) -> None:
    before = profile.keys.read_bytes()

    with pytest.raises(UserError, match="已有台账"):
        made[0].create(OTHER)

    assert profile.keys.read_bytes() == before


def test_a_creation_that_fails_leaves_nothing(profile: Profile, first_scripts: Scripts) -> None:
    def fail(connection: sa.Connection) -> None:
        raise UserError("no office chosen")

    vault = cheap_vault(profile, scripts=first_scripts)
    with pytest.raises(UserError, match="no office"):
        vault.create(PASSPHRASE, after_upgrade=fail)

    assert list(profile.folder.iterdir()) == []
    assert vault.state() is StoreState.ABSENT


def test_what_is_seeded_at_the_making_is_there(profile: Profile, first_scripts: Scripts) -> None:
    def seed(connection: sa.Connection) -> None:
        connection.exec_driver_sql("INSERT INTO town VALUES ('t', '永乐镇')")

    _, key, _ = made_vault(profile, seed, scripts=first_scripts)
    engine = open_store(profile, key, scripts=first_scripts)

    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT name FROM town").scalar() == "永乐镇"
    engine.dispose()


def test_a_creation_broken_off_before_its_last_step_is_finished(profile: Profile, made: Made) -> None:
    vault, key, _ = made
    profile.store.rename(unfinished_store(profile))

    with pytest.raises(UserError, match="重新打开"):
        vault.unlock_with_passphrase(PASSPHRASE)
    assert vault.settle() is StoreState.READY
    assert vault.unlock_with_passphrase(PASSPHRASE) == key
    assert not vault.recovery_confirmed


def test_a_creation_broken_off_early_is_cleared_away(profile: Profile, first_scripts: Scripts) -> None:
    profile.folder.mkdir()
    unfinished_store(profile).write_bytes(b"half")
    unfinished_keys(profile).write_bytes(b"half")
    vault = cheap_vault(profile, scripts=first_scripts)

    assert vault.settle() is StoreState.ABSENT
    assert list(profile.folder.iterdir()) == []


def test_wrong_tries_bring_a_wait_for_the_passphrase_and_the_code_alike(made: Made) -> None:
    vault, _, code = made

    with pytest.raises(LockedError, match="口令不对"):
        vault.unlock_with_passphrase("wrong")
    with pytest.raises(WaitError):
        vault.unlock_with_recovery(code)


def test_a_mistyped_code_brings_no_wait(made: Made) -> None:
    vault, key, code = made

    with pytest.raises(MistypedCodeError):
        vault.unlock_with_recovery(code[:-1])
    assert vault.unlock_with_recovery(code) == key


def test_a_passphrase_is_changed_with_the_old_one_only(made: Made) -> None:
    vault, key, _ = made

    vault.change_passphrase(PASSPHRASE, OTHER)
    assert vault.unlock_with_passphrase(OTHER) == key
    with pytest.raises(LockedError):
        vault.change_passphrase(PASSPHRASE, "紫砂壶里煮春雨听竹")


def test_a_weak_new_passphrase_changes_nothing(made: Made) -> None:
    vault, key, _ = made

    with pytest.raises(UserError, match="不能使用"):
        vault.change_passphrase(PASSPHRASE, "password1")
    assert vault.unlock_with_passphrase(PASSPHRASE) == key


def test_who_comes_in_by_the_recovery_code_sets_a_new_passphrase_and_code(made: Made) -> None:
    vault, key, code = made
    opened = vault.unlock_with_recovery(code)

    vault.set_passphrase(opened, OTHER)
    new_code = vault.new_recovery_code(opened)
    vault.confirm_recovery(opened)

    assert vault.unlock_with_passphrase(OTHER) == key
    assert vault.unlock_with_recovery(new_code) == key
    assert vault.recovery_confirmed
    with pytest.raises(LockedError):
        vault.unlock_with_recovery(code)


def test_a_store_of_another_set_than_its_keys_counts_as_damaged(
    profile: Profile, made: Made, tmp_path: Path, first_scripts: Scripts
) -> None:
    other = Profile(tmp_path / "other")
    made_vault(other, scripts=first_scripts)
    profile.store.write_bytes(other.store.read_bytes())
    key = made[0].unlock_with_passphrase(PASSPHRASE)

    with pytest.raises(DamagedStoreError, match=r"desk\.keys"):
        open_store(profile, key, scripts=first_scripts)


def test_before_the_first_run_unlocking_says_that_nothing_is_here(profile: Profile) -> None:
    with pytest.raises(UserError, match="新建") as refused:
        cheap_vault(profile).unlock_with_passphrase(PASSPHRASE)

    assert refused.value.exit_code == 1


def test_setting_aside_deletes_nothing_and_makes_room(profile: Profile, made: Made, first_scripts: Scripts) -> None:
    store, keys = profile.store.read_bytes(), profile.keys.read_bytes()
    folder = set_aside(profile, FixedClock(dt.datetime(2025, 11, 26, tzinfo=dt.UTC)))

    assert (folder / "desk.fjdb").read_bytes() == store
    assert (folder / "desk.keys").read_bytes() == keys
    _, key, _ = made_vault(profile, scripts=first_scripts)
    assert key != made[1]


def test_a_code_of_another_store_does_not_open(made: Made) -> None:
    with pytest.raises(LockedError, match="恢复码不对"):
        made[0].unlock_with_recovery(recovery_code.shown(os.urandom(20)))
