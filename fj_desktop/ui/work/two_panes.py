"""The body of a page that lists things on the left and shows the chosen one as a table with words below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QSplitter, QTableView, QVBoxLayout, QWidget

from fj_desktop.ui.widgets.looks import wear

_REST = 900


def two_panes(chosen: QListWidget, table: QTableView, words: QLabel, left: int) -> QSplitter:
    """Put them side by side; ``left`` is the list's width in pixels, the table takes what the window has more."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(8, 0, 0, 0)
    column.setSpacing(8)
    table.setAlternatingRowColors(True)
    column.addWidget(table, 1)
    column.addWidget(words)
    wear(chosen, "nav")
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    split.addWidget(chosen)
    split.addWidget(side)
    split.setStretchFactor(1, 1)
    split.setSizes([left, _REST])
    return split
