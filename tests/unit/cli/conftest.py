"""A founded desk whose passphrase costs nothing, for commands run in this process."""

import shutil
from pathlib import Path

import pytest

from fj_desktop import cli
from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from tests.support.cheap_keys import PASSPHRASE, cheap_vault


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrase costs nothing, and this process stays open to debuggers."""
    monkeypatch.setattr(Session, "of", lambda profile: Session(profile, cheap_vault(profile)))
    monkeypatch.setattr(cli, "harden_process", lambda: None)
    monkeypatch.setenv("FJ_PASSPHRASE", PASSPHRASE)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("founded") / "desk"
    Session(Profile(folder), cheap_vault(Profile(folder))).create("YRD", "示例员", PASSPHRASE)
    return folder


@pytest.fixture
def profile(founded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded, tmp_path / "desk"))
