"""One act for each library of the team, on one key: 晚间填报, 移交名下事项, 抽取专家, 今日签到, 填入当年成果."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import IN_TABLE, bind
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.theme import Theme

_SHOWN = 900


class TeamCommands(QObject):
    """Other libraries get none."""

    def __init__(
        self, host: QWidget, desk: Desk, library: Library, pane: TablePane, theme: Theme, asking: Asking,
        said: Callable[[str], object],
    ) -> None:  # fmt: skip
        """``said`` tells a line in the tab."""
        super().__init__(host)
        self._host, self._desk, self._library, self._pane = host, desk, library, pane
        self._theme, self._asking, self._said = theme, asking, said
        acts = {
            "trips": ("晚间填报…", self._evening, "calendar"),
            "stops": ("晚间填报…", self._evening, "calendar"),
            "handovers": ("移交名下事项…", self._hand_over, "person"),
            "assessments": ("抽取专家…", self._draw, "person"),
            "postings": ("今日签到", self._sign_in, "calendar"),
            "sign-ins": ("今日签到", self._sign_in, "calendar"),
            "benefit-reviews": ("填入当年成果", self._fill, "dispatch"),
        }
        if library.library in acts:
            words, slot, icon = acts[library.library]
            act = bind(host, words, "Ctrl+Alt+E", slot, group=IN_TABLE, icon=theme.icons.icon(icon))
            pane.tools.add_commands([act])

    def _sign_in(self) -> None:
        try:
            signed = self._desk.posts.sign_in()
        except UserError as error:
            self._asking.report(self._host, error, "没有签到")
            return
        self._said(f"今天已经签过到（{signed.office}）" if signed.again else f"已在{signed.office}签到，Ctrl+Z 可撤销")

    def _fill(self) -> None:
        chosen = self._chosen("填入当年成果")
        if chosen is None:
            return
        try:
            told = self._desk.benefits.fill(chosen)
        except UserError as error:
            self._asking.report(self._host, error, "没有填入")
            return
        self._said(f"{told}，Ctrl+Z 可撤销")

    def _draw(self) -> None:
        chosen = self._chosen("抽取专家")
        if chosen is None:
            return
        words = "从聘期内的专家里随机抽取，先抽同行业的；与投资方有利害关系的回避，已在名单里的不重复。"
        count = self._asking.ask_line(self._host, "抽取专家", words, label="人数", yes="抽取")
        if count is None:
            return
        try:
            if not count.strip().isdecimal():
                raise UserError("人数应为整数，例如 3。")
            drawn = self._desk.drawing.draw(chosen, int(count))
        except UserError as error:
            self._asking.report(self._host, error, "没有抽取")
            return
        avoiding = f"；{drawn.avoiding} 位因利害关系回避" if drawn.avoiding else ""
        told = f"{'、'.join(drawn.names)}（同行业 {drawn.of_field} 位{avoiding}）。已填入评估专家，Ctrl+Z 可撤销。"
        self._asking.tell(self._host, "抽取结果", told, tone="done")

    def _evening(self) -> None:
        from fj_desktop.ui.library.evening_dialog import EveningDialog

        chosen = self._chosen("晚间填报")
        if chosen is None:
            return
        try:
            trip = self._trip(chosen)
            dialog = EveningDialog(self._host, self._desk, trip, self._theme, self._asking)
        except UserError as error:
            self._asking.report(self._host, error, "晚间填报")
            return
        dialog.settled.connect(self._said)
        dialog.open()

    def _trip(self, chosen: uuid.UUID) -> uuid.UUID:
        return chosen if self._library.library == "trips" else self._desk.trips.trip_of(chosen)

    def _hand_over(self) -> None:
        chosen = self._chosen("移交名下事项")
        if chosen is None:
            return
        try:
            load = self._desk.handovers.load(chosen)
            words = load.words()[:_SHOWN] or "移交人名下没有可移交的。"
            title, text = f"移交 {load.count} 条记录？", "首报人、走访和审议的经手人不变；移交后打印交接清单签字。"
            if not self._asking.ask(self._host, title, f"{words}\n\n{text}", yes="移交", no="取消"):
                return
            done = self._desk.handovers.carry_out(chosen)
        except UserError as error:
            self._asking.report(self._host, error, "没有移交")
            return
        self._said(f"已移交 {done.count} 条，Ctrl+P 打印交接清单，Ctrl+Z 可撤销")

    def _chosen(self, title: str) -> uuid.UUID | None:
        chosen = self._pane.rows.table.selected()
        if len(chosen) == 1:
            return chosen[0]
        self._asking.report(self._host, UserError(f"请先在表格里选中一条记录；现在选中 {len(chosen)} 条。"), title)
        return None
