"""Step three: which column fills which field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.core.field import Library
from fj_desktop.services.importing import Book, ColumnMapping, SheetProposal
from fj_desktop.ui.importing.boxes import FieldBox, UnitBox
from fj_desktop.ui.importing.field_list import fixed_targets, targets_of, units_of, words_of
from fj_desktop.ui.importing.field_popup import FieldPopup
from fj_desktop.ui.importing.mapping_rows import State, bare_numbers, missing, open_columns, samples, shown_columns, states
from fj_desktop.ui.importing.raw_grid import letters
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import text
from fj_desktop.ui.widgets.notice import Notice

_HEADER, _SAMPLE, _FIELD, _UNIT, _STATE = range(5)
_OWN_UNIT = "—"


class MappingPage(QWidget):
    """``remapped``: the column, the keys it shall fill, and the unit of its bare numbers or None."""

    remapped = Signal(int, object, object)

    def __init__(self, library: Library, theme: Theme) -> None:
        super().__init__()
        self._library, self._theme = library, theme
        self._targets = targets_of(library)
        self._columns: list[ColumnMapping] = []
        self._proposed: SheetProposal | None = None
        self._asked: ColumnMapping | None = None
        self._bare: frozenset[int] = frozenset()
        self._summary = text("", "strong", name="mapping.summary")
        self._only_open = QCheckBox("只看要核对的列")
        self._only_open.setObjectName("mapping.only_open")
        self._only_open.toggled.connect(self._hide_settled)
        self._missing = Notice(theme.icons, "notice")
        self._notes = Notice(theme.icons, "remark")
        self._table = self._made_table()
        self._popup = FieldPopup(theme, self)
        self._popup.chosen.connect(self._chosen)
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self._only_open)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._missing)
        column.addWidget(self._notes)
        column.addWidget(self._table, 1)

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        table.setObjectName("mapping.table")
        table.setAccessibleName("列与字段的对应")
        table.setHorizontalHeaderLabels(["表中的列", "样例", "导入到字段", "单位", "状态"])
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(44, table.fontMetrics().height() + 26))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in ((_HEADER, 230), (_FIELD, 300), (_UNIT, 108), (_STATE, 124)):
            table.setColumnWidth(place, width)
        head.setSectionResizeMode(_SAMPLE, QHeaderView.ResizeMode.Stretch)
        return table

    def show_proposal(self, book: Book, proposal: SheetProposal) -> None:
        """Show the columns of another sheet or header."""
        self._proposed = proposal
        self._columns = shown_columns(proposal)
        found = samples(book, proposal)
        self._bare = bare_numbers(book, proposal)
        self._notes.say("\n".join(proposal.notes))
        self._table.setRowCount(0)
        self._table.setRowCount(len(self._columns))
        for row, column in enumerate(self._columns):
            self._put_row(row, column, found[column.index])
        self.refresh(proposal)
        self._only_open.setChecked(False)
        self._table.scrollToTop()

    def refresh(self, proposal: SheetProposal) -> None:
        """Show the mapping as it stands now."""
        if self._proposed is None:
            return
        self._columns = shown_columns(proposal)
        found = states(proposal, self._proposed, self._library, self._bare)
        for row, column in enumerate(self._columns):
            self._fit_row(row, column, found[column.index])
        self._say_summary(found)
        lacking = missing(proposal, self._library)
        self._missing.say(
            f"还没有列对应必填的“{'”“'.join(lacking)}”，不补上的话每一行都会退回。" if lacking else ""
        )
        self._hide_settled(self._only_open.isChecked())

    def take_focus(self) -> None:
        """Put the keyboard on the first column that needs a look, or on the first."""
        for row in range(self._table.rowCount()):
            if not self._table.isRowHidden(row):
                self._table.cellWidget(row, _FIELD).findChild(FieldBox).setFocus()
                return

    def _put_row(self, row: int, column: ColumnMapping, sample: str) -> None:
        header = QTableWidgetItem(f"{letters(column.index)}　{column.title}")
        header.setToolTip(column.title)
        cells = QTableWidgetItem(sample)
        cells.setToolTip(sample.replace("　|　", "\n"))
        cells.setForeground(self._theme.colour("muted"))
        self._table.setItem(row, _HEADER, header)
        self._table.setItem(row, _SAMPLE, cells)
        self._table.setItem(row, _STATE, QTableWidgetItem())
        field = FieldBox(f"mapping.field.{column.index}", row)
        field.asked.connect(self._ask)
        self._table.setCellWidget(row, _FIELD, _padded(field))
        unit = UnitBox(f"mapping.unit.{column.index}", row)
        unit.setAccessibleName(f"{column.title}：数字的单位")
        unit.activated.connect(self._unit_picked)
        self._table.setCellWidget(row, _UNIT, _padded(unit))

    def _fit_row(self, row: int, column: ColumnMapping, state: State) -> None:
        words = words_of(column.targets, self._library)
        field = self._table.cellWidget(row, _FIELD).findChild(FieldBox)
        field.say(words)
        field.setAccessibleName(f"{column.title}：导入到 {words}")
        unit = self._table.cellWidget(row, _UNIT).findChild(UnitBox)
        units = units_of(column, self._library)
        unit.clear()
        unit.addItems([_OWN_UNIT, *dict.fromkeys([*units, *([column.unit] if column.unit else [])])])
        unit.setCurrentIndex(max(0, unit.findText(column.unit)) if column.unit else 0)
        unit.setVisible(bool(units))
        item = self._table.item(row, _STATE)
        item.setText(state.words)
        item.setIcon(self._theme.icons.icon(state.icon, state.token))
        item.setForeground(self._theme.colour(state.token))
        item.setToolTip(state.why)
        self._table.item(row, _HEADER).setForeground(self._theme.colour("text" if column.targets else "muted"))
        self._table.item(row, _HEADER).setData(Qt.ItemDataRole.UserRole, state.is_open)

    def _say_summary(self, found: dict[int, State]) -> None:
        filled = sum(1 for one in self._columns if one.targets)
        open_ones = len(list(open_columns(found, self._columns)))
        words = [f"共 {len(self._columns)} 列，{filled} 列已对应"]
        words += [f"{len(self._columns) - filled} 列不导入"] if filled < len(self._columns) else []
        words += [f"{open_ones} 列请看一眼"] if open_ones else []
        self._summary.setText("，".join(words))
        self._only_open.setEnabled(bool(open_ones) or self._only_open.isChecked())

    def _hide_settled(self, hidden: bool) -> None:
        for row in range(self._table.rowCount()):
            is_open = bool(self._table.item(row, _HEADER).data(Qt.ItemDataRole.UserRole))
            self._table.setRowHidden(row, hidden and not is_open)

    def _ask(self) -> None:
        field = self.sender()
        if not isinstance(field, FieldBox):
            return
        self._asked = self._columns[field.row]
        former = next(one for one in self._proposed.columns if one.index == self._asked.index) if self._proposed else None
        fixed = fixed_targets(former or self._asked, self._library)
        taken = {
            one.targets: one.title for one in self._columns if one.targets and one.index != self._asked.index
        }
        self._popup.open_below(field, [*fixed, *self._targets], self._asked.targets, taken)

    def _chosen(self, keys: object) -> None:
        if self._asked is not None:
            self.remapped.emit(self._asked.index, keys, None)

    def _unit_picked(self) -> None:
        unit = self.sender()
        if isinstance(unit, UnitBox):
            column = self._columns[unit.row]
            picked = unit.currentText()
            self.remapped.emit(column.index, column.targets, "" if picked == _OWN_UNIT else picked)


def _padded(widget: QWidget) -> QWidget:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(4, 3, 8, 3)
    row.addWidget(widget)
    return frame


