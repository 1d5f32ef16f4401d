"""The fields of a form in sections, as people read them; rarely used ones folded away."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Industry, Link
from fj_desktop.libraries import CATALOG
from fj_desktop.ui.form.field_row import FieldRow
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button

MORE = "更多"
_NARROW_SIGNS = 12
_TWO_COLUMNS_SIGNS = 26
_WIDE_CELL = 24


def sections(library: Library) -> dict[str, list[Surface]]:
    """Section titles and their fields; a master's fields stand under the link's label, kept together by group."""
    found: dict[str, list[Surface]] = {}
    later: dict[str, list[Surface]] = {}
    for one in CATALOG.surface(library):
        if one.via is None:
            found.setdefault(one.field.group or "基本信息", []).append(one)
        elif one.field.main:
            _linked(found, one.via.label, one).append(one)
        elif not one.field.computed:
            later.setdefault(f"{one.via.label} · {MORE}", []).append(one)
    return {title: _by_group(fields) for title, fields in (found | later).items()}


def _linked(found: dict[str, list[Surface]], title: str, one: Surface) -> list[Surface]:
    """The section of a master; it begins with the link itself, by which another master can be chosen."""
    if title not in found and one.via is not None:
        target = CATALOG.of_table(str(Surface(one.via.name, "", one.via).ref_target))
        found[title] = [Surface(one.via.name, f"关联{target.title}", one.via)]
    return found[title]


def _by_group(fields: list[Surface]) -> list[Surface]:
    groups = list(dict.fromkeys(one.field.group for one in fields))
    return sorted(fields, key=lambda one: groups.index(one.field.group))


def is_wide(one: Surface) -> bool:
    """A field that takes the whole width: tall texts, sets, addresses, long names."""
    kind = one.field.kind
    is_long = kind.lines > 1 or kind.many or kind.excel_width >= _WIDE_CELL or isinstance(kind, Industry)
    return is_long or isinstance(kind, Link) or len(one.heading) > _NARROW_SIGNS


class Section(QWidget):
    """A titled group of fields, in two columns where there is room; folded when it holds rarely used ones."""

    def __init__(self, theme: Theme, title: str, rows: list[FieldRow], *, is_first: bool) -> None:
        super().__init__()
        self._theme = theme
        self.rows = rows
        self._columns = 0
        self._head = button(title, "firstSection" if is_first else "section", name=f"section.{title}")
        self._head.setCheckable(True)
        self._head.setAutoDefault(False)
        self._head.setChecked(MORE not in title)
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._head.toggled.connect(self.unfold)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 4, 0, 12)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body)
        self._place(2)
        self.unfold(self._head.isChecked())

    def unfold(self, shown: bool = True) -> None:
        """Show or hide the fields."""
        self._head.setChecked(shown)
        self._head.setIcon(self._theme.icons.icon("chevron-down" if shown else "chevron-right", "muted"))
        self._body.setVisible(shown)

    def _place(self, columns: int) -> None:
        """Lay the fields out anew; a field without a neighbour takes the whole line."""
        if columns == self._columns:
            return
        self._columns = columns
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1 if side < columns else 0)
            self._grid.setColumnMinimumWidth(side, 0)
        line = at = 0
        while at < len(self.rows):
            pair = self.rows[at : at + columns]
            if columns == 1 or len(pair) < 2 or any(is_wide(row.one) for row in pair):
                pair = pair[:1]
            for side, row in enumerate(pair):
                self._grid.addWidget(row, line, side, 1, 1 if len(pair) == 2 else columns, Qt.AlignmentFlag.AlignTop)
            at, line = at + len(pair), line + 1

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        sign = self.fontMetrics().horizontalAdvance("字")
        self._place(2 if self.width() >= _TWO_COLUMNS_SIGNS * sign else 1)
