"""Step five: what the import did, the refused rows as a file, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.services.importing import ImportResult, Undone
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, card, text, wear
from fj_desktop.ui.widgets.notice import Notice, Sign

_COUNTS = ("新增", "补充", "跳过", "退回")
_NAMED = 30


class ResultPage(QWidget):
    """``errors_asked``: refused rows as a file. ``undo_asked``: take the import back."""

    errors_asked = Signal()
    undo_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = text("", "title", name="result.title")
        self._detail = text("", "muted", wrap=True, name="result.detail")
        self._numbers = {words: text("0", "title", name=f"result.{place}") for place, words in enumerate(_COUNTS)}
        self._said = Notice(theme.icons, "remark")
        self._said.setObjectName("result.said")
        self._errors = button("退回行导出为 Excel", icon=theme.icons.icon("export"), name="result.errors")
        self._errors.clicked.connect(self.errors_asked)
        self._undo = button("撤销本次导入", icon=theme.icons.icon("undo"), name="result.undo")
        self._undo.clicked.connect(self.undo_asked)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Sign(theme.icons, "check-circle", "success", 36), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        head.addLayout(words, 1)
        self._counts = QWidget()
        numbers = QHBoxLayout(self._counts)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(12)
        for name, number in self._numbers.items():
            numbers.addWidget(_counted(name, number), 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._errors)
        acts.addWidget(self._undo)
        acts.addStretch()
        inner = QWidget()
        wear(inner, "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(18)
        column.addLayout(head)
        column.addWidget(self._counts)
        column.addLayout(acts)
        column.addWidget(self._said)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_result(self, result: ImportResult) -> None:
        """Show what was written."""
        plan = result.plan
        counts = (result.added, result.updated, result.skipped, len(plan.refused))
        for number, count in zip(self._numbers.values(), counts, strict=True):
            number.setText(f"{count:,}")
        written = result.batch is not None
        self._title.setText("导入完成" if written else "没有写入任何内容")
        blanked = sum(len(row.blanked) for row in plan.rows if not row.refusals)
        empty = f"其中 {blanked:,} 个有错的单元格留空。" if blanked else ""
        self._detail.setText(f"{plan.file} · {plan.sheet} → {plan.library.title}。{empty}")
        self._errors.setVisible(bool(plan.refused))
        self._undo.setVisible(written)
        self._undo.setEnabled(written)
        hint = "退回的行没有进入台账。导出后照最后一列的原因改好，再导入一次即可。" if plan.refused else ""
        self._said.say(hint)

    def say(self, words: str) -> None:
        """Say what one of the buttons did."""
        self._said.say(words)

    def show_undone(self, undone: Undone) -> None:
        """Say what was taken back and what stays."""
        self._title.setText("已撤销本次导入")
        self._undo.hide()
        self._counts.hide()
        words = (
            f"移除新记录 {undone.removed:,} 条（含随之建立的人员、企业等），还原改动 {undone.put_back:,} 处。"
            "移除的记录在各库的回收站中。"
        )
        if undone.kept:
            names = "、".join(undone.kept[:_NAMED])
            more = f"等 {len(undone.kept)} 条" if len(undone.kept) > _NAMED else ""
            words += f"\n导入后又改过或被其他记录用到的保持不动：{names}{more}。"
        self._said.say(words)

    def take_focus(self) -> None:
        """Nothing here wants the keyboard before the button that ends it."""


def _counted(name: str, number: QWidget) -> QFrame:
    frame, column = card(margin=16, spacing=2)
    column.addWidget(number)
    column.addWidget(text(name, "muted"))
    return frame
