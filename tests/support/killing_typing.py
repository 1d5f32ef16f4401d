"""Type into a new record and into a stored one, each in a real window, then be killed some seconds after the last key.

Called as ``killing_typing.py FOLDER KEY RECORD SECONDS``; says ``typed`` once everything was typed.
"""

import os
import signal
import sys
import time
import uuid
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.theme import Theme
from tests.support.cheap_keys import cheap_vault
from tests.support.fake_asking import FakeAsking

LAND, FIRST, SECOND, THIRD = CATALOG["land"], "plot seven", " and", " eight"


def _nothing(*_: object) -> None:
    pass


def _type(window: MainWindow, library: str, key: str, words: str) -> None:
    found = [one for one in window.tab(library).findChildren(QWidget, key) if hasattr(one, "touched")]
    editor = found[0] if isinstance(found[0], QPlainTextEdit) else found[0].findChild(QLineEdit) or found[0]
    QTest.keyClicks(editor, words)


def main(folder: Path, key: bytes, record: uuid.UUID, seconds: float) -> None:
    """Never returns."""
    application = QApplication([])
    profile = Profile(folder)
    desk = Session(profile, cheap_vault(profile)).open(key)
    theme, actions = Theme(application, "light"), Actions(*[_nothing] * 6)
    # One window keeps one unsaved form open.
    first, second = (MainWindow(desk, theme, FakeAsking(), actions) for _ in range(2))
    first.show()
    second.show()
    first.show_record("land", record)
    second.tab("companies").start_new()
    _type(first, "land", "note", FIRST)
    for words in (FIRST, SECOND, THIRD):
        _type(second, "companies", "name", words)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        application.processEvents()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), uuid.UUID(sys.argv[3]), float(sys.argv[4]))
