"""What dev.py asks of the system."""

import sys
from types import ModuleType

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages")


@pytest.fixture
def bare(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py on a Debian that has neither venv nor any library."""
    monkeypatch.setattr(dev, "loads", lambda library: False)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(dev.shutil, "which", lambda program: "apt-get" if program == "apt-get" else None)
    return dev


def test_a_bare_debian_lacks_the_libraries_and_venv(bare: ModuleType) -> None:
    assert bare.missing_packages("run") == [*bare.LIBRARIES.values(), f"python3.{sys.version_info[1]}-venv"]


def test_the_tests_need_a_virtual_screen_too(bare: ModuleType) -> None:
    assert bare.missing_packages("test")[-4:] == ["xvfb", "xauth", "poppler-utils", "xdotool"]


def test_a_complete_system_lacks_nothing(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: True)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: object())
    assert dev.missing_packages("run") == []


def test_a_library_that_is_not_there_is_noticed(dev: ModuleType) -> None:
    assert not dev.loads("libno-such-library.so.0")


def test_without_rights_the_line_to_type_is_told(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare.os, "geteuid", lambda: 1000)
    with pytest.raises(bare.Stop) as stopped:
        bare.install_system_packages(["libgl1", "libegl1"])
    assert "sudo apt-get install -y libgl1 libegl1" in stopped.value.chinese
    assert stopped.value.code != 0


def test_without_apt_the_packages_are_named(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare.shutil, "which", lambda program: None)
    with pytest.raises(bare.Stop) as stopped:
        bare.install_system_packages(["libgl1"])
    assert "libgl1" in stopped.value.chinese


def test_root_installs_without_a_question(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[str], list[str]]] = []

    def apt(first: list[str], packages: list[str]) -> bool:
        asked.append((first, packages))
        return True

    monkeypatch.setattr(bare.os, "geteuid", lambda: 0)
    monkeypatch.setattr(bare, "apt", apt)
    bare.install_system_packages(["libgl1"])
    assert asked == [([], ["libgl1"])]


def test_a_failed_installation_tells_the_line_to_type(bare: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare.os, "geteuid", lambda: 0)
    monkeypatch.setattr(bare, "apt", lambda first, packages: False)
    with pytest.raises(bare.Stop, match="apt-get"):
        bare.install_system_packages(["libgl1"])
