"""Reads long listings beside the window; a newer wish ends the older reading."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import UserError
from fj_desktop.services.browse import BrowseService, Listing, Wanted
from fj_desktop.ui.tasks import TaskProgress, Tasks
from fj_desktop.ui.widgets.progress_overlay import SHOWN_AFTER_MS


class ListingReader(QObject):
    """``read``: a whole listing, and how many live records there are. ``slow``: it takes long, or no longer does."""

    read = Signal(object, int)
    failed = Signal(object)
    slow = Signal(bool)

    def __init__(self, browse: BrowseService, library: Library, host: QWidget) -> None:
        super().__init__(host)
        self._browse, self._library = browse, library
        self._tasks = Tasks(host)
        self._present: TaskProgress | None = None
        self._mark: object = None
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._patience.timeout.connect(partial(self.slow.emit, True))

    @property
    def is_reading(self) -> bool:
        """A listing is on its way."""
        return self._present is not None

    def start(self, wanted: Wanted) -> None:
        """Read everything wanted, instead of what is being read now."""
        self.stop()

        def work(progress: Progress) -> tuple[Listing, int]:
            listing = self._browse.open(self._library, wanted, progress)
            return listing, len(listing) if wanted.is_of_all else self._browse.count(self._library, progress)

        # The outcome belongs to this reading only; that of an older one is nobody's.
        mark = object()
        self._mark = mark
        self._present = self._tasks.run(
            "读取列表", work, partial(self._done, mark), partial(self._refused, mark), overlay=False
        )
        self._patience.start()

    def stop(self) -> None:
        """End the present reading; nothing of it is told any more."""
        if self._present is not None:
            self._present.stop()
            self._end()

    def _end(self) -> None:
        self._present, self._mark = None, None
        self._patience.stop()
        self.slow.emit(False)

    def _done(self, mark: object, found: tuple[Listing, int]) -> None:
        if mark is self._mark:
            self._end()
            self.read.emit(*found)

    def _refused(self, mark: object, error: UserError) -> None:
        if mark is self._mark:
            self._end()
            self.failed.emit(error)
