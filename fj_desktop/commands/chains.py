"""Headless: the map of a chain as a file."""

import argparse
from collections.abc import Callable
from pathlib import Path

from fj_desktop.services.desk import Desk

Given = argparse.Namespace


def _chain_map(given: Given, desk: Desk) -> int:
    desk.chain_map.write(Path(given.out), desk.chain_map.named(given.chain), given.paper)
    print(f"已存到：{given.out}")
    return 0


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {"chain-map": _chain_map}
