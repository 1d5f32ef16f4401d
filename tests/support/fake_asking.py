"""A person who answers prompts from a script and remembers what was said."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from fj_desktop.errors import UserError
from fj_desktop.ui.asking import Asking


class FakeAsking(Asking):
    """Answers in the order given; a prompt without an answer left fails the test.

    ``answers`` holds what each question returns in turn: bool for ``ask``, an index or None for ``choose``,
    a path or None for files. ``told`` and ``asked`` hold ``(title, text)`` of what was shown.
    """

    def __init__(self, *answers: object) -> None:
        self._answers = list(answers)
        self.told: list[tuple[str, str]] = []
        self.asked: list[tuple[str, str]] = []
        self.reported: list[UserError] = []
        self.is_hushed = False

    def tell(self, parent: QWidget | None, title: str, text: str, detail: str = "", *, tone: str = "info") -> None:
        self.told.append((title, text))

    def report(self, parent: QWidget | None, error: UserError, title: str = "没有完成") -> None:
        self.reported.append(error)

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
        return bool(self._next(title, text))

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
        answer = self._next(title, text)
        assert answer is None or isinstance(answer, int)
        return answer

    def ask_line(
        self, parent: QWidget | None, title: str, text: str, *, label: str, yes: str = "继续", given: str = ""
    ) -> str | None:
        answer = self._next(title, text)
        assert answer is None or isinstance(answer, str)
        return answer

    def open_file(self, parent: QWidget | None, title: str, patterns: str) -> Path | None:
        return self._path(title, patterns)

    def open_files(self, parent: QWidget | None, title: str, patterns: str) -> list[Path]:
        answer = self._next(title, patterns)
        assert isinstance(answer, list)
        return answer

    def save_file(self, parent: QWidget | None, title: str, suggested: str, patterns: str) -> Path | None:
        return self._path(title, suggested)

    def open_folder(self, parent: QWidget | None, title: str) -> Path | None:
        return self._path(title, "")

    def printer(self, parent: QWidget | None, title: str) -> QPrinter | None:
        answer = self._next(title, "")
        assert answer is None or isinstance(answer, QPrinter)
        return answer

    def hush(self, hushed: bool) -> None:
        self.is_hushed = hushed

    def _path(self, title: str, text: str) -> Path | None:
        answer = self._next(title, text)
        assert answer is None or isinstance(answer, Path)
        return answer

    def _next(self, title: str, text: str) -> object:
        self.asked.append((title, text))
        assert self._answers, f"no answer left for “{title}”: {text}"
        return self._answers.pop(0)
