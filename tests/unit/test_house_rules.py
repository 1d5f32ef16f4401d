"""The figures of the house style, kept by tests instead of by memory."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("fj_desktop", "packaging", "db", "tests")
MOST_LINES, MOST_LINES_OF_A_FUNCTION, MOST_METHODS = 300, 40, 15
# Every signal of a page asks for a slot of its own.
MOST_METHODS_OF_A_PAGE = 20

# Files that may be longer, each with its reason and its own limit.
LONGER = {
    "packaging/dev.py": 540,  # One file, since it runs where nothing else is installed.
    "tests/unit/exchange/sheets_out/test_workbook.py": 340,  # Every promise of one writer.
}
# Migrations are kept as they were generated: one call for each table.
GENERATED = "db/migrations/versions/"

Function = ast.FunctionDef | ast.AsyncFunctionDef

# Spelled so that this file does not match itself.
MACHINE_PATH = re.compile(r"(?<![\w.~/\\-])/(?:w[o]rk|r[o]ot|t[m]p|h[o]me)/")
PACKAGE_REGISTRY = re.compile(r"[\w.-]*(?:p[y]pi|pythonh[o]sted|npm[j]s|debi[a]n)[\w-]*\.(?:org|com|net|io|cn)\b", re.I)
LEFT_TO_DO = re.compile(r"\b(?:TO[D]O|FIX[M]E)\b")


def _tracked() -> list[Path]:
    """Every file of the project: what git knows or would add; every file where git is missing."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listing = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
        return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    return [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]


TRACKED = _tracked()
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in TRACKED
    if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in FOLDERS
}


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for name, text in SOURCES.items():
        yield name, ast.parse(text, name)


def _texts() -> Iterator[tuple[str, str]]:
    """Tracked files that are text, apart from the data tables and test data, which quote the world outside."""
    for path in TRACKED:
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in {".csv", ".tsv"} or "/fixtures/" in name or name == "LICENSE":
            continue
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            yield name, content.decode("utf-8", "replace")


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_is_longer_than_a_reader_holds() -> None:
    sizes = {name: text.count("\n") for name, text in SOURCES.items() if not name.startswith(GENERATED)}
    assert {name: size for name, size in sizes.items() if size > LONGER.get(name, MOST_LINES)} == {}


def test_the_list_of_longer_files_names_only_files_that_need_it() -> None:
    assert [name for name in LONGER if SOURCES.get(name, "").count("\n") <= MOST_LINES] == []


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{name}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for name, tree in _trees()
        if not name.startswith(GENERATED)
        for node in ast.walk(tree)
        if isinstance(node, Function)
        and node.end_lineno
        and node.end_lineno - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def _is_own_method(part: ast.stmt) -> bool:
    """Qt's own names (camel case) and Python's are not counted: the class does not choose them.

    Nor is a part that is only made when first asked for.
    """
    if not isinstance(part, Function) or any(ast.unparse(one) == "cached_property" for one in part.decorator_list):
        return False
    return part.name == part.name.lower() and not part.name.startswith("__")


def test_no_class_has_more_methods_than_one_task_needs() -> None:
    crowded = [
        f"{name}:{node.lineno} {node.name}: {methods} methods"
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and (methods := sum(_is_own_method(part) for part in node.body))
        > (MOST_METHODS_OF_A_PAGE if name.startswith("fj_desktop/ui/") else MOST_METHODS)
    ]
    assert crowded == []


def test_nothing_is_global() -> None:
    assert [
        f"{name}:{node.lineno}" for name, tree in _trees() for node in ast.walk(tree) if isinstance(node, ast.Global)
    ] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert _lines_with(MACHINE_PATH) == []


def test_no_file_names_a_package_registry() -> None:
    assert _lines_with(PACKAGE_REGISTRY) == []


def test_nothing_is_left_to_do() -> None:
    assert _lines_with(LEFT_TO_DO) == []


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None counts no references from Python 3.12 on")
def test_many_qt_calls_drop_no_reference_to_none() -> None:
    thing = QObject()
    thing.setObjectName("warm-up")
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("name")
        thing.blockSignals(False)
        thing.setProperty("shown", True)
    assert sys.getrefcount(None) > before - 100
