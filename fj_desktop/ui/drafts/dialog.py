"""The drafts of a desk: which record, when, and whether it was changed since; taken back or given up."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.drafts import Draft
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.widgets.looks import button, text

_HEADS = ("台账", "记录", "停笔时间", "字段", "说明")
_WIDTHS = (130, 230, 130, 52)
_WORDS = "这些内容上次输入后没有保存。接着编辑后请保存；不要的可以放弃。"
_CHANGED = "记录此后改过，请核对"


class DraftsDialog(QDialog):
    """``taken``: a draft the person wants to go on with; it stays kept until it is saved."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, asking: Asking, drafts: list[Draft]) -> None:
        super().__init__(parent)
        self._desk, self._asking, self._drafts = desk, asking, drafts
        self._tasks = Tasks(self)
        self.setWindowTitle("未保存的草稿")
        self.setObjectName("drafts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QTreeWidget()
        self._list.setObjectName("drafts_list")
        self._list.setAccessibleName("未保存的草稿")
        self._list.setHeaderLabels(_HEADS)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for place, width in enumerate(_WIDTHS):
            self._list.header().resizeSection(place, width)
        self._list.itemActivated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(text("未保存的草稿", "heading"))
        column.addWidget(text(_WORDS, "muted", wrap=True))
        column.addWidget(self._list, 1)
        column.addLayout(self._foot())
        self.resize(760, 380)
        self._fill()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, look, slot, name in (
            ("全部放弃…", "quiet", self._drop_all, "drafts.drop_all"),
            ("放弃这一条", "", self._drop, "drafts.drop"),
            ("以后再说", "", self.reject, "drafts.later"),
            ("接着编辑", "primary", self._take, "drafts.take"),
        ):
            made = button(words, look, name=name)
            made.setAutoDefault(False)
            made.clicked.connect(slot)
            row.addWidget(made)
            if name == "drafts.drop_all":
                row.addStretch()
        return row

    def _fill(self) -> None:
        self._list.clear()
        for one in self._drafts:
            name = one.name or "（未命名）"
            at = one.at.astimezone(COUNTY_ZONE).strftime("%m-%d %H:%M")
            remark = _CHANGED if one.has_changed else ""
            words = [one.library.title, name if one.record else f"新记录：{name}", at, str(len(one.texts)), remark]
            self._list.addTopLevelItem(QTreeWidgetItem(words))
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
        else:
            self.accept()

    def _present(self) -> Draft | None:
        chosen = self._list.currentItem()
        return None if chosen is None else self._drafts[self._list.indexOfTopLevelItem(chosen)]

    def _take(self, *_: object) -> None:
        one = self._present()
        if one is not None:
            self.accept()
            self.taken.emit(one)

    def _drop(self) -> None:
        one = self._present()
        if one is not None:
            self._forget([one])

    def _drop_all(self) -> None:
        words = f"放弃全部 {len(self._drafts)} 份草稿吗？没有保存的内容会丢掉，不能撤销。"
        if self._asking.ask(self, "放弃草稿", words, yes="放弃", no="取消", danger=True):
            self._forget(list(self._drafts))

    def _forget(self, gone: list[Draft]) -> None:
        def work() -> None:
            for one in gone:
                self._desk.drafts.drop(one.library, one.record)

        def done(_: None) -> None:
            self._drafts = [one for one in self._drafts if one not in gone]
            self._fill()

        self._tasks.run("放弃草稿", lambda _: work(), done, partial(self._failed))

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    def done(self, result: int) -> None:
        """Wait for what runs before the dialog goes."""
        self._tasks.stop_all()
        super().done(result)
