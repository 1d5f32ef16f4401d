"""Files and pictures dropped on a form or taken from the clipboard become things to attach."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QLabel, QWidget

from fj_desktop.errors import UserError
from fj_desktop.services.attachment_sources import Source, gathered
from fj_desktop.ui.widgets.looks import wear

_PICTURE = "截图.png"
_WORDS = "松开即添加为附件"
_LEFT_MS = 80


def sources(data: QMimeData) -> list[Source]:
    """What can be attached of a drop or of the clipboard: local files and folders, else a picture.

    Raises:
        UserError: more files than are taken at once.
    """
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
    if paths:
        return gathered(paths)
    picture = data.imageData() if data.hasImage() else None
    return [Source(_PICTURE, content=_as_png(picture))] if isinstance(picture, QImage) and not picture.isNull() else []


def holds_something(data: QMimeData) -> bool:
    """Whether there is something to attach; text alone belongs to the fields."""
    return any(url.isLocalFile() for url in data.urls()) or (data.hasImage() and not data.hasText())


def _as_png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    # A large screenshot must not hold up the window.
    writer.setCompression(1)
    writer.write(picture)
    return bytes(buffer.data().data())


class FileDrop(QObject):
    """Takes drops anywhere on a widget, before its fields do. ``dropped``: what to attach; ``refused``: a UserError."""

    dropped = Signal(object)
    refused = Signal(object)

    def __init__(self, host: QWidget, words: str = _WORDS, name: str = "drop_veil") -> None:
        super().__init__(host)
        self._host = host
        self.is_open = True
        self._veil = QLabel(words, host)
        self._veil.setObjectName(name)
        self._veil.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._veil.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        wear(self._veil, "veil")
        self._veil.hide()
        # From one field to the next the drag leaves and enters: only a real leaving lasts.
        self._leaving = QTimer(self, singleShot=True, interval=_LEFT_MS)
        self._leaving.timeout.connect(self._veil.hide)
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def watch(self, part: QWidget) -> None:
        """Go before every field within a part of the host that takes drops itself."""
        for widget in [part, *part.findChildren(QWidget)]:
            if widget.acceptDrops():
                widget.installEventFilter(self)

    # Qt's own names

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.is_open:
            return False
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and self._holds(event.mimeData()):
            self._show_veil()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._leaving.start()
            return False
        if type(event) is QDropEvent and self._holds(event.mimeData()):
            self._veil.hide()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take(event.mimeData())
            return True
        return False

    def _holds(self, data: QMimeData) -> bool:
        return holds_something(data)

    def _show_veil(self) -> None:
        self._leaving.stop()
        if self._veil.isHidden():
            self._veil.setGeometry(self._host.rect().adjusted(8, 8, -8, -8))
            self._veil.show()
            self._veil.raise_()

    def _take(self, data: QMimeData) -> None:
        try:
            found = sources(data)
        except UserError as error:
            self.refused.emit(error)
            return
        if found:
            self.dropped.emit(found)
