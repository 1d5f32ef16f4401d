"""Folders in which a store must not lie: those that cloud, sync and chat programs send away or rewrite.

A sync program copies files while they are written, so that both the copy and the store are damaged, and it hands the
store to servers that nobody here answers for. Known by the names of the folders those programs make.
"""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from fj_desktop.errors import UserError

_BY_NAME = (
    (r"onedrive( - .*|-.*)?", "OneDrive"),
    (r"icloud ?drive|icloud~.*|com~apple~clouddocs|mobile documents", "iCloud"),
    (r"dropbox( \(.*\))?|dropbox-.*", "Dropbox"),
    (r"google ?drive.*|googledrive-.*|我的云端硬盘", "Google Drive"),
    (r"baidu ?(netdisk|syncdisk|yun).*|百度(网盘|云|同步盘).*", "百度网盘"),
    (r"nutstore.*|(我的)?坚果云.*", "坚果云"),
    (r"weiyun.*|(腾讯)?微云.*", "微云"),
    (r"tencent ?docs?|腾讯文档.*", "腾讯文档"),
    (r"wechat ?files|xwechat_files|微信文件.*", "微信"),
    (r"tencent ?files|nt_qq|qq(文件|接收文件).*", "QQ"),
    (r"ding(talk|ding).*|钉(钉|盘).*", "钉钉"),
    (r"feishu.*|larkshell|飞书.*", "飞书"),
    (r"wps ?drive.*|wps ?cloud ?files.*|wps ?云(文档|盘).*|金山文档.*", "WPS 云文档"),
    (r"wxwork.*|wecom.*|企业微信.*", "企业微信"),
    (r"syncthing.*|\.stfolder|resilio sync|btsync", "Syncthing"),
    (r"aliyun ?drive.*|adrive|阿里云盘.*", "阿里云盘"),
    (r"nextcloud.*|owncloud.*|pcloud ?drive.*|mega(sync)?|box( sync)?|cloudstorage", "网盘"),
    (r"(天翼|和彩|移动|联通|沃)云盘?.*|ecloud|115(网盘|生活).*|夸克网盘.*|quark ?(cloud)?drive", "网盘"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), name) for pattern, name in _BY_NAME)
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".nutstore": "坚果云"}
"""Files and folders that such a program leaves at the top of what it sends away."""
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_OVER_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "ncpfs", "fuse.davfs", "davfs"})
_REMOTE_DRIVE = 4


def foreign_hands(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The cloud, sync or chat program that a folder belongs to; empty for a folder of this machine alone."""
    for path in {folder.absolute(), folder.resolve()}:
        found = _named(path) or _marked(path, environment)
        if found:
            return found
    return ""


def _named(path: Path) -> str:
    parts = [part.casefold() for part in path.parts[1:]]
    return next((name for part in parts for pattern, name in _PATTERNS if pattern.fullmatch(part)), "")


def _marked(path: Path, environment: Mapping[str, str]) -> str:
    own = {Path(environment[variable]) for variable in _ONEDRIVE if environment.get(variable)}
    for above in (path, *path.parents):
        if above in own:
            return "OneDrive"
        for mark, name in _MARKS.items():
            if (above / mark).exists():
                return name
    return ""


def refuse_foreign_hands(folder: Path, *, holds_store: bool = False) -> None:
    """Refuse a folder that a cloud, sync or chat program sends away.

    Args:
        folder: where something is about to be kept.
        holds_store: a store lies there already and must be moved.

    Raises:
        ForeignHandsError: says which program, and what to do.
    """
    name = foreign_hands(folder)
    if name:
        advice = (
            "请先退出那个程序，把整个文件夹移到只在本机的位置（例如 D 盘下），再从新位置打开。"
            if holds_store
            else "请另选一个只在本机的文件夹，例如在 D 盘下新建一个。"
        )
        raise ForeignHandsError(
            f"“{folder}”在“{name}”的文件夹里。那里的文件会被自动上传或改动，台账会泄露，也会损坏，所以不能放在那里。{advice}"
        )


class ForeignHandsError(UserError):
    """The folder is one that another program sends away."""

    code = "FJ-1200"


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on another machine, where locks and waits for the disk can't be relied on."""
    path = folder.absolute()
    if sys.platform == "win32":
        import ctypes

        return str(path).startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return mounted_as(path.resolve(), mounts) in _OVER_NETWORK


def mounted_as(path: Path, mounts: str) -> str:
    """The kind of file system that a path lies on, by the lines of ``/proc/mounts``."""
    found, depth = "", -1
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(fields[1].replace("\\040", " "))
        if path.is_relative_to(point) and len(point.parts) > depth:
            found, depth = fields[2], len(point.parts)
    return found
