"""The week's form as a table that is typed into; a line is stored as soon as its progress is told."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from fj_desktop.libraries import CATALOG
from fj_desktop.rules.reported import NO_PROGRESS
from fj_desktop.services.weekly import TYPED, WeekForm, WeekRow
from fj_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
_FIXED = ("项目", "阶段", "上次进展")
FIRST_TYPED = len(_FIXED)
_FIELDS = CATALOG["progress"].fields
_UNITS = {name: f"({_FIELDS[name].kind.unit})" for name in TYPED if _FIELDS[name].kind.unit}
HEADS = (*_FIXED, *(f"{_FIELDS[name].label}{_UNITS.get(name, '')}" for name in TYPED))


class WeekModel(QAbstractTableModel):
    """``typed``: a line is to be stored (the row, all its texts)."""

    typed = Signal(int, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[WeekRow] = []
        self._pending: dict[int, dict[str, str]] = {}

    def show(self, form: WeekForm) -> None:
        """Show a form; what was typed and could not be stored yet stays."""
        kept = {self._rows[at].project: texts for at, texts in self._pending.items()}
        self.beginResetModel()
        self._rows = list(form.rows)
        self._pending = {at: kept[one.project] for at, one in enumerate(self._rows) if one.project in kept}
        self.endResetModel()

    def row(self, at: int) -> WeekRow | None:
        """The line's project."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def texts(self, at: int) -> Mapping[str, str]:
        """A line as it stands on the screen."""
        return {**self._rows[at].typed, **self._pending.get(at, {})}

    def put(self, at: int, texts: Mapping[str, str]) -> None:
        """Type several cells of a line at once."""
        self._pending[at] = {**self._pending.get(at, {}), **texts}
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(HEADS) - 1))
        if self.is_complete(at):
            self.typed.emit(at, dict(self.texts(at)))

    def stored(self, at: int) -> None:
        """A line was stored; nothing of it waits any more."""
        self._pending.pop(at, None)

    def is_complete(self, at: int) -> bool:
        """Whether a line may be stored: it says what happened, or why nothing did."""
        texts = self.texts(at)
        if texts.get("kind") == NO_PROGRESS:
            return bool(texts.get("no_progress_reason", "").strip())
        return bool(texts.get("summary", "").strip())

    @property
    def waiting(self) -> int:
        """Lines that were typed into and are not complete."""
        return len(self._pending)

    # Qt's own names

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if is_head else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(one, index)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._brush(one, index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = TYPED[index.column() - FIRST_TYPED]
        if str(value) != self.texts(index.row()).get(name, ""):
            self.put(index.row(), {name: str(value)})
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= FIRST_TYPED else flags

    def _text(self, one: WeekRow, index: Index) -> str:
        last = (
            f"{one.last_on.month}月{one.last_on.day}日 {one.last.get('summary', '')}" if one.last_on else "还没有进展"
        )
        fixed = (one.name, one.stage, last)
        if index.column() < FIRST_TYPED:
            return fixed[index.column()]
        return self.texts(index.row()).get(TYPED[index.column() - FIRST_TYPED], "")

    def _brush(self, one: WeekRow, index: Index) -> QBrush | None:
        if index.column() == 0:
            state = "success" if one.checked else "text" if one.entry is not None else "warning"
            return QBrush(self._theme.colour(state))
        return QBrush(self._theme.colour("muted")) if index.column() < FIRST_TYPED else None
