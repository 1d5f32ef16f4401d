"""Where shipped read-only files lie: checkout, installed wheel and frozen build alike."""

import sys
from functools import cache
from pathlib import Path


@cache
def _roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [package / "_shipped", package.parent]
    return tuple([Path(frozen)] if frozen else []) + tuple(roots)


def asset(name: str) -> Path:
    """Path of a shipped file or folder, e.g. ``asset("resources/icons")`` or ``asset("db/reference/gbt4754.csv")``.

    Raises:
        FileNotFoundError: the build lacks the file; a fault of packaging, never of the person.
    """
    for root in _roots():
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(name)
