"""The rows of a plan as the preview shows them: state, cells as they will stand, and what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Many, Ref
from fj_desktop.libraries import CATALOG
from fj_desktop.services.importing import BadValue, ImportPlan, PlannedRow
from fj_desktop.ui.importing.draft import Checked
from fj_desktop.ui.importing.fates import FATES, Choices, Shown, is_shown
from fj_desktop.ui.theme import Theme

STATE = 0
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Bad:
    """A refused cell of a row; ``is_blanked`` when the row goes in without it."""

    value: BadValue
    is_blanked: bool


class PreviewRows(QAbstractTableModel):
    """All rows of a plan, or those of a filter; every cell is made when it comes into sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._checked: Checked | None = None
        self._choices = Choices()
        self._rows: list[PlannedRow] = []
        self._surface: dict[str, Surface] = {}
        self._keys_of: dict[str, list[str]] = {}
        self.keys: list[str] = []

    def show(self, checked: Checked, choices: Choices, shown: Shown) -> None:
        """Show a plan, or other rows of it."""
        self.beginResetModel()
        if checked is not self._checked:
            self._surface = CATALOG.by_key(checked.plan.library)
            self._keys_of = _keys_of(checked.plan, self._surface)
            self.keys = _keys(checked.plan, self._surface, self._keys_of)
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
                keys = self._keys_of.get(column, [])
                shown = [self.keys.index(key) + 1 for key in keys if key in self.keys]
                return self.index(place, shown[0] if shown else STATE)
        return QModelIndex()

    def repaint_states(self) -> None:
        """Read the fates again after a choice."""
        if self._rows:
            last = len(self._rows) - 1
            self.dataChanged.emit(self.index(0, STATE), self.index(last, STATE))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)

    def stored_name(self, row: PlannedRow) -> str:
        """Name of the stored record that a row doubles; empty for one of the same sheet."""
        return self._checked.names.get(row.duplicate, "") if self._checked else ""

    def _bad(self, row: PlannedRow, key: str) -> Bad | None:
        for bad in row.refusals:
            if key in self._marked(bad, row):
                return Bad(bad, is_blanked=False)
        for bad in row.blanked:
            if key in self._marked(bad, row):
                return Bad(bad, is_blanked=not row.refusals)
        return None

    def _marked(self, bad: BadValue, row: PlannedRow) -> list[str]:
        """The fields of a bad cell; of a divided one, those that got nothing."""
        keys = self._keys_of.get(bad.column, [])
        empty = [key for key in keys if key not in row.typed]
        return empty[:1] if len(keys) > 1 and empty else keys[:1]

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
        return "\n".join([*lines, *([row.possible] if row.possible else [])])

    def _cell(self, row: PlannedRow, one: Surface, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if one.field.kind.right_aligned else None
        bad = self._bad(row, one.key)
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


def _keys_of(plan: ImportPlan, surface: dict[str, Surface]) -> dict[str, list[str]]:
    """The fields that a refusal may name by a column's header, by several headers of one field, or by its label."""
    found: dict[str, list[str]] = {one.label: [one.key] for one in surface.values()}
    shared: dict[str, list[str]] = {}
    for column in plan.proposal.columns:
        keys = [key for key in column.targets if key in surface]
        if keys:
            found[column.title] = keys
        if column.spread is None:
            for key in keys:
                shared.setdefault(key, []).append(column.title)
    return {"、".join(titles): [key] for key, titles in shared.items() if len(titles) > 1} | found


def _keys(plan: ImportPlan, surface: dict[str, Surface], keys_of: dict[str, list[str]]) -> list[str]:
    """Mapped fields in the order of the sheet, then fields that are refused because nothing fills them."""
    used = {key for row in plan.rows for key in row.typed}
    mapped = [
        key
        for column in plan.proposal.columns
        for key in column.targets
        if key in surface and (key in used or len(column.targets) == 1)
    ]
    refused = [key for row in plan.rows for bad in row.refusals for key in keys_of.get(bad.column, [])[:1]]
    return list(dict.fromkeys([*mapped, *refused]))


def _words(row: PlannedRow, one: Surface) -> str:
    """A cell as the table will show it; references, which may not be stored yet, as they were typed."""
    typed = row.typed.get(one.key, "")
    kind = one.field.kind.each if isinstance(one.field.kind, Many) else one.field.kind
    if row.parsed is None or isinstance(kind, Ref):
        return typed
    holder = row.parsed.values if one.via is None else row.parsed.linked.get(one.via.name, {})
    value = holder.get(one.field.name)
    return typed if value in (None, ()) else one.field.kind.glance(value)
