"""What dev.py does before it starts anything."""

import sysconfig
import threading
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def installed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps of the set-up, told instead of done."""
    steps: list[str] = []

    def make(holder: int) -> None:
        steps.append("venv")
        dev.VENV.mkdir(exist_ok=True)
        dev.UNFINISHED.touch()

    def pip(*arguments: str, holder: int) -> None:
        steps.append("pip")

    monkeypatch.setattr(dev, "make_environment", make)
    monkeypatch.setattr(dev, "pip", pip)
    monkeypatch.setattr(dev, "point_to_checkout", lambda: None)
    monkeypatch.setattr(dev, "missing_packages", lambda kind: [])
    monkeypatch.setattr(dev, "is_usable", lambda: dev.VENV.exists())
    return steps


def test_the_first_start_sets_up_and_the_second_does_nothing(dev: ModuleType, installed: list[str]) -> None:
    dev.ensure("run")
    dev.ensure("run")
    assert installed == ["venv", "pip", "pip"]


def test_the_set_up_for_tests_serves_the_program_too(dev: ModuleType, installed: list[str]) -> None:
    dev.ensure("test")
    assert dev.is_set_up("run")


def test_the_set_up_for_the_program_does_not_serve_the_tests(dev: ModuleType, installed: list[str]) -> None:
    dev.ensure("run")
    assert not dev.is_set_up("test")


def test_a_changed_lock_file_is_installed_into_the_same_environment(dev: ModuleType, installed: list[str]) -> None:
    dev.ensure("run")
    dev.LOCK.write_text("another", "utf-8")
    dev.ensure("run")
    assert installed == ["venv", "pip", "pip", "pip", "pip"]


def test_a_vanished_python_is_noticed(dev: ModuleType, installed: list[str]) -> None:
    dev.ensure("run")
    dev.PYTHON = dev.VENV / "bin" / "python"
    assert not dev.is_set_up("run")


@pytest.mark.parametrize("interruption", [KeyboardInterrupt(), SystemExit()])
def test_an_interrupted_set_up_starts_afresh(
    dev: ModuleType, installed: list[str], monkeypatch: pytest.MonkeyPatch, interruption: BaseException
) -> None:
    def cut(*arguments: str, holder: int) -> None:
        raise interruption

    with monkeypatch.context() as patched:
        patched.setattr(dev, "pip", cut)
        with pytest.raises(type(interruption)):
            dev.ensure("run")
    assert not dev.is_set_up("run")
    dev.ensure("run")
    assert installed == ["venv", "venv", "pip", "pip"]
    assert dev.is_set_up("run")


def test_a_checkout_in_a_chinese_folder_is_named_in_plain_letters(dev: ModuleType, tmp_path: Path) -> None:
    dev.ROOT = tmp_path / "奉节 工作台"
    dev.VENV = dev.ROOT / ".venv"
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(dev.VENV), "platbase": str(dev.VENV)}))
    packages.mkdir(parents=True)
    dev.point_to_checkout()
    (named,) = (packages / "_fj_desktop.pth").read_text("ascii").splitlines()
    assert (packages / named).resolve() == dev.ROOT.resolve()


def test_a_second_set_up_waits_for_the_first(dev: ModuleType) -> None:
    entered = threading.Event()

    def enter() -> None:
        with dev.only_one_set_up():
            entered.set()

    with dev.only_one_set_up():
        other = threading.Thread(target=enter)
        other.start()
        assert not entered.wait(0.2)
    other.join(10)
    assert entered.is_set()


def test_a_failed_step_says_where_it_stopped(dev: ModuleType) -> None:
    command = [str(dev.PYTHON), "-c", "raise SystemExit(3)"]
    with dev.only_one_set_up() as holder, pytest.raises(dev.Stop) as stopped:
        dev.quietly(command, holder)
    assert "SystemExit(3)" in stopped.value.chinese


def test_what_misleads_another_python_is_left_out(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    assert {"PYTHONPATH", "PYTHONHOME"}.isdisjoint(dev.clean_environment())
