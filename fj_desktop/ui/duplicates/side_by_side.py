"""Two records side by side: a line per field that differs, and which value the merged record gets."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from fj_desktop.services.comparing import BOTH, Comparison, Line
from fj_desktop.services.merging import KEEP, OTHER
from fj_desktop.ui.theme import Theme

_HEADS = ("字段", "保留的一条", "并入的一条", "合并后")
_FIELD, _KEPT, _OTHER, _RESULT = range(4)
_SIDES = {_KEPT: KEEP, _OTHER: OTHER}
_EMPTY = "（空）"
_LONGEST = 400


class SideBySide(QTableWidget):
    """A click, or Left, Right and Space, chooses the value; ``picked``: another one was chosen."""

    picked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, len(_HEADS))
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._choices: dict[str, str] = {}
        self.setObjectName("duplicates_fields")
        self.setAccessibleName("两条记录不同的字段")
        self.setHorizontalHeaderLabels(_HEADS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(_FIELD, 120)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.cellClicked.connect(self._clicked)

    def show_lines(self, found: Comparison | None) -> None:
        """Show two other records, or none."""
        self._lines = found.lines if found is not None else ()
        self._choices = {one.name: one.proposed for one in self._lines}
        self.setRowCount(len(self._lines))
        for row in range(len(self._lines)):
            self._paint_row(row)
        if self._lines:
            self.setCurrentCell(0, _KEPT)

    def choices(self) -> dict[str, str]:
        """By field name ``keep``, ``other`` or ``both``."""
        return dict(self._choices)

    def choose(self, row: int, choice: str) -> None:
        """Choose the value of one field."""
        if 0 <= row < len(self._lines) and (choice != BOTH or self._lines[row].joins):
            self._choices[self._lines[row].name] = choice
            self._paint_row(row)
            self.picked.emit()

    def _paint_row(self, row: int) -> None:
        one = self._lines[row]
        choice = self._choices[one.name]
        result = {KEEP: one.kept, OTHER: one.other, BOTH: _joined(one)}[choice]
        for column, words in enumerate((one.label, one.kept, one.other, result)):
            item = QTableWidgetItem(_short(words) or _EMPTY)
            chosen = column == _RESULT or choice == BOTH or _SIDES.get(column) == choice
            if column in _SIDES:
                item.setText(("✓ " if chosen else "　 ") + item.text())
                item.setToolTip(f"点一下采用这个值\n{words[:_LONGEST]}" if words else "点一下就留空")
            if column == _FIELD or not chosen or not words:
                item.setForeground(self._theme.colour("muted"))
            if column == _RESULT:
                font = QFont(self.font())
                font.setBold(True)
                item.setFont(font)
                item.setToolTip(words[:_LONGEST])
            self.setItem(row, column, item)

    def _clicked(self, row: int, column: int) -> None:
        if column in _SIDES:
            self.choose(row, _SIDES[column])
        elif column == _RESULT and self._lines[row].joins:
            self.choose(row, BOTH)

    # Qt's own name
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        sides = {Qt.Key.Key_Left: KEEP, Qt.Key.Key_Right: OTHER, Qt.Key.Key_Space: BOTH}
        choice = sides.get(Qt.Key(event.key()))
        if choice is None or event.modifiers():
            super().keyPressEvent(event)
            return
        if choice == BOTH and not self._lines[row : row + 1]:
            return
        if choice == BOTH and not self._lines[row].joins:
            choice = OTHER if self._choices[self._lines[row].name] == KEEP else KEEP
        self.choose(row, choice)
        self.setCurrentCell(row, {KEEP: _KEPT, OTHER: _OTHER, BOTH: _RESULT}[choice])


def _joined(one: Line) -> str:
    return one.kept if one.other in one.kept else one.other if one.kept in one.other else f"{one.kept}；{one.other}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
