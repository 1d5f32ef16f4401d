"""How much room a disk has left, in a person's words."""

import os
import shutil
import sys
from pathlib import Path

SPARE_BYTES = 50 * 1024 * 1024
"""What should stay free for the work of a day."""

_FULL_BELOW_BYTES = 256 * 1024


def shortage(path: Path) -> str:
    """What is free on the disk of a file, and what is needed, as half a sentence."""
    folder = next((each for each in path.parents if each.is_dir()), path)
    needed = _words(SPARE_BYTES)
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return f"“{folder}”所在的磁盘需要至少 {needed} 空闲空间"
    quota = "，但系统不让再写（可能设了用量限额）" if free > SPARE_BYTES else ""
    return f"“{folder}”所在的磁盘只剩 {_words(free)}{quota}，需要至少 {needed} 空闲空间"


def is_read_only_disk(path: Path) -> bool:
    """Whether the disk of a file refuses every write, whoever asks; always False on Windows, which does not tell."""
    if sys.platform == "win32":
        return False
    try:
        return bool(os.statvfs(path if path.exists() else path.parent).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def is_full(path: Path) -> bool:
    """Whether so little is free on the disk of a file that not even a page of a log may fit."""
    try:
        return shutil.disk_usage(path.parent).free < _FULL_BELOW_BYTES
    except OSError:
        return False


def _words(count: int) -> str:
    return f"{count // 1024 // 1024} MB" if count >= 10 * 1024 * 1024 else f"{count // 1024} KB"
