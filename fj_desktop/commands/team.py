"""Headless: papers of any record, the evening sheet of a trip, a leaver's handover."""

import argparse
from collections.abc import Callable
from pathlib import Path

from fj_desktop.commands.common import day, record_id
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.papers import papers_of

Given = argparse.Namespace


def _print(given: Given, desk: Desk) -> int:
    library = CATALOG[given.library]
    kinds = papers_of(library)
    if not kinds:
        raise UserError(f"{library.title}没有一页纸。")
    as_of = day(given.as_of) if given.as_of else None
    desk.papers.write(kinds[0], record_id(given.id), Path(given.out), reveal=given.reveal, as_of=as_of)
    print(f"{kinds[0].title}已存到：{given.out}")
    return 0


def _settle(given: Given, desk: Desk) -> int:
    trip = record_id(given.id)
    sheet = desk.trips.sheet(trip)
    made = desk.trips.settle(trip, {one.stop: one.typed for one in sheet.lines if not one.settled})
    print(f"生成走访 {made.visits} 条，费用合计 {made.cost_wan.normalize():f} 万元，还有 {made.left} 站没有填")
    return 0


def _hand_over(given: Given, desk: Desk) -> int:
    record = record_id(given.id)
    load = desk.handovers.load(record) if given.dry_run else desk.handovers.carry_out(record)
    print(load.words() or "没有可移交的")
    print(f"{'将移交' if given.dry_run else '已移交'} {load.count} 条")
    return 0


def _duties(given: Given, desk: Desk) -> int:
    if given.out is not None:
        desk.duties.write(given.out, given.unit)
        print(f"已存到：{given.out}")
        return 0
    for row in desk.duties.matrix(given.unit).rows:
        print("\t".join(row))
    return 0


def _draw(given: Given, desk: Desk) -> int:
    drawn = desk.drawing.draw(record_id(given.id), given.count)
    print(f"{'、'.join(drawn.names)}（同行业 {drawn.of_field} 位，回避 {drawn.avoiding} 位）")
    return 0


def _sign_in(given: Given, desk: Desk) -> int:
    signed = desk.posts.sign_in(given.state, given.place)
    print(f"今天已经签过到（{signed.office}）" if signed.again else f"已在{signed.office}签到")
    return 0


def _fill_review(given: Given, desk: Desk) -> int:
    print(desk.benefits.fill(record_id(given.id)))
    return 0


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {"print": _print, "settle": _settle, "hand-over": _hand_over,
    "duties": _duties, "draw": _draw, "sign-in": _sign_in, "fill-review": _fill_review,
}  # fmt: skip
WRITING = ("settle", "hand-over", "draw", "sign-in", "fill-review")
