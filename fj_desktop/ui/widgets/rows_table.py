"""The look of a table that is only read: whole rows, plain lines, cells below their headings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from fj_desktop.ui.widgets.looks import wear

_LEAST_HEIGHT, _AROUND_TEXT = 28, 10


def dress_rows(table: QTableView, name: str, label: str, widths: Sequence[int]) -> None:
    """Make a table one to read.

    Args:
        table: with its model set.
        name: its object name.
        label: what a screen reader calls it.
        widths: of the first columns in pixels; the last one takes the rest.
    """
    wear(table, "rows")
    table.setObjectName(name)
    table.setAccessibleName(label)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(max(_LEAST_HEIGHT, table.fontMetrics().height() + _AROUND_TEXT))
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setStretchLastSection(True)
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
