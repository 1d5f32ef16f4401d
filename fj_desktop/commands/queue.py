"""Headless: what waits today, as a list, as JSON, as a calendar."""

import argparse
import sys
from collections.abc import Callable

from fj_desktop.commands.common import day, print_json
from fj_desktop.services.desk import Desk

Given = argparse.Namespace


def _queue(given: Given, desk: Desk) -> int:
    queue = desk.queue.of(mine=given.mine, as_of=day(given.as_of) if given.as_of else None)
    count = desk.queue.write_calendar(given.ics, queue) if given.ics is not None else 0
    if given.json:
        items = [
            {
                "group": one.group, "level": one.level, "kind": one.what, "title": one.title, "why": one.why,
                "due": one.due.isoformat() if one.due else None, "library": one.library, "id": str(one.record),
                "mine": one.mine,
            } for one in queue.items
        ]  # fmt: skip
        print_json({"today": queue.today.isoformat(), "items": items, "notes": queue.notes})
    elif given.ics is not None:
        print(f"已存到：{given.ics}（{count} 条）")
    else:
        for one in queue.items:
            print("\t".join((one.group, one.level, one.what, one.title, one.why)))
        print("\n".join([f"共 {len(queue.items)} 项", *queue.notes]), file=sys.stderr)
    return 0


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {"queue": _queue}
