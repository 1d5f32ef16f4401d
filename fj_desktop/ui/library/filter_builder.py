"""Filters put together: all of some and at least one of others, with the number of records they show."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import AnyOf, Filter
from fj_desktop.ui.library.filters import FilterBar
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text

_WIDE = 560


class FilterBuilder(QDialog):
    """Two rows of filters of any field; what is counted is counted beside the window."""

    def __init__(self, host: QWidget, desk: Desk, library: Library, present: Wanted, theme: Theme) -> None:
        super().__init__(host)
        self.setWindowTitle(f"组合筛选：{library.title}")
        self._desk, self._library, self._present = desk, library, present
        self._tasks = Tasks(self)
        self._counted: Wanted | None = None
        groups = [one for one in present.filters if isinstance(one, AnyOf)]
        self._all, self._any = FilterBar(theme, library, several=True), FilterBar(theme, library, several=True)
        self._all.put_back([one for one in present.filters if isinstance(one, Filter)])
        self._any.put_back(groups[0].filters if groups else ())
        self._others = tuple(groups[1:])
        self._count = text("", "muted", wrap=True)
        self._count.setObjectName("builder_count")
        self._apply = button("筛选", "primary", name="builder_apply")
        self._lay_out()
        for bar in (self._all, self._any):
            bar.changed.connect(self._changed)
        self._changed()

    def filters(self) -> tuple[Filter | AnyOf, ...]:
        """What was put together."""
        some = tuple(one for one in self._any.filters() if isinstance(one, Filter))
        group = (AnyOf(some),) if len(some) > 1 else some
        return (*self._all.filters(), *group, *self._others)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for words, bar, name in (
            ("同时满足以下条件", self._all, "builder_all"),
            ("并且至少满足以下一项", self._any, "builder_any"),
        ):
            column.addWidget(text(words, "strong"))
            column.addWidget(bar)
            add = button("添加条件…", "quiet", name=name)
            add.setAccessibleName(f"{words}：添加条件")
            add.setAutoDefault(False)
            add.clicked.connect(partial(self._ask, bar, add))
            row = QHBoxLayout()
            row.addWidget(add)
            row.addStretch()
            column.addLayout(row)
        column.addStretch()
        column.addWidget(self._count)
        foot = QHBoxLayout()
        foot.addStretch()
        cancel = button("取消", name="builder_cancel")
        cancel.clicked.connect(self.reject)
        self._apply.clicked.connect(self.accept)
        self._apply.setDefault(True)
        for one in (cancel, self._apply):
            foot.addWidget(one)
        column.addLayout(foot)
        self.resize(_WIDE, 380)

    def _ask(self, bar: FilterBar, anchor: QWidget, *_: object) -> None:
        bar.ask_which(self._shown(), anchor)

    def _shown(self) -> Sequence[str]:
        return [one.key for one in CATALOG.surface(self._library) if one.in_table]

    def _changed(self) -> None:
        if self._tasks.is_busy:
            return
        wanted = Wanted(self.filters(), self._present.text, (), self._present.deleted)
        self._counted = wanted
        desk, library = self._desk, self._library

        def count(watched: Progress) -> int:
            return desk.browse.how_many(library, wanted, watched)

        self._count.setText("正在计数…")
        self._tasks.run("正在计数", count, self._told, self._refused, overlay=False)

    def _told(self, found: int) -> None:
        self._say(f"符合条件的记录：{found:,} 条", is_fit=True)

    def _refused(self, error: UserError) -> None:
        self._say(error.text, is_fit=False)

    def _say(self, words: str, *, is_fit: bool) -> None:
        if self._counted is not None and self._counted.filters != self.filters():
            # Stale: the filters are others by now.
            self._changed()
            return
        self._count.setText(words)
        self._apply.setEnabled(is_fit)

    # Qt's own names

    def done(self, result: int) -> None:
        self._tasks.stop_all()
        super().done(result)
