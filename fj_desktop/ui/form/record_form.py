"""One record to read, type and save; made from the declaration of its library."""

import uuid

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import RecordView
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.form.field_row import FieldRow
from fj_desktop.ui.form.form_head import FormHead
from fj_desktop.ui.form.sections import Section, sections
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, rule, text, wear


class RecordForm(QWidget):
    """``saved``: the record's id; ``closed``: the form was left; ``add_another_asked``: saved, and one more."""

    saved = Signal(object)
    closed = Signal()
    add_another_asked = Signal()

    def __init__(self, desk: Desk, library: Library, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._library, self._theme, self._asking = desk, library, theme, asking
        self._record: uuid.UUID | None = None
        self._defaults: dict[str, str] = {}
        self._rows: dict[str, FieldRow] = {}
        self._sections: list[Section] = []
        self._dirty = False
        self._head = FormHead(theme)
        self._trouble = text("", "refusal", wrap=True, name="form_trouble")
        self._save = button("保存", "primary", icon=theme.icons.icon("save", "on_primary"), name="save")
        self._another = button("保存并新增", "quiet", name="save_another")
        self._cancel = button("取消", "quiet", name="cancel")
        self.setObjectName("form")
        self.setMinimumWidth(380)

    def show_record(self, record: uuid.UUID) -> None:
        """Show a stored record."""
        self._build()
        try:
            view = self._desk.view.read(self._library, record)
        except UserError as error:
            self._asking.report(self, error)
            return
        self._record, self._defaults = record, {}
        self._put(view)
        self._first_row().setFocus()

    def start_new(self) -> None:
        """Show an empty form with the defaults."""
        self._build()
        self._record, self._defaults = None, self._desk.view.start(self._library)
        for key, row in self._rows.items():
            row.put(self._defaults.get(key, ""), covered=False)
        self._head.show_new(self._library)
        self._settle()
        self._first_row().setFocus()

    def is_dirty(self) -> bool:
        """Something was typed and not saved."""
        return self._dirty

    def leave_guard(self) -> bool:
        """Ask what to do with unsaved work; True when the form may be left."""
        if not self._dirty:
            return True
        words = "这条记录有未保存的修改。"
        picked = self._asking.choose(self, "未保存的修改", words, ["放弃修改", "保存"], cancel="返回")
        if picked == 1:
            return self.save()
        if picked == 0:
            self._settle()
            return True
        return False

    def save(self) -> bool:
        """Store what was typed; True when it is stored, else the refused fields say why."""
        typed = {key: words for key, row in self._rows.items() if (words := row.typed()) is not None}
        for row in self._rows.values():
            row.refuse("")
        try:
            if self._record is None:
                self._record = self._desk.records.add(self._library, typed)
            elif typed:
                self._desk.records.change(self._library, self._record, typed)
        except InvalidRecordError as invalid:
            self._mark(invalid)
            return False
        except UserError as error:
            self._asking.report(self, error)
            return False
        self._put(self._desk.view.read(self._library, self._record))
        self.saved.emit(self._record)
        return True

    def _build(self) -> None:
        if self._sections:
            return
        inner = QWidget()
        wear(inner, "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 8, 18, 18)
        column.setSpacing(8)
        for title, fields in sections(self._library).items():
            rows = [FieldRow(self._desk, self._library, one, self._theme) for one in fields]
            for row in rows:
                self._rows[row.one.key] = row
                row.touched.connect(self._touch)
                row.reveal_asked.connect(self._reveal)
            section = Section(self._theme, title, rows)
            self._sections.append(section)
            column.addWidget(section)
        column.addStretch()
        self._lay_out(inner)

    def _lay_out(self, inner: QWidget) -> None:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        footer = QHBoxLayout()
        footer.setContentsMargins(18, 10, 18, 12)
        footer.addWidget(self._cancel)
        footer.addStretch()
        footer.addWidget(self._another)
        footer.addWidget(self._save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        outer.addWidget(rule())
        outer.addWidget(scroll, 1)
        outer.addWidget(rule())
        self._trouble.setContentsMargins(18, 8, 18, 0)
        outer.addWidget(self._trouble)
        outer.addLayout(footer)
        self._save.clicked.connect(self.save)
        self._another.clicked.connect(self._save_another)
        self._cancel.clicked.connect(self._leave)
        self._head.close_asked.connect(self._leave)
        self._head.missing_asked.connect(self._go_to)

    def _put(self, view: RecordView) -> None:
        for key, row in self._rows.items():
            row.put(view.texts.get(key, ""), covered=key in view.covered)
        self._head.show_view(view)
        self._settle()

    def _settle(self) -> None:
        self._dirty = False
        self._trouble.hide()
        self._head.show_dirty(False)

    def _touch(self) -> None:
        self._dirty = True
        self._head.show_dirty(True)

    def _mark(self, invalid: InvalidRecordError) -> None:
        first: FieldRow | None = None
        loose = []
        for refused in invalid.refusals:
            row = self._rows.get(refused.key)
            if row is None:
                loose.append(f"“{refused.label}”{refused.reason}")
                continue
            row.refuse(refused.reason)
            first = first or row
        count = len(invalid.refusals)
        self._trouble.setText("；".join([f"有 {count} 处需要修改，没有保存。", *loose]))
        self._trouble.show()
        if first is not None:
            self._show_row(first)

    def _go_to(self, label: str) -> None:
        row = next((one for one in self._rows.values() if one.one.label == label), None)
        if row is not None:
            self._show_row(row)

    def _show_row(self, row: FieldRow) -> None:
        for section in self._sections:
            if row in section.rows:
                section.unfold()
        row.editor.setFocus()
        QTimer.singleShot(0, row, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused, 0, 80)

    def _reveal(self) -> None:
        row = self.sender()
        if self._record is not None and isinstance(row, FieldRow):
            shown = self._desk.view.read(self._library, self._record, reveal=True)
            row.put(shown.texts.get(row.one.key, ""), covered=False)

    def _save_another(self) -> None:
        if self.save():
            self.add_another_asked.emit()

    def _leave(self) -> None:
        if self.leave_guard():
            self.closed.emit()

    def _first_row(self) -> QWidget:
        return next(iter(self._rows.values())).editor

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.key() == Qt.Key.Key_S and event.modifiers() == (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self._save_another()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
