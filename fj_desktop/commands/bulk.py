"""``bulk``: one value for a field of many records, as the window's bulk edit sets it."""

import argparse
import sys

from fj_desktop.commands.common import print_json, typed_values
from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import BrowseService, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import Filter

_TAKING_TEXT = ("any_of", "is", "contains")
_BLOCK = 5000


def bulk(given: argparse.Namespace, desk: Desk) -> int:
    """Set fields of all records that are asked for, in one transaction; 1 when nothing could be filled."""
    library = CATALOG[given.library]
    if not given.where and not given.text and not given.all:
        raise UserError("请用 --where 或 --text 说明改哪些记录；确实要改全部时写 --all。")
    listing = desk.browse.open(library, Wanted(tuple(_filters(library, given.where or [])), given.text or ""))
    records = [row.id for at in range(0, len(listing), _BLOCK) for row in desk.browse.page(listing, at, _BLOCK, ())]
    plan = desk.bulk.plan(library, dict.fromkeys(records, typed_values(given.set)))
    changed = len(plan.changes)
    if changed and not given.dry_run:
        desk.bulk.apply(plan)
    refused = [{"id": str(one.record), "label": one.label, "reason": one.reason} for one in plan.refused]
    if given.json:
        print_json({"found": len(records), "changed": changed, "refused": refused})
    else:
        print(f"找到 {len(records)} 条，改动 {changed} 条。" + ("（只检查，未写入）" if given.dry_run else ""))
        for one in refused:
            print(f"{one['id']} “{one['label']}”{one['reason']}", file=sys.stderr)
    return 1 if refused and not changed else 0


def _filters(library: Library, values: list[str]) -> list[Filter]:
    surface, found = CATALOG.by_key(library), []
    for key, text in typed_values(values).items():
        operators = BrowseService.operators(surface[key]) if key in surface else ("is",)
        takes = next((one for one in _TAKING_TEXT if one in operators), "is")
        found.append(Filter(key, takes if text.strip() else "empty", (text,) if text.strip() else ()))
    return found
