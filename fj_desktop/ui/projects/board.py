"""The board: one column a stage, 退出 and 退库 apart; a card moves through its gate or not at all."""

import uuid
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.rules.gates import STAGES
from fj_desktop.services.board import APART, Column, money_words
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.projects.card_model import CardModel
from fj_desktop.ui.projects.stage_list import StageList
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text


class Board(QWidget):
    """``opened``: a project's card was opened; ``move_asked``: a project is to go to a stage (empty: the next).

    ``apart`` shows the projects that left; the window puts it where there is room.
    """

    opened = Signal(object)
    move_asked = Signal(object, str)

    def __init__(self, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._asking = desk, theme, asking
        self._tasks = Tasks(self)
        self._wanted: Wanted | None = None
        self._lists: dict[str, StageList] = {}
        self._models: dict[str, CardModel] = {}
        self._heads: dict[str, QLabel] = {}
        self._boxes: dict[str, QWidget] = {}
        self.apart = button("", "quiet", name="board.apart")
        self.apart.setCheckable(True)
        self.apart.toggled.connect(self._show_apart)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for stage in (*STAGES, *APART):
            row.addWidget(self._column(stage), 1)
        self._show_apart(shown=False)

    def _column(self, stage: str) -> QWidget:
        model = CardModel(self._desk.board.cards)
        made = StageList(model, self._theme, stage)
        head = text(stage, "strong", name=f"board.head.{stage}")
        self._models[stage], self._lists[stage], self._heads[stage] = model, made, head
        made.opened.connect(self.opened)
        made.sideways.connect(partial(self._step, stage))
        made.onward.connect(lambda project: self.move_asked.emit(project, ""))
        made.dropped.connect(partial(self._dropped, stage))
        self._boxes[stage] = box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(head)
        column.addWidget(made, 1)
        return box

    @property
    def present(self) -> uuid.UUID | None:
        """The project of the card that has the keyboard."""
        return next((one.present for one in self._lists.values() if one.hasFocus()), None)

    def take_focus(self) -> None:
        """Put the keyboard into the first column that has a card."""
        for one in self._lists.values():
            if one.model().rowCount():
                one.setFocus()
                return

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what the table is asked to show."""
        self._wanted = wanted

        def work(progress: Progress) -> list[Column]:
            return self._desk.board.columns(wanted, progress)

        self._tasks.run("读取看板", work, partial(self._take, wanted), self._failed, overlay=False)

    def _take(self, wanted: Wanted, columns: list[Column]) -> None:
        if wanted != self._wanted:
            return  # Something else is wanted by now.
        for one in columns:
            view, at = self._lists[one.stage], self._lists[one.stage].present
            place = view.verticalScrollBar().value()
            self._models[one.stage].show(one)
            view.verticalScrollBar().setValue(place)
            self._select(one.stage, at)
            self._tell(one)
        counts = {one.stage: len(one) for one in columns}
        self.apart.setText("　".join(f"{stage} {counts[stage]}" for stage in APART))

    def _tell(self, column: Column) -> None:
        words = f"{column.stage}　{len(column)} 个"
        invest = money_words(column.invest_wan) if column.invest_wan else ""
        self._heads[column.stage].setText(f"{words}　{invest}" if invest else words)
        self._lists[column.stage].setAccessibleName(f"{words}，总投资 {invest or '未填'}")

    def _select(self, stage: str, project: uuid.UUID | None) -> None:
        model = self._models[stage]
        for row in range(min(model.rowCount(), 200) if project is not None else 0):
            card = model.card(row)
            if card is not None and card.id == project:
                self._lists[stage].setCurrentIndex(model.index(row, 0))
                return

    def _step(self, stage: str, by: int) -> None:
        shown = [one for one in self._lists if self._lists[one].isVisible()]
        at = shown.index(stage) + by
        while 0 <= at < len(shown) and not self._models[shown[at]].rowCount():
            at += by
        if 0 <= at < len(shown):
            self._lists[shown[at]].setFocus()

    def _dropped(self, stage: str, project: uuid.UUID) -> None:
        card = self._desk.board.card(project)
        if card is None or card.stage == stage:
            return
        onward = STAGES[STAGES.index(card.stage) + 1 :][:1] if card.stage in STAGES else ()
        if stage in onward or (stage == APART[0] and card.stage in STAGES[2:]) or stage == APART[1]:
            self.move_asked.emit(project, stage)
        else:
            words = f"“{card.name}”在{card.stage}阶段，阶段不能跳过，也不能倒退"
            ways = f"，现在只能转到{onward[0]}。" if onward else "。"
            self._asking.report(self, UserError(words + ways), "没有移动")

    def _show_apart(self, shown: bool) -> None:
        for stage in APART:
            self._boxes[stage].setVisible(shown)

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)
