"""The log of a profile: five files of a megabyte, causes and places only, never what a field holds."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from fj_desktop import __version__

_MIB = 1024 * 1024


def start(folder: Path) -> None:
    """Log into a folder; a folder that can't be written to is no reason not to start."""
    log = logging.getLogger("fj_desktop")
    log.setLevel(logging.INFO)
    for old in list(log.handlers):
        log.removeHandler(old)
        old.close()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "desk.log", maxBytes=_MIB, backupCount=4, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
    log.info("start %s on Python %s, %s", __version__, sys.version.split()[0], sys.platform)
