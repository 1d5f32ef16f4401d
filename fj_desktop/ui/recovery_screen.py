"""When a desk cannot be opened: what lies there, that nothing was touched, and what can be done next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fj_desktop.ui.asking import Asking
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.brand import BrandPanel, Facts
from fj_desktop.ui.widgets.looks import button, card, combo, text
from fj_desktop.ui.widgets.notice import Notice
from fj_desktop.ui.widgets.stage import Stage

_MOST_FILES = 6


@dataclass(frozen=True)
class FileSeen:
    """One file of the profile or of its backups; ``changed_at`` is shown as it stands, ``words`` say what it is."""

    path: Path
    size: int
    changed_at: dt.datetime
    words: str = ""


@dataclass(frozen=True)
class Trouble:
    """Why a desk cannot be opened.

    ``words`` is the text of the error, ``code`` its FJ number. ``backups`` stand newest first.
    ``may_set_aside``: the program can move the files away, so that a new desk can be made. ``may_move``: the files
    are whole, but lie where they must not; the program can copy them to another folder.
    """

    words: str
    code: str
    folder: Path
    files: Sequence[FileSeen] = ()
    backups: Sequence[FileSeen] = ()
    may_set_aside: bool = False
    may_move: bool = False


class RecoveryScreen(QWidget):
    """Asks what to do; does nothing itself and changes no file.

    ``restore_asked`` carries the path of the backup; it and ``set_aside_asked`` come after a question.
    """

    retry_asked = Signal()
    restore_asked = Signal(Path)
    other_folder_asked = Signal()
    folder_asked = Signal()
    demo_asked = Signal()
    set_aside_asked = Signal()
    move_asked = Signal()

    def __init__(self, theme: Theme, asking: Asking, trouble: Trouble, facts: Facts) -> None:
        super().__init__()
        self._theme = theme
        self._asking = asking
        self._trouble = trouble
        self._backups = combo(name="backups", label="备份")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(text("台账暂时打不开", "title"))
        column.addWidget(Notice(theme.icons, "refusal", f"{trouble.words}（{trouble.code}）"))
        column.addWidget(self._found())
        column.addWidget(text("接下来可以", "heading"))
        if trouble.backups:
            column.addLayout(self._restoring())
        column.addLayout(self._ways())
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Stage(BrandPanel(theme, facts), content, width=560))

    def _found(self) -> QWidget:
        frame, column = card(margin=16, spacing=4, look="well")
        column.addWidget(text("文件夹里现有的文件", "strong"))
        column.addWidget(text(str(self._trouble.folder), "small", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for row, seen in enumerate(self._trouble.files[:_MOST_FILES]):
            grid.addWidget(text(seen.path.name), row, 0)
            grid.addWidget(text(_size(seen.size), "muted"), row, 1)
            grid.addWidget(text(_moment(seen.changed_at), "muted"), row, 2)
        column.addLayout(grid)
        if not self._trouble.files:
            column.addWidget(text("没有台账文件。", "muted"))
        more = len(self._trouble.files) - _MOST_FILES
        if more > 0:
            column.addWidget(text(f"另有 {more} 个文件", "muted"))
        column.addSpacing(4)
        column.addWidget(text("以上文件程序都没有改动，也不会覆盖。", "success", wrap=True))
        return frame

    def _restoring(self) -> QHBoxLayout:
        for seen in self._trouble.backups:
            what = seen.words or seen.path.name
            self._backups.addItem(f"{_moment(seen.changed_at)}　{_size(seen.size)}　{what}", seen.path)
        self._backups.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._backups.setMinimumContentsLength(20)
        restore = button(
            "从这份备份恢复", "primary", icon=self._theme.icons.icon("restore", "on_primary"), name="restore"
        )
        restore.clicked.connect(self._restore)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._backups, 1)
        row.addWidget(restore)
        return row

    def _ways(self) -> QGridLayout:
        ways: list[QPushButton] = [
            self._way("再试一次", "refresh", self.retry_asked, "retry"),
            self._way("打开所在文件夹", "folder", self.folder_asked, "folder"),
            self._way("改用别的文件夹", "exchange", self.other_folder_asked, "other_folder"),
            self._way("打开演示台账", "play", self.demo_asked, "demo"),
        ]
        if self._trouble.may_move:
            ways.insert(0, self._way("移到本机的文件夹…", "folder", self.move_asked, "move"))
        if self._trouble.may_set_aside:
            aside = button("移开这些文件，新建台账", "choice", icon=self._theme.icons.icon("add"), name="set_aside")
            aside.clicked.connect(self._set_aside)
            ways.append(aside)
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, way in enumerate(ways):
            grid.addWidget(way, index // 2, index % 2)
        return grid

    def _way(self, words: str, icon: str, asked: SignalInstance, name: str) -> QPushButton:
        made = button(words, "choice", icon=self._theme.icons.icon(icon), name=name)
        made.clicked.connect(asked)
        return made

    def _restore(self) -> None:
        path = self._backups.currentData()
        words = (
            f"将用备份“{path.name}”恢复台账。打不开的文件会先原样移到 backups 文件夹里另存，不会删除。"
            "备份之后录入的内容不在备份里。"
        )
        if self._asking.ask(self, "从备份恢复？", words, yes="恢复"):
            self.restore_asked.emit(path)

    def _set_aside(self) -> None:
        words = "打不开的文件会原样移到 backups 文件夹里另存，不会删除；然后从头新建一份空台账。"
        if self._asking.ask(self, "移开文件并新建？", words, yes="移开并新建"):
            self.set_aside_asked.emit()


def _size(size: int) -> str:
    if size < 1024:
        return f"{size} 字节"
    return f"{size / 1024:.0f} KB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def _moment(moment: dt.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
