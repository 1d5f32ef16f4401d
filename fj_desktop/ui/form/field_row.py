"""One field of the form: label and twin, editor, and below it help and the remark why a text is refused."""

import uuid
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Area, Link, Money, MuArea, Percent
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import Suggestion
from fj_desktop.ui.composing import guard
from fj_desktop.ui.elided import ElidedLabel
from fj_desktop.ui.form.editors import Editor, editor_for
from fj_desktop.ui.form.pick import PickEditor
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button, mark_refused, text, wear

# Their texts carry the unit themselves.
_WITH_UNIT = (Area, MuArea, Money, Percent)


class FieldRow(QWidget):
    """``touched``: the person changed it; ``reveal_asked``: the person wants to see the covered value."""

    touched = Signal()
    reveal_asked = Signal()

    def __init__(self, desk: Desk, library: Library, one: Surface, theme: Theme) -> None:
        super().__init__()
        self.one = one
        self._desk, self._library, self._theme = desk, library, theme
        self._is_touched = self._is_covered = False
        self.record: uuid.UUID | None = None
        self.editor: Editor = editor_for(one, theme, self._suggest)
        self.editor.setObjectName(one.key)
        self.editor.setAccessibleName(one.heading)
        self.editor.setMinimumWidth(40)
        guard(self.editor)
        self._twin = ElidedLabel("", "twin", name=f"{one.key}.twin")
        self.remark = text("", "refusal", wrap=True, name=f"{one.key}.remark")
        self._eye: QToolButton | None = None
        self._lay_out()
        self.editor.touched.connect(self._touch)
        self.editor.left.connect(self._check)
        if one.field.computed:
            self.lock(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label())
        head.addStretch(1)
        head.addWidget(self._twin)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.editor, 1)
        if self.one.field.masked:
            words = f"显示{self.one.label}（会留下查看记录）"
            self._eye = icon_button(words, self._theme.icons.icon("eye", "muted"), name=f"{self.one.key}.eye")
            self._eye.clicked.connect(self.reveal_asked)
            row.addWidget(self._eye)
        column.addLayout(row)
        self.remark.hide()
        column.addWidget(self.remark)
        if self.one.field.note:
            note = text(self.one.field.note, "small", wrap=True, name=f"{self.one.key}.note")
            self.editor.setAccessibleDescription(self.one.field.note)
            column.addWidget(note)
        column.addStretch()

    def _label(self) -> QLabel:
        words = self.one.label if isinstance(self.one.field.kind, _WITH_UNIT) else self.one.heading
        label = text(words, "muted", name=f"{self.one.key}.label")
        if self.one.field.needed == "save" and not isinstance(self.one.field.kind, Link):
            label.setText(f"{words} *")
            label.setToolTip("必填")
        label.setBuddy(self.editor)
        return label

    def put(self, shown: str, *, covered: bool = False, stored: bool = False) -> None:
        """Show a text that was not typed; a covered one can be replaced, not read."""
        self._is_touched, self._is_covered = False, covered
        if covered:
            self.editor.cover(shown)
        else:
            self.editor.put(shown)
        self.refuse("")
        if self._eye is not None:
            self._eye.setVisible(covered)
        is_plain = not covered and shown and not self.one.ref_target
        self._twin.say(self._desk.view.check(self._library, self.one.key, shown).twin if is_plain else "")
        if self.one.field.fixed:
            self.lock(stored and bool(shown))

    def begin_with(self, words: str, named: Mapping[str, str]) -> None:
        """Show what a new record begins with, as a default; ``named`` are the names of picked records by id."""
        self.put("" if words in named else words)
        if words in named and isinstance(self.editor, PickEditor):
            self.editor.put_picked(words, named)

    def type_in(self, words: str, named: Mapping[str, str]) -> None:
        """Put a text in as if it had been typed; ``named`` are the names of picked records by id."""
        self._is_covered = False
        if isinstance(self.editor, PickEditor):
            self.editor.put_picked(words, named)
        else:
            self.editor.put(words)
        self._touch()
        self._check()

    def typed(self) -> str | None:
        """The text when the person changed it, else None; a covered value left blank stays as it is."""
        if not self._is_touched or (self._is_covered and not self.editor.value().strip()):
            return None
        return self.editor.value()

    def value(self) -> str:
        """The text as it stands, typed or not; nothing of a covered one."""
        return self.editor.value()

    def refuse(self, reason: str) -> None:
        """Show why the text can't be taken; nothing takes the remark away."""
        self.remark.setText(reason)
        self.remark.setVisible(bool(reason))
        mark_refused(self.editor, bool(reason))

    def lock(self, locked: bool) -> None:
        """Let the field be read only, or be changed again; computed ones never change."""
        locked = locked or self.one.field.computed
        self.editor.lock(locked)
        wear(self.editor, "locked" if locked else "")

    def _touch(self) -> None:
        self._is_touched = True
        if not self.remark.isHidden():
            self._check()
        self.touched.emit()

    def _check(self) -> None:
        if not self._is_touched:
            return
        found = self._desk.view.check(self._library, self.one.key, self.editor.value())
        self.refuse(found.refusal)
        is_settled = not found.refusal and not self.editor.hasFocus() and self.one.ref_target is None
        if is_settled and found.text != self.editor.shown():
            self.editor.put(found.text)
        self._twin.say("" if found.refusal else found.twin)

    def _suggest(self, words: str) -> list[Suggestion]:
        return self._desk.view.suggest(self._library, self.one.key, words, record=self.record)
