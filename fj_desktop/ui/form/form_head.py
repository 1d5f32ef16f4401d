"""The head of the form: whose record it is, how complete, and what the next stage still lacks."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Moment
from fj_desktop.services.record_view import RecordView
from fj_desktop.ui.elided import ElidedLabel
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import icon_button, text, wear

_STAGES = {"complete": "资料完善"}
_VISIBLE = {"office": "仅本办可见", "group": "指定小组可见", "county": "全县可见", "public": "公开"}
_SHOWN = 12


class FormHead(QWidget):
    """``close_asked``: the cross; ``missing_asked``: go to the field of this label; ``history_asked``: the clock.

    ``attachments_asked``: the paperclip.
    """

    close_asked = Signal()
    missing_asked = Signal(str)
    history_asked = Signal()
    attachments_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        wear(self, "surface")
        self._name = ElidedLabel("", "heading", name="form_name")
        self._tag = text("", "tag", name="form_tag")
        self._facts = ElidedLabel("", "small", name="form_facts")
        self._meter = QProgressBar(textVisible=False, maximum=100)
        self._meter.setAccessibleName("完整度")
        self._percent = text("", "small", name="form_percent")
        self._missing = self._links()
        self._history = icon_button("改动历史（Ctrl+H）", theme.icons.icon("clock", "muted"), name="form_history")
        self._clip = icon_button("附件", theme.icons.icon("paperclip", "muted"), name="form_attachments")
        self._clip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._known = text("", "remark", wrap=True, name="form_known")
        self._lacking: Mapping[str, tuple[str, ...]] = {}
        self._lay_out()
        self.show_state("")
        theme.changed.connect(self._show_missing)

    def _links(self) -> QLabel:
        # Holds labels of the declaration only, never what a person typed, so it may be rich text.
        label = QLabel()
        label.setObjectName("form_missing")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        label.setAccessibleName("还缺的内容")
        label.linkActivated.connect(self.missing_asked)
        wear(label, "small")
        return label

    def add_tool(self, tool: QWidget) -> None:
        """Put another button before the clock."""
        self._top.insertWidget(self._top.indexOf(self._history), tool)

    def _lay_out(self) -> None:
        close = icon_button("关闭（Esc）", self._theme.icons.icon("close", "muted"), name="form_close")
        close.clicked.connect(self.close_asked)
        self._history.clicked.connect(self.history_asked)
        self._clip.clicked.connect(self.attachments_asked)
        self._top = top = QHBoxLayout()
        meter = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        top.addWidget(self._tag)
        top.addWidget(self._clip)
        top.addWidget(self._history)
        top.addWidget(close)
        meter.setSpacing(10)
        meter.addWidget(self._meter, 1, Qt.AlignmentFlag.AlignVCenter)
        meter.addWidget(self._percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addLayout(meter)
        column.addWidget(self._missing)
        column.addWidget(self._known)

    def show_new(self, library: Library) -> None:
        """A record that is not stored yet."""
        self._history.hide()
        self._name.say(f"新增 · {library.title}")
        self._facts.say("先记要点，其余随后补齐；带 * 的必填。")
        self._show_meter(None)
        self._missing.hide()
        self.show_known("")

    def show_view(self, view: RecordView) -> None:
        """A stored record."""
        self._history.show()
        self._name.say(view.name)
        changed = Moment().glance(view.updated_at)
        self._facts.say(f"{view.office} · {_VISIBLE.get(view.visibility, '')} · 修改于 {changed}")
        self._show_meter(round(view.complete * 100))
        self._lacking = view.missing
        self._show_missing()
        self._missing.setVisible(bool(view.missing))
        self.show_known("")

    def show_state(self, words: str) -> None:
        """Show a tag beside the name: unsaved, or in the recycle bin."""
        self._tag.setText(words)
        self._tag.setVisible(bool(words))

    def show_attachments(self, count: int) -> None:
        """Show how many attachments the record has."""
        self._clip.setText(str(count) if count else "")
        words = f"{count} 个附件，到附件列表" if count else "添加附件"
        self._clip.setToolTip(words)
        self._clip.setAccessibleName(words)

    def show_known(self, words: str) -> None:
        """Say gently that the person or company is known already; nothing takes it away."""
        self._known.setText(words)
        self._known.setVisible(bool(words))

    def _show_meter(self, percent: int | None) -> None:
        self._meter.setValue(percent or 0)
        self._percent.setText(f"完整度 {percent}%")
        self._meter.setVisible(percent is not None)
        self._percent.setVisible(percent is not None)

    def _show_missing(self) -> None:
        # The links carry the colour of the palette in their text.
        self._missing.setText("　".join(self._stage(stage, labels) for stage, labels in self._lacking.items()))

    def _stage(self, stage: str, labels: tuple[str, ...]) -> str:
        colour = self._theme.tokens.primary
        links = [
            f'<a href="{escape(label)}" style="color:{colour};text-decoration:none">{escape(label)}</a>'
            for label in labels[:_SHOWN]
        ]
        more = f" 等 {len(labels)} 项" if len(labels) > _SHOWN else ""
        return f"{escape(_STAGES.get(stage, stage + '前'))}还缺：{'、'.join(links)}{more}"
