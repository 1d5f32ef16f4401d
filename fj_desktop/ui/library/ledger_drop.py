"""A file dropped on a library's table begins an import into it."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from fj_desktop.ui.attachments.dropping import FileDrop


class LedgerDrop(FileDrop):
    """Takes one file dropped anywhere on a table. ``dropped``: its path."""

    def __init__(self, host: QWidget, title: str) -> None:
        super().__init__(host, f"松开即导入到{title}", "ledger_veil")
        self.watch(host)

    def _holds(self, data: QMimeData) -> bool:
        return file_in(data) is not None

    def _take(self, data: QMimeData) -> None:
        self.dropped.emit(file_in(data))


def file_in(dragged: QMimeData) -> Path | None:
    """The one local file that is dragged, or None."""
    files = [url.toLocalFile() for url in dragged.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
