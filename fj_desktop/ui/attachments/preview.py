"""A look at one attachment without leaving the desk: pictures, PDF page by page, the words of other files."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.attachment_view import Attached
from fj_desktop.services.desk import Desk
from fj_desktop.ui.attachments.acts import AttachmentActs
from fj_desktop.ui.attachments.picture import drawn, picture
from fj_desktop.ui.elided import ElidedLabel
from fj_desktop.ui.tasks import TaskProgress, Tasks
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.looks import button, icon_button, rule, text

_SIZE = QSize(900, 720)
_ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
_FIT = _ZOOMS.index(1.0)
_BESIDE = 68
_RESIZED_MS = 200


class PreviewDialog(QDialog):
    """Shows what it can; says what the file is where it can't. Keys: PgUp and PgDn turn, + and - zoom, Esc closes."""

    def __init__(self, parent: QWidget, desk: Desk, one: Attached, theme: Theme, acts: AttachmentActs) -> None:
        super().__init__(parent)
        self._desk, self._one, self._theme, self._acts = desk, one, theme, acts
        self._page, self._pages, self._zoom = 0, 1, _FIT
        self._image = QImage()
        self._tasks = Tasks(self)
        self._running: TaskProgress | None = None
        self.setWindowTitle("附件预览")
        self.setObjectName("preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown = QLabel()
        self._shown.setObjectName("preview_picture")
        self._shown.setAccessibleName("附件内容")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea(widgetResizable=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._area.setAccessibleName("附件内容，用方向键滚动")
        self._area.setWidget(self._shown)
        self._words = QPlainTextEdit(readOnly=True)
        self._words.setObjectName("preview_words")
        self._words.setAccessibleName("附件里的文字")
        self._waiting = text("正在读取…", "muted", name="preview_state")
        self._where = text("", "muted", name="preview_page")
        self._resized = QTimer(self, singleShot=True, interval=_RESIZED_MS)
        self._resized.timeout.connect(self._load)
        self._lay_out()
        room = parent.window().size()
        self.resize(_SIZE.boundedTo(QSize(room.width() - 40, room.height() - 20)))
        self._close.setFocus()
        QTimer.singleShot(0, self, self._load)

    def _lay_out(self) -> None:
        name = ElidedLabel(self._one.name, "heading", name="preview_name")
        added = self._one.added_at.astimezone(COUNTY_ZONE)
        facts = f"{self._one.kind_title} · {self._one.size_words} · {added:%Y-%m-%d %H:%M} 添加"
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(name)
        column.addWidget(text(facts, "muted", name="preview_facts"))
        if self._one.warning:
            column.addWidget(text(f"注意：{self._one.warning}。", "warning", wrap=True, name="preview_warning"))
        column.addWidget(rule())
        column.addWidget(self._waiting, 1, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._area, 1)
        column.addWidget(self._words, 1)
        column.addWidget(rule())
        column.addLayout(self._foot())
        self._area.hide()
        self._words.hide()

    def _foot(self) -> QHBoxLayout:
        row, icons = QHBoxLayout(), self._theme.icons
        row.setSpacing(6)
        self._back = icon_button("上一页（PgUp）", icons.icon("chevron-left"), name="preview_back")
        self._next = icon_button("下一页（PgDn）", icons.icon("chevron-right"), name="preview_next")
        self._smaller = icon_button("缩小（-）", icons.icon("zoom-out"), name="preview_smaller")
        self._larger = icon_button("放大（+）", icons.icon("zoom-in"), name="preview_larger")
        save = button("另存为…", "quiet", icon=icons.icon("save"), name="preview_save")
        launch = button("用其他程序打开", "quiet", icon=icons.icon("file"), name="preview_open")
        self._close = button("关闭", "primary", name="preview_close")
        launch.setEnabled(self._one.opens)
        launch.setToolTip("" if self._one.opens else "这种文件不能从这里直接打开，只能另存")
        for widget in (self._back, self._where, self._next, self._smaller, self._larger):
            row.addWidget(widget)
            widget.setVisible(False)
        row.addStretch()
        for press in (save, launch, self._close):
            row.addWidget(press)
        self._back.clicked.connect(partial(self._turn, -1))
        self._next.clicked.connect(partial(self._turn, 1))
        self._smaller.clicked.connect(partial(self._scale, -1))
        self._larger.clicked.connect(partial(self._scale, 1))
        save.clicked.connect(partial(self._acts.save, self._one, self))
        launch.clicked.connect(partial(self._acts.open, self._one))
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        return row

    def _load(self) -> None:
        """Fetch what is to be shown, beside the window."""
        if self._running is not None:
            self._running.stop()
        page, width = self._page, round(self._width() * self.devicePixelRatioF())
        if self._one.shown_as == "pages":
            self._run(lambda progress: self._drawn_page(page, width, progress))
        elif self._one.shown_as == "image" and self._image.isNull():
            self._run(self._read_picture)
        elif self._one.shown_as == "image":
            self._show_image()
        else:
            self._show_words(self._desk.attachments.words(self._one))

    def _drawn_page(self, number: int, width: int, progress: Progress) -> tuple[int, QImage]:
        found = self._desk.attachments.page(self._one, number, width, progress)
        return found.pages, drawn(found)

    def _read_picture(self, progress: Progress) -> tuple[int, QImage]:
        content = self._desk.attachments.content(self._one)
        progress.check()
        return 1, picture(self._one.kind, content)

    def _run(self, work: Callable[[Progress], tuple[int, QImage]]) -> None:
        self._running = self._tasks.run("正在读取附件", work, self._arrived, self._failed, overlay=False)

    def _arrived(self, found: tuple[int, QImage]) -> None:
        self._running = None
        self._pages, self._image = found
        self._waiting.hide()
        self._area.show()
        self._show_image()

    def _failed(self, error: UserError) -> None:
        self._running = None
        self._area.hide()
        self._waiting.setText(error.text)
        self._waiting.setWordWrap(True)
        self._waiting.show()

    def _show_image(self) -> None:
        ratio, width = self.devicePixelRatioF(), self._width()
        if self._one.shown_as == "image":
            width = min(width, round(self._image.width() * _ZOOMS[self._zoom]))
        pixmap = QPixmap.fromImage(self._image)
        pixmap = pixmap.scaledToWidth(max(1, round(width * ratio)), Qt.TransformationMode.SmoothTransformation)
        pixmap.setDevicePixelRatio(ratio)
        self._shown.setPixmap(pixmap)
        several = self._pages > 1
        self._where.setText(f"第 {self._page + 1} / {self._pages} 页")
        for widget in (self._back, self._where, self._next):
            widget.setVisible(several)
        for widget in (self._smaller, self._larger):
            widget.setVisible(True)
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page < self._pages - 1)
        self._smaller.setEnabled(self._zoom > 0)
        self._larger.setEnabled(self._zoom < len(_ZOOMS) - 1)

    def _show_words(self, words: str) -> None:
        if words:
            self._words.setPlainText(words)
            self._words.show()
            self._waiting.hide()
        else:
            way = "可以用其他程序打开。" if self._one.opens else "可以另存后查看。"
            self._waiting.setText(f"这种文件在这里看不到内容。{way}")

    def _width(self) -> int:
        return max(200, round((self.width() - _BESIDE) * _ZOOMS[self._zoom]))

    def _turn(self, by: int) -> None:
        page = max(0, min(self._pages - 1, self._page + by))
        if page != self._page:
            self._page = page
            self._load()
            self._area.verticalScrollBar().setValue(0)

    def _scale(self, by: int) -> None:
        zoom = max(0, min(len(_ZOOMS) - 1, self._zoom + by))
        if zoom != self._zoom:
            self._zoom = zoom
            self._load()

    # Qt's own names

    def done(self, result: int) -> None:
        if self._running is not None:
            self._running.stop()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._image.isNull():
            self._resized.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self._turn(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self._turn(-1)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._scale(1)
        elif event.key() == Qt.Key.Key_Minus:
            self._scale(-1)
        elif event.matches(QKeySequence.StandardKey.Open) and self._one.opens:
            self._acts.open(self._one)
        else:
            super().keyPressEvent(event)
