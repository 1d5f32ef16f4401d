"""What is said of backups: how old, what happened then, how large."""

import datetime as dt
from pathlib import Path

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.services.backing_up import BackupState
from fj_desktop.store.backups.entries import Backup

_MIB = 1024 * 1024


def age(at: dt.datetime, now: dt.datetime) -> str:
    """How long ago, as people say it: 今天 14:20, 昨天 14:20, 3 天前."""
    then, today = at.astimezone(COUNTY_ZONE), now.astimezone(COUNTY_ZONE)
    days = (today.date() - then.date()).days
    if days < 0:
        return f"{then:%Y-%m-%d}"
    if days < 2:
        return f"{'昨天' if days else '今天'} {then:%H:%M}"
    return f"{days} 天前" if days < 60 else f"{days // 30} 个月前"


def moment(at: dt.datetime) -> str:
    """A moment on the county's clock."""
    return f"{at.astimezone(COUNTY_ZONE):%Y-%m-%d %H:%M}"


def size(of: int) -> str:
    """A size in MB."""
    return f"{of / _MIB:.1f} MB" if of < 100 * _MIB else f"{of // _MIB} MB"


def badge(state: BackupState, now: dt.datetime) -> tuple[str, str, str]:
    """The words of the badge, its icon and the colour of the icon; the icon tells the same as the colour."""
    if state.running:
        return "正在备份…", "refresh", "primary"
    if state.trouble and state.is_elsewhere:
        return "备份盘没接上", "warning", "warning"
    if state.trouble:
        return "备份没做成", "error", "danger"
    if state.newest is None:
        return "还没有备份", "warning" if state.is_old(now) else "shield", "warning" if state.is_old(now) else "muted"
    words = f"备份 {age(state.newest.at, now)}"
    return (words, "warning", "warning") if state.is_old(now) else (words, "shield", "success")


def told(state: BackupState) -> str:
    """The whole of it, for the tooltip and for those who listen to the screen."""
    if state.trouble:
        return f"{state.trouble}\n点击打开“备份与恢复”。"
    if state.newest is None:
        return "还没有备份。退出时会自动备份，也可以点击后立即备份。"
    since = "之后有新的改动。" if state.changed else "之后没有改动。"
    return f"最新的备份：{moment(state.newest.at)}，{state.newest.words}。{since}\n点击打开“备份与恢复”。"


def question(backup: Backup, *, other_passphrase: bool) -> str:
    """What is asked before a restore."""
    words = (
        f"台账将回到 {moment(backup.at)}（{backup.words}）的样子，之后录入的内容不在里面。"
        "现在的台账会原样另存，可以在这个列表里再恢复回来。恢复后要用口令重新解锁。"
    )
    return f"{words}这份备份之后换过口令：请准备好当时的口令。" if other_passphrase else words


def restored(backup: Backup, aside: Path) -> str:
    """What is said after a restore."""
    return (
        f"台账已回到 {moment(backup.at)}（{backup.words}）的样子，请用那时的口令解锁。\n"
        f"恢复前的台账原样存在备份列表里（{aside.name}），随时可以再恢复回来。"
    )
