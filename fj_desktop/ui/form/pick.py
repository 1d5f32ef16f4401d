"""The editor of references, regions and industries: it suggests while one types."""

import re
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from fj_desktop.core.kinds import split_members
from fj_desktop.services.record_view import Suggestion
from fj_desktop.ui.form.line import LineEditor
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.two_part_rows import DETAIL, dress
from fj_desktop.ui.widgets.looks import wear

Suggest = Callable[[str], Sequence[Suggestion]]
_TYPING_MS = 120
_SHOWN = 10
_NARROWEST, _AROUND = 360, 8
_ID = int(Qt.ItemDataRole.UserRole) + 1
_BREAKS = re.compile(r"[；;、，,|\n]")
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PickEditor(LineEditor):
    """A line that offers what could be meant; with ``open_list`` a text that is not offered is taken as well."""

    def __init__(
        self, theme: Theme, hint: str, suggest: Suggest, *, many: bool = False, open_list: bool = False
    ) -> None:
        super().__init__(hint)
        self._suggest, self._many, self._open_list = suggest, many, open_list
        self._ids: dict[str, str] = {}
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName("suggestions")
        self._popup.setAccessibleName("可选项")
        wear(self._popup, "popup")
        self._completer.setPopup(self._popup)
        dress(self._popup, theme)
        self._completer.setWidget(self)
        self._completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.offer)
        self.textEdited.connect(self._typed)

    def value(self) -> str:
        """Names as typed, and the ids of those picked from the list, so that namesakes stay apart."""
        parts = split_members(self.text()) if self._many else [self.text().strip()]
        return "；".join(self._ids.get(part, part) for part in parts)

    def put(self, text: str) -> None:
        """As declared; nothing counts as picked any more."""
        super().put(text)
        self._ids = {name: key for name, key in self._ids.items() if name in text}

    def put_picked(self, words: str, named: Mapping[str, str]) -> None:
        """Show what :meth:`value` gave once; ``named`` are the names of picked records by id, blank when gone."""
        parts = split_members(words) if self._many else [words]
        self.put("；".join(shown for part in parts if (shown := named.get(part, part))))
        self._ids = {name: key for key, name in named.items() if key in parts and name}

    def offer(self) -> None:
        """Open the list of what could be meant."""
        if self.isReadOnly() or not self.hasFocus():
            return
        self._model.clear()
        for one in self._suggest(self._last()):
            item = QStandardItem(one.text)
            item.setData(one.detail if one.detail != one.text else "", DETAIL)
            item.setData(one.id, _ID)
            self._model.appendRow(item)
        if not self._model.rowCount():
            self._popup.hide()
            return
        place = self.rect()
        place.setWidth(max(_NARROWEST, place.width()))
        self._completer.complete(place)
        # The completer counts rows only, not the room around them.
        self._popup.resize(self._popup.width(), self._popup.height() + _AROUND)
        if not self._open_list:
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _typed(self, _: str) -> None:
        self._typing.start()

    def _last(self) -> str:
        return _BREAKS.split(self.text())[-1].strip() if self._many else self.text().strip()

    def _picked(self, index: QModelIndex) -> None:
        self._typing.stop()
        picked = str(index.data())
        if index.data(_ID):
            self._ids[picked] = str(index.data(_ID))
        if self._many:
            kept = [part.strip() for part in _BREAKS.split(self.text())[:-1] if part.strip()]
            picked = "；".join(dict.fromkeys([*kept, picked])) + "；"
        self.setText(picked)
        self.touched.emit()

    # Qt's own names

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup.isVisible() and event.key() in _TAKING and popup.currentIndex().isValid():
            self._picked(popup.currentIndex())
            popup.hide()
        elif event.key() == Qt.Key.Key_Down and not popup.isVisible():
            self.offer()
        else:
            super().keyPressEvent(event)
