"""Step four: every row as it will stand, what is refused and why, and what happens to duplicates."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.services.importing import Choice
from fj_desktop.ui.importing.draft import Checked
from fj_desktop.ui.importing.duplicate_bar import DuplicateBar
from fj_desktop.ui.importing.fates import CHOICES, Choices, Shown, is_shown
from fj_desktop.ui.importing.preview_table import PreviewTable
from fj_desktop.ui.importing.trouble_list import TroubleList
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, combo, text

_FILTERS: dict[Shown, str] = {"all": "全部", "refused": "只看退回", "duplicate": "只看重复", "possible": "疑似重复"}


class PreviewPage(QWidget):
    """``blank_toggled``: rows go in without their bad cells, or not. ``errors_asked``: refused rows as a file.

    ``chosen``: another choice for duplicates was made.
    """

    blank_toggled = Signal(bool)
    errors_asked = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._checked: Checked | None = None
        self._choices = Choices()
        self._shown: Shown = "all"
        self._counts = text("", "strong", name="preview.counts")
        self._filters, self._filter_row = self._made_filters()
        self._for_all = combo(name="preview.for_all", label="重复的行怎么办")
        for choice, words in CHOICES.items():
            self._for_all.addItem(f"重复的行：{words}", choice)
        self._for_all.activated.connect(self._choose_for_all)
        self._blank = QCheckBox("有错的单元格留空，其余照收")
        self._blank.setObjectName("preview.blank")
        self._blank.toggled.connect(self.blank_toggled)
        self._errors = button("退回行存为 Excel", icon=theme.icons.icon("export"), name="preview.errors")
        self._errors.clicked.connect(self.errors_asked)
        self._table = PreviewTable(theme)
        self._table.selected.connect(self._offer)
        self._bar = DuplicateBar(theme)
        self._bar.chosen.connect(self._choose_for_selected)
        self._troubles = TroubleList(theme)
        self._troubles.picked.connect(self._go_to)
        self._trouble_head = text("", "strong", name="preview.trouble_head")
        self._below = self._made_below()
        self._lay_out()

    def _made_filters(self) -> tuple[QButtonGroup, QHBoxLayout]:
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(4)
        for place, shown in enumerate(_FILTERS):
            made = button("", "quiet", name=f"preview.show.{shown}")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.clicked.connect(partial(self._filter, shown))
            group.addButton(made, place)
            row.addWidget(made)
        return group, row

    def _made_below(self) -> QWidget:
        below = QWidget()
        head = QHBoxLayout()
        head.addWidget(self._trouble_head, 1)
        head.addWidget(self._errors)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._troubles, 1)
        return below

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._counts, 1)
        head.addWidget(self._blank)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addLayout(self._filter_row)
        tools.addStretch()
        tools.addWidget(self._for_all)
        split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        # The gap itself shows that it can be dragged; a line would double the frames around it.
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        split.addWidget(self._table)
        split.addWidget(self._below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self._troubles.setMinimumHeight(90)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._bar)
        column.addWidget(split, 1)

    def show_plan(self, checked: Checked, choices: Choices) -> None:
        """Show what an import would do."""
        self._checked, self._choices = checked, choices
        self._blank.blockSignals(True)
        self._blank.setChecked(checked.blank_bad_cells)
        self._blank.blockSignals(False)
        self._for_all.setCurrentIndex(list(CHOICES).index(choices.for_all))
        rows = checked.plan.rows
        counts = {shown: sum(1 for row in rows if is_shown(row, shown)) for shown in _FILTERS}
        for shown, made in zip(_FILTERS, self._filters.buttons(), strict=True):
            made.setText(f"{_FILTERS[shown]} {counts[shown]:,}")
            made.setEnabled(bool(counts[shown]) or shown == "all")
        self._for_all.setVisible(bool(counts["duplicate"]))
        self._bar.setVisible(bool(counts["duplicate"] or counts["possible"]))
        self._show_troubles()
        if not counts[self._shown]:
            self._shown = "all"
        self._filter(self._shown)
        self._table.fit()
        self._say_counts()

    def take_focus(self) -> None:
        """Put the keyboard into the rows."""
        self._table.setFocus()

    def _show_troubles(self) -> None:
        if self._checked is None:
            return
        plan = self._checked.plan
        self._troubles.troubles.show(plan)
        blanked = sum(len(row.blanked) for row in plan.rows if not row.refusals)
        words = [f"{len(plan.refused):,} 行退回"] if plan.refused else []
        words += [f"{blanked:,} 个单元格留空"] if blanked else []
        self._trouble_head.setText("，".join(words))
        self._below.setVisible(bool(words))
        self._errors.setVisible(bool(plan.refused))

    def _say_counts(self) -> None:
        if self._checked is None:
            return
        counts = self._choices.count(self._checked.plan)
        words = f"将新增 {counts['new']:,} 条，补充 {counts['update']:,} 条，跳过 {counts['skip']:,} 行"
        self._counts.setText(f"{words}，退回 {counts['refused']:,} 行")

    def _filter(self, shown: Shown, _: bool = True) -> None:
        if self._checked is None:
            return
        self._shown = shown
        self._filters.button(list(_FILTERS).index(shown)).setChecked(True)
        self._table.rows.show(self._checked, self._choices, shown)
        self._offer()

    def _offer(self) -> None:
        picked = self._table.doubles()
        self._bar.show_rows(picked, self._choices, self._table.rows.stored_name(picked[0]) if picked else "")

    def _choose_for_selected(self, choice: Choice) -> None:
        self._choices.single |= {row.row: choice for row in self._table.doubles()}
        self._chosen()

    def _choose_for_all(self, _: int) -> None:
        self._choices.choose_for_all(self._for_all.currentData())
        self._chosen()

    def _chosen(self) -> None:
        self._table.rows.repaint_states()
        self._offer()
        self._say_counts()
        self.chosen.emit()

    def _go_to(self, sheet_row: int, column: str) -> None:
        if not self._table.go_to(sheet_row, column):
            self._filter("all")
            self._table.go_to(sheet_row, column)
