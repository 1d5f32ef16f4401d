"""Joins what a table shows with the printed list."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.services.identity import Identity


def write_list_pdf(
    out: Path,
    library: Library,
    surface: Sequence[Surface],
    rows: Iterable[Sequence[str]],
    count: int,
    identity: Identity,
    made_at: dt.datetime,
    progress: Progress,
) -> None:
    """Write a printed list with the name and time of who made it on every page."""
    from fj_desktop.exchange.documents.list_report import ListColumn, ListReport
    from fj_desktop.exchange.documents.record_list import write_list

    columns = [
        ListColumn(one.label, one.field.kind.unit, "right" if one.field.kind.right_aligned else "left")
        for one in surface
    ]
    made_by = f"{identity.office_name} {identity.name}"
    title = f"{library.title}（演示台账）" if identity.demo else library.title
    write_list(out, ListReport(title, columns, rows, made_by, made_at, count=count), progress=progress)
