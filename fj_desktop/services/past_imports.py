"""What was imported before: file, when, by whom, how many rows, and whether it was taken back."""

import uuid
from dataclasses import dataclass

from fj_desktop.libraries import CATALOG
from fj_desktop.services.change_lines import county_time
from fj_desktop.store.transactions import Store

_MOST = 500


@dataclass(frozen=True)
class PastImport:
    """One import; ``at`` and ``undone_at`` in the county's time, the latter empty while it stands."""

    batch: uuid.UUID
    title: str
    file: str
    at: str
    who: str
    added: int
    updated: int
    refused: int
    undone_at: str


def past_imports(store: Store) -> list[PastImport]:
    """The newest 500 imports of this desk, newest first."""
    sql = (
        "SELECT _batch.id, library, file, at, staff.name, added, updated, refused, undone_at FROM _batch "
        "LEFT JOIN staff ON staff.id = _batch.actor ORDER BY at DESC, _batch.id DESC LIMIT ?"
    )
    with store.reading() as connection:
        rows = connection.exec_driver_sql(sql, (_MOST,)).fetchall()
    return [_past(*row) for row in rows]


def _past(
    batch: bytes, library: str, file: str, at: str, who: str | None, added: int, updated: int, refused: int,
    undone_at: str | None,
) -> PastImport:  # fmt: skip
    known = CATALOG.known(library)
    title = known.title if known is not None else library
    undone = county_time(undone_at) if undone_at else ""
    return PastImport(
        uuid.UUID(bytes=bytes(batch)), title, file, county_time(at), who or "", added, updated, refused, undone
    )
