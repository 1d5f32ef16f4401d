"""Table, board and timeline of the same projects: one switch, one set of filters for all."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from fj_desktop.rules.gates import DROPPED
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.library.pane import TablePane
from fj_desktop.ui.projects.board import Board
from fj_desktop.ui.projects.commands import ProjectCommands
from fj_desktop.ui.projects.timeline import Timeline
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button

TABLE, BOARD, TIMELINE = "表格", "看板", "时间线"
_KEYS = {TABLE: "Ctrl+Alt+1", BOARD: "Ctrl+Alt+2", TIMELINE: "Ctrl+Alt+3"}
_ICONS = {TABLE: "sheet", BOARD: "project", TIMELINE: "clock"}


class ProjectFaces:
    """``shown`` opens a project beside."""

    def __init__(
        self,
        host: QWidget,
        desk: Desk,
        pane: TablePane,
        theme: Theme,
        asking: Asking,
        acts: ProjectCommands,
        shown: Callable[[uuid.UUID], object],
    ) -> None:
        self._desk, self._pane, self._theme, self._asking = desk, pane, theme, asking
        self._acts, self._shown = acts, shown
        self._faces: dict[str, Board | Timeline] = {}
        self._buttons = {name: button(name, "quiet", name=f"face.{name}") for name in _KEYS}
        bar = QWidget(pane)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name, one in self._buttons.items():
            one.setCheckable(True)
            one.setToolTip(f"{name}（{_KEYS[name]}）")
            one.clicked.connect(partial(self.show, name))
            row.addWidget(one)
            bind(host, f"招商项目：{name}", _KEYS[name], partial(self.show, name), icon=theme.icons.icon(_ICONS[name]))
        row.addStretch(1)
        self._row = row
        acts.also_chosen = self._chosen
        self._buttons[TABLE].setChecked(True)
        column = pane.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(3, bar)
        pane.refreshed.connect(self._refresh)

    def show(self, name: str) -> None:
        """Show the projects as a table, on the board or along the time."""
        for one, made in self._buttons.items():
            made.setChecked(one == name)
        for one, face in self._faces.items():
            if isinstance(face, Board):
                face.apart.setVisible(one == name)
        if name == TABLE:
            self._pane.show_face(None)
            self._pane.take_focus()
            return
        self._pane.show_face(self._face(name))
        self._refresh()
        self._face(name).take_focus()

    def _face(self, name: str) -> Board | Timeline:
        if name not in self._faces:
            made: Board | Timeline
            if name == BOARD:
                made = Board(self._desk, self._theme, self._asking)
                made.move_asked.connect(self._move)
                self._row.addWidget(made.apart)
            else:
                made = Timeline(self._desk, self._theme, self._asking)
            made.setObjectName("board" if name == BOARD else "timeline")
            made.opened.connect(self._shown)
            self._faces[name] = made
        return self._faces[name]

    def _chosen(self) -> uuid.UUID | None:
        return next((face.present for face in self._faces.values() if face.isVisible()), None)

    def _refresh(self) -> None:
        for name, face in self._faces.items():
            if self._buttons[name].isChecked():
                face.show_wanted(self._pane.wanted())

    def _move(self, project: uuid.UUID, stage: str) -> None:
        if stage == DROPPED:
            self._acts.drop_one(project)
        else:
            self._acts.move_one(project, stage)
