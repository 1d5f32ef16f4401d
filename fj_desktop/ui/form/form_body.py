"""All fields of the form, scrolled; puts texts in, takes what was typed out, and finds a field again."""

from collections.abc import Container, Iterable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.core.refusal import Refused
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import Begun, RecordView
from fj_desktop.ui.form.field_row import FieldRow
from fj_desktop.ui.form.sections import Section, sections
from fj_desktop.ui.keyboard import NOT_COMMANDS
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import wear


class FormBody(QScrollArea):
    """``touched``: the person changed the field of this key; ``reveal_asked``: wants to see this one."""

    touched = Signal(str)
    reveal_asked = Signal(str)

    def __init__(self, desk: Desk, library: Library, theme: Theme) -> None:
        super().__init__(widgetResizable=True)
        self.setProperty(NOT_COMMANDS, True)
        self.rows: dict[str, FieldRow] = {}
        self._links = {link.name: link.kind for link in library.links() if isinstance(link.kind, Link)}
        self._sections: list[Section] = []
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        wear(inner, "surface")
        # The viewport gives the width, never the widest field.
        inner.setMinimumWidth(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 8, 12, 20)
        column.setSpacing(2)
        for title, fields in sections(library).items():
            rows = [self._row(FieldRow(desk, library, one, theme)) for one in fields]
            section = Section(theme, title, rows, is_first=not self._sections)
            self._sections.append(section)
            column.addWidget(section)
        column.addStretch()
        self._column = column
        self.setWidget(inner)

    def _row(self, row: FieldRow) -> FieldRow:
        self.rows[row.one.key] = row
        row.touched.connect(self._touched)
        row.reveal_asked.connect(self._reveal)
        return row

    def add_below(self, part: QWidget) -> None:
        """Lay something below all fields."""
        self._column.insertWidget(self._column.count() - 1, part)
        part.show()

    def bring(self, part: QWidget) -> None:
        """Scroll something below the fields into view, once everything has its place."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, 16))

    def begin(self, begun: Begun) -> None:
        """Show what a record begins with that is not stored yet."""
        for key, row in self.rows.items():
            row.record = None
            row.begin_with(begun.texts.get(key, ""), begun.named)
            row.lock(False)

    def show_view(self, view: RecordView) -> None:
        """Show a stored record; one in the recycle bin is read only."""
        for key, row in self.rows.items():
            row.record = view.id
            if key in self._links:
                row.put(view.texts.get(f"{self._links[key].prefix}name", ""))
            else:
                row.put(view.texts.get(key, ""), covered=key in view.covered, stored=True)
            if view.deleted:
                row.lock(True)
            elif not row.one.field.fixed:
                row.lock(False)

    def show_master(self, link: str, view: RecordView) -> None:
        """Show another master's fields, picked by the person but not yet stored."""
        for row in self.rows.values():
            if row.one.via is not None and row.one.via.name == link:
                inner = row.one.field.name
                row.put(view.texts.get(inner, ""), covered=inner in view.covered)

    def type_in(self, texts: Mapping[str, str], named: Mapping[str, str]) -> None:
        """Put texts in as if a person had typed them, picked records under their names."""
        for key, words in texts.items():
            if key in self.rows:
                self.rows[key].type_in(words, named)

    def typed(self) -> dict[str, str]:
        """What the person changed, by key; a link is changed by picking another master, never by leaving it blank."""
        typed = {key: words for key, row in self.rows.items() if (words := row.typed()) is not None}
        return {key: words for key, words in typed.items() if words or key not in self._links}

    def filled(self) -> dict[str, str]:
        """Everything of a new record: what was typed and the defaults; a master's only when it was typed of."""
        typed = self.typed()
        masters = {row.one.via.name for key, row in self.rows.items() if key in typed and row.one.via is not None}
        chosen = {key for key in typed if key in self._links}
        for key, row in self.rows.items():
            via = row.one.via.name if row.one.via is not None else ""
            wanted = not via or (via in masters and via not in chosen)
            if key not in typed and key not in self._links and wanted and not row.one.field.computed and row.value():
                typed[key] = row.value()
        return typed

    def of_master(self, link: str) -> dict[str, str]:
        """The texts of one master's fields by its own field names."""
        rows = [row for row in self.rows.values() if row.one.via is not None and row.one.via.name == link]
        return {row.one.field.name: row.value() for row in rows if row.one.key != link}

    def refuse(self, refusals: Iterable[Refused]) -> list[str]:
        """Mark refused fields and go to the first; returns what no field stands for, in words."""
        for row in self.rows.values():
            row.refuse("")
        first = ""
        loose: list[str] = []
        for refused in refusals:
            if refused.key in self.rows:
                self.rows[refused.key].refuse(refused.reason)
                first = first or refused.key
            else:
                loose.append(f"“{refused.label}”{refused.reason}")
        if first:
            self.go_to(first)
        return loose

    def go_to(self, name: str) -> None:
        """Put the keyboard into the field of a key or label, its section unfolded."""
        for row in self.rows.values():
            if name in (row.one.key, row.one.label):
                for section in self._sections:
                    if row in section.rows:
                        section.unfold()
                row.editor.setFocus()
                QTimer.singleShot(0, row, self._scroll_to_focus)
                return

    def first_key(self, known: Container[str] = ()) -> str:
        """The first field a person types in, what is known already left out; empty where the program fills all."""
        typed = [key for key, row in self.rows.items() if key not in self._links and not row.one.field.computed]
        return next((key for key in typed if key not in known), next(iter(typed), ""))

    def _scroll_to_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, 80)

    def _touched(self) -> None:
        row = self.sender()
        if isinstance(row, FieldRow):
            self.touched.emit(row.one.key)

    def _reveal(self) -> None:
        row = self.sender()
        if isinstance(row, FieldRow):
            self.reveal_asked.emit(row.one.key)
