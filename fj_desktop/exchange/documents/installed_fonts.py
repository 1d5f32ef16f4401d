"""The fonts that government offices expect, where the machine has them (Windows only)."""

import os
import sys
from collections.abc import Mapping
from enum import Enum
from pathlib import Path


class Role(Enum):
    """What a piece of text is on the page; decides its font."""

    TITLE = "title"  # 小标宋
    HEADING = "heading"  # 黑体
    BODY = "body"  # 仿宋
    KAI = "kai"  # 楷体
    TABLE = "table"
    TABLE_HEAD = "table_head"
    CODE = "code"  # each sign equally wide, 0 and O apart


# File names as the fonts' makers and WPS install them; the first that is there is taken. Table text keeps the
# bundled font everywhere, so that a list has the same pages on every machine.
_FILES: dict[Role, tuple[str, ...]] = {
    Role.TITLE: ("FZXBSJW.TTF", "FZXBSK.TTF", "方正小标宋简体.ttf", "方正小标宋_GBK.TTF", "方正小标宋简.TTF"),
    Role.HEADING: ("simhei.ttf",),
    Role.BODY: ("仿宋_GB2312.ttf", "simfang.ttf"),
    Role.KAI: ("楷体_GB2312.ttf", "simkai.ttf"),
}
_RARE_FILES = ("simsunb.ttf",)


def installed_font(role: Role, platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Path of the machine's own font for a role; None where the bundled font is to be used."""
    return _first(_FILES.get(role, ()), platform, environ)


def installed_rare_font(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Path of a font with the rare characters of personal names (CJK extension B), where the machine has one."""
    return _first(_RARE_FILES, platform, environ)


def _first(names: tuple[str, ...], platform: str, environ: Mapping[str, str]) -> Path | None:
    if platform != "win32":
        return None
    folders = [_folder(environ, "LOCALAPPDATA", "Microsoft/Windows/Fonts"), _folder(environ, "WINDIR", "Fonts")]
    for name in names:
        for folder in folders:
            if folder is not None and (folder / name).is_file():
                return folder / name
    return None


def _folder(environ: Mapping[str, str], variable: str, below: str) -> Path | None:
    root = environ.get(variable)
    return Path(root) / below if root else None
