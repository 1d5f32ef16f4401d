"""The slow work of the wizard: read, find the header, check, store, undo; off the window's thread."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.importing import ImportResult, Undone
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.importing.draft import Checked, Draft, Opened
from fj_desktop.ui.tasks import Tasks


class Flow(QObject):
    """Does one thing at a time for the wizard; results go into the draft first, then the signal tells of them.

    ``proposed`` carries why no header was found, or nothing.
    """

    opened = Signal()
    refused = Signal(str)
    proposed = Signal(str)
    checked = Signal()
    stored = Signal()
    undone = Signal(object)

    def __init__(self, draft: Draft, tasks: Tasks, asking: Asking, host: QWidget) -> None:
        super().__init__(host)
        self._draft, self._tasks, self._asking, self._host = draft, tasks, asking, host

    def open(self, path: Path) -> None:
        """Read a file and find its header."""
        self._tasks.run(f"读取“{path.name}”", partial(self._draft.open, path), self._opened, self._refused)

    def choose_sheet(self, sheet: int) -> None:
        """Go to another sheet; one without a known header shows its rows, so that it can be pointed at."""
        draft = self._draft
        draft.propose(sheet, None)
        self._tasks.run("识别表头", lambda _: draft.look_at(sheet), self._proposed, self._no_header)

    def choose_header(self, row: int, depth: int) -> None:
        """Let the header begin at a row; ``depth`` is its number of rows, 0 finds out."""
        draft, sheet = self._draft, self._draft.sheet
        self._tasks.run("识别列", lambda _: draft.look_below(sheet, row, depth), self._proposed, self._no_header)

    def check(self, blank_bad_cells: bool | None = None) -> None:
        """Check every row and look for duplicates; the choice for bad cells stays when None is given."""
        if blank_bad_cells is not None:
            self._draft.blank_bad_cells = blank_bad_cells
        self._tasks.run("检查每一行", self._draft.check, self._checked, self._unchecked, cancelled=self._unchecked)

    def store(self) -> None:
        """Write the good rows."""
        self._tasks.run("导入", self._draft.store, self._stored, self._failed)

    def undo(self) -> None:
        """Ask, then take the import back."""
        result, service = self._draft.result, self._draft.service
        if result is None or result.batch is None:
            return
        batch = result.batch
        words = f"本次新增的 {result.added:,} 条将移入回收站，补充的内容恢复原样。之后又改过的记录保持不动。"
        if not self._asking.ask(self._host, "撤销本次导入", words, yes="撤销导入", no="不撤销", danger=True):
            return

        def take_back(progress: Progress) -> Undone:
            progress.at(0, None, "正在撤销")
            return service.undo(batch, progress)

        self._tasks.run("撤销导入", take_back, self.undone.emit, self._failed)

    def _opened(self, opened: Opened) -> None:
        self._draft.take(opened)
        self.opened.emit()

    def _refused(self, error: UserError) -> None:
        self.refused.emit(error.text)

    def _proposed(self, found: Opened) -> None:
        self._draft.go_on(found, self._draft.sheet)
        self.proposed.emit(found.trouble)

    def _no_header(self, error: UserError) -> None:
        self.proposed.emit(error.text)

    def _checked(self, checked: Checked) -> None:
        self._draft.checked = checked
        self.checked.emit()

    def _unchecked(self, error: UserError | None = None) -> None:
        """Stopped or failed: the former plan, if any, is shown again as it was made."""
        if error is not None:
            self._failed(error)
        if self._draft.checked is not None:
            self._draft.blank_bad_cells = self._draft.checked.blank_bad_cells
            self.checked.emit()

    def _stored(self, result: ImportResult) -> None:
        self._draft.result = result
        self.stored.emit()

    def _failed(self, error: UserError) -> None:
        self._asking.report(self._host, error)
