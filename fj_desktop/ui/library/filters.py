"""Filters over a table: a small panel per column, and the chips that show what is filtered."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import BrowseService, Filter
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, icon_button, text, wear

WORDS = {
    "contains": "包含",
    "is": "等于",
    "any_of": "为",
    "at_least": "不小于",
    "at_most": "不大于",
    "empty": "未填写",
    "filled": "已填写",
}


def sentence(one: Surface, found: Filter) -> str:
    """A filter in words, e.g. 供应状态 为 可供、收储中."""
    return f"{one.label} {WORDS[found.operator]} {'、'.join(found.texts)}".strip()


class FilterPanel(QWidget):
    """Asks for one filter of one column; closes by itself.

    ``chosen``: the filter, or None to take it away.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, one: Surface, present: Filter | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filter_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wear(self, "popup")
        self._one = one
        self._operator = QComboBox()
        self._operator.setAccessibleName("筛选方式")
        for operator in BrowseService.operators(one):
            self._operator.addItem(WORDS[operator], operator)
        self._text = QLineEdit(placeholderText=one.field.kind.hint)
        self._text.setAccessibleName(f"筛选“{one.label}”的内容")
        self._boxes = [QCheckBox(option) for option in one.field.kind.choices()]
        self._lay_out()
        self._fill(present)
        self._operator.currentIndexChanged.connect(self._switched)
        self._text.returnPressed.connect(self._choose)
        self._switched()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(text(f"筛选：{self._one.heading}", "strong"))
        column.addWidget(self._operator)
        column.addWidget(self._text)
        self._choices = QScrollArea(widgetResizable=True)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(4, 4, 4, 4)
        for box in self._boxes:
            rows.addWidget(box)
        self._choices.setWidget(inner)
        self._choices.setMinimumHeight(min(240, 12 + 34 * len(self._boxes)))
        column.addWidget(self._choices)
        row = QHBoxLayout()
        clear = button("不筛选", "quiet", name="filter_clear")
        clear.clicked.connect(self._clear)
        apply = button("筛选", "primary", name="filter_apply")
        apply.clicked.connect(self._choose)
        row.addWidget(clear)
        row.addStretch()
        row.addWidget(apply)
        column.addLayout(row)
        self.setMinimumWidth(260)

    def _fill(self, present: Filter | None) -> None:
        if present is None:
            return
        self._operator.setCurrentIndex(max(0, self._operator.findData(present.operator)))
        self._text.setText(present.texts[0] if present.texts and not self._boxes else "")
        for box in self._boxes:
            box.setChecked(box.text() in present.texts)

    def _switched(self) -> None:
        operator = self._operator.currentData()
        self._choices.setVisible(operator == "any_of")
        self._text.setVisible(operator not in ("any_of", "empty", "filled"))
        self.adjustSize()

    def _choose(self) -> None:
        operator = str(self._operator.currentData())
        texts = tuple(box.text() for box in self._boxes if box.isChecked())
        if operator != "any_of":
            texts = (self._text.text().strip(),) if self._text.text().strip() else ()
        wanted = operator in ("empty", "filled") or bool(texts)
        found = Filter(self._one.key, operator, () if operator in ("empty", "filled") else texts)
        self.chosen.emit(self._one.key, found if wanted else None)
        self.close()

    def _clear(self) -> None:
        self.chosen.emit(self._one.key, None)
        self.close()

    def pop_up(self, at: QPoint) -> None:
        """Show the panel and put the keyboard in it."""
        self.move(at)
        self.show()
        (self._boxes[0] if self._boxes else self._text).setFocus()


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

    def ask(self, key: str, at: QPoint) -> None:
        """Ask for a filter of one column."""
        panel = FilterPanel(self.window(), self._surface[key], self._filters.get(key))
        panel.chosen.connect(self.put)
        panel.pop_up(at)

    def ask_which(self, shown: Sequence[str]) -> None:
        """Ask for a column, those of the table first, and then for its filter."""
        menu = QMenu(self)
        rest = [key for key, one in self._surface.items() if one.field.main]
        for key in dict.fromkeys([*shown, *rest]):
            menu.addAction(self._surface[key].label).setData(key)
        at = QCursor.pos()
        picked = menu.exec(at)
        if picked is not None:
            self.ask(str(picked.data()), at)

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
        row.addWidget(text(words if len(words) <= 40 else words[:39] + "…"))
        cross = icon_button(f"取消筛选：{words}", self._theme.icons.icon("close", "muted"), name=f"chip.{one.key}")
        cross.clicked.connect(partial(self.put, one.key, None))
        row.addWidget(cross)
        return chip
