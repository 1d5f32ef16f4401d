"""Counts of the libraries for the list of tabs: at once where that is quick, else beside the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.browse import BrowseService
from fj_desktop.ui.tasks import Tasks


class Counting:
    """Tells ``show`` the library's name and how many live records it holds."""

    def __init__(self, browse: BrowseService, show: Callable[[str, int], None], host: QWidget) -> None:
        self._browse, self._show = browse, show
        self._tasks = Tasks(host)
        self._waiting: dict[str, Library] = {}

    def ask(self, library: Library) -> None:
        """Count a library anew."""
        count = self._browse.quick_count(library)
        if count is not None:
            self._show(library.library, count)
            return
        self._waiting[library.library] = library
        self._next()

    def _next(self) -> None:
        if self._waiting and not self._tasks.is_busy:
            library = self._waiting.pop(next(iter(self._waiting)))
            done = partial(self._counted, library.library)
            self._tasks.run("清点", partial(self._count, library), done, self._failed, overlay=False)

    def _count(self, library: Library, progress: Progress) -> int:
        return self._browse.count(library, progress)

    def _counted(self, name: str, count: int) -> None:
        self._show(name, count)
        self._next()

    def _failed(self, _: UserError) -> None:
        self._next()
