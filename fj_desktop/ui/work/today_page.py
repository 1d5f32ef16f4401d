"""今日工作: the first page of the morning; what is late or due, line by line with the keyboard, the year beside it."""

import datetime as dt

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTreeView, QVBoxLayout

from fj_desktop.core.clock import today
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.queue import GROUPS, Item
from fj_desktop.rules.spans import YEAR
from fj_desktop.services.desk import Desk
from fj_desktop.services.dispatch.sections import Dispatch
from fj_desktop.services.queue.dated import DATED
from fj_desktop.services.queue.service import Queue
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, rule, text, wear
from fj_desktop.ui.work.overview import Overview
from fj_desktop.ui.work.page import WorkPage
from fj_desktop.ui.work.queue_model import QueueModel

_FED_BY = frozenset({
    *(CATALOG[one.library].table for one in DATED), "project_progress", "contract", "stage_move", "staff", "threshold",
    "chain_target", "chain",
})  # fmt: skip
_WIDTHS = (150, 240)
_CHARTS, _CHARTS_FROM = 380, 1000
_MIDNIGHT_MS = 60_000
_CALENDAR = "日历文件 (*.ics)"
CATALOG_NAMES = frozenset(one.library for one in CATALOG)
_NOTHING = "今天没有到期、逾期或超过时限的事项。"


