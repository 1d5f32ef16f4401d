"""调度: the week, month, quarter or year as tables, computed off the window's thread; one click makes the workbook."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTableView, QVBoxLayout

from fj_desktop.core.clock import today
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.rules.spans import KINDS, MONTH, Span
from fj_desktop.services.desk import Desk
from fj_desktop.services.dispatch.sections import Dispatch, Section, rates
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, icon_button, rule, text
from fj_desktop.ui.widgets.rows_table import dress_rows
from fj_desktop.ui.work.page import WorkPage
from fj_desktop.ui.work.section_model import SectionModel
from fj_desktop.ui.work.two_panes import two_panes

_FED_BY = frozenset({
    "project", "project_progress", "contract", "stage_move", "visit", "problem", "dispatch_meeting",
    "meeting_decision", "chain_target", "chain", "task_force", "force_member", "chain_node", "threshold",
})  # fmt: skip
_WIDEST, _AROUND = 300, 10
_LIST = 176
_FILES = {".xlsx": "Excel 表格 (*.xlsx)", ".pdf": "PDF 文件 (*.pdf)"}


class DispatchPage(WorkPage):
    """Kind and period across the top, the tables on the left, the chosen one with its notes beside them."""

    def __init__(self, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._asking = desk, theme, asking
        self._kind, self._tasks = MONTH, Tasks(self)
        self._span = desk.dispatch.span(MONTH, "", today(desk.clock))
        self._made: Dispatch | None = None
        self._sections: list[Section] = []
        self._is_stale = True
        self._kinds = {kind: button(words, "quiet", name=f"dispatch.{kind}") for kind, words in KINDS.items()}
        self._title = text("", "heading", name="dispatch.period")
        self._told = text("", "muted", name="dispatch.told")
        self._list, self._table, self._model = QListWidget(), QTableView(), SectionModel(theme)
        self._notes = text("", "muted", wrap=True, name="dispatch.notes")
        self._export = button(
            "导出工作簿", "primary", icon=theme.icons.icon("export", "on_primary"), name="dispatch.out"
        )
        self._print = button("导出 PDF", icon=theme.icons.icon("pdf"), name="dispatch.pdf")
        self._lay_out()
        self._join()
        self._restyled()
        theme.changed.connect(self._restyled)

    def take_focus(self) -> None:
        self._list.setFocus()

    def heard(self, table: str) -> None:
        if table in _FED_BY:
            self._is_stale = True
            if self.isVisible():
                self._compute()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._top())
        column.addWidget(rule())
        self._list.setObjectName("dispatch.sections")
        self._list.setAccessibleName("调度表")
        self._table.setModel(self._model)
        dress_rows(self._table, "dispatch.table", "调度数据", ())
        left = _LIST * self._theme.text_percent // 100
        column.addWidget(two_panes(self._list, self._table, self._notes, left), 1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind, one in self._kinds.items():
            one.setCheckable(True)
            one.setChecked(kind == self._kind)
            row.addWidget(one)
        icons = self._theme.icons
        former = icon_button("上一期（Ctrl+[）", icons.icon("chevron-left"), name="dispatch.former")
        later = icon_button("下一期（Ctrl+]）", icons.icon("chevron-right"), name="dispatch.later")
        former.clicked.connect(self._go_back)
        later.clicked.connect(self._go_on)
        row.addSpacing(12)
        row.addWidget(former)
        row.addWidget(self._title)
        row.addWidget(later)
        row.addSpacing(8)
        row.addWidget(self._told, 1)
        row.addWidget(self._print)
        row.addWidget(self._export)
        return row

    def _join(self) -> None:
        for kind, one in self._kinds.items():
            one.clicked.connect(lambda _, kind=kind: self._choose(kind))
        self._list.currentRowChanged.connect(self._show_section)
        self._table.activated.connect(self._open)
        self._export.clicked.connect(lambda: self._write(".xlsx"))
        self._print.clicked.connect(lambda: self._write(".pdf"))
        icons = self._theme.icons
        bind(self, "上一期", "Ctrl+[", self._go_back, icon=icons.icon("chevron-left"))
        bind(self, "下一期", "Ctrl+]", self._go_on, icon=icons.icon("chevron-right"))
        bind(self, "导出调度工作簿", "Ctrl+Shift+E", self._export.click, icon=icons.icon("export"))
        bind(self, "重新计算调度", "F5", self._compute, icon=icons.icon("refresh"))

    def _choose(self, kind: str) -> None:
        self._kind = kind
        for one, made in self._kinds.items():
            made.setChecked(one == kind)
        self._show_span(self._desk.dispatch.span(kind, "", today(self._desk.clock)))

    def _go_back(self) -> None:
        self._show_span(self._span.before())

    def _go_on(self) -> None:
        after = self._desk.dispatch.span(self._kind, "", self._span.last + dt.timedelta(days=1))
        if after.first <= today(self._desk.clock):
            self._show_span(after)

    def _show_span(self, span: Span) -> None:
        self._span = span
        self._compute()

    def _compute(self) -> None:
        kind, span = self._kind, self._span
        self._title.setText(span.title)
        self._told.setText("正在计算……")

        def work(_: Progress) -> Dispatch:
            return self._desk.dispatch.of(kind, span.code)

        self._tasks.run("计算调度", work, self._take, self._failed, overlay=False)

    def _take(self, made: Dispatch) -> None:
        if made.span != self._span:
            return  # Another period is wanted by now.
        self._made, self._is_stale = made, False
        self._sections = [*made.sections, rates(made)]
        self._told.setText(f"数据截至 {made.cut.isoformat()}")
        present = self._list.currentItem()
        wanted = present.text().partition("（")[0] if present is not None else ""
        with QSignalBlocker(self._list):
            self._list.clear()
            for one in self._sections:
                self._list.addItem(f"{one.title}（{len(one.rows)}）" if one.records else one.title)
        titles = [one.title for one in self._sections]
        self._list.setCurrentRow(
            titles.index(wanted) if wanted in titles else 0, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._show_section(self._list.currentRow())

    def _failed(self, error: UserError) -> None:
        self._told.setText("没有算出来")
        self._asking.report(self, error)

    def _show_section(self, at: int) -> None:
        if not 0 <= at < len(self._sections) or self._made is None:
            return
        section = self._sections[at]
        self._model.show(section)
        self._table.setAccessibleName(section.title)
        head = self._table.horizontalHeader()
        for number in range(len(section.heads)):
            # Not its present width: the last column takes what room is left.
            needed = max(head.sectionSizeHint(number), self._table.sizeHintForColumn(number)) + _AROUND
            self._table.setColumnWidth(number, min(_WIDEST * self._theme.text_percent // 100, needed))
        over = [f"注{number}：{one}" for number, one in enumerate(self._made.footnotes, 1)]
        empty = [] if section.rows else ["这一期没有内容。"]
        self._notes.setText("\n".join([*empty, *section.notes, *over]))
        self._notes.setVisible(bool(self._notes.text()))

    def _open(self, index: QModelIndex) -> None:
        about = self._model.record(index.row())
        if about is not None:
            self.open_asked.emit(*about)

    def _write(self, suffix: str) -> None:
        made = self._made
        if made is None:
            return
        suggested = f"{KINDS[made.span.kind]}-{made.span.code}{suffix}"
        out = self._asking.save_file(self, "导出调度", suggested, _FILES[suffix])
        if out is None:
            return

        def work(progress: Progress) -> Path:
            progress.check()
            self._desk.dispatch.write(out, made)
            return out

        self._tasks.run("导出调度", work, self._written, self._failed)

    def _written(self, out: Path) -> None:
        self._asking.tell(self, "已导出", f"调度已保存到\n{out}", tone="done")

    def _restyled(self) -> None:
        self._export.setIcon(self._theme.icons.icon("export", "on_primary"))
        self._print.setIcon(self._theme.icons.icon("pdf"))
        self._table.viewport().update()

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._compute()
