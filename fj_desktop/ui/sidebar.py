"""The list of tabs on the left, grouped; twelve tabs across the top would not fit 1366 pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fj_desktop.core.field import Library
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.work.page import PageKind

_LIBRARY = int(Qt.ItemDataRole.UserRole)
_COUNT, _ICON_NAME = _LIBRARY + 1, _LIBRARY + 2
_WIDTH, _FOLDED = 246, 56
_ICON, _PAD, _GAP = 18, 12, 10
_NUMBERED = 9
_ROOMY = 1100
Index = QModelIndex | QPersistentModelIndex


class Sidebar(QListWidget):
    """Groups and libraries with their counts; folded it shows icons only. ``chosen``: the name of a library.

    A library that stands under another has no line of its own: choosing it marks the other's.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, libraries: Sequence[Library | PageKind]) -> None:
        super().__init__()
        self._theme = theme
        self.folded = False
        self._by_hand: bool | None = None
        self._room = self._numbered = 0
        self._wanted = self._shown = ""
        self._hosts = {one.library: one.under or one.library for one in libraries}
        self.setObjectName("sidebar")
        self.setAccessibleName("库与清单")
        self.setItemDelegate(_Rows(self, theme))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._items: dict[str, QListWidgetItem] = {}
        shelf = ""
        for library in (one for one in libraries if not one.under):
            if library.shelf != shelf:
                shelf = library.shelf
                self._add_group(shelf)
            self._add(library)
        self.currentItemChanged.connect(self._moved)
        theme.changed.connect(self._restyled)
        self._restyled()

    def choose(self, library: str) -> None:
        """Make a library the current one."""
        item = self._items[self._hosts[library]]
        self._wanted = library
        if item is self.currentItem():
            self._tell(library)
        else:
            self.setCurrentItem(item)

    def show_count(self, library: str, count: int) -> None:
        """Show how many records a library holds, if it has a line of its own."""
        item = self._items.get(library)
        if item is None:
            return
        item.setData(_COUNT, f"{count:,}" if count else "")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}，{count:,} 条")

    def step(self, by: int) -> None:
        """Go to the next or the former library, around the end."""
        names = list(self._items)
        present = self.currentItem()
        at = names.index(str(present.data(_LIBRARY))) if present is not None else 0
        self.choose(names[(at + by) % len(names)])

    def toggle(self) -> None:
        """Show icons only, or titles and counts too, as the person likes it from now on."""
        self._by_hand = not self.folded
        self._restyled()

    def fit(self, room: int) -> None:
        """Fold in a narrow window, unless the person decided otherwise."""
        self._room = room
        self._restyled()

    def _add_group(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, library: Library | PageKind) -> None:
        item = QListWidgetItem(library.title, self)
        item.setData(_LIBRARY, library.library)
        item.setData(_ICON_NAME, library.icon)
        keys = library.keys if isinstance(library, PageKind) else self._next_keys()
        keys = f"（{keys}）" if keys else ""
        item.setToolTip(f"{library.title}{keys}\n{library.purpose}")
        self._items[library.library] = item

    def _next_keys(self) -> str:
        self._numbered += 1
        return f"Ctrl+{self._numbered}" if self._numbered <= _NUMBERED else ""

    def _moved(self, current: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if current is not None and current.data(_LIBRARY):
            line = str(current.data(_LIBRARY))
            self._tell(self._wanted if self._hosts.get(self._wanted) == line else line)

    def _tell(self, library: str) -> None:
        self._wanted = ""
        if library != self._shown:
            self._shown = library
            self.chosen.emit(library)

    def _restyled(self) -> None:
        is_narrow = 0 < self._room * 100 // self._theme.text_percent < _ROOMY
        self.folded = is_narrow if self._by_hand is None else self._by_hand
        self.setFixedWidth((_FOLDED if self.folded else _WIDTH) * self._theme.text_percent // 100)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.folded else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class _Rows(QStyledItemDelegate):
    """Paints a group's name small and faint, and a library with its icon, title and count."""

    def __init__(self, view: Sidebar, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    # Qt's own names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tall = option.fontMetrics.height()
        if index.data(_LIBRARY):
            return QSize(0, max(34, tall + 15))
        return QSize(0, 10 if self._view.folded else max(30, tall + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_LIBRARY):
            self._paint_library(painter, option, index)
        elif self._view.folded:
            painter.setPen(self._theme.colour("line"))
            middle = option.rect.center().y()
            painter.drawLine(option.rect.left() + 8, middle, option.rect.right() - 8, middle)
        else:
            small = QFont(option.font)
            small.setPointSizeF(option.font.pointSizeF() * 0.88)
            painter.setFont(small)
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(option.rect.adjusted(_PAD, 6, -8, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()

    def _paint_library(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        if selected and self._view.hasFocus():
            painter.setPen(self._theme.colour("on_selection"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(1, 2, -1, -2), 6, 6)
        side = _ICON * self._theme.text_percent // 100
        left = option.rect.center().x() - side // 2 if self._view.folded else option.rect.left() + _PAD
        icon = self._theme.icons.icon(str(index.data(_ICON_NAME)), "on_selection" if selected else "muted")
        icon.paint(painter, QRect(left, option.rect.center().y() - side // 2, side, side))
        if not self._view.folded:
            self._paint_words(painter, option, index, selected, _PAD + side + _GAP)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool, left: int
    ) -> None:
        count, metrics = str(index.data(_COUNT) or ""), option.fontMetrics
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("on_selection" if selected else "muted"))
        place = option.rect.adjusted(left, 0, -_PAD, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        place.setRight(place.right() - metrics.horizontalAdvance(count) - (_GAP if count else 0))
        painter.setPen(self._theme.colour("on_selection" if selected else "text"))
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)
