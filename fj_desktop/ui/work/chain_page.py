"""产业链图谱: pan, zoom, keyboard from link to link, edited in place, printed as PDF or picture."""

import uuid
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QHBoxLayout, QVBoxLayout

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.chain_layout import POSITIONS, nearest
from fj_desktop.services.chain_map import ChainMap
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.keyboard import bind
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, combo, rule, text
from fj_desktop.ui.work.chain_scene import ChainScene, NodeItem
from fj_desktop.ui.work.page import WorkPage

NODES = CATALOG["nodes"]
_FED_BY = frozenset({"chain", "chain_node", "company", "project", "member"})
_STEP, _LEAST, _MOST, _FITTED = 1.2, 0.2, 4.0, 1.25
_KINDS = "PDF 图谱 (*.pdf);;图片 (*.png)"
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class MapView(QGraphicsView):
    """Drag pans, Ctrl and the wheel zoom, arrows go from link to link, Enter and double click open one."""

    def __init__(self, scene: ChainScene, page: "ChainPage") -> None:
        super().__init__(scene)
        self._scene, self._page = scene, page
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setObjectName("chain.map")
        self.setAccessibleName("产业链图谱")

    @property
    def present(self) -> NodeItem | None:
        """The chosen link."""
        return next((one for one in self._scene.selectedItems() if isinstance(one, NodeItem)), None)

    def choose(self, node: uuid.UUID) -> None:
        """Choose a link and bring it into sight."""
        item = self._scene.items_by_id.get(node)
        if item is not None:
            self._scene.clearSelection()
            item.setSelected(True)
            self.ensureVisible(item, 40, 40)
            self.setAccessibleDescription("，".join(words for _, words in item.node.lines))

    def zoom(self, by: float) -> None:
        """Closer or farther; 0 fits the whole map into the window."""
        if not by:
            self.resetTransform()
            self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
            by = min(1.0, _FITTED / self.transform().m11())
        now = self.transform().m11()
        by = max(_LEAST, min(_MOST, now * by)) / now
        self.scale(by, by)

    # Qt's own names

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if isinstance(self.itemAt(event.position().toPoint()), NodeItem):
            self._page.rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, present = Qt.Key(event.key()), self.present
        if key in _ARROWS and self._scene.items_by_id:
            if present is None:
                self.choose(next(iter(self._scene.items_by_id)))
            else:
                self._page.step(present.node.id, *_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and present is not None:
            self._page.open_asked.emit("nodes", present.node.id)
        else:
            super().keyPressEvent(event)


class ChainPage(WorkPage):
    """One chain at a time, chosen above the map."""

    def __init__(self, desk: Desk, theme: Theme, asking: Asking) -> None:
        super().__init__()
        self._desk, self._theme, self._asking = desk, theme, asking
        self._tasks = Tasks(self)
        self._map: ChainMap | None = None
        self._is_stale = True
        self._chains = combo(name="chain.choice", label="产业链")
        self._about = text("", "muted", name="chain.about")
        self._scene = ChainScene(theme)
        self._view = MapView(self._scene, self)
        self._add, self._out = button("新增环节", name="chain.add"), button("导出图谱", "primary", name="chain.out")
        self._lay_out()
        self._join()
        self._restyled()
        theme.changed.connect(self._restyled)

    def take_focus(self) -> None:
        self._view.setFocus()

    def heard(self, table: str) -> None:
        if table in _FED_BY:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def step(self, node: uuid.UUID, dx: int, dy: int) -> None:
        """Go from a link to the next one at a side."""
        if self._map is not None:
            found = nearest(self._map.layout.boxes, node, dx, dy)
            if isinstance(found, uuid.UUID):
                self._view.choose(found)

    def rename(self) -> None:
        """Give the chosen link another name."""
        item = self._view.present
        if item is None:
            return
        name = self._asking.ask_line(self, "环节名称", item.node.name, label="名称", yes="保存", given=item.node.name)
        if name is not None:
            self._change(item.node.id, {"name": name})

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text("产业链图谱", "heading"))
        row.addWidget(self._chains)
        row.addWidget(self._about, 1)
        row.addWidget(self._add)
        row.addWidget(self._out)
        column.addLayout(row)
        column.addWidget(rule())
        column.addWidget(self._view, 1)
        words = "方向键走动，F2 或双击改名，Ctrl+G 改本地状态，Enter 打开环节；拖动平移，Ctrl+滚轮缩放，Ctrl+0 看全图。"
        column.addWidget(text(words, "muted", wrap=True))

    def _join(self) -> None:
        self._chains.currentIndexChanged.connect(self._read)
        self._add.clicked.connect(self._start_new)
        self._out.clicked.connect(self._write)
        icons = self._theme.icons
        for words, keys, icon, slot in (
            ("图谱：改环节名称", "F2", "edit", self.rename),
            ("图谱：改本地状态", "Ctrl+G", "warning", self._next_state),
            ("图谱：放大", "Ctrl++ Ctrl+=", "zoom-in", partial(self._view.zoom, _STEP)),
            ("图谱：缩小", "Ctrl+-", "zoom-out", partial(self._view.zoom, 1 / _STEP)),
            ("图谱：看全图", "Ctrl+0", "search", partial(self._view.zoom, 0)),
        ):
            bind(self, words, keys, slot, icon=icons.icon(icon))

    def _read(self) -> None:
        chains = self._desk.chain_map.chains()
        present = self._chains.currentData()
        with QSignalBlocker(self._chains):
            self._chains.clear()
            for one, name in chains:
                self._chains.addItem(name, str(one))
            self._chains.setCurrentIndex(max(0, self._chains.findData(present)))
        if self._chains.currentData():
            work = partial(self._desk.chain_map.of, uuid.UUID(self._chains.currentData()))
            self._tasks.run("读取图谱", lambda _: work(), self._take, self._failed, overlay=False)

    def _take(self, made: ChainMap) -> None:
        if str(made.chain) != self._chains.currentData():
            return
        is_other = self._map is None or self._map.chain != made.chain
        chosen = self._view.present
        self._map, self._is_stale = made, False
        self._scene.show_map(made)
        self._about.setText(made.about if made.nodes else "还没有环节，点“新增环节”开始。")
        self._out.setEnabled(bool(made.nodes))
        if chosen is not None:
            self._view.choose(chosen.node.id)
        if is_other:
            self._view.zoom(0)

    def _start_new(self) -> None:
        """A new link below the chosen one, or at the beginning of the chain."""
        chain, above = self._chains.currentText(), self._view.present
        given = POSITIONS.index(above.node.position) if above is not None else 0
        name = self._asking.ask_line(self, "新增环节", f"加到{chain}", label="环节名称", yes="继续")
        if name is None:
            return
        place = self._asking.choose(self, "环节位置", name, [*POSITIONS[given:], *POSITIONS[:given]])
        if place is None:
            return
        position = [*POSITIONS[given:], *POSITIONS[:given]][place]
        typed = {"chain_id": chain, "name": name, "position": position, "gap": "缺失"}
        if above is not None:
            typed["parent_id"] = str(above.node.id)
        try:
            made = self._desk.records.add(NODES, typed)
        except UserError as error:
            self._failed(error)
        else:
            self.said.emit(f"已新增“{name}”，记为缺失；Ctrl+Z 可撤销")
            self._view.choose(made)

    def _next_state(self) -> None:
        item = self._view.present
        if item is not None:
            states = NODES.fields["gap"].kind.options  # type: ignore[attr-defined]
            self._change(item.node.id, {"gap": states[(states.index(item.node.gap) + 1) % len(states)]})

    def _change(self, node: uuid.UUID, typed: dict[str, str]) -> None:
        try:
            self._desk.records.change(NODES, node, typed)
        except UserError as error:
            self._failed(error)

    def _write(self) -> None:
        made = self._map
        paper = self._asking.choose(self, "纸张", "图谱排成一页，横向。", ["A3", "A4"]) if made is not None else None
        if made is None or paper is None:
            return
        out = self._asking.save_file(self, "导出图谱", f"{made.name}产业链图谱.pdf", _KINDS)
        if out is None:
            return

        def work(progress: Progress) -> Path:
            progress.check()
            self._desk.chain_map.write(out, made.chain, ("A3", "A4")[paper])
            return out

        self._tasks.run("导出图谱", work, self._written, self._failed)

    def _written(self, out: Path) -> None:
        self._asking.tell(self, "已导出", f"图谱已保存到\n{out}", tone="done")

    def _failed(self, error: UserError) -> None:
        self._asking.report(self, error)

    def _restyled(self) -> None:
        self._out.setIcon(self._theme.icons.icon("export", "on_primary"))
        self._add.setIcon(self._theme.icons.icon("add"))
        if self._map is not None:
            self._scene.show_map(self._map)

    # Qt's own names

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()
