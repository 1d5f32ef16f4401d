"""``merge``, ``duplicates`` and ``not-same``: records kept twice, found, made one or told apart."""

import argparse
from collections.abc import Sequence

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
    """Tell the pairs of a library that are alike, or merge the sure ones in one step."""
    pairs = desk.duplicates.find(CATALOG[given.library])
    if given.merge_sure:
        return _merge_sure(given, desk, pairs)
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


def _merge_sure(given: argparse.Namespace, desk: Desk, pairs: Sequence[Pair]) -> int:
    went, sure = desk.duplicates.merge_sure(pairs), sum(one.sure for one in pairs)
    if given.json:
        print_json({"merged": went, "sure": sure, "pairs": len(pairs)})
        return 0
    print(f"{sure} 对确定重复，已合并 {went} 条。" + ("可用 undo 撤销。" if went else ""))
    if went < sure:
        print("没有合并的那些内容有矛盾，请用 merge 逐对合并。")
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


ON_DESK = {"merge": merge, "duplicates": duplicates, "not-same": not_same}
WRITING = ("merge", "not-same")
