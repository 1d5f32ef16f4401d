"""One line of the mapping table: a column of the sheet, its samples, its field, its unit, its state."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from fj_desktop.core.field import Library
from fj_desktop.services.importing import ColumnMapping
from fj_desktop.ui.importing.boxes import FieldBox, UnitBox
from fj_desktop.ui.importing.field_list import units_of, words_of
from fj_desktop.ui.importing.mapping_rows import State
from fj_desktop.ui.importing.raw_grid import letters
from fj_desktop.ui.theme import Theme

HEADS = ("表中的列", "样例", "导入到字段", "单位", "状态")
HEADER, SAMPLE, FIELD, UNIT, STATE = range(5)


# Share of the table's width, and its bounds; the samples get what is left.
_WIDTHS = ((HEADER, 20, 150, 280), (FIELD, 28, 200, 360), (UNIT, 11, 112, 140), (STATE, 9, 100, 130))


class MappingTable(QTableWidget):
    """The lines; the boxes in them take the keyboard, the table itself does not."""

    def __init__(self) -> None:
        super().__init__(0, len(HEADS))
        self.setObjectName("mapping.table")
        self.setAccessibleName("列与字段的对应")
        self.setHorizontalHeaderLabels(list(HEADS))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(44, self.fontMetrics().height() + 26))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(SAMPLE, QHeaderView.ResizeMode.Stretch)

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, share, least, most in _WIDTHS:
            self.setColumnWidth(column, min(most, max(least, event.size().width() * share // 100)))
        super().resizeEvent(event)


class MappingLine:
    """The cells of one line; ``is_open`` while the person should look at it."""

    def __init__(self, theme: Theme, table: QTableWidget, row: int, column: ColumnMapping, sample: str) -> None:
        self._theme = theme
        self.column = column
        self.is_open = False
        self.field = FieldBox(f"mapping.field.{column.index}", row)
        self.unit = UnitBox(f"mapping.unit.{column.index}", row)
        self.unit.setAccessibleName(f"{column.title}：数字的单位")
        self._header = QTableWidgetItem(f"{letters(column.index)}　{column.title}")
        self._header.setToolTip(column.title)
        self._state = QTableWidgetItem()
        cells = QTableWidgetItem(sample)
        cells.setToolTip(sample.replace("　|　", "\n"))
        cells.setForeground(theme.colour("muted"))
        for place, item in ((HEADER, self._header), (SAMPLE, cells), (STATE, self._state)):
            table.setItem(row, place, item)
        table.setCellWidget(row, FIELD, _padded(self.field))
        table.setCellWidget(row, UNIT, _padded(self.unit))

    def fit(self, column: ColumnMapping, state: State, library: Library) -> None:
        """Show the column as it is mapped now."""
        self.column, self.is_open = column, state.is_open
        words = words_of(column.targets, library)
        self.field.say(words)
        self.field.setAccessibleName(f"{column.title}：导入到 {words}")
        units = units_of(column, library)
        self.unit.clear()
        for unit, shown in units.items():
            self.unit.addItem(shown, unit)
        self.unit.setCurrentIndex(max(0, self.unit.findData(column.unit)))
        self.unit.setVisible(bool(units))
        self._state.setText(state.words)
        self._state.setIcon(self._theme.icons.icon(state.icon, state.token))
        self._state.setForeground(self._theme.colour(state.token))
        self._state.setToolTip(state.why)
        self._header.setForeground(self._theme.colour("text" if column.targets else "muted"))


def _padded(widget: QWidget) -> QWidget:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(4, 3, 8, 3)
    row.addWidget(widget)
    return frame
