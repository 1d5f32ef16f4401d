"""What the tests of the first screens share: finding widgets, a strength judge, an accessibility walk."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from fj_desktop.errors import DamagedStoreError, LockedError

CODE = "ABCDE-23456-FGHJK-789LM-NPQRS-TUVWX-YZ234-56789"

W = TypeVar("W", bound=QObject)


@dataclass(frozen=True)
class Judged:
    """A strength as the pages expect it."""

    score: int
    words: str
    acceptable: bool
    advice: str


def judge(typed: str, person_words: Sequence[str]) -> Judged:
    """Long is strong; the person's name makes it weak."""
    if any(word and word in typed for word in person_words):
        return Judged(0, "极弱", False, "不要用姓名。")
    score = min(4, len(typed) // 4)
    return Judged(score, "较强" if score >= 3 else "偏弱", score >= 3, "" if score >= 3 else "请加长。")


def child(parent: QObject, kind: type[W], name: str) -> W:
    """The one child of that kind and object name."""
    found = parent.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} of {kind.__name__} {name}"
    return found[0]


def nameless(page: QWidget) -> list[str]:
    """Widgets that take the focus by Tab and tell a screen reader no name."""
    found = []
    for widget in page.findChildren(QWidget):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_focus and widget.isVisible():
            seen = QAccessible.queryAccessibleInterface(widget)
            if not (seen and seen.text(QAccessible.Text.Name)):
                found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


class Desk:
    """A desk that opens with “open sesame now”, its code, or its keyring."""

    def __init__(self) -> None:
        self.wait = 0.0
        self.passphrase = "open sesame now"
        self.has_keyring = False
        self.is_damaged = False
        self.threads: set[int] = set()

    def try_passphrase(self, text: str) -> None:
        self.threads.add(threading.get_ident())
        if self.is_damaged:
            raise DamagedStoreError("台账已损坏。")
        if text != self.passphrase:
            self.wait = 4.0
            raise LockedError("口令不对，请再试一次。")

    def try_recovery(self, code: str) -> None:
        if code != CODE:
            raise LockedError("恢复码第 2 组输入有误。")

    def try_keyring(self) -> bool:
        return self.has_keyring

    def set_passphrase(self, text: str) -> None:
        self.passphrase = text

    def wait_seconds(self) -> float:
        return self.wait
