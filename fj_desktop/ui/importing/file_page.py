"""Step one: drop a file or pick one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.library.ledger_drop import file_in
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, text, wear
from fj_desktop.ui.widgets.notice import Notice, Sign

PATTERNS = "表格和名片 (*.xlsx *.xlsm *.xls *.ods *.csv *.txt *.vcf *.XLSX *.XLS *.ODS *.CSV *.VCF);;所有文件 (*)"


class FilePage(QWidget):
    """``picked``: a file was dropped or chosen. ``template_asked``: a blank sheet is wanted."""

    picked = Signal(Path)
    template_asked = Signal()

    def __init__(self, library: Library, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._asking = asking
        self._trouble = Notice(theme.icons, "refusal")
        self._trouble.setObjectName("file.trouble")
        self._drop = DropFrame(theme, self._choose)
        self._drop.dropped.connect(self.picked)
        template = button(f"没有现成的表？下载“{library.title}”空白模板", "link", name="file.template")
        template.clicked.connect(self.template_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._trouble)
        column.addWidget(self._drop, 1)
        column.addWidget(text("只读取、不改动原文件；到最后一步之前，什么都不会写入台账。", "muted", wrap=True))
        column.addWidget(template, 0, Qt.AlignmentFlag.AlignLeft)
        self.refuse("")

    def refuse(self, words: str) -> None:
        """Say why the file can't be used; empty hides it."""
        self._trouble.say(words)

    def take_focus(self) -> None:
        """Put the keyboard on the button."""
        self._drop.choose.setFocus()

    def _choose(self) -> None:
        path = self._asking.open_file(self, "选择要导入的文件", PATTERNS)
        if path is not None:
            self.picked.emit(path)


class DropFrame(QFrame):
    """A field that takes one file dropped on it, or opens the file prompt. ``dropped``: its path."""

    dropped = Signal(Path)

    def __init__(self, theme: Theme, choose: object) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.choose = button("选择文件…", "primary", icon=theme.icons.icon("folder", "on_primary"), name="file.choose")
        self.choose.clicked.connect(choose)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch()
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Sign(theme.icons, "import", "primary", 44), 0, middle)
        for words, look in (
            ("把台账文件拖到这里", "heading"),
            ("Excel（.xlsx .xls）、WPS 另存的 .ods、CSV、手机通讯录名片（.vcf）；不超过 50 MB", "muted"),
        ):
            label = text(words, look, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addWidget(self.choose, 0, middle)
        column.addStretch()
        self._light(False)

    def _light(self, lit: bool) -> None:
        wear(self, "remarkStrip" if lit else "card")

    # Qt's own names

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(False)
        path = file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)
