"""The lock files: complete, hashed, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _text(lock: str) -> str:
    return (ROOT / "packaging" / lock).read_text("utf-8")


def _pins(lock: str) -> dict[str, set[str]]:
    """Name to locked versions; several where platforms differ."""
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", _text(lock), re.M):
        pins.setdefault(name, set()).add(version)
    return pins


def _named(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=;\s\[]", requirement)[0].lower().replace("_", "-") for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    blocks = re.split(r"^(?=[\w.-]+==)", _text(lock), flags=re.M)[1:]
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_file_names_a_host(lock: str) -> None:
    assert re.findall(r"https?:|index-url|find-links|file:", _text(lock)) == []


def test_every_declared_dependency_is_locked() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = declared["dependency-groups"]
    assert _named(declared["project"]["dependencies"]) | _named(groups["build"]) <= _pins(LOCKS[0]).keys()
    assert _named(groups["dev"]) <= _pins(LOCKS[1]).keys()


def test_tests_run_against_the_versions_that_are_shipped() -> None:
    tested = _pins(LOCKS[1])
    assert {name: tested.get(name) for name in _pins(LOCKS[0])} == _pins(LOCKS[0])


def test_no_qt_that_drops_references_is_locked() -> None:
    versions = {tuple(map(int, version.split(".")[:2])) for version in _pins(LOCKS[0])["pyside6-essentials"]}
    assert all((6, 7) <= version < (6, 12) for version in versions)
