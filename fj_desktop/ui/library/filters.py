"""The present filters of a table as chips, each with a cross."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Filter
from fj_desktop.ui.library.filter_panel import FilterPanel, sentence
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button, text, wear

_LONGEST = 28


class FilterBar(QWidget):
    """The present filters as chips, each with a cross; asks for new ones.

    ``changed``: the filters are others now.
    """

    changed = Signal()

    def __init__(self, theme: Theme, library: Library) -> None:
        super().__init__()
        self._theme = theme
        self._surface = CATALOG.by_key(library)
        self._filters: dict[str, Filter] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch()
        self.hide()

    def filters(self) -> tuple[Filter, ...]:
        """The present filters."""
        return tuple(self._filters.values())

    def clear(self) -> None:
        """Take all filters away."""
        self._filters.clear()
        self._show()

    def put_back(self, filters: Sequence[Filter]) -> None:
        """Show these filters again; nobody is told, the table shows them already."""
        self._filters = {one.key: one for one in filters}
        was = self.blockSignals(True)
        self._show()
        self.blockSignals(was)

    def drop_last(self) -> None:
        """Take the newest filter away; the store refused it."""
        if self._filters:
            self._filters.popitem()
            self._show()

    def ask(self, key: str, anchor: QWidget) -> None:
        """Ask for a filter of one column, below a widget."""
        panel = FilterPanel(anchor, self._surface[key], self._filters.get(key))
        panel.chosen.connect(self.put)
        panel.pop_up()

    def ask_which(self, shown: Sequence[str], anchor: QWidget) -> None:
        """Ask for a column, those of the table first, and then for its filter."""
        menu = QMenu(anchor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("按哪一列筛选")
        rest = [key for key, one in self._surface.items() if one.field.main and key not in shown]
        self._offer(menu, shown, anchor)
        more = menu.addMenu("其他字段")
        self._offer(more, rest, anchor)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))

    def _offer(self, menu: QMenu, keys: Sequence[str], anchor: QWidget) -> None:
        for key in keys:
            sign = "　✓" if key in self._filters else ""
            menu.addAction(self._surface[key].label + sign).triggered.connect(partial(self._ask_later, key, anchor))

    def _ask_later(self, key: str, anchor: QWidget, *_: object) -> None:
        # The menu has to close first; a popup opened by a popup would close with it.
        QTimer.singleShot(0, self, partial(self.ask, key, anchor))

    def put(self, key: str, found: Filter | None) -> None:
        """Set the filter of one column, or take it away."""
        self._filters.pop(key, None)
        if found is not None:
            self._filters[key] = found
        self._show()

    def _show(self) -> None:
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, one in enumerate(self._filters.values()):
            self._row.insertWidget(place, self._chip(one, sentence(self._surface[one.key], one)))
        self.setVisible(bool(self._filters))
        self.changed.emit()

    def _chip(self, one: Filter, words: str) -> QWidget:
        chip = QWidget()
        wear(chip, "chip")
        chip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        label = text(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")
        label.setToolTip(words)
        row.addWidget(label)
        cross = icon_button(f"取消筛选：{words}", self._theme.icons.icon("close", "muted"), name=f"chip.{one.key}")
        cross.clicked.connect(partial(self.put, one.key, None))
        row.addWidget(cross)
        return chip
