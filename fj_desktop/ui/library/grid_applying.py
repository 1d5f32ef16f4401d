"""Carries a planned change of many cells out: asks where it is large or partly refused, stores, says what it did."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.services.bulk import BulkDone
from fj_desktop.services.bulk_plan import BulkPlan
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.library.grid_editing import GridEditing
from fj_desktop.ui.library.grid_plan_dialog import PlanDialog, sentence
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme

UNASKED = 5
"""So many changed records are not worth a question."""
_AT_ONCE = 400
"""So many cells are handled within a blink; more go to a thread of their own."""
Planning = Callable[[Progress], BulkPlan]


class GridApplying:
    """Plans, asks, applies; small changes at once, large ones beside the window's thread."""

    def __init__(
        self,
        host: QWidget,
        desk: Desk,
        library: Library,
        theme: Theme,
        asking: Asking,
        editing: GridEditing,
        say: Callable[[str], None],
        added: Callable[[], None],
    ) -> None:
        self._host, self._desk, self._library = host, desk, library
        self._theme, self._asking, self._editing = theme, asking, editing
        self._say, self._added = say, added
        self._tasks = Tasks(host)

    def run(self, action: str, title: str, cells: int, planning: Planning, *, ask_from: int = UNASKED) -> None:
        """Do one thing to many cells.

        Args:
            action: for the history.
            title: what it is, in words.
            cells: how many are touched, to choose the thread.
            planning: makes the plan; must touch no widget.
            ask_from: more changed records than this are shown before they are stored.
        """

        def planned(plan: BulkPlan) -> None:
            self._planned(action, title, plan, ask_from, cells)

        self.work(f"{title}：正在检查", cells, planning, planned)

    def work(self, title: str, cells: int, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        """Do some work, in a thread of its own where it is much."""
        if cells > _AT_ONCE:
            self._tasks.run(title, work, done, self._failed)
            return
        try:
            result = work(Unwatched())
        except UserError as error:
            self._failed(error)
            return
        done(result)

    def _planned(self, action: str, title: str, plan: BulkPlan, ask_from: int, cells: int) -> None:
        if plan.is_empty and not plan.refused:
            self._say(f"{title}：没有需要改动的内容")
            return
        asks = plan.refused or plan.rows or len(plan.changes) > ask_from
        if asks and not PlanDialog(self._host, self._desk, title, plan, self._theme).exec():
            return
        if plan.is_empty:
            return
        self._editing.is_writing = True

        def written(done: BulkDone) -> None:
            self._written(title, plan, done)

        self.work(f"{title}：正在保存", cells, lambda watched: self._desk.bulk.apply(plan, action, watched), written)

    def _written(self, title: str, plan: BulkPlan, done: BulkDone) -> None:
        self._editing.is_writing = False
        self._say(f"{title}：{sentence(plan, done=True)}（Ctrl+Z 撤销）")
        if done.added or done.completed:
            self._added()

    def _failed(self, error: UserError) -> None:
        self._editing.is_writing = False
        self._asking.report(self._host, error)