class TodayPage(WorkPage):
    """The queue and three charts; computed off the window's thread, again when records change or the day does."""

    def __init__(self, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._asking = desk, theme, asking
        self._tasks = Tasks(self)
        self._queue: Queue | None = None
        self._is_stale = self._is_first = True
        self._mine, self._all = button("我的", "quiet", name="today.mine"), button("全部", "quiet", name="today.all")
        self._told = text("", "muted", name="today.told")
        self._notes = text("", "muted", wrap=True, name="today.notes")
        self._tree, self._model = QTreeView(), QueueModel(theme)
        self._overview = Overview(theme)
        self._calendar = button("存为日历", name="today.ics")
        self._lay_out()
        self._join()
        self._restyled()
        theme.changed.connect(self._restyled)
        self._day = QTimer(self, interval=_MIDNIGHT_MS)
        self._day.timeout.connect(self._look_at_the_day)
        self._day.start()

    def take_focus(self) -> None:
        self._tree.setFocus()

    def heard(self, table: str) -> None:
        if table in _FED_BY:
            self._is_stale = True
            if self.isVisible():
                self._compute()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(text("今日工作", "heading"))
        for one in (self._mine, self._all):
            one.setCheckable(True)
            top.addWidget(one)
        self._all.setChecked(True)
        top.addWidget(self._told, 1)
        top.addWidget(self._calendar)
        column.addLayout(top)
        column.addWidget(rule())
        body = QHBoxLayout()
        body.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(8)
        self._dress_tree()
        left.addWidget(self._tree, 1)
        left.addWidget(self._notes)
        body.addLayout(left, 1)
        body.addWidget(self._overview)
        column.addLayout(body, 1)

    def _dress_tree(self) -> None:
        tree = self._tree
        wear(tree, "rows")
        tree.setModel(self._model)
        tree.setObjectName("today.queue")
        tree.setAccessibleName("今日工作")
        tree.setUniformRowHeights(True)
        tree.setExpandsOnDoubleClick(False)
        head = tree.header()
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _join(self) -> None:
        self._mine.clicked.connect(lambda: self._choose(mine=True))
        self._all.clicked.connect(lambda: self._choose(mine=False))
        self._tree.activated.connect(self._open)
        self._calendar.clicked.connect(self._write)
        icons = self._theme.icons
        bind(self, "改下次跟进日期", "Ctrl+J", self._postpone, icon=icons.icon("calendar"))
        bind(self, "刷新今日工作", "F5", self._compute, icon=icons.icon("refresh"))

    def _choose(self, *, mine: bool) -> None:
        self._mine.setChecked(mine)
        self._all.setChecked(not mine)
        self._compute()

    def _compute(self) -> None:
        mine = self._mine.isChecked()

        def work(_: Progress) -> tuple[Queue, Dispatch]:
            return self._desk.queue.of(mine=mine), self._desk.dispatch.of(YEAR)

        self._tasks.run("整理今日工作", work, self._take, self._failed, overlay=False)

    def _take(self, made: tuple[Queue, Dispatch]) -> None:
        self._queue, self._is_stale = made[0], False
        at = self._model.item_at(self._tree.currentIndex())
        self._model.show_items(self._queue.items)
        self._tree.expandAll()
        self._back_to(at)
        self._overview.show_year(made[1])
        words = self._words()
        self._told.setText(words or _NOTHING)
        self._notes.setText("\n".join(self._queue.notes))
        self._notes.setVisible(bool(self._queue.notes))
        if self._is_first and words:
            self.reminded.emit(words)
        self._is_first = False

    def _words(self) -> str:
        """How many of each group, e.g. 逾期 3　今天到期 2."""
        found = self._queue.items if self._queue is not None else []
        counts = [(name, sum(one.group == name for one in found)) for name in GROUPS]
        return "　".join(f"{name} {count}" for name, count in counts if count)

    def _back_to(self, item: Item | None) -> None:
        """The line that was the current one stays it, or the first becomes it."""
        for group in range(self._model.rowCount()):
            parent = self._model.index(group, 0)
            for row in range(self._model.rowCount(parent)):
                index = self._model.index(row, 0, parent)
                found = self._model.item_at(index)
                if found is not None and (item is None or (found.record, found.what) == (item.record, item.what)):
                    self._tree.setCurrentIndex(index)
                    return

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    def _open(self, index: QModelIndex) -> None:
        item = self._model.item_at(index)
        if item is None:
            self._tree.setExpanded(index.siblingAtColumn(0), not self._tree.isExpanded(index.siblingAtColumn(0)))
        elif item.library in CATALOG_NAMES:
            self.open_asked.emit(item.library, item.record)
        else:
            self.page_asked.emit(item.library)

    def _postpone(self) -> None:
        """Set the next day of a follow-up; what has a day of duty keeps it."""
        item = self._model.item_at(self._tree.currentIndex())
        if item is None:
            return
        follow = next((one for one in DATED if one.library == item.library and one.ages), None)
        if follow is None:
            self._told.setText(f"“{item.what}”的日期是办理时限，请打开记录办理。")
            return
        label = CATALOG[item.library].fields[follow.due].label
        given = (today(self._desk.clock) + dt.timedelta(days=7)).isoformat()
        typed = self._asking.ask_line(self, "改下次跟进日期", item.title, label=label, yes="保存", given=given)
        if typed is None:
            return
        try:
            self._desk.records.change(CATALOG[item.library], item.record, {follow.due: typed})
        except UserError as error:
            self._asking.report(self, error)

    def _write(self) -> None:
        queue = self._queue
        out = self._asking.save_file(self, "存为日历", "今日工作.ics", _CALENDAR) if queue is not None else None
        if out is None or queue is None:
            return
        try:
            count = self._desk.queue.write_calendar(out, queue)
        except UserError as error:
            self._asking.report(self, error)
            return
        self._asking.tell(
            self, "已存为日历", f"{count} 项已写入\n{out}\n用日历程序打开即可导入；再导一次不会重复。", tone="done"
        )

    def _look_at_the_day(self) -> None:
        if self._queue is not None and self._queue.today != today(self._desk.clock):
            self._is_first = self._is_stale = True
            if self.isVisible():
                self._compute()

    def _restyled(self) -> None:
        percent = self._theme.text_percent
        self._calendar.setIcon(self._theme.icons.icon("calendar"))
        self._overview.setFixedWidth(_CHARTS * percent // 100)
        for column, width in enumerate(_WIDTHS):
            self._tree.setColumnWidth(column, width * percent // 100)
        self._model.restyle()
        self._tree.expandAll()

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._compute()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overview.setVisible(self.width() >= _CHARTS_FROM * self._theme.text_percent // 100)
