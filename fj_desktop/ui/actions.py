"""What the tabs ask of the program beyond themselves; handed in, so that a tab knows no wizard."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fj_desktop.core.field import Library
from fj_desktop.services.browse import Wanted
from fj_desktop.services.papers import PaperKind


def _nothing(*_: object) -> None:
    """A window without its dialogs asks nobody."""


@dataclass(frozen=True)
class Actions:
    """Callables of the main window: import, export (suffix .xlsx .csv .pdf), blank template, settings, about, audit,
    a record as a document of one page.

    An import begins with a file, or with None by asking for one.
    """

    import_asked: Callable[[Library, Path | None], None]
    export_asked: Callable[[Library, Wanted, Sequence[str], str], None]
    template_asked: Callable[[Library], None]
    settings_asked: Callable[[], None]
    about_asked: Callable[[], None]
    audit_asked: Callable[[], None] = _nothing
    paper_asked: Callable[[PaperKind, uuid.UUID], None] = _nothing
