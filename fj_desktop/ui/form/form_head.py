"""The head of the form: whose record it is, how complete, and what the next stage still lacks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Moment
from fj_desktop.services.record_view import RecordView
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, icon_button, text, wear

_STAGES = {"complete": "资料完善"}
_VISIBLE = {"office": "本办", "group": "指定小组", "county": "全县", "public": "公开"}
_SHOWN = 6


class FormHead(QWidget):
    """``close_asked``: the cross; ``missing_asked``: go to the field of this label."""

    close_asked = Signal()
    missing_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        wear(self, "surface")
        self._name = text("", "heading", name="form_name")
        self._name.setMinimumWidth(60)
        self._dirty = text("未保存", "tag", name="form_dirty")
        self._facts = text("", "small", name="form_facts")
        self._meter = QProgressBar(textVisible=False, maximum=100)
        self._meter.setFixedHeight(4)
        self._meter.setAccessibleName("完整度")
        self._missing = text("", "small", wrap=True, name="form_missing")
        self._links = QHBoxLayout()
        self._links.setSpacing(4)
        close = icon_button("关闭（Esc）", theme.icons.icon("close", "muted"), name="form_close")
        close.clicked.connect(self.close_asked)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._dirty)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 12, 10)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addWidget(self._meter)
        column.addWidget(self._missing)
        column.addLayout(self._links)
        self._dirty.hide()

    def show_new(self, library: Library) -> None:
        """A record that is not stored yet."""
        self._name.setText(f"新增 · {library.title}")
        self._facts.setText("先存要点，其余随后补齐；带 * 的必填。")
        self._meter.hide()
        self._missing.hide()
        self._show_links([])

    def show_view(self, view: RecordView) -> None:
        """A stored record."""
        self._name.setText(view.name)
        self._name.setToolTip(view.name)
        changed = Moment().glance(view.updated_at)
        self._facts.setText(f"{view.office} · {_VISIBLE.get(view.visibility, '')} · 修改于 {changed}")
        percent = round(view.complete * 100)
        self._meter.setValue(percent)
        self._meter.show()
        stages = [f"{_STAGES.get(stage, stage + '前')}还缺 {len(labels)} 项" for stage, labels in view.missing.items()]
        self._missing.setText(f"完整度 {percent}%　" + "，".join(stages))
        self._missing.show()
        self._show_links([label for labels in view.missing.values() for label in labels][:_SHOWN])

    def show_dirty(self, dirty: bool) -> None:
        """Say whether something is unsaved."""
        self._dirty.setVisible(dirty)

    def _show_links(self, labels: list[str]) -> None:
        while self._links.count():
            item = self._links.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for label in labels[:4]:
            self._links.addWidget(self._link(label))
        self._links.addStretch()

    def _link(self, label: str) -> QPushButton:
        made = button(label, "link", name=f"missing.{label}")
        made.clicked.connect(self._clicked)
        return made

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.missing_asked.emit(sender.text())
