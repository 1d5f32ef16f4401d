"""Drop-down boxes inside a scrolled table: the wheel scrolls the table, never changes a choice by accident."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView


class UnitBox(QComboBox):
    """A short list of units."""

    def __init__(self, name: str, row: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.row = row
        self.setView(QListView())

    # Qt's own names

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldBox(UnitBox):
    """Shows one text and opens a list of somebody else's. ``asked``: the list is wanted."""

    asked = Signal()

    def say(self, words: str) -> None:
        """Show what is chosen."""
        self.clear()
        self.addItem(words)
        self.setToolTip(words)

    # Qt's own names

    def showPopup(self) -> None:
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down):
            self.asked.emit()
        elif event.key() != Qt.Key.Key_Up:
            super().keyPressEvent(event)
