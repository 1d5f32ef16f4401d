"""The gate to a project's next stage: every condition with its clause and mark, what is missing, and the move."""

import datetime as dt
import uuid
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from fj_desktop.core.clock import today
from fj_desktop.core.kinds import Day
from fj_desktop.core.progress import Progress
from fj_desktop.core.refusal import RefusalError
from fj_desktop.errors import UserError
from fj_desktop.rules.conditions import MARKS, Finding
from fj_desktop.rules.gates import EXITED, STAGES, next_stage
from fj_desktop.services.desk import Desk
from fj_desktop.services.tracking import Asked
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, combo, fit, text

_HEADS = ("情况", "条件", "还缺什么", "依据")
_WIDTHS = (76, 230, 330)
_OVERRIDE = "越过关口会写入操作记录，并印在本期各报表的脚注里。请写明理由（至少 10 个字）。"


class GateDialog(QDialog):
    """``moved``: what was done, in words."""

    moved = Signal(str)

    def __init__(
        self, parent: QWidget, desk: Desk, project: uuid.UUID, theme: Theme, asking: Asking, to: str = ""
    ) -> None:
        """``to`` is the stage wanted, the next one when none is named."""
        super().__init__(parent)
        self._desk, self._project, self._theme, self._asking = desk, project, theme, asking
        self._tasks = Tasks(self)
        self._asked: Asked | None = None
        self.setWindowTitle("转阶段")
        self.setObjectName("gate")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._head = text("", "heading", wrap=True, name="gate_head")
        self._state = text("", "muted", wrap=True, name="gate_state")
        self._to = combo(name="gate_to", label="转到哪个阶段")
        self._list = self._tree()
        self._day = QLineEdit(today(desk.clock).isoformat())
        self._day.setObjectName("gate_day")
        self._day.setAccessibleName("发生日期")
        self._move = button("", "primary", name="gate_move")
        self._over = button("越过关口…", "quiet", name="gate_override")
        self._lay_out()
        self._to.activated.connect(self._ask)
        self._move.clicked.connect(partial(self._go, ""))
        self._over.clicked.connect(self._ask_override)
        fit(self, 860, 560, theme.text_percent)
        self._begin(to)

    def _tree(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setObjectName("gate_list")
        made.setAccessibleName("关口条件")
        made.setHeaderLabels(_HEADS)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        for place, width in enumerate(_WIDTHS):
            made.header().resizeSection(place, width)
        return made

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(text("转到", "small"))
        where.addWidget(self._to)
        where.addWidget(text("发生日期", "small"))
        where.addWidget(self._day)
        where.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._over)
        foot.addStretch()
        cancel = button("关闭", name="gate_close")
        cancel.clicked.connect(self.reject)
        for one in (cancel, self._move):
            foot.addWidget(one)
        for one in (cancel, self._move, self._over):
            one.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        for part in (self._head, self._state):
            column.addWidget(part)
        column.addLayout(where)
        column.addWidget(self._list, 1)
        column.addLayout(foot)

    def _begin(self, to: str) -> None:
        view = self._desk.view.read(self._desk.tracking.library, self._project)
        stage = view.texts.get("stage", STAGES[0])
        self._head.setText(view.name)
        onward = next_stage(stage)
        ways = ([onward] if onward else []) + ([EXITED] if stage in STAGES[2:] else [])
        self._to.addItems(ways)
        if to in ways:
            self._to.setCurrentText(to)
        self._state.setText(f"现在的阶段：{stage}" + ("" if ways else "，没有下一个阶段"))
        self._over.setVisible(self._desk.identity.office == "HQ")
        self._ask()

    def _ask(self, *_: object) -> None:
        self._list.clear()
        self._move.setEnabled(False)
        self._move.setText(f"转到“{self._to.currentText()}”")
        if self._to.currentText():
            work = partial(self._desk.tracking.ask, self._project, self._to.currentText())
            self._tasks.run("正在核对关口", lambda _: work(), self._show, self._failed, overlay=False)

    def _show(self, asked: Asked) -> None:
        self._asked = asked
        for one in sorted(asked.findings, key=lambda one: (one.is_met, not one.blocking)):
            self._list.addTopLevelItem(self._item(one))
        lacking, warned = len(asked.blocking), len(asked.warnings)
        words = f"还差 {lacking} 项才能转到“{asked.to}”" if lacking else f"可以转到“{asked.to}”"
        self._state.setText(f"现在的阶段：{asked.stage}。{words}" + (f"，另有 {warned} 项提醒。" if warned else "。"))
        self._move.setEnabled(not lacking)
        self._over.setEnabled(bool(lacking))

    def _item(self, one: Finding) -> QTreeWidgetItem:
        sign = "√ 已满足" if one.is_met else "× 必须" if one.blocking else "！提醒"
        source = f"通知 {one.condition.clause}，{MARKS[one.condition.mark]}"
        item = QTreeWidgetItem([sign, one.condition.words, one.lacking, source])
        colour = "success" if one.is_met else "danger" if one.blocking else "warning"
        item.setForeground(0, self._theme.colour(colour))
        for column in range(len(_HEADS)):
            item.setToolTip(column, item.text(column))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{sign}，{one.condition.words}，{one.lacking}，{source}")
        return item

    def _ask_override(self) -> None:
        reason = self._asking.ask_line(self, "越过关口", _OVERRIDE, label="理由", yes="越过关口")
        if reason is not None:
            self._go(reason)

    def _go(self, reason: str, *_: object) -> None:
        try:
            day = Day().parse(self._day.text())
        except RefusalError as refusal:
            self._asking.report(self, UserError(f"发生日期：{refusal.reason}。"))
            self._day.setFocus()
            return
        to, over = self._to.currentText(), bool(reason)

        def work(_: Progress) -> Asked:
            return self._moved_to(to, day, reason, over)

        self._tasks.run("正在转阶段", work, self._done, self._failed)

    def _moved_to(self, to: str, day: dt.date, reason: str, over: bool) -> Asked:
        return self._desk.tracking.move(self._project, to, on=day, reason=reason, override=over)

    def _done(self, asked: Asked) -> None:
        self.moved.emit(f"已从“{asked.stage}”转到“{asked.to}”。Ctrl+Z 可撤销")
        self.accept()

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error, "没有转阶段")

    # Qt's own names

    def done(self, result: int) -> None:
        self._tasks.stop_all()
        super().done(result)
