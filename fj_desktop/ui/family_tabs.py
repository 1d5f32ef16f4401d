"""Tabs across the top of a library for those that stand under it: 招商项目 has 项目进度, 阶段记录 and more."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG


class FamilyTabs(QTabBar):
    """The library of a line on the left and those under it; hidden where there is but one. ``chosen``: a library."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self.setAccessibleName("同组的表")
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.currentChanged.connect(self._changed)

    def show_family(self, library: str) -> None:
        """Show the tabs of a library's family with it as the current one."""
        family = family_of(library)
        with QSignalBlocker(self):
            if [one.library for one in family] != self._names:
                while self.count():
                    self.removeTab(0)
                self._names = [one.library for one in family]
                for one in family:
                    self.setTabToolTip(self.addTab(one.title), one.purpose)
            if library in self._names:
                self.setCurrentIndex(self._names.index(library))
        self.setVisible(len(family) > 1)

    def _changed(self, at: int) -> None:
        if 0 <= at < len(self._names):
            self.chosen.emit(self._names[at])

    def step(self, by: int) -> None:
        """Go to the next or the former tab, around the end."""
        if len(self._names) > 1:
            self.setCurrentIndex((self.currentIndex() + by) % len(self._names))


def family_of(library: str) -> list[Library]:
    """The libraries that share a line on the left, the one it is named by first."""
    if library not in {one.library for one in CATALOG}:
        return []  # A page of work stands alone.
    host = CATALOG[library].under or library
    return [CATALOG[host], *(one for one in CATALOG if one.under == host)]
