"""Offers the drafts once a desk is open, and whenever a person asks for them."""

from PySide6.QtCore import QObject, QTimer

from fj_desktop.services.desk import Desk
from fj_desktop.services.drafts import Draft
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.drafts.dialog import DraftsDialog
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.main_window import MainWindow


class DraftOffer(QObject):
    """Lives with the window of one open desk."""

    def __init__(self, window: MainWindow, desk: Desk, asking: Asking) -> None:
        super().__init__(window)
        self._window, self._desk, self._asking = window, desk, asking
        bind(window, "未保存的草稿…", "", self.show)
        QTimer.singleShot(0, self, self._at_start)

    def show(self) -> None:
        """Show them, or say that there are none."""
        drafts = self._desk.drafts.all()
        if drafts:
            self._open(drafts)
        else:
            self._asking.tell(self._window, "未保存的草稿", "没有草稿，输入过的内容都已保存。")

    def _at_start(self) -> None:
        drafts = self._desk.drafts.all()
        if drafts:
            self._open(drafts)

    def _open(self, drafts: list[Draft]) -> None:
        dialog = DraftsDialog(self._window, self._desk, self._asking, drafts)
        dialog.taken.connect(self._take)
        dialog.open()

    def _take(self, draft: Draft) -> None:
        self._window.show_library(draft.library.library)
        self._window.tab(draft.library.library).take_draft(draft)
