"""What the audit is narrowed to: days, person, act, library, words."""

import datetime as dt
import uuid
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from fj_desktop.libraries import CATALOG
from fj_desktop.services.auditing import ACCESSES, Sought
from fj_desktop.services.undoing import ACTIONS
from fj_desktop.ui.composing import guard
from fj_desktop.ui.widgets.looks import combo

_PERIODS = (("全部时间", None), ("今天", 0), ("近 7 天", 6), ("近 30 天", 29), ("近一年", 364))
_TYPING_MS = 250


class AuditFilters(QWidget):
    """``changed``: another filter is wanted."""

    changed = Signal()

    def __init__(self, staff: list[tuple[uuid.UUID, str]], today: dt.date) -> None:
        super().__init__()
        self._today = today
        acts = {words: tuple(one for one in _ALL_ACTS if _ALL_ACTS[one] == words) for words in _ALL_ACTS.values()}
        self._period = _choice("audit_period", "时间", [(words, days) for words, days in _PERIODS])
        self._who = _choice("audit_who", "经办人", [("全部人员", None), *((name, one) for one, name in staff)])
        self._act = _choice("audit_act", "操作", [("全部操作", ()), *acts.items()])
        libraries = [("全部库", None), *((one.title, one.library) for one in CATALOG)]
        self._library = _choice("audit_library", "所在库", libraries)
        self._words = QLineEdit(clearButtonEnabled=True)
        self._words.setObjectName("audit_words")
        self._words.setPlaceholderText("涉及的记录：名称、电话、代码")
        self._words.setAccessibleName("涉及的记录")
        guard(self._words)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self._words.textChanged.connect(self._typing.start)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for one in (self._period, self._who, self._act, self._library):
            one.currentIndexChanged.connect(self.changed)
            row.addWidget(one)
        row.addWidget(self._words, 1)

    def sought(self) -> Sought:
        """The filter as it stands."""
        days = self._period.currentData()
        library = self._library.currentData()
        return Sought(
            since=None if days is None else self._today - dt.timedelta(days=int(days)),
            who=self._who.currentData(),
            acts=tuple(self._act.currentData()),
            library=CATALOG[library] if library else None,
            text=self._words.text(),
        )


_ALL_ACTS = ACTIONS | ACCESSES


def _choice(name: str, label: str, choices: list[tuple[str, Any]]) -> QComboBox:
    made = combo(name=name, label=label)
    for words, value in choices:
        made.addItem(words, value)
    return made
