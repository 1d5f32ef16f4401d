"""Bytes from outside as a picture, decoded within bounds; safe to call beside the window's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from fj_desktop.errors import UserError

if TYPE_CHECKING:
    from fj_desktop.exchange.looking.looker import Page

_MOST_MB = 256
_MOST_SIDE = 30_000
_SHOWN = QSize(3000, 3000)
_FORMATS = {"jpeg": b"jpeg", "png": b"png", "gif": b"gif", "bmp": b"bmp", "webp": b"webp"}
_REFUSED = "这张图片已损坏或太大，这里显示不了。可以另存后用其他程序打开。"


def picture(kind: str, content: bytes) -> QImage:
    """A picture, made smaller than 3,000 pixels a side, turned as the camera says; only by the decoder of its kind.

    Raises:
        UserError: it is damaged, too big, or of a kind that is not shown.
    """
    QImageReader.setAllocationLimit(_MOST_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS.get(kind, b"none")))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_SIDE:
        raise UserError(_REFUSED)
    if size.width() > _SHOWN.width() or size.height() > _SHOWN.height():
        reader.setScaledSize(size.scaled(_SHOWN, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise UserError(_REFUSED)
    return image


def drawn(page: "Page") -> QImage:
    """A drawn page as a picture with bytes of its own."""
    return QImage(page.pixels, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888).copy()
