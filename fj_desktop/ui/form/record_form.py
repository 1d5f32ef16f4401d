"""One record to read, type and save; made from the declaration of its library."""

import uuid
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import Begun, RecordView
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.attachments.panel import AttachmentPanel
from fj_desktop.ui.form.draft_keeper import DraftKeeper
from fj_desktop.ui.form.draft_note import draft_note
from fj_desktop.ui.form.form_body import FormBody
from fj_desktop.ui.form.form_foot import FormFoot
from fj_desktop.ui.form.form_head import FormHead
from fj_desktop.ui.form.history_dialog import HistoryDialog
from fj_desktop.ui.form.likeness import Likeness
from fj_desktop.ui.form.masters import Masters
from fj_desktop.ui.form.personal_menu import PersonalMenu
from fj_desktop.ui.form.star import FavouriteStar
from fj_desktop.ui.keyboard import IN_FORM, bind
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import rule, wear

_NOTHING = Begun()


class RecordForm(QWidget):
    """``saved``: the record's id; ``closed``: the form was left; ``add_another_asked``: saved, and one more.

    ``open_asked``: library and id of another record; ``merge_asked``: library and ids of two, the staying one first.
    """

    saved = Signal(object)
    closed = Signal()
    add_another_asked = Signal()
    open_asked = Signal(str, object)
    merge_asked = Signal(object, object, object)

    def __init__(self, desk: Desk, library: Library, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._library, self._theme, self._asking = desk, library, theme, asking
        self.record: uuid.UUID | None = None
        self._dirty = False
        self._base = ""
        self._head, self._foot = FormHead(theme), FormFoot(theme)
        self._made_body: FormBody | None = None
        self.setObjectName("form")
        wear(self, "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bind(self, "保存", "Ctrl+S", self.save, group=IN_FORM, icon=theme.icons.icon("save"))
        bind(self, "保存并新增", "Ctrl+Shift+S", self.save_another, group=IN_FORM, icon=theme.icons.icon("save"))
        bind(self, "改动历史", "Ctrl+H", self.show_history, group=IN_FORM, icon=theme.icons.icon("clock"))

    @property
    def _body(self) -> FormBody:
        """The fields; made when the form is first shown, since a tab is often only read."""
        if self._made_body is None:
            self._made_body = FormBody(self._desk, self._library, self._theme)
            self._lay_out(self._made_body)
        return self._made_body

    def _lay_out(self, body: FormBody) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._likeness = Likeness(self._desk, self._library, body, self._asking, self._settled)
        for widget in (self._head, rule(), body, rule(), self._foot):
            outer.addWidget(widget, 1 if widget is body else 0)
            # A layout shows what is added to it later; the keyboard is to go into a field now.
            widget.show()
        outer.insertWidget(1, self._likeness)
        self._likeness.open_asked.connect(self.open_asked)
        self._likeness.merge_asked.connect(self.merge_asked)
        self._personal = PersonalMenu(self, self._desk, self._theme, self._asking)
        self._head.add_tool(self._personal.button)
        self._star = FavouriteStar(self, self._desk, self._theme, self._asking)
        self._head.add_tool(self._star.button)
        self._drafts = DraftKeeper(self, self._desk, self._library, body.typed, self._head.show_state)
        self._masters = Masters(self._desk, self._library, body, self._head)
        self._attachments = AttachmentPanel(self, self._desk, self._library, self._theme, self._asking, self._stored)
        body.add_below(self._attachments)
        self._attachments.drop.watch(body)
        self._attachments.counted.connect(self._head.show_attachments)
        self._head.attachments_asked.connect(self._go_to_attachments)
        self._foot.save_asked.connect(self.save)
        self._foot.another_asked.connect(self.save_another)
        self._foot.cancel_asked.connect(self.leave)
        self._head.close_asked.connect(self.leave)
        self._head.missing_asked.connect(body.go_to)
        self._head.history_asked.connect(self.show_history)
        body.touched.connect(self._touch)
        body.reveal_asked.connect(self._reveal)

    def show_record(self, record: uuid.UUID, *, focus: bool = True) -> None:
        """Show a stored record; with ``focus`` the keyboard goes to its first field."""
        body = self._body
        try:
            view = self._desk.view.read(self._library, record)
        except UserError as error:
            self._asking.report(self, error)
            return
        if record != self.record:
            body.verticalScrollBar().setValue(0)
        self._put(view)
        if focus:
            body.go_to(body.first_key())

    def start_new(self, begun: Begun = _NOTHING, *, focus: bool = True) -> None:
        """Show an empty form with the defaults; with ``focus`` the keyboard goes to its first field."""
        body = self._body
        self.record, self._base = None, ""
        body.begin(replace(begun, texts={**self._desk.view.start(self._library), **begun.texts}))
        body.verticalScrollBar().setValue(0)
        self._head.show_new(self._library)
        self._masters.begin()
        self._attachments.show_none()
        self._settle(editable=True)
        if focus:
            body.go_to(body.first_key(begun.texts))

    def take_draft(
        self, texts: Mapping[str, str], named: Mapping[str, str] | None = None, *, has_changed: bool = False
    ) -> None:
        """Put what was typed before the program ended over what the form shows; it is unsaved again.

        Args:
            texts: what was typed, by key.
            named: names of picked records by the text of their id.
            has_changed: the stored record was changed since; both are told field by field.
        """
        note = draft_note(self._body.rows, texts, named or {}) if has_changed else ""
        self._body.type_in(texts, named or {})
        if note:
            self._head.show_known(note)
        self._drafts.adopt()
        self._body.go_to(next((key for key in texts if key in self._body.rows), self._body.first_key()))

    def is_dirty(self) -> bool:
        """Something was typed and not saved."""
        return self._dirty

    def leave_guard(self) -> bool:
        """Ask what to do with unsaved work; True when the form may be left."""
        if not self._dirty:
            return True
        words = "这条记录有还没保存的修改。"
        picked = self._asking.choose(self, "先保存吗", words, ["放弃修改", "保存"], cancel="返回")
        if picked == 1:
            return self.save()
        if picked == 0:
            self.show_record(self.record, focus=False) if self.record else self.start_new(focus=False)
        return picked == 0

    def save(self) -> bool:
        """Store what was typed; True when it is stored, else the refused fields say why."""
        try:
            if self.record is None:
                self.record = self._desk.records.add(self._library, self._body.filled())
                self._likeness.keep(self.record)
            else:
                self._masters.change(self.record, self._body.typed())
        except InvalidRecordError as invalid:
            self._foot.refuse(len(invalid.refusals), self._body.refuse(invalid.refusals))
            return False
        except UserError as error:
            self._asking.report(self, error)
            return False
        self._put(self._desk.view.read(self._library, self.record))
        self.saved.emit(self.record)
        return True

    def save_another(self) -> None:
        """Store what was typed and start the next record."""
        if self.save():
            self.add_another_asked.emit()

    def show_history(self) -> None:
        """Show what happened to the stored record, to put former values back."""
        if self.record is not None and self.leave_guard():
            HistoryDialog(self, self._desk, self._library, self.record, self._theme, self._asking).open()

    def leave(self) -> None:
        """Put the form away, unless unsaved work keeps it."""
        if self.leave_guard():
            self.closed.emit()

    def heard(self, table: str) -> None:
        """Rows of a table changed, e.g. by an undo."""
        if table == Attachment.table and self._made_body is not None:
            self._attachments.refresh()

    def _go_to_attachments(self) -> None:
        self._body.bring(self._attachments)
        self._attachments.take_focus()

    def _stored(self) -> uuid.UUID | None:
        """The record on the form, saved first when it is new."""
        if self.record is None:
            self.save()
        return self.record

    def _settled(self) -> uuid.UUID | None:
        """The record on the form with everything that was typed stored, or None when that was refused."""
        return self.record if not self._dirty or self.save() else None

    def _put(self, view: RecordView) -> None:
        self.record, self._base = view.id, str(view.updated_at)
        self._body.show_view(view)
        self._head.show_view(view)
        self._settle(editable=not view.deleted)
        self._attachments.show_record(view.id, editable=not view.deleted)

    def _settle(self, *, editable: bool) -> None:
        self._dirty = False
        self._drafts.settled()
        self._likeness.begin(self.record)
        self._personal.show_for(self._library, self.record if editable else None)
        self._star.show_for(self.record if editable else None)
        self._head.show_state("" if editable else "在回收站")
        self._foot.settle(editable=editable)

    def _touch(self, key: str) -> None:
        self._dirty = True
        self._head.show_state("未保存")
        self._drafts.touched(self.record, self._base)
        self._masters.touched(key, is_new=self.record is None)
        self._likeness.touched(key, self._masters.will_link())

    def _reveal(self, key: str) -> None:
        if self.record is not None:
            shown = self._desk.view.read(self._library, self.record, reveal=True)
            self._body.rows[key].put(shown.texts.get(key, ""), stored=True)

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
