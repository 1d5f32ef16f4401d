"""匹配: what fits a record, each with its reasons line by line; Enter opens it."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.matching import Fit
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, fit, text, wear

_FIT = int(Qt.ItemDataRole.UserRole)
_SIZE, _WIDTHS = (860, 560), (340, 70)
_NOTE = "分数只用来排序，每一分的来由都列在下面；产业链、行业、面积和投资强度取自两边的记录。"


class MatchDialog(QDialog):
    """``open_asked``: a record is to be opened (library, id)."""

    open_asked = Signal(str, object)

    def __init__(
        self, parent: QWidget | None, desk: Desk, library: Library, record: uuid.UUID, theme: Theme, asking: Asking
    ) -> None:
        super().__init__(parent)
        self._desk, self._library, self._record, self._asking = desk, library, record, asking
        self._tasks = Tasks(self)
        self.setWindowTitle("匹配")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._head, self._said = text("", "heading", wrap=True), text("", "muted", name="match.said")
        self._tree = QTreeWidget()
        self._lay_out(theme)
        fit(self, *_SIZE, theme.text_percent)
        self._head.setText(desk.view.read(library, record).name)
        self._tasks.run("正在匹配", self._read, self._show, self._failed, overlay=False)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(text(_NOTE, "muted", wrap=True))
        tree = self._tree
        wear(tree, "rows")
        tree.setObjectName("match.tree")
        tree.setAccessibleName("匹配结果")
        tree.setHeaderLabels(["匹配对象", "分数", "理由"])
        tree.setExpandsOnDoubleClick(False)
        for place, width in enumerate(_WIDTHS):
            tree.setColumnWidth(place, width * theme.text_percent // 100)
        tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        tree.itemActivated.connect(self._open)
        column.addWidget(tree, 1)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        close = button("关闭", "primary", name="match.close")
        close.clicked.connect(self.accept)
        row.addWidget(close)
        column.addLayout(row)

    def _read(self, _: Progress) -> list[Fit]:
        return self._desk.offers.of(self._library, self._record)

    def _show(self, fits: list[Fit]) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for one in fits:
            if one.offer.library not in groups:
                group = QTreeWidgetItem([CATALOG[one.offer.library].title])
                font = group.font(0)
                font.setBold(True)
                group.setFont(0, font)
                groups[one.offer.library] = group
                self._tree.addTopLevelItem(group)
            groups[one.offer.library].addChild(_item(one))
        self._tree.expandAll()
        words = "没有合适的：先给记录填上产业链、行业、用地需求，再试。"
        self._said.setText(f"共 {len(fits)} 个，Enter 打开" if fits else words)
        first = self._tree.topLevelItem(0)
        best = first.child(0) if first is not None else None
        if best is not None:
            self._tree.setCurrentItem(best)
        self._tree.setFocus()

    def _open(self, item: QTreeWidgetItem) -> None:
        fit = item.data(0, _FIT)
        if isinstance(fit, Fit) and isinstance(fit.offer.key, uuid.UUID):
            self.open_asked.emit(fit.offer.library, fit.offer.key)
            self.accept()

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)
        self.reject()

    # Qt's own names

    def done(self, result: int) -> None:
        self._tasks.stop_all()
        super().done(result)


def _item(one: Fit) -> QTreeWidgetItem:
    reasons = "\n".join(f"{reason.words}（{reason.points}）" for reason in one.reasons)
    item = QTreeWidgetItem([one.offer.title, str(one.points), reasons])
    item.setData(0, _FIT, one)
    item.setToolTip(2, reasons)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{one.offer.title}，{one.points} 分，{reasons}")
    return item
