"""The fields of a form in sections, as people read them; rarely used ones folded away."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.ui.form.field_row import FieldRow
from fj_desktop.ui.theme import Theme

_MORE = "更多"


def sections(library: Library) -> dict[str, list[Surface]]:
    """Section titles and their fields; a master's fields stand under the link's label."""
    found: dict[str, list[Surface]] = {}
    later: dict[str, list[Surface]] = {}
    for one in CATALOG.surface(library):
        if one.field.computed and one.via is not None:
            continue
        title = one.via.label if one.via is not None else one.field.group or "基本信息"
        if one.via is not None and not one.field.main:
            later.setdefault(f"{title}：{_MORE}", []).append(one)
        else:
            found.setdefault(title, []).append(one)
    return found | later


def is_wide(one: Surface) -> bool:
    """A field that takes the whole width: tall texts, sets, addresses, remarks."""
    kind = one.field.kind
    return kind.lines > 1 or kind.many or kind.excel_width >= 28 or bool(one.field.note)


class Section(QWidget):
    """A titled group of fields in two columns; folded when it holds only rarely used ones."""

    def __init__(self, theme: Theme, title: str, rows: list[FieldRow]) -> None:
        super().__init__()
        self._theme = theme
        self.rows = rows
        self._head = QToolButton(text=f" {title}", checkable=True, checked=_MORE not in title)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setProperty("look", "sectionHead")
        self._head.toggled.connect(self.unfold)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(4, 2, 4, 10)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._place()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._body)
        self.unfold(self._head.isChecked())

    def unfold(self, shown: bool = True) -> None:
        """Show or hide the fields."""
        self._head.setChecked(shown)
        self._head.setIcon(self._theme.icons.icon("chevron-down" if shown else "chevron-right", "muted"))
        self._body.setVisible(shown)

    def _place(self) -> None:
        line, side = 0, 0
        for row in self.rows:
            if is_wide(row.one):
                line, side = (line + 1, 0) if side else (line, 0)
                self._grid.addWidget(row, line, 0, 1, 2)
                line += 1
                continue
            self._grid.addWidget(row, line, side, Qt.AlignmentFlag.AlignTop)
            line, side = (line + 1, 0) if side else (line, 1)

    def __iter__(self) -> Iterator[FieldRow]:
        return iter(self.rows)
