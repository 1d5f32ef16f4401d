"""职责: the clauses of the notice by unit, mine first; the wording of the chosen one stands below."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTableView, QVBoxLayout

from fj_desktop.core.filenames import cleaned
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.dispatch.sections import Section
from fj_desktop.services.duties import text_of
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, rule, text
from fj_desktop.ui.widgets.rows_table import dress_rows
from fj_desktop.ui.work.page import WorkPage
from fj_desktop.ui.work.section_model import SectionModel
from fj_desktop.ui.work.two_panes import two_panes

_UNIT = int(Qt.ItemDataRole.UserRole)
_LIST, _WIDTHS = 268, (56, 64, 168, 150, 300, 220, 120)
_ALL = "全部单位"


class DutiesPage(WorkPage):
    """Units on the left with what they lead and answer for, the clauses of the chosen one beside them."""

    def __init__(self, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._asking = desk, theme, asking
        self._tasks, self._unit = Tasks(self), ""
        self._section: Section | None = None
        self._list, self._table, self._model = QListWidget(), QTableView(), SectionModel(theme)
        self._told = text("", "muted", name="duties.told")
        self._words = text("", wrap=True, name="duties.words")
        self._print = button("导出 PDF", "primary", name="duties.pdf")
        self._lay_out()
        self._fill()
        self._list.currentItemChanged.connect(self._choose)
        self._table.selectionModel().currentRowChanged.connect(self._tell)
        self._print.clicked.connect(self._write)
        self._choose(self._list.currentItem())
        self._restyled()
        theme.changed.connect(self._restyled)

    def take_focus(self) -> None:
        self._list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(text("职责", "heading"))
        row.addSpacing(8)
        row.addWidget(self._told, 1)
        row.addWidget(self._print)
        column.addLayout(row)
        column.addWidget(rule())
        self._list.setObjectName("duties.units")
        self._list.setAccessibleName("单位")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setModel(self._model)
        dress_rows(self._table, "duties.table", "条款", ())
        left = _LIST * self._theme.text_percent // 100
        column.addWidget(two_panes(self._list, self._table, self._words, left), 1)

    def _fill(self) -> None:
        mine = self._desk.duties.my_unit()
        loads = sorted(self._desk.duties.loads(), key=lambda one: one.unit != mine)
        for unit, words in ((_ALL, "25"), *((one.unit, f"{one.leads}/{one.answers}") for one in loads)):
            told = f"{unit}（我的单位）　{words}" if unit == mine else f"{unit}　{words}"
            item = QListWidgetItem(told)
            item.setToolTip("牵头条款数/责任条款数")
            item.setData(_UNIT, "" if unit == _ALL else unit)
            self._list.addItem(item)
        self._list.setCurrentRow(1 if mine else 0)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._unit = str(item.data(_UNIT))
        self._section = self._desk.duties.matrix(self._unit)
        self._model.show(self._section)
        self._table.setColumnHidden(1, not self._unit)
        leads = sum(row[1] == "牵头" for row in self._section.rows)
        count = len(self._section.rows)
        self._told.setText(f"牵头 {leads} 项，责任 {count - leads} 项" if self._unit else f"通知的全部 {count} 项条款")
        self._table.selectRow(0)
        self._tell(self._table.currentIndex())

    def _tell(self, index: QModelIndex) -> None:
        if self._section is not None and index.isValid():
            self._words.setText(text_of(str(self._section.rows[index.row()][0])))

    def _write(self) -> None:
        unit = self._unit
        suggested = cleaned(f"职责矩阵-{unit or _ALL}.pdf")
        out = self._asking.save_file(self, "导出职责矩阵", suggested, "PDF 文件 (*.pdf)")
        if out is None:
            return

        def work(progress: Progress) -> Path:
            progress.check()
            self._desk.duties.write(out, unit)
            return out

        self._tasks.run("导出职责矩阵", work, self._written, self._failed)

    def _written(self, out: Path) -> None:
        self._asking.tell(self, "已导出", f"职责矩阵已保存到\n{out}", tone="done")

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    def _restyled(self) -> None:
        self._print.setIcon(self._theme.icons.icon("pdf", "on_primary"))
        for column, width in enumerate(_WIDTHS):
            self._table.setColumnWidth(column, width * self._theme.text_percent // 100)
