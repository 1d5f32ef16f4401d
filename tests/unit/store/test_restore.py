"""A backup takes the place of what lies there; what lay there is set aside, and a half-done copy is nothing."""

from pathlib import Path

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store.restore import restore_backup
from tests.support.desks import NOON

CLOCK = FixedClock(NOON)


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup with a key file of full strength beside it; made once, since that strength takes its time."""
    from fj_desktop.store.vault import Vault
    from tests.support.cheap_keys import PASSPHRASE

    profile = Profile(tmp_path_factory.mktemp("backup") / "desk")
    Vault(profile).create(PASSPHRASE)
    return profile.store


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile whose files are not those of the backup."""
    made = Profile(tmp_path / "here")
    made.folder.mkdir()
    made.store.write_bytes(b"present store")
    made.keys.write_bytes(b"present keys")
    return made


def test_the_backup_lies_in_its_place_and_the_present_files_are_set_aside(profile: Profile, backup: Path) -> None:
    aside = restore_backup(profile, backup, CLOCK)

    assert profile.store.read_bytes() == backup.read_bytes()
    assert profile.keys.read_bytes() == backup.with_suffix(".keys").read_bytes()
    assert (aside / "desk.fjdb").read_bytes() == b"present store"
    assert (aside / "desk.keys").read_bytes() == b"present keys"


def test_a_key_file_named_after_its_backup_goes_before_another(profile: Profile, backup: Path, tmp_path: Path) -> None:
    kept = tmp_path / "desk-2026.fjdb"
    kept.write_bytes(backup.read_bytes())
    kept.with_suffix(".keys").write_bytes(backup.with_suffix(".keys").read_bytes())
    (tmp_path / "desk.keys").write_bytes(b"of another")

    restore_backup(profile, kept, CLOCK)

    assert profile.keys.read_bytes() == kept.with_suffix(".keys").read_bytes()


def test_a_backup_without_its_keys_changes_nothing(profile: Profile, tmp_path: Path) -> None:
    lonely = tmp_path / "lonely" / "desk.fjdb"
    lonely.parent.mkdir()
    lonely.write_bytes(b"x")

    with pytest.raises(UserError, match="没有钥匙文件"):
        restore_backup(profile, lonely, CLOCK)

    assert (profile.store.read_bytes(), profile.backups.exists()) == (b"present store", False)


def test_a_backup_with_damaged_keys_changes_nothing(profile: Profile, backup: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.fjdb"
    kept.write_bytes(backup.read_bytes())
    kept.with_suffix(".keys").write_bytes(b"damaged")

    with pytest.raises(DamagedStoreError):
        restore_backup(profile, kept, CLOCK)

    assert (profile.store.read_bytes(), profile.backups.exists()) == (b"present store", False)


def test_a_copy_that_breaks_off_leaves_the_present_files(profile: Profile, backup: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.fjdb"
    kept.mkdir()
    kept.with_suffix(".keys").write_bytes(backup.with_suffix(".keys").read_bytes())

    with pytest.raises(UserError, match="没有改动"):
        restore_backup(profile, kept, CLOCK)

    assert sorted(path.name for path in profile.folder.iterdir()) == ["desk.fjdb", "desk.keys"]
    assert profile.store.read_bytes() == b"present store"
