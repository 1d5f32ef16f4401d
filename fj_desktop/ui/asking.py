"""Every message, question and file prompt goes through one object, which tests replace.

No other module opens a message or a file dialog. All of it must be called on the window's thread.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QToolButton, QTreeView, QWidget

from fj_desktop.errors import UserError
from fj_desktop.ui.icons import Icons
from fj_desktop.ui.widgets.line_prompt import LinePrompt
from fj_desktop.ui.widgets.prompt import Prompt, Verb

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FILE_DIALOG_SIZE = (820, 520)
_TYPE_COLUMN = 2
_FILE_BUTTONS = {
    "backButton": "chevron-left",
    "forwardButton": "chevron-right",
    "toParentButton": "chevron-up",
    "newFolderButton": "add",
    "listModeButton": "scene",
    "detailModeButton": "menu",
}
_FILE_WORDS = {
    QFileDialog.DialogLabel.LookIn: "位置",
    QFileDialog.DialogLabel.FileName: "文件名",
    QFileDialog.DialogLabel.FileType: "文件类型",
    QFileDialog.DialogLabel.Reject: "取消",
}


class Asking:
    """Speaks with the person in dialogs; while ``hush`` is on (desk locked) it shows nothing and answers "no"."""

    def __init__(self, icons: Icons) -> None:
        self._icons = icons
        self._open: list[QDialog] = []
        self._is_hushed = False
        self._folder = _documents()

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

    def ask_line(
        self, parent: QWidget | None, title: str, text: str, *, label: str, yes: str = "继续", given: str = ""
    ) -> str | None:
        """Ask for one line of text; None when the person gave up."""
        prompt = LinePrompt(parent, title, text, label=label, yes=yes, given=given)
        return prompt.answer if self._run(prompt) else None

    def open_file(self, parent: QWidget | None, title: str, patterns: str) -> Path | None:
        """Let the person pick one existing file; ``patterns`` like ``Excel 表格 (*.xlsx *.xls);;所有文件 (*)``."""
        dialog = self._file_dialog(parent, title, patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._picked(dialog)

    def open_files(self, parent: QWidget | None, title: str, patterns: str) -> list[Path]:
        """Let the person pick any number of existing files; none when they gave up."""
        dialog = self._file_dialog(parent, title, patterns)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        first = self._picked(dialog)
        return [Path(name) for name in dialog.selectedFiles()] if first is not None else []

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

    def printer(self, parent: QWidget | None, title: str) -> "QPrinter | None":
        """Let the person pick a printer and its settings; ``title`` names the job."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        return printer if self._run(dialog) else None

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
        for label, words in _FILE_WORDS.items():
            dialog.setLabelText(label, words)
        dialog.resize(*_FILE_DIALOG_SIZE)
        self._dress(dialog)
        return dialog

    def _dress(self, dialog: QFileDialog) -> None:
        # Only Qt's own dialog has these parts, where the desktop offers none; its icons are black in every palette.
        for part, icon in _FILE_BUTTONS.items():
            for found in dialog.findChildren(QToolButton, part):
                found.setIcon(self._icons.icon(icon))
        for table in dialog.findChildren(QTreeView, "treeView"):
            table.hideColumn(_TYPE_COLUMN)
            table.setColumnWidth(0, 360)

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


def _documents() -> Path:
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
