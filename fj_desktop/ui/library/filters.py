"""The present filters of a table as chips, each with a cross."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.filtering import AnyOf, Filter
from fj_desktop.ui.library.filter_panel import FilterPanel, phrase
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.flowing import FlowingRow
from fj_desktop.ui.widgets.looks import icon_button, text, wear

_LONGEST = 28


class FilterBar(QWidget):
    """The present filters as chips, each with a cross; asks for new ones.

    ``changed``: the filters are others now. ``builder_asked``: the person wants to put several together.
    """

    changed = Signal()
    builder_asked = Signal()

    def __init__(self, theme: Theme, library: Library, *, several: bool = False) -> None:
        """``several``: a column may be asked for more than once, and every field is offered."""
        super().__init__()
        self._theme, self._several = theme, several
        self._surface = CATALOG.by_key(library)
        self._filters: list[Filter | AnyOf] = []
        self._row = FlowingRow()
        self.setLayout(self._row)
        self.hide()

    def filters(self) -> tuple[Filter | AnyOf, ...]:
        """The present filters."""
        return tuple(self._filters)

    def clear(self) -> None:
        """Take all filters away."""
        self._filters.clear()
        self._show()

    def put_back(self, filters: Sequence[Filter | AnyOf]) -> None:
        """Show these filters; nobody is told, the table shows them already or is about to."""
        self._filters = list(filters)
        was = self.blockSignals(True)
        self._show()
        self.blockSignals(was)

    def drop_last(self) -> None:
        """Take the newest filter away; the store refused it."""
        if self._filters:
            self._filters.pop()
            self._show()

    def ask(self, key: str, anchor: QWidget) -> None:
        """Ask for a filter of one column, below a widget."""
        panel = FilterPanel(anchor, self._surface[key], None if self._several else self._of(key))
        panel.chosen.connect(self._one_more if self._several else self.put)
        panel.pop_up()

    def ask_which(self, shown: Sequence[str], anchor: QWidget) -> None:
        """Ask for a column, those of the table first, and then for its filter."""
        menu = QMenu(anchor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("按哪一列筛选")
        rest = [key for key, one in self._surface.items() if (one.field.main or self._several) and key not in shown]
        if not self._several:
            menu.addAction("组合条件…").triggered.connect(self.builder_asked)
            menu.addSeparator()
        self._offer(menu, shown, anchor)
        more = menu.addMenu("其他字段")
        self._offer(more, rest, anchor)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))

    def _offer(self, menu: QMenu, keys: Sequence[str], anchor: QWidget) -> None:
        for key in keys:
            sign = "　✓" if self._of(key) else ""
            menu.addAction(self._surface[key].label + sign).triggered.connect(partial(self._ask_later, key, anchor))

    def _ask_later(self, key: str, anchor: QWidget, *_: object) -> None:
        # The menu has to close first; a popup opened by a popup would close with it.
        QTimer.singleShot(0, self, partial(self.ask, key, anchor))

    def put(self, key: str, found: Filter | None) -> None:
        """Set the filter of one column, or take it away."""
        self._filters = [one for one in self._filters if isinstance(one, AnyOf) or one.key != key]
        if found is not None:
            self._filters.append(found)
        self._show()

    def put_one(self, found: Filter) -> None:
        """Set the filter of a column in the place of the one it has; the same again takes it away."""
        self.put(found.key, None if self._of(found.key) == found else found)

    def add(self, found: Filter) -> None:
        """One more filter, beside what the column has already."""
        if found not in self._filters:
            self._filters.append(found)
            self._show()

    def _one_more(self, _: str, found: Filter | None) -> None:
        if found is not None:
            self.add(found)

    def _of(self, key: str) -> Filter | None:
        return next((one for one in self._filters if isinstance(one, Filter) and one.key == key), None)

    def _drop(self, one: Filter | AnyOf) -> None:
        self._filters = [each for each in self._filters if each != one]
        self._show()

    def _show(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._filters:
            self._row.addWidget(self._chip(one, phrase(self._surface, one)))
        self.setVisible(bool(self._filters))
        self.changed.emit()

    def _chip(self, one: Filter | AnyOf, words: str) -> QWidget:
        chip = QWidget()
        wear(chip, "chip")
        chip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(chip)
        row.setContentsMargins(8, 0, 2, 0)
        row.setSpacing(2)
        label = text(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")
        label.setToolTip(words)
        row.addWidget(label)
        name = f"chip.{one.key if isinstance(one, Filter) else 'any'}"
        cross = icon_button(f"取消筛选：{words}", self._theme.icons.icon("close", "muted"), name=name)
        cross.clicked.connect(partial(self._drop, one))
        row.addWidget(cross)
        return chip
