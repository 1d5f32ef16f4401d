"""What a person may ask of those who hold their data: a copy of all of it, or that it is erased."""

import uuid
from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from fj_desktop.core.clock import today
from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button

_ERASE_WORDS = (
    "“{name}”的 {count} 条记录（人员、各库角色和附件）连同全部改动历史将被清空，只留编号。"
    "此操作不能撤销，也不能从回收站恢复。{mentions}早先的备份里仍有这些内容，直到备份按期轮换。"
)


class PersonalMenu:
    """A button with two acts; shown only on records of a person. ``button`` stands in the form's head."""

    def __init__(self, host: QWidget, desk: Desk, theme: Theme, asking: Asking) -> None:
        self._host, self._desk, self._asking = host, desk, asking
        self._tasks = Tasks(host)
        self._person: uuid.UUID | None = None
        self.button = icon_button("个人信息：导出或删除", theme.icons.icon("shield", "muted"), name="form_personal")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.button)
        menu.addAction(theme.icons.icon("export"), "导出此人的全部信息…").triggered.connect(self.hand_over)
        menu.addAction(theme.icons.icon("delete"), "按本人要求删除全部信息…").triggered.connect(self.erase)
        self.button.setMenu(menu)

    def show_for(self, library: Library, record: uuid.UUID | None) -> None:
        """Fit to the record in the form."""
        self._person = self._desk.personal.person_of(library, record) if record is not None else None
        self.button.setVisible(self._person is not None)

    def hand_over(self) -> None:
        """Write everything held about the person to a file."""
        if self._person is None:
            return
        held = self._desk.personal.held(self._person)
        name = f"{held.name}-个人信息-{today(self._desk.clock):%Y%m%d}.xlsx"
        out = self._asking.save_file(self._host, "导出个人信息", name, "Excel 表格 (*.xlsx)")
        if out is None:
            return
        person = self._person

        def write(progress: Progress) -> str:
            count = self._desk.personal.hand_over(person, out, self._desk.gate, progress)
            return f"{count} 条记录已导出到\n{out}\n内容没有遮盖，请只交给本人。"

        self._run("导出个人信息", write)

    def erase(self) -> None:
        """Erase everything held about the person, after two questions."""
        if self._person is None:
            return
        held = self._desk.personal.held(self._person)
        mentions = f"另有 {len(held.mentions)} 条其他记录提到此人的联系方式，需要另行修改。" if held.mentions else ""
        words = _ERASE_WORDS.format(name=held.name, count=len(held.records), mentions=mentions)
        listed = "\n".join(f"{title}：{name}" for title, name in held.mentions)
        if not self._asking.ask(self._host, "删除个人信息", words, yes="删除", detail=listed, danger=True):
            return
        reason = self._asking.ask_line(
            self._host,
            "写明依据",
            "依据会与编号一起保留，供日后核对。",
            label="例如：本人 11 月 20 日书面要求",
            yes="删除",
        )
        if reason:
            erase = self._desk.personal.erase
            person = held.records[0][1]
            self._run("删除个人信息", lambda watched: f"已清空 {erase(person, reason, watched)} 条记录。")

    def _run(self, title: str, work: Callable[[Progress], str]) -> None:
        self._tasks.run(title, work, self._done, self._failed)

    def _done(self, words: str) -> None:
        self._asking.tell(self._host, "已完成", words, tone="done")

    def _failed(self, error: UserError) -> None:
        self._asking.report(self._host, error)
