"""The table of leads: cells to edit, columns only where there is something in them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from fj_desktop.core.field import Library
from fj_desktop.ui.capture.editors import LeadEditors
from fj_desktop.ui.capture.lead_table import KEYS, SOMETIMES, LeadTable
from fj_desktop.ui.theme import Theme

_WIDTHS = {
    "name": 76, "mobile": 112, "phone": 122, "company": 164, "title": 92, "note": 150, "library": 112, "state": 186,
    "email": 160, "wechat": 112, "address": 180,
}  # fmt: skip
_NARROWEST = 60


class RowsView(QTableView):
    """Enter and F2 edit a cell, and so does typing; Delete sets a row aside."""

    def __init__(self, model: LeadTable, libraries: Sequence[Library], theme: Theme) -> None:
        super().__init__()
        self._leads, self._theme = model, theme
        self.setModel(model)
        self.setObjectName("capture_rows")
        self.setAccessibleName("将要存入的内容，可逐格修改")
        self.setItemDelegate(LeadEditors(model, libraries, self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.SelectedClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self._widen()
        theme.changed.connect(self._widen)
        self.fit()

    def fit(self) -> None:
        """Hide the columns that nothing stands in."""
        leads = [one.entry.lead for one in self._leads.planned]
        for key in SOMETIMES:
            self.setColumnHidden(KEYS.index(key), not any(getattr(lead, key) for lead in leads))

    def go_to_refused(self) -> None:
        """Put the keyboard at the first row that can't be stored."""
        for row, planned in enumerate(self._leads.planned):
            if planned.refusals and row not in self._leads.skipped:
                self.setCurrentIndex(self._leads.index(row, KEYS.index("name")))
                self.setFocus()
                return

    def _widen(self) -> None:
        for at, key in enumerate(KEYS):
            self.setColumnWidth(at, _WIDTHS[key] * self._theme.text_percent // 100)
        self.verticalHeader().setDefaultSectionSize(max(34, self.fontMetrics().height() + 16))

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        # The Enter that ended an edit comes here too.
        editing = self.state() == QAbstractItemView.State.EditingState
        plain = (
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier) and not editing
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and index.isValid():
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self._leads.set_aside(index.row())
        else:
            super().keyPressEvent(event)
