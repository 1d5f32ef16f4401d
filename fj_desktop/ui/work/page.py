"""What every page of work offers the window around it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class PageKind:
    """A page's line in the list on the left; its facts are named as those of a library."""

    library: str
    title: str
    purpose: str
    icon: str
    keys: str
    shelf: str = "每日工作"
    under: str = ""


class WorkPage(QWidget):
    """``open_asked``: a record is to be opened, by its library and id; ``page_asked``: another page of work.

    ``reminded``: what waits, in one line; ``said``: what was done.
    """

    open_asked = Signal(str, object)
    page_asked = Signal(str)
    reminded = Signal(str)
    said = Signal(str)

    def take_focus(self) -> None:
        """The keyboard goes to what is worked with most."""

    def heard(self, table: str) -> None:
        """Records of a table changed."""
