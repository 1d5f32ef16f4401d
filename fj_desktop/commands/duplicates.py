"""``merge``, ``duplicates`` and ``not-same``: records kept twice, found, made one or told apart."""

import argparse

from fj_desktop.commands.common import print_json, record_id
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.duplicates import Pair


def merge(given: argparse.Namespace, desk: Desk) -> int:
    """Merge two records of a library."""
    choices = dict.fromkeys(given.take or (), "other")
    desk.merging.merge(CATALOG[given.library], record_id(given.keep), record_id(given.other), choices)
    print("已合并。可用 undo 撤销。")
    return 0


def duplicates(given: argparse.Namespace, desk: Desk) -> int:
    """Tell the pairs of a library that are alike; nothing is changed."""
    pairs = desk.duplicates.find(CATALOG[given.library])
    sure = sum(one.sure for one in pairs)
    shown = pairs[: given.limit]
    if given.json:
        print_json({"pairs": len(pairs), "sure": sure, "shown": [_as_json(one) for one in shown]})
        return 0
    print(f"找到 {len(pairs)} 对相似记录，其中 {sure} 对可以直接合并。")
    for one in shown:
        mark = "可合并" if one.sure else "请核对"
        print(f"{mark} {one.score:.2f} {one.library.library} {one.first} {one.second} {'；'.join(one.reasons)}")
    return 0


def merge_duplicates(given: argparse.Namespace, desk: Desk) -> int:
    """Merge every pair of a library that is surely one, in one step."""
    library = CATALOG[given.library]
    went = desk.duplicates.merge_sure(desk.duplicates.find(library))
    print(f"已合并 {went} 条重复记录。" + ("可用 undo 撤销。" if went else ""))
    return 0


def not_same(given: argparse.Namespace, desk: Desk) -> int:
    """Remember that two records are not the same."""
    desk.duplicates.not_same(CATALOG[given.library], record_id(given.first), record_id(given.second))
    print("已记下：这两条不是同一个，以后查重不再提示。")
    return 0


def _as_json(one: Pair) -> dict[str, object]:
    return {
        "library": one.library.library, "first": str(one.first), "second": str(one.second),
        "score": one.score, "sure": one.sure, "reasons": list(one.reasons),
    }  # fmt: skip


ON_DESK = {"merge": merge, "duplicates": duplicates, "merge-duplicates": merge_duplicates, "not-same": not_same}
WRITING = ("merge", "merge-duplicates", "not-same")
