"""Table and form side by side; where there is no room for both, the form alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from fj_desktop.ui.theme import Theme

_TABLE, _FORM = 380, 400
_FORM_SHARE = 38
_FORM_WIDEST = 620


class Beside(QSplitter):
    """Holds the table's side and the form; widths grow with the size of text."""

    def __init__(self, theme: Theme, table: QWidget, form: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._theme, self._table, self._form = theme, table, form
        self._chosen = 0
        self.setHandleWidth(1)
        self.addWidget(table)
        self.addWidget(form)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        form.hide()
        self.splitterMoved.connect(self._moved)
        theme.changed.connect(self._fit)

    def show_form(self) -> None:
        """Show the form beside the table."""
        if self._form.isHidden():
            self._form.show()
            self._fit()

    def hide_form(self) -> None:
        """Show the table alone."""
        self._form.hide()
        self._table.show()

    def _moved(self, _: int, __: int) -> None:
        self._chosen = self._form.width()

    def _fit(self) -> None:
        least = [size * self._theme.text_percent // 100 for size in (_TABLE, _FORM)]
        self._form.setMinimumWidth(min(least[1], self.width()))
        if self._form.isHidden():
            return
        is_narrow = self.width() < sum(least)
        self._table.setVisible(not is_narrow)
        if not is_narrow:
            usual = min(_FORM_WIDEST * self._theme.text_percent // 100, self.width() * _FORM_SHARE // 100)
            form = max(least[1], min(self._chosen or usual, self.width() - least[0]))
            self.setSizes([self.width() - form, form])

    # Qt's own names

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
