"""周收集: one line a project, begun from last week's; checked by the leader and out as the Friday workbook."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
)

from fj_desktop.core.clock import today
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.spans import WEEK, Span, span_at
from fj_desktop.services.desk import Desk
from fj_desktop.services.leaving import PurposeNeededError
from fj_desktop.services.weekly import TYPED, WeekForm
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, icon_button, rule, text
from fj_desktop.ui.widgets.rows_table import dress_rows
from fj_desktop.ui.widgets.typed_cells import TypedCells
from fj_desktop.ui.work.page import WorkPage
from fj_desktop.ui.work.week_model import FIRST_TYPED, WeekModel

_FED_BY = frozenset({"project", "project_progress", "stage_move"})
_WIDTHS = (190, 56, 200, 220, 84, 124, 170, 150)
_SHEET = "Excel 表格 (*.xlsx)"
_COVERED = "表里有企业联系人的电话。遮住导出可以传阅；完整导出会写出号码，并留下访问记录，请妥善保管文件。"


class WeekPage(WorkPage):
    """The form of one week; each line is stored as it is typed, and undone like every other change."""

    def __init__(self, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._asking = desk, theme, asking
        self._tasks = Tasks(self)
        self._span = span_at(today(desk.clock), WEEK)
        self._form: WeekForm | None = None
        self._is_stale = True
        self._title, self._told = text("", "heading", name="week.period"), text("", "muted", name="week.told")
        self._table, self._model = QTableView(), WeekModel(theme)
        self._copy = button("复制上周", name="week.copy")
        self._check = button("审核", name="week.check")
        self._out = button("导出周报", "primary", name="week.out")
        self._lay_out()
        self._join()
        self._restyled()
        theme.changed.connect(self._restyled)

    def take_focus(self) -> None:
        # A table that gets the keyboard goes to its first cell, which is not typed into.
        if not self._table.currentIndex().isValid() and self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(0, FIRST_TYPED))
        self._table.setFocus()

    def heard(self, table: str) -> None:
        if table in _FED_BY:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        icons = self._theme.icons
        former = icon_button("上一周（Ctrl+[）", icons.icon("chevron-left"), name="week.former")
        later = icon_button("下一周（Ctrl+]）", icons.icon("chevron-right"), name="week.later")
        former.clicked.connect(self._go_back)
        later.clicked.connect(self._go_on)
        for one in (text("周收集", "heading"), former, self._title, later):
            row.addWidget(one)
        row.addWidget(self._told, 1)
        for act in (self._copy, self._check, self._out):
            row.addWidget(act)
        column.addLayout(row)
        column.addWidget(rule())
        self._dress()
        column.addWidget(self._table, 1)
        column.addWidget(
            text(
                "Enter 或直接打字填写，Tab 到下一格；填了进展即存，Ctrl+Z 可撤销。没有进展的选“无进展”并写原因。",
                "muted",
                wrap=True,
            )
        )

    def _dress(self) -> None:
        table = self._table
        table.setModel(self._model)
        dress_rows(table, "week.table", "周收集", ())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(True)
        table.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        fields = CATALOG["progress"].fields
        typed = {FIRST_TYPED + place: fields[name] for place, name in enumerate(TYPED)}
        table.setItemDelegate(TypedCells(table, typed, "week"))
        table.activated.connect(table.edit)

    def _join(self) -> None:
        self._model.typed.connect(self._store)
        self._copy.clicked.connect(self._copy_last)
        self._check.clicked.connect(self._look_through)
        self._out.clicked.connect(self._write)
        icons = self._theme.icons
        bind(self, "上一周", "Ctrl+[", self._go_back, icon=icons.icon("chevron-left"))
        bind(self, "下一周", "Ctrl+]", self._go_on, icon=icons.icon("chevron-right"))
        bind(self, "导出周报", "Ctrl+Shift+E", self._out.click, icon=icons.icon("export"))
        bind(self, "复制上周的内容", "Ctrl+Shift+C", self._copy_last, icon=icons.icon("copy"))

    def _go_back(self) -> None:
        self._show_span(self._span.before())

    def _go_on(self) -> None:
        after = span_at(self._span.last + dt.timedelta(days=1), WEEK)
        if after.first <= today(self._desk.clock):
            self._show_span(after)

    def _show_span(self, span: Span) -> None:
        self._span = span
        self._read()

    def _read(self) -> None:
        span = self._span
        self._title.setText(span.title)

        def work(_: Progress) -> WeekForm:
            return self._desk.weekly.form(span)

        self._tasks.run("读取周收集", work, self._take, self._failed, overlay=False)

    def _take(self, form: WeekForm) -> None:
        if form.span != self._span:
            return
        self._form, self._is_stale = form, False
        at = self._table.currentIndex()
        self._model.show(form)
        if at.isValid() and at.row() < self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(at.row(), at.column()))
        self._tell()

    def _tell(self) -> None:
        if self._form is None:
            return
        missing, unchecked = len(self._form.missing), len(self._form.unchecked)
        words = [f"共 {len(self._form.rows)} 个项目"]
        words.append(f"还有 {missing} 个没有填" if missing else "已全部填报")
        words += [f"{unchecked} 个待审核"] if unchecked else []
        words += [f"{self._model.waiting} 行未填完、还没有保存"] if self._model.waiting else []
        self._told.setText("，".join(words) if self._form.rows else "本办事处没有在推进的项目。")
        self._check.setEnabled(bool(unchecked) and not missing)
        self._out.setEnabled(bool(self._form.rows))

    def _store(self, at: int, texts: Mapping[str, str]) -> None:
        row = self._model.row(at)
        if row is None:
            return
        try:
            self._desk.weekly.put(self._span, row, texts)
        except UserError as error:
            self._asking.report(self, error, "没有保存")
            self._tell()
            return
        self._model.stored(at)
        self._read()

    def _copy_last(self) -> None:
        """Fill the chosen lines, or all that are empty, with last week's words."""
        chosen = {index.row() for index in self._table.selectionModel().selectedIndexes()}
        lines = sorted(chosen) if len(chosen) > 1 else range(self._model.rowCount())
        rows = [(self._model.row(at), self._model.texts(at)) for at in lines]
        wanted = [one for one, typed in rows if one and not one.entry and one.last_on and not typed.get("summary")]
        if not wanted:
            self._told.setText("没有可以复制的：上周没有内容，或本周已经填了。")
            return
        span = self._span

        def work(progress: Progress) -> int:
            for done, one in enumerate(wanted):
                progress.at(done, len(wanted))
                self._desk.weekly.put(span, one, self._desk.weekly.copied(one))
            return len(wanted)

        self._tasks.run("复制上周", work, self._copied, self._failed, cancelled=self._read)

    def _copied(self, count: int) -> None:
        self._read()
        self.said.emit(f"已复制 {count} 行，请改成本周的情况；Ctrl+Z 可逐行撤销")

    def _look_through(self) -> None:
        if self._form is None:
            return
        try:
            count = self._desk.weekly.check(self._form)
        except UserError as error:
            self._asking.report(self, error, "没有审核")
            return
        self._asking.tell(self, "已审核", f"{count} 条进度已记为由{self._desk.identity.name}审核。", tone="done")

    def _write(self) -> None:
        form = self._form
        picked = self._asking.choose(self, "是否写出联系电话", _COVERED, ["完整导出", "遮住导出"])
        if form is None or picked is None:
            return
        suggested = f"周收集-{self._desk.identity.office_name}-{form.span.code}.xlsx"
        out = self._asking.save_file(self, "导出周报", suggested, _SHEET)
        if out is not None:
            self._start_writing(out, form, reveal=picked == 0)

    def _start_writing(self, out: Path, form: WeekForm, *, reveal: bool, purpose: str = "") -> None:
        def work(progress: Progress) -> str:
            progress.check()
            count = self._desk.weekly.write(out, form, reveal=reveal, purpose=purpose)
            return f"{count} 个项目已写入\n{out}"

        def failed(error: UserError) -> None:
            if not isinstance(error, PurposeNeededError):
                self._failed(error)
                return
            said = self._asking.ask_line(self, "导出用途", error.text, label="用途", yes="导出")
            if said is not None:
                self._start_writing(out, form, reveal=reveal, purpose=said)

        self._tasks.run("导出周报", work, lambda words: self._asking.tell(self, "已导出", words, tone="done"), failed)

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    def _restyled(self) -> None:
        icons = self._theme.icons
        self._out.setIcon(icons.icon("export", "on_primary"))
        self._copy.setIcon(icons.icon("copy"))
        self._check.setIcon(icons.icon("check"))
        for column, width in enumerate(_WIDTHS):
            self._table.setColumnWidth(column, width * self._theme.text_percent // 100)

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()
