"""The rows of a plan as the preview shows them: state, cells as they will stand, and what is wrong."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Many, Ref
from fj_desktop.libraries import CATALOG
from fj_desktop.services.importing import PlannedRow
from fj_desktop.ui.importing.draft import Checked
from fj_desktop.ui.importing.fates import FATES, Choices, Shown, is_shown
from fj_desktop.ui.importing.marks import Marks
from fj_desktop.ui.theme import Theme

STATE = 0
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PreviewRows(QAbstractTableModel):
    """All rows of a plan, or those of a filter; every cell is made when it comes into sight."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._checked: Checked | None = None
        self._choices = Choices()
        self._rows: list[PlannedRow] = []
        self._surface: dict[str, Surface] = {}
        self._marks: Marks | None = None
        self.keys: list[str] = []

    def show(self, checked: Checked, choices: Choices, shown: Shown) -> None:
        """Show a plan, or other rows of it."""
        self.beginResetModel()
        if checked is not self._checked:
            self._surface = CATALOG.by_key(checked.plan.library)
            self._marks = Marks(checked.plan, self._surface)
            self.keys = self._marks.keys
        self._checked, self._choices = checked, choices
        self._rows = [row for row in checked.plan.rows if is_shown(row, shown)]
        self.endResetModel()

    def row(self, place: int) -> PlannedRow:
        """The planned row in a line."""
        return self._rows[place]

    def place_of(self, sheet_row: int, column: str) -> QModelIndex:
        """Where a sheet row's cell is shown; invalid when a filter hides it."""
        for place, row in enumerate(self._rows):
            if row.row == sheet_row:
                key = self._marks.first(column) if self._marks else None
                return self.index(place, self.keys.index(key) + 1 if key else STATE)
        return QModelIndex()

    def repaint_states(self) -> None:
        """Read the fates again after a choice."""
        if self._rows:
            last = len(self._rows) - 1
            self.dataChanged.emit(self.index(0, STATE), self.index(last, STATE))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)

    def stored_name(self, row: PlannedRow) -> str:
        """Name of the stored record that a row doubles or may be; empty for one of the same sheet."""
        stored = row.duplicate or (str(row.likely[0].id) if row.likely else "")
        return self._checked.names.get(stored, "") if self._checked else ""

    def _sign(self, row: PlannedRow, role: int) -> Any:
        """Beside the row's number, where it stays in sight when the table is scrolled to the right."""
        if role == Qt.ItemDataRole.DecorationRole:
            _, icon, token = FATES[self._choices.fate(row)]
            return self._theme.icons.icon(icon, token)
        return self._why(row) if role == Qt.ItemDataRole.ToolTipRole else None

    def _state(self, row: PlannedRow, role: int) -> Any:
        words, _, token = FATES[self._choices.fate(row)]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{words} · 疑似" if row.possible and not row.refusals else words
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.colour(token)
            case Qt.ItemDataRole.ToolTipRole:
                return self._why(row)
        return None

    def _why(self, row: PlannedRow) -> str:
        lines = [f"“{bad.column}”{bad.value}：{bad.reason}" for bad in row.refusals]
        lines += [f"留空“{bad.column}”{bad.value}：{bad.reason}" for bad in row.blanked if not row.refusals]
        if row.duplicate:
            lines.append(f"库中已有“{self.stored_name(row)}”" if self.stored_name(row) else "与本表前面的一行重复")
        elif row.likely and self.stored_name(row):
            lines.append(f"可能是库中的“{self.stored_name(row)}”")
        return "\n".join([*lines, *([row.possible] if row.possible else [])])

    def _cell(self, row: PlannedRow, one: Surface, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if one.field.kind.right_aligned else None
        bad = self._marks.bad(row, one.key) if self._marks else None
        if bad is None:
            return _words(row, one) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        token = "warning" if bad.is_blanked else "danger"
        fate = "这一格留空" if bad.is_blanked else "这一行退回"
        look: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: bad.value.value or "（空）",
            Qt.ItemDataRole.ToolTipRole: lambda: f"{bad.value.reason}\n（{fate}）",
            Qt.ItemDataRole.ForegroundRole: lambda: self._theme.colour(token),
            Qt.ItemDataRole.BackgroundRole: lambda: self._theme.colour(f"{token}_soft"),
            Qt.ItemDataRole.DecorationRole: lambda: self._theme.icons.icon("error", token),
        }
        return look[role]() if role in look else None

    # Qt's own names

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or self._checked is None else len(self.keys) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if index.column() == STATE:
            return self._state(row, role)
        return self._cell(row, self._surface[self.keys[index.column() - 1]], role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            row = self._rows[section]
            return str(row.row) if role == Qt.ItemDataRole.DisplayRole else self._sign(row, role)
        if section == STATE:
            return "状态" if role == Qt.ItemDataRole.DisplayRole else None
        one = self._surface[self.keys[section - 1]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.label
            case Qt.ItemDataRole.ToolTipRole:
                return one.heading
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if one.field.kind.right_aligned else None
        return None


def _words(row: PlannedRow, one: Surface) -> str:
    """A cell as the table will show it; references, which may not be stored yet, as they were typed."""
    typed = row.typed.get(one.key, "")
    kind = one.field.kind.each if isinstance(one.field.kind, Many) else one.field.kind
    if row.parsed is None or isinstance(kind, Ref):
        return typed
    holder = row.parsed.values if one.via is None else row.parsed.linked.get(one.via.name, {})
    value = holder.get(one.field.name)
    return typed if value in (None, ()) else one.field.kind.glance(value)
