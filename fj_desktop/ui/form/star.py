"""The star in a form's head: the record is a favourite, or not."""

import uuid

from PySide6.QtWidgets import QWidget

from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_FORM, bind
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button

_KEYS = "Ctrl+Shift+D"


class FavouriteStar:
    """A button and a key; shown only for stored records. ``button`` stands in the form's head."""

    def __init__(self, host: QWidget, desk: Desk, theme: Theme, asking: Asking) -> None:
        self._host, self._desk, self._theme, self._asking = host, desk, theme, asking
        self._record: uuid.UUID | None = None
        self.button = icon_button(f"收藏（{_KEYS}）", theme.icons.icon("star", "muted"), name="form_star")
        self.button.clicked.connect(self.toggle)
        bind(host, "收藏或取消收藏", _KEYS, self.toggle, group=IN_FORM, icon=theme.icons.icon("star"))

    def show_for(self, record: uuid.UUID | None) -> None:
        """Fit to the record in the form."""
        self._record = record
        self.button.setVisible(record is not None)
        marked = record is not None and self._desk.visits.is_favourite(record)
        icons = self._theme.icons
        self.button.setIcon(icons.icon("star-full", "primary") if marked else icons.icon("star", "muted"))
        words = f"取消收藏（{_KEYS}）" if marked else f"收藏（{_KEYS}）"
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)

    def toggle(self) -> None:
        """Mark the record, or take the mark away."""
        if self._record is None:
            return
        try:
            self._desk.visits.mark(self._record, favourite=not self._desk.visits.is_favourite(self._record))
        except UserError as error:
            self._asking.report(self._host, error)
        self.show_for(self._record)
