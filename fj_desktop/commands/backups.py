"""Backups without a window: made, listed, brought back."""

import argparse
import sys
from typing import Any

from fj_desktop.commands.common import print_json
from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.errors import LockedError, UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.restoring import Restored, RestoreService
from fj_desktop.services.session import Session
from fj_desktop.store.backups.entries import Backup

_MIB = 1024 * 1024


def backup(given: argparse.Namespace, desk: Desk) -> int:
    """Make one now; with ``--to`` also carry it to a folder on another disk."""
    backups = desk.backups
    if backups is None:
        raise UserError("演示台账不做备份。")
    made = backups.make("hand")
    newest = backups.folder.newest()
    if newest is None:
        raise UserError("没有备份可用。请再试一次。")
    print(f"已备份：{newest.path}" if made else f"上次备份之后没有改动，最新的一份是：{newest.path}")
    if given.to is not None:
        print(f"已另存并核对：{backups.elsewhere.carry(newest, given.to)}")
    elif backups.elsewhere.trouble:
        print(backups.elsewhere.trouble, file=sys.stderr)
    return 0


def listed(given: argparse.Namespace, desk: Desk) -> int:
    """List them, the newest first."""
    backups = desk.backups
    there = [] if backups is None else backups.seen.listing()
    rows = [_row(one, desk) for one in there]
    if given.json:
        print_json(rows)
        return 0
    for one, row in zip(there, rows, strict=True):
        counts = row["records"]
        told = "内容未知" if counts is None else f"{sum(counts.values())} 条"
        print(f"{one.name}\t{_moment(one)}\t{one.words}\t{one.size / _MIB:.1f} MB\t{told}")
    print(f"共 {len(there)} 份", file=sys.stderr)
    return 0


def restore(given: argparse.Namespace, session: Session, passphrase: str) -> int:
    """Bring one back; the present store is set aside."""
    restoring = session.restoring
    chosen = restoring.find(given.what)
    try:
        key = restoring.key(chosen, passphrase)
    except LockedError as error:
        if restoring.has_passphrase_of_today(chosen):
            raise
        raise LockedError(f"{error.text}这份备份之后换过口令，要用备份当时的口令。") from None
    _confirm(given, chosen)
    with session.hold("恢复备份", writes=True):
        done = _restored(restoring, chosen, key, newest=given.what == "newest")
    for one in done.damaged:
        print(f"这一份已损坏，没有用它：{one.name}", file=sys.stderr)
    print(f"已恢复到 {_moment(done.backup)}（{done.backup.words}）的备份：{done.backup.name}")
    print(f"恢复前的台账另存在：{done.aside}\n要回到它：fj-desktop restore {done.aside.name}")
    return 0


def salvage(given: argparse.Namespace, session: Session, passphrase: str) -> int:
    """Save what can be read of a damaged store; the damaged one is set aside."""
    from fj_desktop.services.salvaging import rescue

    key = session.vault.unlock_with_passphrase(passphrase)
    if not given.yes and not sys.stdin.isatty():
        raise UserError("抢救会换下现在的台账文件（它会另存）。有备份时请先考虑 restore。确定的话请加上 --yes。")
    with session.hold("抢救台账", writes=True):
        done = rescue(session.profile, session.vault, session.clock, key)
    for title, count in done.saved.items():
        print(f"{title}\t{count} 条")
    for title, record in done.lost:
        print(f"读不出来：{title} {record}", file=sys.stderr)
    holes = f"历史缺 {done.holes} 处；" if done.holes else ""
    print(f"已抢救 {sum(done.saved.values())} 条，{len(done.lost)} 条读不出来；{holes}损坏的台账另存在：{done.aside}")
    return 1 if done.lost else 0


def _restored(restoring: RestoreService, chosen: Backup, key: bytes, *, newest: bool) -> Restored:
    return restoring.restore_newest_good(chosen, key) if newest else restoring.restore(chosen, key)


def _confirm(given: argparse.Namespace, chosen: Backup) -> None:
    if given.yes:
        return
    asked = f"用 {_moment(chosen)}（{chosen.words}）的备份替换现在的台账？现在的台账会另存，不会删除。输入 yes 继续："
    if not sys.stdin.isatty():
        raise UserError("恢复会替换现在的台账（它会另存）。确定的话请加上 --yes。")
    if input(asked).strip().lower() not in ("yes", "y", "是"):
        raise UserError("没有恢复，什么都没有改动。")


def _row(one: Backup, desk: Desk) -> dict[str, Any]:
    about = desk.backups.seen.about(one) if desk.backups else None
    return {
        "name": one.name,
        "at": one.at.isoformat().replace("+00:00", "Z"),
        "reason": one.reason,
        "what": one.words,
        "bytes": one.size,
        "readable": about is not None,
        "records": None if about is None else dict(about.counts),
        "path": str(one.path),
    }


def _moment(one: Backup) -> str:
    return f"{one.at.astimezone(COUNTY_ZONE):%Y-%m-%d %H:%M}"


ON_DESK = {"backup": backup, "backups": listed}
