"""What stands in the chosen backup, against what stands in the desk now."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.backing_up import Backups
from fj_desktop.services.backup_views import Difference
from fj_desktop.store.backups.entries import Backup
from fj_desktop.ui.backup import words
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import card, text, wear
from fj_desktop.ui.widgets.notice import Notice


class Preview(QWidget):
    """Counts per library, then and now; counting happens off the window's thread."""

    def __init__(self, backups: Backups, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._backups, self._tasks = backups, tasks
        self._shown: Backup | None = None
        self._title = text("", "strong", wrap=True, name="preview.title")
        self._remark = Notice(theme.icons, "remark")
        self._grid = QGridLayout()
        self._rest = text("", "muted", wrap=True, name="preview.rest")
        frame, column = card(margin=16, spacing=8)
        column.addWidget(self._title)
        column.addWidget(self._remark)
        column.addWidget(self._counts(), 1)
        column.addWidget(self._rest)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _counts(self) -> QScrollArea:
        inside = QWidget()
        wear(inside, "page")
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def show_backup(self, backup: Backup | None) -> None:
        """Compare a backup with now; None when there is none to choose."""
        self._shown = backup
        self._clear()
        self._rest.setText("")
        self._remark.say("")
        if backup is None:
            self._title.setText("还没有备份")
            self._rest.setText("点“立即备份”做第一份；以后会自动备份。")
            return
        self._title.setText(f"{words.moment(backup.at)}　{backup.words}")
        if not self._backups.seen.has_passphrase_of_today(backup):
            self._remark.say("之后换过口令，要用备份当时的口令打开。")
        self._rest.setText("正在比较…")
        self._tasks.run(
            "比较", partial(_compare, self._backups, backup), partial(self._take, backup), self._failed, overlay=False
        )

    def _take(self, backup: Backup, found: list[Difference] | None) -> None:
        if backup != self._shown:
            return
        self._clear()
        if found is None:
            self._rest.setText("读不出这份备份里有多少条：它可能已损坏，或属于另一个台账。")
            return
        differing = [one for one in found if one.then != one.now]
        if differing:
            self._line(0, "", "备份里", "现在", look="small")
        for row, one in enumerate(differing, 1):
            self._line(row, one.title, f"{one.then:,}", f"{one.now:,}")
        same = [one for one in found if one.then == one.now]
        rest = f"{'其余 ' if differing else ''}{len(same)} 个库条数相同，共 {sum(one.then for one in same):,} 条。"
        self._rest.setText(rest)

    def _line(self, row: int, title: str, then: str, now: str, look: str = "") -> None:
        self._grid.addWidget(text(title, look), row, 0)
        for column, count in ((1, then), (2, now)):
            label: QLabel = text(count, look or ("strong" if column == 1 else "muted"))
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            label = item.widget()
            if label is not None:
                label.hide()
                label.deleteLater()

    def _failed(self, error: UserError) -> None:
        self._rest.setText(error.text)


def _compare(backups: Backups, backup: Backup, _: Progress) -> list[Difference] | None:
    return backups.seen.differences(backup)
