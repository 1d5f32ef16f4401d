"""发布清单 and 转为项目, for the two lists."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, bind
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme

_LISTS = ("opportunities", "scenarios")
_SHOWN = 12


class PublishCommands(QObject):
    """A library that is none of the two lists gets none."""

    def __init__(
        self, host: QWidget, desk: Desk, library: Library, pane: TablePane, theme: Theme, asking: Asking,
        opened: Callable[[str, object], object],
    ) -> None:  # fmt: skip
        """``opened`` shows a record, maybe of another tab."""
        super().__init__(host)
        self._host, self._desk, self._library, self._pane = host, desk, library, pane
        self._asking, self._opened = asking, opened
        if library.library not in _LISTS:
            return
        icons = theme.icons
        acts = [bind(host, "发布清单…", "", self._publish, group=IN_TABLE, icon=icons.icon("opportunity"))]
        if library is CATALOG["opportunities"]:
            icon = icons.icon("project")
            acts.append(bind(host, "转为项目", "", self._become_project, group=IN_TABLE, icon=icon))
        pane.tools.add_commands(acts)

    def _publish(self) -> None:
        waiting = self._desk.publishing.candidates(self._library)
        ready = [one for one in waiting if not one.lacks]
        lacking = [f"{one.name}：缺{'、'.join(one.lacks)}" for one in waiting if one.lacks]
        words = f"可以发布 {len(ready)} 条，编为新的一期；发布后内容定稿，以后的修改不影响这一期。"
        if lacking:
            words += f"\n还有 {len(lacking)} 条资料不齐，这次不发布：\n" + "\n".join(lacking[:_SHOWN])
        if not ready:
            none = "没有状态为“审核”的条目。" if not waiting else "还没有一条资料齐全：\n" + "\n".join(lacking[:_SHOWN])
            self._asking.report(self._host, UserError(none), "不能发布")
            return
        signer = self._asking.ask_line(self._host, "发布清单", words, label="签发人", yes="发布")
        if signer is None:
            return
        try:
            issue = self._desk.publishing.publish(self._library, signer)
        except UserError as error:
            self._asking.report(self._host, error)
            return
        told = f"{self._library.title} {issue.number} 期，共 {issue.count} 条。内容在“清单期次”里，Ctrl+Z 可撤销。"
        self._asking.tell(self._host, "已发布", told, tone="done")

    def _become_project(self) -> None:
        chosen = self._pane.rows.table.selected()
        if len(chosen) != 1:
            self._asking.report(self._host, UserError("请先选中一条机会，再转为项目。"), "转为项目")
            return
        try:
            project: uuid.UUID = self._desk.publishing.to_project(chosen[0])
        except UserError as error:
            self._asking.report(self._host, error, "转为项目")
        else:
            self._opened("projects", project)
