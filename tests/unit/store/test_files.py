"""What a profile holds is found out before anything is written."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store.files import StoreState, examine, unfinished_store
from fj_desktop.store.vault import Vault
from tests.support.cheap_keys import CHEAP, PASSPHRASE, cheap_vault

Made = tuple[Vault, bytes, str]


def plain_database(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE a (b)")
    other.close()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def test_an_empty_profile_is_absent(profile: Profile) -> None:
    assert examine(profile) is StoreState.ABSENT


def test_a_made_profile_is_ready(profile: Profile, made: Made) -> None:
    assert examine(profile, kdf=CHEAP) is StoreState.READY


def test_a_store_without_keys_and_keys_without_a_store_are_told_apart(profile: Profile, made: Made) -> None:
    keys = profile.keys.read_bytes()
    profile.keys.unlink()
    assert examine(profile, kdf=CHEAP) is StoreState.NO_KEYS

    profile.keys.write_bytes(keys)
    profile.store.unlink()
    assert examine(profile, kdf=CHEAP) is StoreState.NO_STORE


def test_a_log_without_its_store_is_not_nothing(profile: Profile) -> None:
    profile.folder.mkdir()
    (profile.folder / "desk.fjdb-wal").write_bytes(b"x" * 100)

    assert examine(profile) is StoreState.NO_STORE


def test_damaged_keys_are_seen_without_a_passphrase(profile: Profile, made: Made) -> None:
    profile.keys.write_bytes(profile.keys.read_bytes()[:-1])

    assert examine(profile, kdf=CHEAP) is StoreState.DAMAGED


@pytest.mark.parametrize(
    ("spoil", "state"),
    [
        (plain_database, StoreState.FOREIGN),
        (lambda path: path.write_bytes(b""), StoreState.FOREIGN),
        (lambda path: path.write_bytes(b"short"), StoreState.FOREIGN),
        (lambda path: path.write_bytes(bytes(8192)), StoreState.FOREIGN),
        (lambda path: path.write_text("text " * 5000, encoding="ascii"), StoreState.FOREIGN),
        (lambda path: (path.unlink(), path.mkdir()), StoreState.FOREIGN),
        (lambda path: (path.unlink(), path.symlink_to("nowhere")), StoreState.FOREIGN),
        (cut, StoreState.DAMAGED),
    ],
)
def test_a_foreign_or_damaged_store_is_named_and_never_overwritten(
    profile: Profile, made: Made, spoil: Callable[[Path], object], state: StoreState
) -> None:
    spoil(profile.store)
    before = profile.store.read_bytes() if profile.store.is_file() else None

    assert examine(profile, kdf=CHEAP) is state
    vault = cheap_vault(profile)
    with pytest.raises(UserError):
        vault.create(PASSPHRASE)
    with pytest.raises(UserError) as refused:
        vault.unlock_with_passphrase(PASSPHRASE)
    vault.settle()

    assert refused.value.exit_code == 4
    assert before is None or profile.store.read_bytes() == before


def test_a_store_cut_while_a_log_is_there_may_still_be_mended(profile: Profile, made: Made) -> None:
    cut(profile.store)
    (profile.folder / "desk.fjdb-wal").write_bytes(b"log")

    assert examine(profile, kdf=CHEAP) is StoreState.READY


def test_a_creation_that_broke_off_before_its_last_step_is_recognised(profile: Profile, made: Made) -> None:
    profile.store.rename(unfinished_store(profile))

    assert examine(profile, kdf=CHEAP) is StoreState.UNFINISHED


def test_every_state_says_what_to_do_next() -> None:
    for state in StoreState:
        assert "请" in state.value
        assert state.value.endswith("。")
