"""The list of tabs on the left, grouped; twelve tabs across the top would not fit 1366 pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fj_desktop.core.field import Library
from fj_desktop.ui.theme import Theme

_LIBRARY = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_WIDTH = 226
_ROW, _GROUP = 34, 30
Index = QModelIndex | QPersistentModelIndex


class Sidebar(QListWidget):
    """Groups and libraries with their counts. ``chosen``: the name of a library."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, libraries: Sequence[Library]) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("sidebar")
        self.setAccessibleName("库与清单")
        self.setIconSize(QSize(18, 18))
        self.setItemDelegate(_Rows(self, theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._items: dict[str, QListWidgetItem] = {}
        shelf = ""
        for library in libraries:
            if library.shelf != shelf:
                shelf = library.shelf
                self._add_group(shelf)
            self._add(theme, library)
        self.currentItemChanged.connect(self._moved)
        theme.changed.connect(self._restyled)
        self._restyled()

    def choose(self, library: str) -> None:
        """Make a library the current one."""
        self.setCurrentItem(self._items[library])

    def show_count(self, library: str, count: int) -> None:
        """Show how many records a library holds."""
        self._items[library].setData(_COUNT, f"{count:,}" if count else "")

    def step(self, by: int) -> None:
        """Go to the next or the former library, around the end."""
        names = list(self._items)
        present = self.currentItem()
        at = names.index(str(present.data(_LIBRARY))) if present is not None else 0
        self.choose(names[(at + by) % len(names)])

    def _add_group(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, _GROUP))

    def _add(self, theme: Theme, library: Library) -> None:
        item = QListWidgetItem(theme.icons.icon(library.icon, "muted"), library.title, self)
        item.setData(_LIBRARY, library.library)
        item.setToolTip(f"{library.title}\n{library.purpose}")
        item.setSizeHint(QSize(0, _ROW))
        self._items[library.library] = item

    def _moved(self, current: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if current is not None and current.data(_LIBRARY):
            self.chosen.emit(str(current.data(_LIBRARY)))

    def _restyled(self) -> None:
        self.setFixedWidth(_WIDTH * self._theme.text_percent // 100)
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """Paints a group's name small and faint, and a library's count at the right."""

    def __init__(self, view: QListWidget, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    # Qt's own names

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.data(_LIBRARY):
            painter.save()
            small = QFont(option.font)
            small.setPointSizeF(option.font.pointSizeF() * 0.88)
            painter.setFont(small)
            painter.setPen(self._theme.colour("muted"))
            place = option.rect.adjusted(12, 6, -8, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        count = str(index.data(_COUNT) or "")
        super().paint(painter, option, index)
        if count:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.save()
            painter.setPen(self._theme.colour("on_selection" if selected else "muted"))
            place = option.rect.adjusted(0, 0, -14, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            painter.restore()
