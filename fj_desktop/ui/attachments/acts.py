"""What a person does with attachments: each slow step beside the window, with progress and a way to stop."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.attachment_sources import Source
from fj_desktop.services.attachment_view import Attached
from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks

_LISTED = 8


def tasks_of(widget: QWidget) -> Tasks:
    """The slow work of the window a widget is in, so that closing it waits for all of it."""
    window = widget.window()
    return window.findChild(Tasks) or Tasks(window)


class AttachmentActs:
    """Adds, opens, saves and removes on behalf of one widget."""

    def __init__(self, host: QWidget, desk: Desk, asking: Asking) -> None:
        self._host, self._desk, self._asking = host, desk, asking

    def add(self, library: Library, record: uuid.UUID, sources: Sequence[Source], done: Callable[[int], None]) -> None:
        """Attach files; those that are refused are named with the reason. ``done`` gets how many were taken."""

        def work(progress: Progress) -> tuple[int, tuple[tuple[str, str], ...]]:
            added = self._desk.attachments.add(library, record, sources, progress)
            return len(added.added), added.refused

        def told(result: tuple[int, tuple[tuple[str, str], ...]]) -> None:
            count, refused = result
            done(count)
            if refused:
                self._tell_refused(count, refused)

        tasks_of(self._host).run("正在添加附件", work, told, self._failed)

    def open(self, one: Attached) -> None:
        """Let the system's program show a private read-only copy."""

        def work(_: Progress) -> Path:
            return self._desk.attachments.give_copy(one)

        tasks_of(self._host).run("正在打开附件", work, partial(self._launch, one), self._failed)

    def save(self, one: Attached, parent: QWidget | None = None) -> None:
        """Write the content where the person says."""
        host = parent or self._host
        out = self._asking.save_file(host, "另存附件", one.name, "所有文件 (*)")
        if out is None:
            return

        def work(progress: Progress) -> None:
            self._desk.attachments.save(one, out, progress)

        said = f"“{one.name}”已另存到\n{out}\n另存的文件没有加密，请妥善保管。"
        tasks_of(host).run(
            "正在另存附件", work, lambda _: self._asking.tell(host, "已另存", said, tone="done"), self._failed
        )

    def remove(self, chosen: Sequence[Attached]) -> int:
        """Take attachments off the record; undo brings them back. Returns how many."""
        try:
            return self._desk.attachments.remove([one.id for one in chosen])
        except UserError as error:
            self._failed(error)
            return 0

    def report(self, error: UserError) -> None:
        """Show an error over the widget."""
        self._failed(error)

    def _launch(self, one: Attached, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._asking.tell(
                self._host, "没有能打开它的程序", f"这台电脑上没有程序能打开“{one.name}”。可以另存后换一台电脑打开。"
            )

    def _tell_refused(self, count: int, refused: Sequence[tuple[str, str]]) -> None:
        lines = [f"“{name}”{reason}。" for name, reason in refused[:_LISTED]]
        more = [f"……还有 {len(refused) - _LISTED} 个。"] if len(refused) > _LISTED else []
        title = f"有 {len(refused)} 个文件没有添加" if count else "没有添加"
        self._asking.tell(self._host, title, "\n".join([*lines, *more]), tone="warning")

    def _failed(self, error: UserError) -> None:
        self._asking.report(self._host, error)
