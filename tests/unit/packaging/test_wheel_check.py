"""The check of the built wheel notices what it is for."""

import sys
from pathlib import Path
from types import ModuleType

import pytest


def test_a_command_that_fails_is_a_fault_with_what_it_said(wheel_check: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(wheel_check.Fault, match=r"(?s)exit code 4.*went wrong"):
        wheel_check.call([sys.executable, "-c", "import sys; print('went wrong'); sys.exit(4)"], tmp_path)


def test_commands_run_away_from_the_checkout(wheel_check: ModuleType, tmp_path: Path) -> None:
    printed = wheel_check.call([sys.executable, "-c", "import os; print(os.getcwd())"], tmp_path)
    assert Path(printed.strip()) == tmp_path.resolve()


def test_another_result_is_a_fault(wheel_check: ModuleType) -> None:
    wheel_check.expect("rows", 2, 2)
    with pytest.raises(wheel_check.Fault, match="rows: 1 instead of 2"):
        wheel_check.expect("rows", 1, 2)
