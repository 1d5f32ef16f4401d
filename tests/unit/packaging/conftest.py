"""The tools of packaging/, loaded from their files: the folder is no package."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


def load(name: str) -> ModuleType:
    """One tool of packaging/ as a module of its own."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """dev.py, working on an empty checkout."""
    tool = load("dev")
    for name in ("pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(name, "utf-8")
    tool.ROOT = tmp_path
    tool.VENV = tmp_path / ".venv"
    tool.LOCK = tmp_path / "requirements.lock"
    tool.TEST_LOCK = tmp_path / "requirements-dev.lock"
    tool.PYTHON = Path(sys.executable)
    tool.UNFINISHED = tool.VENV / "setup-unfinished"
    return tool


@pytest.fixture
def wheel_check() -> ModuleType:
    """wheel_check.py."""
    return load("wheel_check")
