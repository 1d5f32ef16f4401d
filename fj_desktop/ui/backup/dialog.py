"""All backups with what happened then, what differs from now, another place to keep them, and the way back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.core.clock import Clock
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.backing_up import Backups
from fj_desktop.store.backups.entries import Backup
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.backup import words
from fj_desktop.ui.backup.place_row import PlaceRow
from fj_desktop.ui.backup.preview import Preview
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text, wear
from fj_desktop.ui.widgets.notice import Notice

_SIZE = (900, 560)
_NOTE = "退出时、导入和大批改动之前、每半小时都会自动备份。备份是加密的，每一份都读回核对过，用备份当时的口令打开。"
_COLUMNS = ("时间", "何时备份", "大小", "核对")


class BackupDialog(QDialog):
    """``restore_asked`` carries a backup that a person chose, that was looked through, and that was said yes to."""

    restore_asked = Signal(object)
    _news = Signal()

    def __init__(self, parent: QWidget, backups: Backups, clock: Clock, theme: Theme, asking: Asking) -> None:
        super().__init__(parent)
        self._backups, self._clock, self._theme, self._asking = backups, clock, theme, asking
        self.setWindowTitle("备份与恢复")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._tasks = Tasks(self)
        self._trouble = Notice(theme.icons, "notice")
        self._list = _list()
        self._preview = Preview(backups, self._tasks, theme)
        self._now = button("立即备份", icon=theme.icons.icon("save"), name="backup.now")
        self._restore = button(
            "恢复到这一份…", "primary", icon=theme.icons.icon("restore", "on_primary"), name="backup.restore"
        )
        self._place = PlaceRow(backups.elsewhere, theme, asking)
        self._lay_out()
        self._now.clicked.connect(self._back_up)
        self._restore.clicked.connect(self._look_through)
        self._list.currentItemChanged.connect(self._chosen)
        self._place.changed.connect(self._carry)
        self._news.connect(self.refresh)
        self._stop_listening = backups.listen(self._tell)
        self.refresh()
        self._list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(text("备份与恢复", "heading"))
        column.addWidget(text(_NOTE, "muted", wrap=True))
        column.addWidget(self._trouble)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list, 3)
        row.addWidget(self._preview, 2)
        column.addLayout(row, 1)
        column.addWidget(self._place)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._now)
        buttons.addStretch()
        close = button("关闭", "quiet", name="backup.close")
        close.clicked.connect(self.accept)
        buttons.addWidget(close)
        buttons.addWidget(self._restore)
        column.addLayout(buttons)

    def refresh(self) -> None:
        """List what is there now and keep the chosen one."""
        kept, there = self._present(), self._backups.seen.listing()
        self._list.clear()
        for one in there:
            self._list.addTopLevelItem(self._item(one))
        self._trouble.say(self._backups.state().trouble)
        item = self._list.topLevelItem(there.index(kept) if kept in there else 0)
        if item is not None:
            self._list.setCurrentItem(item)
        else:
            self._chosen()
        self._place.refresh()

    def _item(self, one: Backup) -> QTreeWidgetItem:
        proved = "已核对" if one.no else "原样另存"
        item = QTreeWidgetItem([words.moment(one.at), one.words, words.size(one.size), proved])
        item.setData(0, Qt.ItemDataRole.UserRole, one)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        icon, colour = ("check-circle", "success") if one.no else ("folder", "muted")
        item.setIcon(3, self._theme.icons.icon(icon, colour))
        return item

    def _present(self) -> Backup | None:
        item = self._list.currentItem()
        found = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, Backup) else None

    def _chosen(self) -> None:
        present = self._present()
        self._restore.setEnabled(present is not None)
        self._preview.show_backup(present)

    def _back_up(self) -> None:
        self._tasks.run("正在备份", lambda progress: self._backups.make("hand", progress), self._made, self._failed)

    def _made(self, made: Backup | None) -> None:
        self.refresh()
        if made is None:
            self._asking.tell(self, "不用再备份", "上一份备份之后没有任何改动。")

    def _carry(self) -> None:
        self._tasks.run("正在另存到备份盘", self._carried, lambda _: self.refresh(), self._failed)

    def _carried(self, progress: Progress) -> None:
        self._backups.make("hand", progress)

    def _look_through(self) -> None:
        chosen = self._present()
        if chosen is not None:
            work = partial(_whole_or_older, self._backups, chosen)
            self._tasks.run("正在核对这份备份", work, partial(self._ask, chosen), self._failed)

    def _ask(self, chosen: Backup, whole: Backup | None) -> None:
        if whole is None:
            error = UserError("这份备份已损坏，比它更早的也没有完好的。请另选一份，或从备份盘恢复。没有改动任何内容。")
            self._asking.report(self, error)
            return
        asked = words.question(whole, other_passphrase=not self._backups.seen.has_passphrase_of_today(whole))
        if whole != chosen:
            asked = f"选中的这份备份已损坏，改用更早的一份完好的。{asked}"
        if self._asking.ask(self, "恢复到这份备份？", asked, yes="恢复", danger=True):
            self.accept()
            self.restore_asked.emit(whole)

    def _failed(self, error: UserError) -> None:
        self.refresh()
        self._asking.report(self, error)

    def _tell(self) -> None:
        self._news.emit()

    # Qt's own names

    def done(self, result: int) -> None:
        if self.isVisible():
            self._stop_listening()
        self._tasks.stop_all()
        super().done(result)


def _whole_or_older(backups: Backups, chosen: Backup, progress: Progress) -> Backup | None:
    progress.check()
    return backups.seen.next_older(chosen) if backups.seen.damage(chosen) else chosen


def _list() -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("backup.list")
    made.setAccessibleName("备份列表")
    wear(made, "rows")
    made.setColumnCount(len(_COLUMNS))
    made.setHeaderLabels(_COLUMNS)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    made.header().setStretchLastSection(False)
    return made
