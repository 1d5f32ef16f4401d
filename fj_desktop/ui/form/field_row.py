"""One field of the form: label, editor, unit or twin, and below it the remark why a text is refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import Suggestion
from fj_desktop.ui.form.editors import Editor, editor_for
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button, mark_refused, text


class FieldRow(QWidget):
    """``touched``: the person changed it; ``reveal_asked``: the person wants to see the covered value."""

    touched = Signal()
    reveal_asked = Signal()

    def __init__(self, desk: Desk, library: Library, one: Surface, theme: Theme) -> None:
        super().__init__()
        self.one = one
        self._desk, self._library, self._theme = desk, library, theme
        self._is_touched = False
        self.editor: Editor = editor_for(one, theme, self._suggest)
        self.editor.setObjectName(one.key)
        self.editor.setAccessibleName(one.heading)
        self._twin = text("", "small", name=f"{one.key}.twin")
        self.remark = text("", "refusal", wrap=True, name=f"{one.key}.remark")
        self._eye: QToolButton | None = None
        self._lay_out()
        self.editor.touched.connect(self._touch)
        self.editor.left.connect(self._check)
        if one.field.computed:
            self._lock("由程序计算")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label())
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.editor, 1)
        row.addWidget(self._twin)
        self._twin.hide()
        if self.one.field.masked:
            self._eye = icon_button("显示（会留下查看记录）", self._theme.icons.icon("eye", "muted"), name=f"{self.one.key}.eye")
            self._eye.clicked.connect(self.reveal_asked)
            row.addWidget(self._eye)
        column.addLayout(row)
        column.addWidget(self.remark)
        self.remark.hide()
        if self.one.field.note:
            column.addWidget(text(self.one.field.note, "small", wrap=True))

    def _label(self) -> QLabel:
        star = " *" if self.one.field.needed == "save" else ""
        label = text(self.one.heading + star, "muted", name=f"{self.one.key}.label")
        label.setBuddy(self.editor)
        return label

    def put(self, shown: str, *, covered: bool) -> None:
        """Show a stored text; a covered one can be replaced, not read."""
        self._is_touched = False
        self.editor.put(shown)
        self.refuse("")
        self._twin.hide()
        if self._eye is not None:
            self._eye.setVisible(covered)
        if not covered and shown:
            self._show_twin(self._desk.view.check(self._library, self.one.key, shown).twin)
        self._fix(bool(shown))

    def typed(self) -> str | None:
        """The text when the person changed it, else None."""
        return self.editor.value() if self._is_touched else None

    def refuse(self, reason: str) -> None:
        """Show why the text can't be taken; nothing takes the remark away."""
        self.remark.setText(reason)
        self.remark.setVisible(bool(reason))
        mark_refused(self.editor, bool(reason))

    def _fix(self, filled: bool) -> None:
        if self.one.field.fixed:
            self._lock("已确定，不能更改") if filled else self._unlock()

    def _lock(self, why: str) -> None:
        self.editor.setEnabled(False)
        self.editor.setToolTip(why)

    def _unlock(self) -> None:
        self.editor.setEnabled(True)
        self.editor.setToolTip("")

    def _touch(self) -> None:
        self._is_touched = True
        if self.remark.isVisible():
            self._check()
        self.touched.emit()

    def _check(self) -> None:
        if not self._is_touched:
            return
        found = self._desk.view.check(self._library, self.one.key, self.editor.value())
        self.refuse(found.refusal)
        if not found.refusal and not self.editor.hasFocus() and found.text != self.editor.value():
            self.editor.put(found.text)
        self._show_twin("" if found.refusal else found.twin)

    def _show_twin(self, words: str) -> None:
        self._twin.setText(words)
        self._twin.setVisible(bool(words))

    def _suggest(self, words: str) -> list[Suggestion]:
        return self._desk.view.suggest(self._library, self.one.key, words)
