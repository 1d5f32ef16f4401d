"""Writing a table or a blank template to a file: asks where, works beside the window, says what was written."""

import uuid
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fj_desktop.core.clock import today
from fj_desktop.core.field import Library
from fj_desktop.core.filenames import cleaned
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.leaving import PurposeNeededError
from fj_desktop.services.papers import PaperKind
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.tasks import Tasks
from fj_desktop.ui.theme import Theme

_PATTERNS = {".xlsx": "Excel 表格 (*.xlsx)", ".csv": "CSV 文本 (*.csv)", ".pdf": "PDF 清单 (*.pdf)"}
_MAY_COVER = "商谈内容、联系方式等受保护。遮住导出的一页可以传阅；完整导出会留下访问记录，请妥善保管。"
_WHOLE = 0


class ExportActions:
    """Exports of one desk; ``tasks`` belongs to the window they are asked from."""

    def __init__(self, desk: Desk, theme: Theme, asking: Asking, tasks: Tasks) -> None:
        self._desk, self._theme, self._asking, self._tasks = desk, theme, asking, tasks

    def export(self, parent: QWidget, library: Library, wanted: Wanted, keys: Sequence[str], suffix: str) -> None:
        """Write what a table shows; covered values stay covered unless the person asks for them.

        Args:
            parent: the window that asks.
            library: what to write.
            wanted: filters and order of the table.
            keys: its columns.
            suffix: ``.xlsx``, ``.csv`` or ``.pdf``.
        """
        reveal = self._may_reveal(parent, library, keys)
        if reveal is None:
            return
        day = f"{today(self._desk.clock):%Y%m%d}"
        out = self._asking.save_file(
            parent, f"导出{library.title}", f"{library.title}-{day}{suffix}", _PATTERNS[suffix]
        )
        if out is None:
            return

        def write(progress: Progress, purpose: str = "") -> str:
            count = self._desk.exporting.export(
                library, out, wanted=wanted, keys=keys, reveal=reveal, purpose=purpose, progress=progress
            )
            return f"{count:,} 条记录已导出到\n{out}"

        self._run(parent, f"导出{library.title}", write)

    def template(self, parent: QWidget, library: Library) -> None:
        """Write a blank sheet to be filled in and imported."""
        suggested = f"{library.title}-导入模板.xlsx"
        out = self._asking.save_file(parent, "保存空白导入模板", suggested, _PATTERNS[".xlsx"])
        if out is not None:
            self._run(parent, "保存空白模板", partial(self._write_template, library, out))

    def paper(self, parent: QWidget, kind: PaperKind, record: uuid.UUID) -> None:
        """Write one record as a document of one page."""
        reveal = self._choose_reveal(parent, _MAY_COVER) if kind.covers else False
        if reveal is None:
            return
        try:
            name = self._desk.view.read(kind.library, record).name
        except UserError as error:
            self._asking.report(parent, error)
            return
        flat = name[:40].replace("/", "／").replace("\\", "＼")
        suggested = cleaned(f"{kind.title}-{flat}-{today(self._desk.clock):%Y%m%d}.pdf")
        out = self._asking.save_file(parent, kind.title, suggested, _PATTERNS[".pdf"])
        if out is not None:
            self._run(parent, kind.title, partial(self._write_paper, kind, record, out, reveal))

    def _write_paper(self, kind: PaperKind, record: uuid.UUID, out: Path, reveal: bool, progress: Progress) -> str:
        progress.check()
        self._desk.papers.write(kind, record, out, reveal=reveal)
        return f"{kind.title}（一页 A4）已保存到\n{out}"

    def _write_template(self, library: Library, out: Path, progress: Progress) -> str:
        progress.check()
        self._desk.exporting.template(library, out)
        return f"空白模板已保存到\n{out}\n按表头填好后，用“导入”带回台账。"

    def _may_reveal(self, parent: QWidget, library: Library, keys: Sequence[str]) -> bool | None:
        """Whether covered values are written; None when the person gave up."""
        surface = CATALOG.by_key(library)
        covered = [surface[key].label for key in keys if surface[key].field.masked]
        if not covered:
            return False
        words = (
            f"“{'”“'.join(covered[:6])}”是受保护的内容。遮住导出的文件可以传阅；"
            "完整导出会写出全部内容，并留下访问记录，请妥善保管文件。"
        )
        return self._choose_reveal(parent, words)

    def _choose_reveal(self, parent: QWidget, words: str) -> bool | None:
        picked = self._asking.choose(parent, "是否写出受保护的内容", words, ["完整导出", "遮住导出"])
        return None if picked is None else picked == _WHOLE

    def _run(self, parent: QWidget, title: str, write: Callable[..., str]) -> None:
        """Work; where the gate asks for a purpose, ask the person and work again."""

        def failed(error: UserError) -> None:
            if not isinstance(error, PurposeNeededError):
                self._asking.report(parent, error)
            elif purpose := self._asking.ask_line(parent, "写明用途", error.text, label="用途"):
                self._run(parent, title, partial(write, purpose=purpose))

        self._tasks.run(title, write, partial(self._done, parent), failed)

    def _done(self, parent: QWidget, words: str) -> None:
        self._asking.tell(parent, "已完成", words, tone="done")
