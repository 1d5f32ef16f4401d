"""The queue as a tree of groups and items."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QStandardItem, QStandardItemModel

from fj_desktop.rules.overdue import LEVELS
from fj_desktop.rules.queue import GROUPS, Item
from fj_desktop.ui.theme import Theme

ITEM = int(Qt.ItemDataRole.UserRole)
HEADS = ("事项", "名称", "说明")
_MOST = 200
"""Of a group; a longer one says how many more there are."""
_COLOURS = dict(zip(LEVELS, ("success", "warning", "accent_text", "danger"), strict=True))


class QueueModel(QStandardItemModel):
    """Groups with their count, and under each its items; the level stands as a word and a colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, len(HEADS))
        self._theme = theme
        self._items: Sequence[Item] = ()
        self.setHorizontalHeaderLabels(list(HEADS))

    def show_items(self, items: Sequence[Item]) -> None:
        """Show another queue."""
        self._items = items
        self.removeRows(0, self.rowCount())
        counts = Counter(one.group for one in items)
        for name in GROUPS:
            if counts[name]:
                self._add_group(name, [one for one in items if one.group == name])

    def item_at(self, index) -> Item | None:  # type: ignore[no-untyped-def]
        """The item of a row; None for a group."""
        found = index.siblingAtColumn(0).data(ITEM) if index.isValid() else None
        return found if isinstance(found, Item) else None

    def restyle(self) -> None:
        """Paint in the colours of the present palette."""
        self.show_items(self._items)

    def _add_group(self, name: str, items: list[Item]) -> None:
        group = QStandardItem(f"{name}（{len(items)}）")
        font = group.font()
        font.setBold(True)
        group.setFont(font)
        blanks = [QStandardItem() for _ in HEADS[1:]]
        for one in (group, *blanks):
            one.setEditable(False)
        for item in items[:_MOST]:
            group.appendRow(self._cells(item))
        if len(items) > _MOST:
            more = QStandardItem(f"还有 {len(items) - _MOST} 项")
            more.setEditable(False)
            group.appendRow([more])
        self.appendRow([group, *blanks])

    def _cells(self, item: Item) -> list[QStandardItem]:
        cells = [QStandardItem(words) for words in (f"{item.level}　{item.what}", item.title, item.why)]
        for cell in cells:
            cell.setEditable(False)
            cell.setToolTip(f"{item.title}\n{item.why}")
        cells[0].setData(item, ITEM)
        cells[0].setForeground(QBrush(self._theme.colour(_COLOURS[item.level])))
        return cells
