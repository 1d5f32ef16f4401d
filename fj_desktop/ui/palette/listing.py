"""The list of the palette: groups of commands and records."""

import uuid
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from fj_desktop.services.searching import Found
from fj_desktop.ui.palette.gathering import Command
from fj_desktop.ui.palette.rows import DETAIL, KEYS, PaletteRows
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import wear

_FIRST = 8
TARGET = int(Qt.ItemDataRole.UserRole)
"""A row's command, or the library name and id of its record."""


class PaletteList(QListWidget):
    """Never has the keyboard: the line above moves through it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("palette_list")
        self.setAccessibleName("命令与记录")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(PaletteRows(self, theme))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wear(self, "plain")

    def show_all(
        self,
        recent: Sequence[Command],
        others: Sequence[Command],
        opened: Sequence[Found] = (),
        marked: Sequence[Found] = (),
    ) -> None:
        """Show records opened last and favourites, then what can be done, before anything is typed."""
        self.clear()
        favourites, first = {one.id for one in marked}, opened[:_FIRST]
        seen = {one.id for one in first}
        self._add_records(first, "最近打开", favourites)
        self._add_records([one for one in marked if one.id not in seen], "收藏", favourites)
        self._add_records([one for one in opened[_FIRST:] if one.id not in favourites], "更早打开", favourites)
        self._add_commands("最近用过", recent)
        self._add_commands("命令", others)

    def show_found(self, commands: Sequence[Command], records: Sequence[Found], *, records_first: bool) -> None:
        """Show what fits; a record comes first where commands only hold the sound somewhere."""
        self.clear()
        if records_first:
            self._add_records(records)
        self._add_commands("命令", commands)
        if not records_first:
            self._add_records(records)

    def add_head(self, words: str) -> None:
        """The name of a group, or that there is nothing."""
        QListWidgetItem(words, self).setFlags(Qt.ItemFlag.NoItemFlags)

    def step(self, by: int) -> None:
        """Go to the next row that can be chosen, down (1) or up (-1)."""
        row = self.currentRow()
        for at in range(row + by, self.count() if by > 0 else -1, by):
            if at >= 0 and self.item(at).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.setCurrentRow(at)
                return

    def _add_commands(self, title: str, found: Sequence[Command]) -> None:
        if found:
            self.add_head(title)
        for one in found:
            icon = one.icon if not one.icon.isNull() else self._theme.icons.icon("play", "muted")
            item = self._add(one.words, "", icon, one)
            item.setData(KEYS, one.keys)
            if one.keys:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.words}，{one.keys}")

    def _add_records(
        self, found: Sequence[Found], title: str = "记录", favourites: AbstractSet[uuid.UUID] = frozenset()
    ) -> None:
        if found:
            self.add_head(title)
        for one in found:
            detail = "　".join(part for part in (one.library.title, one.detail) if part)
            icon = self._theme.icons.icon(one.library.icon or "file", "muted")
            words, is_marked = one.title or "未命名", one.id in favourites
            shown = f"★ {words}" if is_marked else words
            item = self._add(shown, detail, icon, (one.library.library, str(one.id)))
            if is_marked:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}，已收藏")

    def _add(self, words: str, detail: str, icon: QIcon, target: object) -> QListWidgetItem:
        item = QListWidgetItem(icon, words, self)
        item.setData(DETAIL, detail)
        item.setData(TARGET, target)
        return item
