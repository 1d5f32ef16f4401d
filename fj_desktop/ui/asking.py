"""Every message, question and file prompt goes through one object, which tests replace.

No other module opens a message or a file dialog. All of it must be called on the window's thread.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fj_desktop.errors import UserError
from fj_desktop.ui.icons import Icons
from fj_desktop.ui.widgets.prompt import Prompt, Verb


class Asking:
    """Speaks with the person in dialogs; while ``hush`` is on (desk locked) it shows nothing and answers "no"."""

    def __init__(self, icons: Icons) -> None:
        self._icons = icons
        self._open: list[QDialog] = []
        self._is_hushed = False
        self._folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def tell(self, parent: QWidget | None, title: str, text: str, detail: str = "", *, tone: str = "info") -> None:
        """Say something; ``tone`` is ``info``, ``done``, ``warning`` or ``error``; ``detail`` is folded."""
        self._prompt(parent, tone, title, text, detail, [Verb("知道了", "primary", is_default=True)])

    def report(self, parent: QWidget | None, error: UserError, title: str = "没有完成") -> None:
        """Show an error with its code, as it stands."""
        self.tell(parent, title, error.text, f"错误代码：{error.code}", tone="error")

    def ask(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        *,
        yes: str,
        no: str = "取消",
        detail: str = "",
        danger: bool = False,
    ) -> bool:
        """Ask one thing with the verbs on the buttons; with ``danger`` Enter means no. Esc is always no."""
        verbs = [Verb(no, is_default=danger), Verb(yes, "danger" if danger else "primary", is_default=not danger)]
        return self._prompt(parent, "warning" if danger else "question", title, text, detail, verbs) == 1

    def choose(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        choices: Sequence[str],
        *,
        cancel: str = "取消",
        detail: str = "",
    ) -> int | None:
        """Offer several ways to go on, the recommended one last; the index chosen, None for cancel and Esc."""
        last = len(choices) - 1
        verbs = [Verb(cancel)] + [
            Verb(words, "primary" if i == last else "", is_default=i == last) for i, words in enumerate(choices)
        ]
        chosen = self._prompt(parent, "question", title, text, detail, verbs)
        return None if not chosen else chosen - 1

    def open_file(self, parent: QWidget | None, title: str, patterns: str) -> Path | None:
        """Let the person pick one existing file; ``patterns`` like ``Excel 表格 (*.xlsx *.xls);;所有文件 (*)``."""
        dialog = self._file_dialog(parent, title, patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._picked(dialog)

    def save_file(self, parent: QWidget | None, title: str, suggested: str, patterns: str) -> Path | None:
        """Let the person name a file to write; ``suggested`` is a file name. An existing file is asked about."""
        dialog = self._file_dialog(parent, title, patterns)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
        dialog.selectFile(suggested)
        return self._picked(dialog)

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        """Let the person pick one existing folder."""
        dialog = self._file_dialog(parent, title, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._picked(dialog)

    def hush(self, hushed: bool) -> None:
        """Close every open prompt as if cancelled and show none (the desk is locked), or speak again."""
        self._is_hushed = hushed
        if hushed:
            for dialog in tuple(self._open):
                dialog.reject()

    def _prompt(
        self, parent: QWidget | None, tone: str, title: str, text: str, detail: str, verbs: Sequence[Verb]
    ) -> int | None:
        prompt = Prompt(self._icons, parent, tone=tone, title=title, words=text, detail=detail, verbs=verbs)
        self._run(prompt)
        return prompt.chosen

    def _file_dialog(self, parent: QWidget | None, title: str, patterns: str) -> QFileDialog:
        dialog = QFileDialog(parent, title, str(self._folder))
        if patterns:
            dialog.setNameFilter(patterns)
        return dialog

    def _picked(self, dialog: QFileDialog) -> Path | None:
        if not self._run(dialog):
            return None
        path = Path(dialog.selectedFiles()[0])
        self._folder = path if path.is_dir() else path.parent
        return path

    def _run(self, dialog: QDialog) -> bool:
        if self._is_hushed:
            return False
        self._open.append(dialog)
        try:
            return bool(dialog.exec())
        finally:
            self._open.remove(dialog)
            dialog.deleteLater()
