"""查重: the pairs of a library that are alike, one after the other, each merged, told apart or passed over."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.comparing import Comparison, choices
from fj_desktop.services.desk import Desk
from fj_desktop.services.duplicates import Pair
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.duplicates.pairs_list import PairsList
from fj_desktop.ui.duplicates.side_by_side import SideBySide
from fj_desktop.ui.duplicates.told_apart import ToldApartDialog
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, combo, text

_ALL, _SURE, _ASKED = "全部", "可直接合并的", "需要核对的"
IN_DUPLICATES = "查重窗口里"
_HINT = "点一下或按 ← → 选用哪边的值，空格两边都留（标签、备注等）"


class DuplicatesDialog(QDialog):
    """``done_something``: what was done, in words for the window behind."""

    done_something = Signal(str)

    def __init__(
        self, parent: QWidget, desk: Desk, library: Library, theme: Theme, asking: Asking,
        pairs: Sequence[Pair] | None = None,
    ) -> None:  # fmt: skip
        """``pairs``: these only, as for two records that a person selected; without them the library is searched."""
        super().__init__(parent)
        self._desk, self._library, self._asking = desk, library, asking
        self._found: list[Pair] = list(pairs or ())
        self._only_these = pairs is not None
        self._turned, self._round = False, 0
        self._theme = theme
        self._tasks = Tasks(self)
        self._list = PairsList(theme)
        self._fields = SideBySide(theme)
        self._which = combo(name="duplicates_which", label="显示哪些")
        self._said = text("", "muted", wrap=True, name="duplicates_said")
        self._about = text("", "muted", wrap=True, name="duplicates_about")
        self._all = button("", name="duplicates_merge_sure")
        self._apart = button("说过不是同一个的…", "quiet", name="duplicates_told_apart")
        self._acts: list[QPushButton] = []
        self._set_up(parent, theme)
        self._join()
        if self._only_these:
            self._show()
        else:
            self._search()

    def _set_up(self, parent: QWidget, theme: Theme) -> None:
        self.setWindowTitle("合并两条记录" if self._only_these else f"查重：{self._library.title}")
        self.setObjectName("duplicates")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words in (_ALL, _SURE, _ASKED):
            self._which.addItem(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(text(self.windowTitle(), "heading"))
        column.addWidget(self._said)
        column.addWidget(self._body(), 1)
        column.addLayout(self._foot())
        room, scale = parent.window().size(), theme.text_percent / 100
        self.resize(min(round(1080 * scale), room.width() - 60), min(round(620 * scale), room.height() - 60))

    def _body(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0 if self._only_these else 8, 0, 0, 0)
        column.addWidget(self._about)
        column.addWidget(self._fields, 1)
        column.addWidget(text(_HINT, "small", wrap=True))
        if self._only_these:
            return right
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._which)
        beside.addWidget(self._list, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        return split

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if not self._only_these:
            row.addWidget(self._all)
            row.addWidget(self._apart)
        row.addStretch()
        acts: list[tuple[str, str, Callable[[], None], str, str]] = [
            ("对调", "", self._turn, "让另一条留下，这一条并入", "F6"),
            ("不是同一个", "", self._not_same, "记住，以后查重不再提示", "F9"),
            ("合并", "primary", self._merge, "合并这一对", "Ctrl+Return Ctrl+Enter"),
        ]
        if not self._only_these:
            acts.insert(0, ("上一对", "", partial(self._step, -1), "回到上一对", "F7"))
            acts.insert(3, ("跳过", "", partial(self._step, 1), "看下一对，什么都不改", "F8"))
        for words, look, slot, told, keys in acts:
            made = button(words, look, name=f"duplicates.{words}")
            made.setAutoDefault(False)
            made.setToolTip(f"{told}（{keys.split()[-1]}）")
            made.clicked.connect(slot)
            bind(self, f"查重：{words}", keys, slot, group=IN_DUPLICATES)
            self._acts.append(made)
            row.addWidget(made)
        return row

    def _join(self) -> None:
        self._which.currentTextChanged.connect(lambda _: self._show())
        self._list.selectionModel().currentChanged.connect(self._look)
        self._all.clicked.connect(self._merge_sure)
        self._all.setAutoDefault(False)
        self._apart.setAutoDefault(False)
        self._apart.clicked.connect(self._show_told_apart)

    def _search(self) -> None:
        self._said.setText("正在查找相似的记录…")
        self._enable(on=False)

        def found(pairs: list[Pair]) -> None:
            self._found = pairs
            self._show()
            self._list.setFocus()

        self._tasks.run(
            "正在查重", partial(self._desk.duplicates.find, self._library), found, self._failed, cancelled=self.reject
        )

    def _show(self, row: int = 0) -> None:
        which = self._which.currentText()
        shown = [one for one in self._found if which == _ALL or one.sure == (which == _SURE)]
        sure = sum(one.sure for one in self._found)
        self._list.pairs.show(shown)
        self._all.setText(f"合并全部可直接合并的 {sure:,} 对…")
        self._all.setVisible(bool(sure) and not self._only_these)
        if not self._only_these:
            told = f"找到 {len(self._found):,} 对相似的记录，其中 {sure:,} 对可直接合并。"
            self._said.setText(told if self._found else "没有找到相似的记录。")
        self._said.setHidden(self._only_these)
        self._list.go_to(row)
        self._look(self._list.currentIndex())

    def _look(self, _: QModelIndex) -> None:
        """Lay the chosen pair side by side."""
        self._turned = False
        self._compare()

    def _compare(self) -> None:
        pair = self._list.present()
        self._round += 1
        self._enable(on=False)
        self._about.setText("")
        self._fields.show_lines(None)
        if pair is None:
            return
        asked, two = self._round, self._pair(pair)

        def compared(found: Comparison) -> None:
            if asked == self._round:
                self._fields.show_lines(found)
                self._about.setText(_words(pair, found))
                self._enable(on=True)
                if self._only_these:
                    self._fields.setFocus()

        def failed(error: UserError) -> None:
            self._asking.report(self, error)
            self._drop(pair)

        compare = self._desk.duplicates.compare
        self._tasks.run("正在比较", lambda _: compare(pair.library, *two), compared, failed, overlay=False)

    def _enable(self, *, on: bool) -> None:
        for one in (*self._acts, self._fields):
            one.setEnabled(on)

    def _pair(self, pair: Pair) -> tuple[uuid.UUID, uuid.UUID]:
        return (pair.second, pair.first) if self._turned else (pair.first, pair.second)

    def _turn(self) -> None:
        self._turned = not self._turned
        self._compare()

    def _step(self, by: int) -> None:
        self._list.go_to(self._list.currentIndex().row() + by)

    def _show_told_apart(self) -> None:
        dialog = ToldApartDialog(self, self._desk, self._library, self._theme, self._asking)
        dialog.taken_back.connect(self._search)
        dialog.open()

    def _not_same(self) -> None:
        pair = self._list.present()
        if pair is None or not self._fields.isEnabled():
            return

        def kept(_: None) -> None:
            self._drop(pair)
            self.done_something.emit("已记下：不是同一个，以后不再提示。Ctrl+Z 撤销")

        tell_apart = self._desk.duplicates.not_same
        self._tasks.run(
            "正在记下",
            lambda _: tell_apart(pair.library, pair.first, pair.second),
            kept,
            partial(self._asking.report, self),
        )

    def _merge(self) -> None:
        pair = self._list.present()
        if pair is None or not self._fields.isEnabled():
            return
        keep, other = self._pair(pair)
        picked = choices(self._fields.choices())

        def merged(_: None) -> None:
            self._drop(pair, gone=other)
            self.done_something.emit("两条已合并为一条，另一条在回收站。Ctrl+Z 撤销")

        merge = self._desk.merging.merge
        self._tasks.run(
            "正在合并", lambda _: merge(pair.library, keep, other, picked), merged, partial(self._asking.report, self)
        )

    def _merge_sure(self) -> None:
        sure = [one for one in self._found if one.sure]
        words = (
            f"把 {len(sure):,} 对可直接合并的记录各合为一条吗？空白由另一条补上，有不同的以内容较全的一条为准，"
            "并入的记录进回收站。合并前会先备份，可以一步撤销。"
        )
        if self._asking.ask(self, "合并重复记录", words, yes="合并", no="取消"):

            def merged(count: int) -> None:
                self.done_something.emit(f"已合并 {count:,} 条重复记录。Ctrl+Z 撤销")
                self._search()

            self._tasks.run(
                "正在合并", lambda watched: self._desk.duplicates.merge_sure(sure, watched), merged, self._failed
            )

    def _drop(self, pair: Pair, gone: uuid.UUID | None = None) -> None:
        """Show the pairs without this one, and without others of a record that went."""
        row = self._list.currentIndex().row()
        self._found = [one for one in self._found if one is not pair and gone not in (one.first, one.second)]
        if self._only_these:
            self.accept()
        else:
            self._show(row)

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)
        self._show()

    def done(self, result: int) -> None:
        """Wait for what runs before the dialog goes."""
        self._tasks.stop_all()
        super().done(result)


def _words(pair: Pair, found: Comparison) -> str:
    parts = ["；".join(pair.reasons)] if pair.reasons else []
    parts.append(f"{len(found.lines)} 个字段不同，{found.same} 个相同" if found.lines else "填写的内容完全相同")
    moved = [f"{found.references} 处引用"] * bool(found.references) + [f"{found.attachments} 个附件"] * bool(
        found.attachments
    )
    parts += [f"并入的一条有{'、'.join(moved)}，会一起转过来"] * bool(moved)
    return "。".join(parts) + "。"
