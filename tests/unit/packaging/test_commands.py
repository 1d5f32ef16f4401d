"""What the commands of dev.py say and hand over."""

import os
import sys
from types import ModuleType

import pytest


@pytest.fixture
def ready(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py with the set-up done."""
    monkeypatch.setattr(dev, "ensure", lambda kind: None)
    return dev


@pytest.mark.parametrize(
    "arguments", [[], ["--profile", "desk"], ["--profile=desk"], ["--passphrase-file", "words"], ["demo"]]
)
def test_no_command_opens_the_window(dev: ModuleType, arguments: list[str]) -> None:
    assert dev.wants_window(arguments)


@pytest.mark.parametrize("arguments", [["--help"], ["list", "land"], ["--profile", "desk", "check"]])
def test_a_command_opens_no_window(dev: ModuleType, arguments: list[str]) -> None:
    assert not dev.wants_window(arguments)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_commands_are_offered(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert ready.main(["run"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "没有图形界面" in told.err
    assert "import LIBRARY FILE" in told.err


def test_arguments_are_handed_to_the_program(ready: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def become(command: list[str]) -> int:
        started.append(command)
        return 3

    monkeypatch.setattr(ready, "become", become)
    assert ready.main(["run", "list", "land", "--json"]) == 3
    assert started == [[sys.executable, "-P", "-m", "fj_desktop", "list", "land", "--json"]]


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_an_unknown_command_is_answered_with_the_usage(
    dev: ModuleType, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == code
    assert "packaging/dev.py run" in capsys.readouterr().err


def test_an_unknown_python_is_refused_plainly(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ready, "OLDEST", (4, 0))
    monkeypatch.setattr(ready, "NEWEST", (4, -1))
    assert ready.main(["run"]) == 1
    assert "需要 64 位 Python" in capsys.readouterr().err


def test_an_unknown_python_hands_over_to_a_known_one(ready: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []

    def become(command: list[str]) -> int:
        started.append(command)
        return 0

    monkeypatch.setattr(ready, "OLDEST", (3, 99))
    monkeypatch.setattr(ready, "NEWEST", (3, 99))
    monkeypatch.setattr(ready.shutil, "which", lambda program: sys.executable)
    monkeypatch.setattr(ready.subprocess, "run", lambda *args, **options: ready.subprocess.CompletedProcess([], 0))
    monkeypatch.setattr(ready, "become", become)
    assert ready.main(["run", "list"]) == 0
    assert started[0][-2:] == ["run", "list"]


def test_an_interruption_is_told_and_has_its_own_code(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(kind: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "ensure", interrupt)
    assert dev.main(["run"]) == 130
    assert "接着做" in capsys.readouterr().err


def test_the_checks_stop_at_the_first_that_fails(ready: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def step(title: str, command: list[str], environment: dict[str, str]) -> int:
        titles.append(title)
        return 7 if title == "mypy --strict" else 0

    monkeypatch.setattr(ready, "step", step)
    assert ready.main(["test"]) == 7
    assert titles == ["ruff check", "ruff format --check", "mypy --strict"]


@pytest.mark.skipif(os.name == "nt", reason="no pass_fds")
def test_the_exit_code_of_a_check_is_handed_on(dev: ModuleType) -> None:
    assert dev.step("one", [sys.executable, "-c", "raise SystemExit(4)"], dict(os.environ)) == 4
