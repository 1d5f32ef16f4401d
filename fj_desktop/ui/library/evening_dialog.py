"""行程晚间填报: the stops of a trip as one sheet; saving makes the visits, costs and next dates."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.trips import TYPED, Settled, StopLine
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, fit, text
from fj_desktop.ui.widgets.rows_table import dress_rows
from fj_desktop.ui.widgets.typed_cells import TypedCells

_FIELDS = CATALOG["stops"].fields
_FIXED = ("日期", "去了哪里", "项目")
_FIRST_TYPED = len(_FIXED)
_WIDTHS = (96, 180, 150, 260, 96, 116, 100)
_SIZE = (1080, 520)
_NOTE = (
    "每一站写谈了什么、结果、下次跟进日期和费用（万元）。保存后，填了内容或结果的站点各生成一条走访，"
    "下次跟进日期写到项目上，费用汇总到行程；已生成走访的在“走访对接”里改，Ctrl+Z 可整体撤销。"
)


class EveningDialog(QDialog):
    """``settled``: what the evening made, in words."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None, desk: Desk, trip: uuid.UUID, theme: Theme, asking: Asking) -> None:
        """Reads the sheet at once: a trip has few stops.

        Raises:
            UserError: there is no such trip, or it has no stops.
        """
        super().__init__(parent)
        self._desk, self._trip, self._asking = desk, trip, asking
        self._sheet = desk.trips.sheet(trip)
        self.setWindowTitle("行程晚间填报")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = QTableWidget(len(self._sheet.lines), _FIRST_TYPED + len(TYPED))
        self._lay_out(theme.text_percent)
        for at, line in enumerate(self._sheet.lines):
            self._fill(at, line)
        fit(self, *_SIZE, theme.text_percent)
        self._table.setCurrentCell(0, _FIRST_TYPED)
        self._table.setFocus()

    def _lay_out(self, percent: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(text(self._sheet.name, "heading", wrap=True, name="evening.name"))
        column.addWidget(text(_NOTE, "muted", wrap=True))
        table = self._table
        units = {name: f"({_FIELDS[name].kind.unit})" for name in TYPED if _FIELDS[name].kind.unit}
        table.setHorizontalHeaderLabels([*_FIXED, *(f"{_FIELDS[name].label}{units.get(name, '')}" for name in TYPED)])
        dress_rows(table, "evening.table", "行程站点", [width * percent // 100 for width in _WIDTHS])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setShowGrid(True)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        typed = {_FIRST_TYPED + place: _FIELDS[name] for place, name in enumerate(TYPED)}
        table.setItemDelegate(TypedCells(table, typed, "evening"))
        table.activated.connect(table.edit)
        column.addWidget(table, 1)
        row = QHBoxLayout()
        row.addWidget(text("打字或按 F2 填写，方向键走动，Ctrl+S 保存", "muted"), 1)
        cancel, save = button("取消", name="evening.cancel"), button("保存并生成走访", "primary", name="evening.save")
        save.setShortcut("Ctrl+S")
        save.setAutoDefault(False)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        row.addWidget(cancel)
        row.addWidget(save)
        column.addLayout(row)

    def _fill(self, at: int, line: StopLine) -> None:
        state = "已走访　" if line.settled else ""
        fixed = (line.day.isoformat(), f"{state}{line.who}", line.project)
        for column, words in enumerate((*fixed, *(line.typed.get(name, "") for name in TYPED))):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            if column < _FIRST_TYPED or line.settled:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._table.setItem(at, column, item)

    def _typed(self, at: int) -> dict[str, str]:
        items = [self._table.item(at, _FIRST_TYPED + place) for place in range(len(TYPED))]
        return {name: item.text() if item is not None else "" for name, item in zip(TYPED, items, strict=True)}

    def _save(self) -> None:
        self._table.setCurrentCell(self._table.currentRow(), 0)  # ends what is being typed
        told = {line.stop: self._typed(at) for at, line in enumerate(self._sheet.lines) if not line.settled}
        try:
            made = self._desk.trips.settle(self._trip, told)
        except UserError as error:
            self._asking.report(self, error, "没有保存")
            return
        self.settled.emit(_words(made))
        self.accept()


def _words(made: Settled) -> str:
    left = f"，还有 {made.left} 站没有填" if made.left else ""
    dates = f"，{made.next_dates} 个项目更新了下次跟进" if made.next_dates else ""
    return f"已生成 {made.visits} 条走访{dates}，行程费用合计 {made.cost_wan.normalize():f} 万元{left}"
