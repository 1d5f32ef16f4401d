"""What the table of projects can do beyond other tables: 转阶段, 立项, 退库, and taking up again."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, bind
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme

_ONE = "请先在表格里选中一个项目。"


class ProjectCommands(QObject):
    """``say`` tells what was done in the window behind.

    ``open_asked``: library and id of a record; ``new_asked``: library, and what a new record of it begins with.
    """

    open_asked = Signal(str, object)
    new_asked = Signal(str, object)

    def __init__(
        self,
        host: QWidget,
        desk: Desk,
        pane: TablePane,
        theme: Theme,
        asking: Asking,
        say: Callable[[str], object],
    ) -> None:
        super().__init__(host)
        self._host, self._desk, self._pane = host, desk, pane
        self._theme, self._asking, self._say = theme, asking, say
        self.also_chosen: Callable[[], uuid.UUID | None] = _nobody
        icons = theme.icons
        acts = (
            ("项目全景…", "F4", "eye", self.tell_story),
            ("转阶段…", "Ctrl+Shift+G", "chevron-right", self.move),
            ("立项…", "", "check", self.approve),
            ("退库…", "", "stop", self.drop),
            ("恢复退库的项目", "", "restore", self.take_up),
        )
        pane.tools.add_commands(
            [bind(host, words, keys, slot, group=IN_TABLE, icon=icons.icon(icon)) for words, keys, icon, slot in acts]
        )

    def tell_story(self) -> None:
        """Show the whole story of the selected project."""
        from fj_desktop.ui.projects.story_dialog import StoryDialog

        project = self._selected()
        if project is not None:
            dialog = StoryDialog(self._host, self._desk, project, self._theme, self._asking)
            dialog.open_asked.connect(self.open_asked)
            dialog.new_asked.connect(self.new_asked)
            dialog.open()

    def move(self) -> None:
        """Show the gate to the next stage of the selected project."""
        project = self._selected()
        if project is not None:
            self.move_one(project)

    def move_one(self, project: uuid.UUID, to: str = "") -> None:
        """Show the gate of a project, to a stage that is named."""
        from fj_desktop.ui.projects.gate_dialog import GateDialog

        dialog = GateDialog(self._host, self._desk, project, self._theme, self._asking, to)
        dialog.moved.connect(self._say)
        dialog.open()

    def approve(self) -> None:
        """立项 of the selected project, today."""
        project = self._selected()
        words = "用地、能耗和环境的前置审查完成后才能立项，日期记为今天。"
        if project is not None and self._asking.ask(self._host, "立项", words, yes="立项"):
            self._do(lambda: self._desk.tracking.approve(project), "已立项")

    def drop(self) -> None:
        """退库: ask for the reason and put the selected project aside."""
        project = self._selected()
        if project is not None:
            self.drop_one(project)

    def drop_one(self, project: uuid.UUID) -> None:
        """Ask why a project is put aside, and do it."""
        words = "没有谈成的线索和洽谈项目可以退库，以后还能恢复。"
        reason = self._asking.ask_line(self._host, "退库", words, label="原因", yes="退库")
        if reason is not None:
            self._do(lambda: self._desk.tracking.drop(project, reason), "已退库")

    def take_up(self) -> None:
        """Go on with a project that was dropped."""
        project = self._selected()
        if project is not None:
            self._do(lambda: self._desk.tracking.take_up(project), "已恢复推进")

    def _selected(self) -> uuid.UUID | None:
        on_board = self.also_chosen()
        chosen = [on_board] if on_board is not None else self._pane.rows.table.selected()
        if len(chosen) != 1:
            self._asking.report(self._host, UserError(_ONE), "招商项目")
            return None
        return chosen[0]

    def _do(self, work: Callable[[], object], said: str) -> None:
        try:
            work()
        except UserError as error:
            self._asking.report(self._host, error)
        else:
            self._say(f"{said}。Ctrl+Z 可撤销")


def _nobody() -> None:
    """No project is chosen anywhere but in the table."""
