"""Asks for one field and its new value for all selected records, and says beforehand what will change."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.libraries import CATALOG
from fj_desktop.services.bulk_plan import BulkPlan
from fj_desktop.services.desk import Desk
from fj_desktop.ui.form.field_row import FieldRow
from fj_desktop.ui.library.grid_applying import GridApplying
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, combo, text

_TYPING_MS = 250
_SHOWN = 3
_LONGEST = 16


class BulkDialog(QDialog):
    """Accepted: :meth:`typed` is what the person wants in every record."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        library: Library,
        records: Sequence[uuid.UUID],
        key: str,
        theme: Theme,
        applying: GridApplying,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("批量修改")
        self.setObjectName("bulk")
        self._desk, self._library, self._records = desk, library, list(records)
        self._theme, self._applying = theme, applying
        self._asked = 0
        self._row: FieldRow | None = None
        self._counting = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._counting.timeout.connect(self._count)
        self._field = combo(name="bulk.field", label="要修改的字段")
        for one in CATALOG.surface(library):
            if not one.field.computed:
                self._field.addItem(one.heading, one.key)
        self._field.setMaxVisibleItems(16)
        self._field.setCurrentIndex(max(0, self._field.findData(key)))
        self._set, self._clear = QRadioButton("改为"), QRadioButton("清空")
        self._set.setChecked(True)
        self._ways = QButtonGroup(self)
        self._present = text("", "muted", wrap=True, name="bulk.present")
        self._counts = text("", "strong", wrap=True, name="bulk.counts")
        self._lay_out()
        self._field.currentIndexChanged.connect(self._choose)
        self._ways.buttonToggled.connect(self._switch)
        self._choose()

    def typed(self) -> dict[str, str]:
        """The chosen field and its new text; blank to clear it."""
        value = "" if self._clear.isChecked() or self._row is None else self._row.value()
        return {str(self._field.currentData()): value}

    def _new_words(self) -> str:
        return "清空" if self._clear.isChecked() or self._row is None else f"改为{_short(self._row.editor.shown())}"

    # Qt's own name
    def accept(self) -> None:
        """As declared; only what was counted and changes something is carried out."""
        if self._apply.isEnabled():
            super().accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(text("批量修改", "heading"))
        column.addWidget(text(f"选中 {len(self._records):,} 条{self._library.title}记录", "muted"))
        column.addWidget(text("字段", "muted"))
        column.addWidget(self._field)
        column.addWidget(self._present)
        ways = QHBoxLayout()
        for way in (self._set, self._clear):
            self._ways.addButton(way)
            ways.addWidget(way)
        ways.addStretch()
        column.addLayout(ways)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addWidget(self._counts)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        cancel = button("取消", name="bulk.cancel")
        cancel.clicked.connect(self.reject)
        self._apply = button("修改", "primary", name="bulk.apply")
        self._apply.clicked.connect(self.accept)
        self._apply.setEnabled(False)
        row.addWidget(cancel)
        row.addWidget(self._apply)
        column.addLayout(row)
        self.setMinimumWidth(520)

    def _choose(self) -> None:
        """Offer the editor of the chosen field."""
        key = str(self._field.currentData())
        if self._row is not None:
            self._place.removeWidget(self._row)
            self._row.hide()
            self._row.deleteLater()
        one = CATALOG.by_key(self._library)[key]
        row = self._row = FieldRow(self._desk, self._library, one, self._theme)
        row.put("")
        row.touched.connect(self._counting.start)
        self._place.addWidget(row)
        self._applying.work("正在统计", len(self._records), self._ask_present, self._show_present)
        self._switch()

    def _switch(self) -> None:
        if self._row is not None:
            self._row.setVisible(self._set.isChecked())
            if self._set.isChecked():
                self._row.editor.setFocus()
        self._counting.start()

    def _ask_present(self, _: Progress) -> list[tuple[str, int]]:
        return self._desk.bulk.present(self._library, self._records, str(self._field.currentData()))

    def _show_present(self, found: list[tuple[str, int]]) -> None:
        parts = [f"{_short(shown)} {count:,} 条" for shown, count in found[:_SHOWN]]
        if len(found) > _SHOWN:
            parts.append(f"另有 {len(found) - _SHOWN:,} 种")
        self._present.setText(f"现值：{'、'.join(parts)}")

    def _count(self) -> None:
        """Say how many records the new value changes."""
        typed = self.typed()
        self._apply.setEnabled(False)
        if self._set.isChecked() and not any(text.strip() for text in typed.values()):
            self._counts.setText("请填写新值。")
            return
        self._asked += 1
        asked = self._asked

        def counted(plan: BulkPlan) -> None:
            if asked == self._asked:
                self._show_counts(plan)

        self._applying.work("正在统计", len(self._records), lambda watched: self._plan(typed, watched), counted)

    def _plan(self, typed: dict[str, str], watched: Progress) -> BulkPlan:
        return self._desk.bulk.plan(self._library, dict.fromkeys(self._records, typed), progress=watched)

    def _show_counts(self, plan: BulkPlan) -> None:
        total, changed = len(self._records), len(plan.changes)
        words = f"选中 {total:,} 条，其中 {changed:,} 条会改动，{self._new_words()}"
        if plan.refused:
            words += f"，{len(plan.refused):,} 条不能填：{plan.refused[0].reason}"
        self._counts.setText(words)
        self._apply.setEnabled(bool(changed))
        self._apply.setText(f"修改 {changed:,} 条" if changed else "修改")


def _short(shown: str) -> str:
    line = " ".join(shown.split())
    return f"“{line[:_LONGEST]}…”" if len(line) > _LONGEST else f"“{line}”" if line else "（空）"
