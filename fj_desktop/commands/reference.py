"""``reference``: the tables of codes, listed, replaced by newer files, or set back."""

import argparse
import sys

from fj_desktop.commands.common import print_json
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.services.reference_changes import ReferenceChanges


def reference(given: argparse.Namespace, desk: Desk) -> int:
    """List, replace or set back."""
    tables = desk.reference_changes(Profile(given.folder))
    if given.act == "list":
        return _list(given, tables)
    if given.table is None:
        raise UserError("请说明换哪张表，例如 reference replace divisions 文件.csv；reference list 列出有哪些。")
    if given.act == "replace" and given.file is None:
        raise UserError("请给出新表的文件，例如 reference replace divisions 行政区划.csv。")
    proposal = tables.check(given.table, given.file if given.act == "replace" else None)
    if proposal.orphaned and not given.yes:
        raise UserError(
            f"有 {proposal.orphaned} 处记录用到的代码新表里没有；换了以后这些记录照旧保留代码，但不再显示名称。"
            "确定要换请加 --yes。没有改动。"
        )
    tables.apply(proposal)
    done = "已换上" if proposal.content is not None else "已恢复随附的"
    print(f"{done}“{proposal.table.title}”，{proposal.rows} 行，下次启动起用。")
    if proposal.orphaned:
        print(f"{proposal.orphaned} 处记录的代码新表里没有，保留原代码。", file=sys.stderr)
    return 0


def _list(given: argparse.Namespace, tables: ReferenceChanges) -> int:
    rows = [
        {
            "name": one.table.name, "title": one.table.title, "rows": one.rows, "source": one.source,
            "since": one.since.isoformat() if one.since else None, "sha256": one.digest,
        }
        for one in tables.listed()
    ]  # fmt: skip
    if given.json:
        print_json(rows)
        return 0
    for row in rows:
        print(f"{row['name']}\t{row['title']}\t{row['rows']} 行\t{row['source']}\t{row['since'] or ''}".rstrip())
    return 0


ON_DESK = {"reference": reference}
WRITING = ("reference replace", "reference reset")
