"""A profile in a fresh folder and made-up scripts for it."""

from pathlib import Path

import pytest

from fj_desktop.paths import Profile
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.vault import Vault
from tests.support.cheap_keys import made_vault
from tests.support.small_scripts import small_scripts


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile whose folder does not exist yet."""
    return Profile(tmp_path / "desk")


@pytest.fixture
def first_scripts(tmp_path: Path) -> Scripts:
    """Scripts with one revision."""
    return small_scripts(tmp_path, 1)


@pytest.fixture
def made(profile: Profile, first_scripts: Scripts) -> tuple[Vault, bytes, str]:
    """A store at revision one: vault, data key, recovery code."""
    return made_vault(profile, scripts=first_scripts)
