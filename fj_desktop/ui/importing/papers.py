"""The files that the wizard writes: refused rows with their reasons, and a blank sheet."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.importing import ImportPlan
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.export_actions import ExportActions
from fj_desktop.ui.importing.draft import Draft
from fj_desktop.ui.tasks import Tasks


class Papers:
    """Asks where, writes beside the window, says what was written."""

    def __init__(self, draft: Draft, tasks: Tasks, exports: ExportActions, asking: Asking, host: QWidget) -> None:
        self._draft, self._tasks, self._exports, self._asking, self._host = draft, tasks, exports, asking, host

    def save_template(self) -> None:
        """Write a blank sheet of the library."""
        self._exports.template(self._host, self._draft.library)

    def save_refused(self) -> None:
        """Write the refused rows as they were, with their reasons."""
        checked = self._draft.checked
        if checked is None:
            return
        suggested = f"{Path(self._draft.book.name).stem}-退回行.xlsx"
        out = self._asking.save_file(self._host, "退回行存为 Excel", suggested, "Excel 表格 (*.xlsx)")
        if out is not None:
            self._tasks.run("写出退回行", partial(self._write, out, checked.plan), self._wrote, self._failed)

    def _write(self, out: Path, plan: ImportPlan, progress: Progress) -> str:
        from fj_desktop.services.import_report import write_refused_rows

        progress.check()
        write_refused_rows(out, self._draft.book, plan)
        return f"{len(plan.refused):,} 行退回的记录已存为“{out.name}”，原因在最后一列。改好后可再次导入。"

    def _wrote(self, words: str) -> None:
        self._asking.tell(self._host, "已保存退回行", words, tone="done")

    def _failed(self, error: UserError) -> None:
        self._asking.report(self._host, error)
