"""Step three: which column fills which field."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.services.importing import Book, ColumnMapping, Recalled, SheetProposal
from fj_desktop.ui.importing.boxes import FieldBox, UnitBox
from fj_desktop.ui.importing.field_list import fixed_targets, targets_of
from fj_desktop.ui.importing.field_popup import FieldPopup
from fj_desktop.ui.importing.mapping_line import MappingLine, MappingTable
from fj_desktop.ui.importing.mapping_rows import State, bare_numbers, missing, samples, shown_columns, states
from fj_desktop.ui.importing.recalled_bar import RecalledBar
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import text
from fj_desktop.ui.widgets.notice import Notice


class MappingPage(QWidget):
    """``remapped``: the column, the keys it shall fill, and the unit of its bare numbers or None.

    ``guess_asked``: the choices of last time shall go.
    """

    remapped = Signal(int, object, object)
    guess_asked = Signal()

    def __init__(self, library: Library, theme: Theme) -> None:
        super().__init__()
        self._library, self._theme = library, theme
        self._targets = targets_of(library)
        self._lines: list[MappingLine] = []
        self._proposed: SheetProposal | None = None
        self._asked: ColumnMapping | None = None
        self._bare: frozenset[int] = frozenset()
        self._summary = text("", "strong", name="mapping.summary")
        self._only_open = QCheckBox("只看要核对的列")
        self._only_open.setObjectName("mapping.only_open")
        self._only_open.toggled.connect(self._hide_settled)
        self._missing = Notice(theme.icons, "notice")
        self._missing.setObjectName("mapping.missing")
        self._notes = Notice(theme.icons, "remark")
        self._recalled = RecalledBar(theme)
        self._recalled.guess_asked.connect(self.guess_asked)
        self._table = MappingTable()
        self._popup = FieldPopup(theme, self)
        self._popup.chosen.connect(self._chosen)
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self._only_open)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._recalled)
        column.addWidget(self._missing)
        column.addWidget(self._notes)
        column.addWidget(self._table, 1)

    def show_proposal(self, book: Book, proposal: SheetProposal, recalled: Recalled | None = None) -> None:
        """Show the columns of another sheet or header, and that they are mapped as last time."""
        self._proposed = recalled.guess if recalled is not None else proposal
        self._recalled.show_recalled(recalled)
        self._bare = bare_numbers(book, proposal)
        found = samples(book, proposal)
        self._notes.say("\n".join(proposal.notes))
        columns = shown_columns(proposal)
        self._table.setRowCount(0)
        self._table.setRowCount(len(columns))
        self._lines = [
            MappingLine(self._theme, self._table, row, column, found[column.index])
            for row, column in enumerate(columns)
        ]
        for line in self._lines:
            line.field.asked.connect(self._ask)
            line.unit.activated.connect(self._unit_picked)
        self._only_open.setChecked(False)
        self._table.scrollToTop()
        self.refresh(proposal)

    def refresh(self, proposal: SheetProposal) -> None:
        """Show the mapping as it stands now."""
        if self._proposed is None:
            return
        found = states(proposal, self._proposed, self._library, self._bare)
        columns = {one.index: one for one in proposal.columns}
        for line in self._lines:
            index = line.column.index
            line.fit(columns[index], found[index], self._library)
        self._say_summary(found)
        lacking = missing(proposal, self._library)
        words = f"还没有列对应必填的“{'”“'.join(lacking)}”，不补上的话每一行都会退回。"
        self._missing.say(words if lacking else "")
        self._hide_settled(self._only_open.isChecked())

    def take_focus(self) -> None:
        """Put the keyboard on the first column shown."""
        shown = [line for row, line in enumerate(self._lines) if not self._table.isRowHidden(row)]
        if shown:
            shown[0].field.setFocus()

    def _say_summary(self, found: Mapping[int, State]) -> None:
        filled = sum(1 for line in self._lines if line.column.targets)
        open_ones = sum(1 for line in self._lines if found[line.column.index].is_open)
        words = [f"共 {len(self._lines)} 列，{filled} 列已对应"]
        words += [f"{len(self._lines) - filled} 列不导入"] if filled < len(self._lines) else []
        words += [f"{open_ones} 列请看一眼"] if open_ones else []
        self._summary.setText("，".join(words))
        self._only_open.setEnabled(bool(open_ones) or self._only_open.isChecked())

    def _hide_settled(self, hidden: bool) -> None:
        for row, line in enumerate(self._lines):
            self._table.setRowHidden(row, hidden and not line.is_open)

    def _ask(self) -> None:
        field = self.sender()
        if not isinstance(field, FieldBox) or self._proposed is None:
            return
        asked = self._asked = self._lines[field.row].column
        former = next(one for one in self._proposed.columns if one.index == asked.index)
        taken = {
            line.column.targets: line.column.title
            for line in self._lines
            if line.column.targets and line.column.index != asked.index
        }
        fixed = fixed_targets(former, self._library)
        self._popup.open_below(field, [*fixed, *self._targets], asked.targets, taken)

    def _chosen(self, keys: object) -> None:
        if self._asked is not None:
            self.remapped.emit(self._asked.index, keys, None)

    def _unit_picked(self) -> None:
        unit = self.sender()
        if isinstance(unit, UnitBox):
            column = self._lines[unit.row].column
            self.remapped.emit(column.index, column.targets, unit.currentData())
