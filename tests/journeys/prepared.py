"""A desk as it stands after weeks of work, made beside the program: the journey itself is done by hand."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fj_desktop.core.clock import SystemClock, today
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.attachment_sources import Source
from fj_desktop.services.desk import Desk
from fj_desktop.services.session import Session
from tests.journeys.program import PASSPHRASE

PAPER = Source("示例文件.txt", content="示例：盖章的文件".encode())
NOW = today(SystemClock())


def found(folder: Path, office: str, person: str) -> None:
    """Make the desk of an office."""
    session = Session.of(Profile(folder))
    with session.hold("准备"):
        key, _ = session.create(office, person, PASSPHRASE)
        session.vault.confirm_recovery(key)


@contextmanager
def at_desk(folder: Path) -> Iterator[Desk]:
    """The desk, while the program is not running."""
    session = Session.of(Profile(folder))
    with session.hold("准备"):
        desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE))
        try:
            yield desk
        finally:
            desk.close()


def put(desk: Desk, library: str, papers: tuple[str, ...] = (), **typed: str) -> str:
    """A new record as a person types it, with a real file in each of its fields for documents; its id as text."""
    record = desk.records.add(CATALOG[library], typed)
    for field in papers:
        file(desk, library, str(record), field)
    return str(record)


def file(desk: Desk, library: str, record: str, field: str) -> None:
    """Attach a file to a record and pick it in one of its fields."""
    owner = uuid.UUID(record)
    (made,) = desk.attachments.add(CATALOG[library], owner, [PAPER]).added
    desk.records.change(CATALOG[library], owner, {field: str(made)})
