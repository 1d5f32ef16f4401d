"""The leads as rows to check and mend before they are stored."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from fj_desktop.core.field import Library
from fj_desktop.core.leads import Lead
from fj_desktop.services.capturing import Entry, Planned, refusal_words, with_field
from fj_desktop.services.lead_settling import NEW
from fj_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    ("name", "姓名"), ("mobile", "手机"), ("phone", "电话"), ("company", "单位"), ("title", "职务"), ("note", "备注"),
    ("library", "存入"), ("state", "处理"), ("email", "邮箱"), ("wechat", "微信"), ("address", "地址"),
)  # fmt: skip
KEYS = tuple(key for key, _ in COLUMNS)
SOMETIMES = ("title", "phone", "email", "wechat", "address")
"""Columns that are shown only when a lead has something in them."""
SKIP = "skip"
NO_PARENT = QModelIndex()


class LeadTable(QAbstractTableModel):
    """``edited``: a row was changed by hand and has to be planned again."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.planned: list[Planned] = []
        self.skipped: set[int] = set()

    def show(self, planned: Sequence[Planned]) -> None:
        """Show other rows, or the same ones planned again."""
        if planned and len(planned) == len(self.planned):
            self.planned = list(planned)
            self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(planned) - 1), len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.planned = list(planned)
        self.skipped = set()
        self.endResetModel()

    def entries(self) -> list[Entry]:
        """All rows as they stand."""
        return [one.entry for one in self.planned]

    def wanted(self) -> list[Planned]:
        """The rows that are to be stored."""
        return [one for at, one in enumerate(self.planned) if at not in self.skipped]

    def refused(self) -> int:
        """How many wanted rows can't be stored as they are."""
        return sum(bool(one.refusals) for one in self.wanted())

    def choices(self, row: int) -> list[tuple[str, uuid.UUID | str | None]]:
        """As whom a row can be stored."""
        planned = self.planned[row]
        known: list[tuple[str, uuid.UUID | str | None]] = [
            (f"并入已有：{words}", person) for person, words in planned.settled.possible
        ]
        return [("新建", NEW), *known, ("不存这一条", SKIP)]

    def chosen(self, row: int) -> uuid.UUID | str | None:
        """As whom a row is stored now."""
        if row in self.skipped:
            return SKIP
        planned = self.planned[row]
        if planned.entry.person is not None:
            return planned.entry.person
        return planned.settled.possible[0][0] if planned.settled.person and planned.settled.possible else NEW

    def choose(self, row: int, person: uuid.UUID | str) -> None:
        """Store a row as somebody, or not at all."""
        self.skipped.discard(row)
        if person == SKIP:
            self.skipped.add(row)
        else:
            self._put(row, replace(self.planned[row].entry, person=person))
        self.edited.emit()

    def set_aside(self, row: int) -> None:
        """Don't store a row, or do after all."""
        self.skipped ^= {row}
        self.edited.emit()

    def move(self, row: int, library: Library) -> None:
        """Store a row in another library; whoever moves them plans them again."""
        self._put(row, replace(self.planned[row].entry, library=library))

    def put_library(self, row: int, library: Library) -> None:
        """Store a row in another library."""
        self._put(row, replace(self.planned[row].entry, library=library))
        self.edited.emit()

    def state(self, row: int) -> tuple[str, str]:
        """What happens to a row, in words, and the colour they have."""
        planned = self.planned[row]
        settled = planned.settled
        if row in self.skipped:
            return "不存", "muted"
        if planned.refusals:
            return f"待改：{refusal_words(planned.refusals)}", "danger"
        company = f"；单位已有“{settled.company}”" if settled.company and not settled.record else ""
        added = f"，补充{'、'.join(dict.fromkeys(settled.added))}" if settled.added else ""
        if settled.is_known:
            return f"已有“{settled.person or settled.company}”{added}", "info"
        if settled.possible and planned.entry.person is None:
            return f"新建；可能是已有的“{settled.possible[0][1]}”", "warning"
        return f"新建{company}{added}", "success"

    def _put(self, row: int, entry: Entry) -> None:
        self.planned[row] = replace(self.planned[row], entry=entry)

    # Qt's own names

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.planned)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return COLUMNS[section][1] if orientation == Qt.Orientation.Horizontal else section + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.planned):
            return None
        key, text = KEYS[index.column()], self._text(index.row(), KEYS[index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " ⏎ ")
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or None
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.row() in self.skipped:
                return self._theme.colour("muted")
            return self._theme.colour(self.state(index.row())[1]) if key == "state" else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = KEYS[index.column()]
        if role != Qt.ItemDataRole.EditRole or key in ("library", "state"):
            return False
        entry = self.planned[index.row()].entry
        if getattr(entry.lead, key) != str(value):
            self._put(index.row(), with_field(entry, key, str(value)))
            self.edited.emit()
        return True

    def _text(self, row: int, key: str) -> str:
        entry = self.planned[row].entry
        if key == "library":
            return entry.library.title
        return self.state(row)[0] if key == "state" else str(getattr(entry.lead, key))


def kept_edits(leads: Sequence[Lead], old: Sequence[Entry], fitting: Sequence[Library]) -> list[Entry]:
    """Entries for newly read leads; a row mended by hand stays so while its words are the same."""
    known = {one.lead.origin: one for one in old}
    return [known.get(lead.origin) or Entry(lead, library) for lead, library in zip(leads, fitting, strict=True)]
