"""A desk on the disk: slow work opens its store in other threads."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.services.session import Session
from tests.support.cheap_keys import PASSPHRASE, cheap_vault


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A founded desk and its key."""
    folder = tmp_path_factory.mktemp("founded") / "desk"
    key, _ = Session(Profile(folder), cheap_vault(Profile(folder))).create("YRD", "示例员", PASSPHRASE)
    return folder, key


@pytest.fixture
def desk(founded: tuple[Path, bytes], tmp_path: Path) -> Iterator[Desk]:
    """An open copy of it."""
    profile = Profile(Path(shutil.copytree(founded[0], tmp_path / "desk")))
    made = Session(profile, cheap_vault(profile)).open(founded[1])
    yield made
    made.close()
