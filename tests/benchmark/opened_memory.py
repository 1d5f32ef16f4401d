"""Run by itself: opens a library's tab and tells how much memory the process then holds, in bytes."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fj_desktop.core.clock import SystemClock
from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.store.capture import lay_triggers
from fj_desktop.store.transactions import Store
from fj_desktop.store.vault import open_store
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.library.library_tab import LibraryTab
from fj_desktop.ui.theme import Theme
from tests.benchmark.gaps import until
from tests.benchmark.million import COMPANIES
from tests.support.cheap_keys import PASSPHRASE, cheap_vault


def main(folder: str) -> None:
    """Open, wait for the whole listing, walk through it a little, and tell."""
    application = QApplication([])
    profile = Profile(Path(folder))
    key = cheap_vault(profile).unlock_with_passphrase(PASSPHRASE)
    desk = Desk(Store(open_store(profile, key, lay_triggers), SystemClock()))
    theme = Theme(application, "light")
    nothing = [lambda *_: None] * 6
    tab = LibraryTab(desk, COMPANIES, theme, Asking(theme.icons), Actions(*nothing))
    tab.resize(1366, 768)
    tab.show()
    tab.refresh()
    rows = tab._pane.rows
    until(lambda: rows.count is not None)
    bar = rows.table.verticalScrollBar()
    for step in range(40):
        bar.setValue(bar.maximum() * step // 39)
        rows.table.viewport().repaint()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    sys.stdout.write(f"{rows.count} {pages * 4096}\n")


main(sys.argv[1])
