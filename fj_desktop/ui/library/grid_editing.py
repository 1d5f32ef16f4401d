"""Editing in the table: begins over a cell, stores with the services of the form, goes on to the next cell."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.record_view import Suggestion
from fj_desktop.ui.library.grid_editor import CellEditor
from fj_desktop.ui.library.grid_selection import go, step
from fj_desktop.ui.library.record_table import COVERED, RecordTable
from fj_desktop.ui.library.table_view import TableView
from fj_desktop.ui.theme import Theme


class GridEditing(QObject):
    """At most one cell is edited at a time; a refused text stays until it is right or given up."""

    def __init__(
        self,
        desk: Desk,
        library: Library,
        table: TableView,
        model: RecordTable,
        theme: Theme,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(table)
        self._desk, self._library, self._table, self._model = desk, library, table, model
        self._theme, self._say = theme, say
        self._editor: CellEditor | None = None
        self._record: uuid.UUID | None = None
        self.is_writing = False
        """A change of this table's own is being stored: rows stay where they stand."""
        for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow)
        table.horizontalHeader().sectionResized.connect(self._follow)
        model.modelReset.connect(self._reset)

    @property
    def is_open(self) -> bool:
        """A cell is being edited."""
        return self._editor is not None

    def begin(self, typed: str | None = None) -> bool:
        """Edit the current cell, ``typed`` in the place of what stands there; False where it can't be edited."""
        index = self._table.currentIndex()
        record = self._model.record(index.row()) if index.isValid() else None
        if record is None or not self._finish():
            return False
        one = CATALOG.by_key(self._library)[self._model.keys[index.column()]]
        shown = self._shown(record, one)
        if reason := locked(one, shown):
            self._say(reason)
            return False
        self._record = record
        editor = self._editor = CellEditor(self._table.viewport(), one, self._theme, self._suggest)
        editor.done.connect(self._done)
        editor.given_up.connect(self._give_up)
        self._table.scrollTo(index)
        mask = str(index.data() or "") if index.data(COVERED) else ""
        editor.start("" if mask else shown, mask, typed)
        editor.put_at(self._table.visualRect(index))
        editor.inner.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.open_list()
        return True

    def compose(self, event: QInputMethodEvent) -> bool:
        """Edit the current cell with a word that an input method composes; the table keeps the keyboard till then."""
        if self._editor is None:
            if not (event.preeditString() or event.commitString()) or not self.begin(""):
                return False
            # Taking the keyboard away now would break the word off.
            self._table.setFocus()
        if self._editor is not None:
            self._editor.pass_on(event)
            if event.commitString():
                self._editor.inner.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def type_on(self, event: QKeyEvent) -> None:
        """A sign typed over the table: it begins an edit, or belongs to the one that is open."""
        if self._editor is not None:
            self._editor.inner.setFocus(Qt.FocusReason.OtherFocusReason)
            self._editor.pass_on(event)
        else:
            self.begin(event.text())

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Store a change of this table's own."""
        self.is_writing = True
        try:
            yield
        finally:
            self.is_writing = False

    def leave_guard(self) -> bool:
        """Store what is being typed; False when it is refused and stays."""
        return self._finish()

    def _shown(self, record: uuid.UUID, one: Surface) -> str:
        texts = self._desk.bulk.texts(self._library, [record], [one.key])
        return texts.get(record, {}).get(one.key, "")

    def _suggest(self, words: str) -> list[Suggestion]:
        return self._desk.view.suggest(self._library, self._editor.one.key, words) if self._editor else []

    def _finish(self) -> bool:
        """End what is being edited; False when the text is refused."""
        editor = self._editor
        if editor is None:
            return True
        text = editor.typed()
        if text is not None and self._record is not None and not self._store(editor, self._record, text):
            return False
        self._close()
        return True

    def _store(self, editor: CellEditor, record: uuid.UUID, text: str) -> bool:
        try:
            with self.writing():
                self._desk.records.change(self._library, record, {editor.one.key: text})
        except InvalidRecordError as invalid:
            own = [one.reason for one in invalid.refusals if one.key == editor.one.key]
            editor.refuse("；".join(own) or invalid.text)
        except UserError as error:
            editor.refuse(error.text)
        else:
            return True
        editor.inner.setFocus()
        return False

    def _done(self, down: int, right: int) -> None:
        if self._finish() and (down or right):
            step(self._table, down, right)

    def _give_up(self) -> None:
        self._close()

    def _close(self) -> None:
        editor, self._editor, self._record = self._editor, None, None
        if editor is not None:
            had_focus = editor.inner.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus or not self._table.window().focusWidget():
                self._table.setFocus()

    def _follow(self) -> None:
        if self._editor is not None:
            self._editor.put_at(self._table.visualRect(self._index()))

    def _index(self) -> QModelIndex:
        column = self._model.keys.index(self._editor.one.key) if self._editor else 0
        row = self._model.row_of(self._record) if self._record else None
        return self._model.index(-1 if row is None else row, column)

    def _reset(self) -> None:
        """The table asked again: stay over the same record's cell, or give up where it is gone."""
        editor = self._editor
        if editor is None or self._record is None:
            return
        row = self._model.row_of(self._record)
        if row is None or editor.one.key not in self._model.keys:
            self._close()
            return
        go(self._table, row, self._model.keys.index(editor.one.key))
        self._follow()


def locked(one: Surface, shown: str) -> str:
    """Why a field can't be edited, or nothing."""
    if one.field.computed:
        return f"“{one.label}”由程序计算，不能填写"
    if one.field.fixed and shown:
        return f"“{one.label}”已经确定，不能更改"
    return ""
