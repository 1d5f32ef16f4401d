"""How much room a disk has left, in a person's words."""

import shutil
from pathlib import Path

SPARE_BYTES = 50 * 1024 * 1024
"""What should stay free for the work of a day."""


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


def _words(count: int) -> str:
    return f"{count // 1024 // 1024} MB" if count >= 10 * 1024 * 1024 else f"{count // 1024} KB"
