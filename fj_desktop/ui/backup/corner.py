"""Joins the backups of an open desk with its window: badge, half-hourly backups, dialog, and the way out."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton

from fj_desktop.core.clock import Clock
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.backing_up import Backups, Stopping
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.backup import words
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.theme import Theme

LOOK_EVERY_MS = 60_000
_MOST_S_AT_EXIT = 180.0


class BackupCorner(QObject):
    """``badge`` stands in the top bar. ``restore_asked`` carries the backup that the desk shall go back to."""

    restore_asked = Signal(object)
    _news = Signal()

    def __init__(
        self, page: MainWindow, backups: Backups, clock: Clock, theme: Theme, asking: Asking, shell: Shell
    ) -> None:
        """Belongs to the page of the desk and goes with it."""
        super().__init__(page)
        self._backups, self._clock, self._theme, self._asking, self._shell = backups, clock, theme, asking, shell
        self.badge = QToolButton()
        self.badge.setObjectName("top.backup")
        self.badge.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.badge.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.badge.clicked.connect(self.open)
        # Backups speak from their own threads; a signal brings their word to this one.
        self._news.connect(self.show_state)
        backups.listen(self._heard)
        theme.changed.connect(self.show_state)
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        page.add_to_top(self.badge)
        bind(page, "备份与恢复", "", self.open, icon=theme.icons.icon("shield"))
        self.show_state()

    def _heard(self) -> None:
        # A backup may end after the page it was to be shown on.
        with suppress(RuntimeError):
            self._news.emit()

    def show_state(self) -> None:
        """Say on the badge how the newest backup stands."""
        now, state = self._clock.now(), self._backups.state()
        said, icon, colour = words.badge(state, now)
        self.badge.setText(said)
        self.badge.setIcon(self._theme.icons.icon(icon, colour))
        self.badge.setToolTip(words.told(state))
        self.badge.setAccessibleName(said)
        self.badge.setAccessibleDescription(words.told(state))

    def look(self) -> None:
        """Make a backup when one is due."""
        if self._backups.is_due():
            self._backups.start("interval")
        self.show_state()

    def open(self) -> None:
        """Open the dialog."""
        from fj_desktop.ui.backup.dialog import BackupDialog

        dialog = BackupDialog(self._shell, self._backups, self._clock, self._theme, self._asking)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.open()

    def leave(self, then: Callable[[], object]) -> None:
        """Back up what was changed, with progress and a way to skip it, and go; a failure is said and stops nobody."""
        self._looking.stop()
        if not self._backups.is_changed() and self._backups.wait(0.0) and not self._backups.elsewhere.trouble:
            then()
            return
        self._shell.tasks.run(
            "正在备份，完成后关闭",
            self._last_one,
            partial(_go, then),
            partial(self._failed_at_exit, then),
            cancelled=partial(self._skipped, then),
            stop_words="跳过备份",
        )

    def _last_one(self, progress: Progress) -> None:
        self._backups.make("exit", Stopping(progress, _MOST_S_AT_EXIT))

    def _skipped(self, then: Callable[[], object]) -> None:
        self._backups.skip()
        then()

    def _failed_at_exit(self, then: Callable[[], object], error: UserError) -> None:
        self._asking.tell(
            self._shell, "退出前没有备份成", f"{error.text}\n台账本身已经保存好，可以放心关闭。", tone="warning"
        )
        then()


def _go(then: Callable[[], object], _: None) -> None:
    then()
