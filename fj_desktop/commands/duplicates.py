"""``merge`` and ``duplicates``: records kept twice, found and made one."""

import argparse

from fj_desktop.commands.common import record_id
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk


def merge(given: argparse.Namespace, desk: Desk) -> int:
    """Merge two records of a library."""
    choices = dict.fromkeys(given.take or (), "other")
    desk.merging.merge(CATALOG[given.library], record_id(given.keep), record_id(given.other), choices)
    print("已合并。可用 undo 撤销。")
    return 0


ON_DESK = {"merge": merge}
WRITING = ("merge",)
