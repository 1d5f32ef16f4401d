"""Headless: the map of a chain as a file, what fits whom, and the lists going out."""

import argparse
from collections.abc import Callable
from pathlib import Path

from fj_desktop.commands.common import print_json, record_id
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk

Given = argparse.Namespace


def _chain_map(given: Given, desk: Desk) -> int:
    desk.chain_map.write(Path(given.out), desk.chain_map.named(given.chain), given.paper)
    print(f"已存到：{given.out}")
    return 0


def _match(given: Given, desk: Desk) -> int:
    fits = desk.offers.of(CATALOG[given.library], record_id(given.id))
    if given.json:
        print_json([
            {
                "library": one.offer.library, "id": str(one.offer.key), "title": one.offer.title, "points": one.points,
                "reasons": [{"words": reason.words, "points": reason.points} for reason in one.reasons],
            } for one in fits
        ])  # fmt: skip
        return 0
    for one in fits:
        print(f"{one.points}\t{CATALOG[one.offer.library].title}\t{one.offer.title}\t{one.offer.key}")
        for reason in one.reasons:
            print(f"\t· {reason.words}（{reason.points}）")
    return 0


def _publish(given: Given, desk: Desk) -> int:
    library = CATALOG[given.library]
    waiting = desk.publishing.candidates(library)
    if given.dry_run:
        for one in waiting:
            print(one.name, "缺" + "、".join(one.lacks) if one.lacks else "可以发布", sep="\t")
        return 0
    issue = desk.publishing.publish(library, given.signer)
    print(f"已发布 {issue.number} 期，{issue.count} 条，内容指纹 {issue.content_hash}")
    return 0


def _to_project(given: Given, desk: Desk) -> int:
    print(desk.publishing.to_project(record_id(given.id)))
    return 0


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {"chain-map": _chain_map, "match": _match, "publish": _publish,
    "to-project": _to_project,
}  # fmt: skip
WRITING = ("publish", "to-project")
