"""The quiet line of a form that tells which stored records the typed one is like, and what to do about it."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.duplicates import Candidate
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.form.form_body import FormBody
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.widgets.looks import button, text, wear

_TYPING_MS = 500
_NAME_SIGNS, _REASONS = 30, 3


class Likeness(QWidget):
    """Asks the store beside the window while one types; it never stands in the way of saving.

    ``open_asked``: library and id of a stored record to show; ``merge_asked``: library and ids of two, the
    staying one first.
    """

    open_asked = Signal(str, object)
    merge_asked = Signal(object, object, object)

    def __init__(
        self, desk: Desk, library: Library, body: FormBody, asking: Asking, settled: Callable[[], uuid.UUID | None]
    ) -> None:
        """``settled`` stores what was typed and gives the record, or None when it was refused."""
        super().__init__()
        self._desk, self._library, self._body, self._asking = desk, library, body, asking
        self._settled = settled
        self._record: uuid.UUID | None = None
        self._found: tuple[Candidate, ...] = ()
        self._told_apart: list[Candidate] = []
        self._told: frozenset[str] = frozenset()
        self._round = 0
        self._tasks = Tasks(self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._telling = desk.duplicates.compared_keys(library)
        self._words = text("", "remark", wrap=True, name="form_like")
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        wear(self, "surface")
        self.setObjectName("likeness")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 24, 8)
        column.setSpacing(2)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, words, slot in (
            ("like_open", "打开", self._open),
            ("like_merge", "合并到那一条", self._merge),
            ("like_apart", "不是同一个", self._tell_apart),
        ):
            made = button(words, "quiet", name=name)
            made.clicked.connect(slot)
            row.addWidget(made)
        row.addStretch()
        column.addLayout(row)

    def begin(self, record: uuid.UUID | None) -> None:
        """Another record is on the form, or what was typed is stored: nothing is told of it yet."""
        self._record = record
        self._told_apart.clear()
        self._forget()

    def touched(self, key: str, told: frozenset[str]) -> None:
        """A field was changed; after a pause the store is asked. ``told``: ids the form tells of already."""
        self._told = told
        if key in self._telling:
            self._typing.start()

    def keep(self, record: uuid.UUID) -> None:
        """Remember, now that the new record is stored, from which it was told apart."""
        for one in self._told_apart:
            self._remember(one, record)
        self._told_apart.clear()

    def _forget(self) -> None:
        self._typing.stop()
        self._round += 1
        self._show(())

    def _ask(self) -> None:
        if self._tasks.is_busy:
            self._typing.start()
            return
        self._round += 1
        rows = [row for key, row in self._body.rows.items() if key in self._telling and row.value()]
        # A picked reference is compared by its name; a covered value is not looked at.
        values = {row.one.key: row.editor.shown() if row.one.ref_target else row.value() for row in rows}
        look = partial(self._desk.duplicates.like, self._library, values, self._record)
        found, failed = partial(self._arrived, self._round), partial(self._arrived, self._round, ())
        # A hint that can't be had is no trouble of the person who types.
        self._tasks.run("正在比较", lambda _: look(), found, lambda _: failed(), overlay=False)

    def _arrived(self, asked: int, found: tuple[Candidate, ...]) -> None:
        if asked == self._round:
            told = {*self._told, *(str(one.id) for one in self._told_apart)}
            self._show(tuple(one for one in found if str(one.id) not in told))

    def _show(self, found: tuple[Candidate, ...]) -> None:
        self._found = found
        if found:
            self._words.setText(_words(found))
        self.setVisible(bool(found))

    def _open(self) -> None:
        one = self._found[0]
        self.open_asked.emit(one.library.library, one.id)

    def _merge(self) -> None:
        """Store what was typed first: two stored records are merged, and undo brings both back."""
        one, record = self._found[0], self._settled()
        own = self._desk.duplicates.compared_as(self._library, record) if record else None
        if own not in (None, one.id):
            self.merge_asked.emit(one.library, one.id, own)

    def _tell_apart(self) -> None:
        one, *others = self._found
        if self._record is None:
            self._told_apart.append(one)
        elif not self._remember(one, self._record):
            return
        self._body.go_to(self._body.first_key())
        self._show(tuple(others))

    def _remember(self, one: Candidate, record: uuid.UUID) -> bool:
        try:
            own = self._desk.duplicates.compared_as(self._library, record)
            if own not in (None, one.id):
                self._desk.duplicates.not_same(one.library, own, one.id)
        except UserError as error:
            self._asking.report(self, error)
            return False
        return True


def _words(found: tuple[Candidate, ...]) -> str:
    first = found[0]
    name = first.name if len(first.name) <= _NAME_SIGNS else f"{first.name[:_NAME_SIGNS]}…"
    reasons = f"（{'，'.join(first.reasons[:_REASONS])}）" if first.reasons else ""
    more = f"另有 {len(found) - 1} 条相像的。" if len(found) > 1 else ""
    return f"与{first.library.title}里的“{name}”相像{reasons}。{more}"
